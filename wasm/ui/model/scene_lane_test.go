package model

import (
	"strings"
	"testing"
)

func TestPillsSayWhatSetThem(t *testing.T) {
	m, _ := rowsAfter(t, "client SSL_shutdown", "server SSL_read 100")
	server := SceneOf(m).Lanes[1]
	p := server.Pills[1]
	if !p.On || !p.Changed || p.Step != 2 || p.Cause != "set in step 2 by server SSL_read(100), with the close_notify of the client" {
		t.Errorf("%+v", p)
	}
	if p := SceneOf(m).Lanes[0].Pills[0]; !p.On || p.Changed || p.Step != 1 {
		t.Errorf("%+v", p)
	}
	why := SceneOf(m).Panels.Why
	if len(why.Rules) == 0 || len(why.Flags) != 2 || !strings.Contains(why.Step, "SSL_ERROR_ZERO_RETURN") {
		t.Errorf("%+v", why)
	}
	if f := why.Flags; f[0].Step != 1 || f[1].Step != 0 {
		t.Errorf("the cursor is at step 2, and Why offers to go to steps %d and %d", f[0].Step, f[1].Step)
	}
}

func TestLaneNotes(t *testing.T) {
	m, _ := rowsAfter(t, "client SSL_set_quiet_shutdown 1", "client SSL_write 5", "server SSL_read 2", "client SSL_free")
	l := SceneOf(m).Lanes
	if !l[0].Freed || strings.Join(l[0].Notes, ";") != "freed" || strings.Join(l[1].Notes, ";") != "3 bytes pending" {
		t.Errorf("%+v", l)
	}
	if n := SceneOf(press(t, m, "seek 1")).Lanes[0].Notes; strings.Join(n, ";") != "quiet shutdown" {
		t.Errorf("%v", n)
	}
	m, _ = rowsAfter(t, "server SSL_write 5", "client SSL_shutdown", "client SSL_shutdown")
	if n := SceneOf(m).Lanes[0].Notes; len(n) == 0 || n[0] != "fatal error" {
		t.Errorf("%v", n)
	}
}

func TestLaneNotesTellOfAClosedSocket(t *testing.T) {
	m, _ := rowsAfter(t, "client SSL_shutdown", "client SSL_free", "client close", "server close")
	l := SceneOf(m).Lanes
	if strings.Join(l[0].Notes, ";") != "freed;socket closed" || strings.Join(l[1].Notes, ";") != "socket closed" {
		t.Errorf("%+v", l)
	}
	if n := SceneOf(press(t, m, "seek 2")).Lanes[0].Notes; strings.Join(n, ";") != "freed" {
		t.Errorf("%v", n)
	}
}
