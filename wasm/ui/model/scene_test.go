package model

import (
	"strings"
	"testing"
)

// rowsOf is the ladder after some operations on an empty stage.
func rowsOf(t *testing.T, ops ...string) (Model, []Row) {
	t.Helper()
	m := emptyModel(t)
	for _, op := range ops {
		m = do(t, m, "act "+op)
	}
	return m, SceneOf(m).Ladder.Rows
}

func TestTheMisleadingZeroIsMarked(t *testing.T) {
	_, rows := rowsOf(t, "client SSL_shutdown")
	if r := rows[0]; r.Return != "0" || r.Error != "SYSCALL" || r.Tone != ToneMisleading || r.Kind != KindNotify {
		t.Errorf("%+v", r)
	}
}

func TestTones(t *testing.T) {
	for _, c := range []struct {
		ops  []string
		tone Tone
		kind Kind
	}{
		{[]string{"client SSL_write 5"}, ToneOK, KindClient},
		{[]string{"server SSL_read 5"}, ToneRetry, KindServer},
		{[]string{"client SSL_shutdown", "server SSL_read 5"}, ToneClosed, KindServer},
		{[]string{"client SSL_shutdown", "client SSL_write 5"}, ToneFatal, KindError},
		{[]string{"c2s hold"}, ToneOK, KindNetwork},
		{[]string{"c2s reset"}, ToneOK, KindError},
	} {
		_, rows := rowsOf(t, c.ops...)
		if r := rows[len(rows)-1]; r.Tone != c.tone || r.Kind != c.kind {
			t.Errorf("%v: %s %s, want %s %s", c.ops, r.Tone, r.Kind, c.tone, c.kind)
		}
	}
}

func TestARecordsFate(t *testing.T) {
	m := emptyModel(t)
	for _, c := range []struct {
		op     string
		fate   Fate
		remark string
	}{
		{"act c2s hold", "", ""},
		{"act client SSL_write 5", FateFlight, "in flight"},
		{"act c2s deliver 10", FatePart, "10 B arrived"},
		{"act c2s deliver all", FateReadable, ""},
		{"act c2s corrupt", FateReadable, "a bit flipped"},
		{"act c2s corrupt", FateReadable, ""},
		{"act server SSL_read 100", FateRead, "taken in step 7"},
	} {
		m = do(t, m, c.op)
		if c.fate == "" {
			continue
		}
		if r := SceneOf(m).Ladder.Rows[1].Records[0]; r.Fate != c.fate || r.Remark != c.remark || r.Name != "data" {
			t.Errorf("after %s: %+v, want %s, %q", c.op, r, c.fate, c.remark)
		}
	}
	if r := SceneOf(do(t, m, "first")).Ladder.Rows[1].Records[0]; r.Fate != FateAhead {
		t.Errorf("before its step: %+v", r)
	}
}

func TestWhatTheNetworkDoes(t *testing.T) {
	m, rows := rowsOf(t, "c2s hold", "client SSL_write 5", "c2s fin", "c2s truncate", "s2c inject alert", "s2c reset", "s2c capacity 20", "s2c broken")
	if r := rows[1].Records[0]; r.Fate != FateLost || r.Remark != "lost in step 4" {
		t.Errorf("truncated: %+v", r)
	}
	if r := rows[2].Records[0]; r.Shape != ShapeFIN {
		t.Errorf("FIN: %+v", r)
	}
	if r := rows[4].Records[0]; r.Shape != ShapeForged {
		t.Errorf("injected: %+v", r)
	}
	if r := rows[5].Records[0]; r.Shape != ShapeReset {
		t.Errorf("RST: %+v", r)
	}
	want := "7 B on the wire; room for 20 B; reset; broken"
	if got := strings.Join(SceneOf(m).Wires[1].Notes, "; "); got != want {
		t.Errorf("wire notes %q, want %q", got, want)
	}
	if r := SceneOf(do(t, m, "seek 3")).Ladder.Rows[2].Records[0]; r.Fate != FateFlight {
		t.Errorf("FIN behind what is in flight: %+v", r)
	}
}

func TestPillsSayWhatSetThem(t *testing.T) {
	m, _ := rowsOf(t, "client SSL_shutdown", "server SSL_read 100")
	server := SceneOf(m).Lanes[1]
	p := server.Pills[1]
	if !p.On || !p.Changed || p.Step != 2 || p.Cause != "set in step 2 by server SSL_read(100), with the close_notify of the client" {
		t.Errorf("%+v", p)
	}
	if p := SceneOf(m).Lanes[0].Pills[0]; !p.On || p.Changed || p.Step != 1 {
		t.Errorf("%+v", p)
	}
	why := SceneOf(m).Side.Why
	if len(why.Rules) == 0 || len(why.Flags) != 2 || !strings.Contains(why.Step, "SSL_ERROR_ZERO_RETURN") {
		t.Errorf("%+v", why)
	}
}

func TestLaneNotes(t *testing.T) {
	m, _ := rowsOf(t, "client SSL_set_quiet_shutdown 1", "client SSL_write 5", "server SSL_read 2", "client SSL_free")
	l := SceneOf(m).Lanes
	if !l[0].Freed || strings.Join(l[0].Notes, ";") != "freed" || strings.Join(l[1].Notes, ";") != "3 bytes pending" {
		t.Errorf("%+v", l)
	}
	if n := SceneOf(do(t, m, "seek 1")).Lanes[0].Notes; strings.Join(n, ";") != "quiet shutdown" {
		t.Errorf("%v", n)
	}
	m, _ = rowsOf(t, "server SSL_write 5", "client SSL_shutdown", "client SSL_shutdown")
	if n := SceneOf(m).Lanes[0].Notes; len(n) == 0 || n[0] != "fatal error" {
		t.Errorf("%v", n)
	}
}

func TestMistakesAreMarked(t *testing.T) {
	m, _ := rowsOf(t, "client SSL_shutdown")
	for _, o := range SceneOf(m).Actions.Groups[0].Bars[0].Offers {
		if o.Mistake != (o.Op.Verb.String() == "SSL_write") {
			t.Errorf("%v: mistake %v", o.Op, o.Mistake)
		}
	}
}

func TestSizesAreFilledIn(t *testing.T) {
	m := emptyModel(t)
	for _, s := range [][2]string{{"size read 1", "7"}, {"size write 0", "3"}, {"size deliver 0", "4"}} {
		msg, ok := m.Do(s[0], s[1])
		if !ok {
			t.Fatalf("%v does nothing", s)
		}
		m, _ = play(m, msg)
	}
	m, _ = play(m, Size{"read", 9, 1}, Size{"colour", 0, 1}, Size{"write", 0, 0})
	groups := SceneOf(m).Actions.Groups
	var got []string
	for _, i := range []struct{ g, o int }{{0, 2}, {2, 1}, {1, 2}} {
		got = append(got, groups[i.g].Bars[0].Offers[i.o].Op.String())
	}
	if s := strings.Join(got, "; "); s != "client SSL_write 3; server SSL_read 7; c2s deliver 4" {
		t.Error(s)
	}
	if _, _, ok := groups[0].Bars[0].Offers[0].Size(); ok {
		t.Error("SSL_shutdown has a size")
	}
}

func TestStatePanelMarksWhatChanged(t *testing.T) {
	m, _ := rowsOf(t, "client SSL_shutdown")
	m = do(t, m, "pane state")
	for _, r := range SceneOf(m).Side.State.Rows {
		c := r.Cells[0]
		switch r.Name {
		case "SSL_get_shutdown":
			if c != (StateCell{Now: "SENT", Was: "0", Changed: true}) {
				t.Errorf("%s: %+v", r.Name, c)
			}
		case "queued":
			if c != (StateCell{Now: "24 B", Was: "0 B", Changed: true}) {
				t.Errorf("%s: %+v", r.Name, c)
			}
		case "state", "held", "FIN":
			if c.Changed {
				t.Errorf("%s: %+v", r.Name, c)
			}
		}
	}
	m = do(t, m, "act client SSL_free", "act c2s fin")
	if rows := SceneOf(m).Side.State.Rows; rows[0].Cells[0].Now != "\u2013" || rows[1].Cells[0].Now != "freed" {
		t.Errorf("freed: %+v", rows[:2])
	}
}

func TestCodePanel(t *testing.T) {
	m, _ := rowsOf(t, "client SSL_set_shutdown SENT|RECEIVED", "client SSL_set_shutdown 0", "client SSL_set_quiet_shutdown 1", "c2s hold", "server SSL_read 5")
	var got []string
	for _, l := range SceneOf(do(t, m, "pane code")).Side.Code.Lines {
		got = append(got, strings.TrimSpace(l.Text+" /* "+l.Comment+" */"))
	}
	want := []string{
		"SSL_set_shutdown(client, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN); /*  */",
		"SSL_set_shutdown(client, 0); /*  */",
		"SSL_set_quiet_shutdown(client, 1); /*  */",
		"/* c2s hold */",
		"ret = SSL_read(server, buf, 5); /* -1, SSL_get_error(server, ret) == SSL_ERROR_WANT_READ */",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
