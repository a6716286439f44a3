package model

import (
	"strings"
	"testing"
)

func TestRecordStatus(t *testing.T) {
	m := emptyModel(t)
	for _, c := range []struct {
		op     string
		status RecordStatus
		remark string
	}{
		{"act c2s hold", "", ""},
		{"act client SSL_write 5", StatusInFlight, "in flight"},
		{"act c2s deliver 10", StatusPartArrived, "10 B arrived"},
		{"act c2s deliver all", StatusReadable, "unread"},
		{"act c2s corrupt", StatusReadable, "a bit flipped"},
		{"act c2s corrupt", StatusReadable, "unread"},
		{"act server SSL_read 100", StatusRead, ""},
	} {
		m = press(t, m, c.op)
		if c.status == "" {
			continue
		}
		if r := SceneOf(m).Ladder.Rows[1].Records[0]; r.Status != c.status || r.Remark != c.remark || r.Name != "data" {
			t.Errorf("after %s: %+v, want %s, %q", c.op, r, c.status, c.remark)
		}
	}
	if r := SceneOf(press(t, m, "first")).Ladder.Rows[1].Records[0]; r.Status != StatusAhead {
		t.Errorf("before its step: %+v", r)
	}
}

func TestWhatTheNetworkDoes(t *testing.T) {
	m, rows := rowsAfter(t, "c2s hold", "client SSL_write 5", "c2s fin", "c2s truncate", "s2c inject alert", "s2c reset", "s2c capacity 20", "s2c broken")
	if r := rows[1].Records[0]; r.Status != StatusLost || r.Remark != "lost in step 4" {
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
	want := "RST; capacity 20 B; broken"
	if got := strings.Join(SceneOf(m).Wires[1].Notes, "; "); got != want {
		t.Errorf("wire notes %q, want %q", got, want)
	}
	if r := SceneOf(press(t, m, "seek 3")).Ladder.Rows[2].Records[0]; r.Status != StatusInFlight {
		t.Errorf("FIN after the bytes in flight: %+v", r)
	}
}
