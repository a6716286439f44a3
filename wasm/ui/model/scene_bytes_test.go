package model

import (
	"strings"
	"testing"

	"closenotify/engine/capture"
)

// bytesAfter is the Bytes panel after some operations on an empty stage.
func bytesAfter(t *testing.T, ops ...string) (Model, BytesScene) {
	t.Helper()
	m := press(t, emptyModel(t), "pane bytes")
	for _, op := range ops {
		m = press(t, m, "act "+op)
	}
	return m, SceneOf(m).Panels.Bytes
}

// wireStates are the states of the bytes of a record, one for each run of bytes in the same state.
func wireStates(s BytesScene) (list []string) {
	for _, row := range s.Blocks[0].Rows {
		for _, run := range row.Runs {
			if n := len(list); n == 0 || list[n-1] != string(run.State) {
				list = append(list, string(run.State))
			}
		}
	}
	return list
}

func TestBytesFollowTheStep(t *testing.T) {
	if _, s := bytesAfter(t); len(s.Blocks) != 0 || len(s.Records) != 1 {
		t.Errorf("before anything was sent: %+v", s)
	}
	m, s := bytesAfter(t, "client SSL_write 5", "client SSL_shutdown")
	if s.Title != "close_notify" || s.About != "client to server, step 2" || len(s.Blocks) != 3 {
		t.Errorf("%+v", s)
	}
	if s = SceneOf(press(t, m, "back")).Panels.Bytes; s.Title != "data" || len(s.Records) != 2 {
		t.Errorf("one step back: %s, %v", s.Title, s.Records)
	}
	m = press(t, m, "show-record 1 1")
	if s = SceneOf(m).Panels.Bytes; s.Title != "data" || !s.Records[1].On {
		t.Errorf("chosen: %s, %v", s.Title, s.Records)
	}
	if m = press(t, m, "first", "show-record 2 2"); m.At != 2 || m.Pane != PaneBytes {
		t.Errorf("a record ahead is shown at step %d", m.At)
	}
}

func TestBytesSayWhereTheyAre(t *testing.T) {
	for _, c := range []struct {
		ops      []string
		states   string
		progress string
	}{
		{[]string{"client SSL_shutdown"}, "arrived", "All 24 bytes arrived, not read."},
		{[]string{"c2s hold", "client SSL_shutdown"}, "flight", "All 24 bytes in flight (dashed)."},
		{[]string{"c2s hold", "client SSL_shutdown", "c2s deliver 9"}, "arrived flight", "9 of 24 bytes arrived, not read; 15 in flight (dashed)."},
		{[]string{"c2s capacity 7", "client SSL_shutdown"}, "arrived unsent", "7 of 24 bytes arrived, not read; 17 not yet sent (dotted)."},
		{[]string{"client SSL_shutdown", "server SSL_read 5"}, "read", "All 24 bytes read."},
		{[]string{"client SSL_shutdown", "c2s truncate"}, "lost", "All 24 bytes lost (struck out)."},
	} {
		_, s := bytesAfter(t, c.ops...)
		if got := strings.Join(wireStates(s), " "); got != c.states || s.Progress != c.progress {
			t.Errorf("%v: %s, %s", c.ops, got, s.Progress)
		}
	}
}

func TestAFlippedBitIsShown(t *testing.T) {
	m, s := bytesAfter(t, "client SSL_write 5", "c2s corrupt")
	flips := 0
	for _, row := range s.Blocks[0].Rows {
		for _, run := range row.Runs {
			if run.Flipped {
				flips++
			}
		}
	}
	if flips != 1 || !strings.Contains(s.Damage, "byte 26") {
		t.Errorf("%d flips: %s", flips, s.Damage)
	}
	if s = SceneOf(press(t, m, "act c2s corrupt")).Panels.Bytes; s.Damage != "" {
		t.Errorf("flipped back: %s", s.Damage)
	}
}

func TestTicketsAreThereFromTheStart(t *testing.T) {
	m := sendOne(emptyModel(t), EditScript{"start tickets\nclient SSL_read 1\n"})
	s := SceneOf(press(t, m, "pane bytes", "first")).Panels.Bytes
	if s.Title != "NewSessionTicket" || s.About != "server to client, before step 1" || s.Progress != "All 239 bytes arrived, not read." {
		t.Errorf("%s, %s, %s", s.Title, s.About, s.Progress)
	}
}

func TestALongRecordIsCut(t *testing.T) {
	m, s := bytesAfter(t, "client SSL_write 16384")
	rows := s.Blocks[0].Rows
	if len(rows) != hexRows+1 || rows[hexRows-hexTail].RowsCut != 1026-hexRows {
		t.Errorf("%d rows, %+v", len(rows), rows[hexRows-hexTail])
	}
	_, cmds := send(m, CopyBytes{})
	if c, ok := cmds[0].(Copy); !ok || strings.Count(c.Text, "\n") != 1026 || !strings.HasPrefix(c.Text, "17 03 03 40 11 ") {
		t.Errorf("%+v", cmds)
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"0 is not an error": "0-is-not-an-error", "\u2026": "close-notify", strings.Repeat("ab ", 50): strings.Repeat("ab-", 20),
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

// BenchmarkBytes measures the panel's first drawing in a long scenario.
func BenchmarkBytes(b *testing.B) {
	m, _ := Update(newModel(), EditScript{strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 50_000)})
	b.ReportAllocs()
	for b.Loop() {
		next, _ := Update(m, SetPane{PaneBytes})
		SceneOf(next)
	}
}

func TestTheFirstFlippedBitIsNamed(t *testing.T) {
	for range 20 { // the order of a map changes from loop to loop
		text := damageText(capture.RecordBytes{Protected: true}, map[int]bool{3: false, 9: true, 20: true, 30: true})
		if !strings.Contains(text, "byte 9 ") {
			t.Fatal(text)
		}
	}
}
