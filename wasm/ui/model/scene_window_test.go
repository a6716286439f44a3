package model

import (
	"strconv"
	"strings"
	"testing"
)

// longModel is a stage with n steps.
func longModel(t *testing.T, n int) Model {
	t.Helper()
	m, _ := send(newModel(), EditScript{strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", n/2)})
	if m.Len() != n {
		t.Fatalf("%d steps: %v", m.Len(), m.Editor.Errors)
	}
	return m
}

func TestALongScenarioIsWindowed(t *testing.T) {
	m := longModel(t, 2000)
	for _, at := range []int{0, 1, 19, 20, 61, 1000, 1999, 2000} {
		s := SceneOf(press(t, m, "first", "seek "+strconv.Itoa(at)))
		l := s.Ladder
		if len(l.Rows) > MaxVisibleRows || len(s.Panels.Transcript.Lines) > MaxVisibleRows || len(s.Dock.Marks) > MaxSliderMarks {
			t.Fatalf("at %d: %d rows, %d lines, %d marks", at, len(l.Rows), len(s.Panels.Transcript.Lines), len(s.Dock.Marks))
		}
		if l.RowsBefore+len(l.Rows)+l.RowsAfter != 2000 || l.Rows[0].N != l.RowsBefore+1 {
			t.Errorf("at %d: %d before, rows from %d, %d after", at, l.RowsBefore, l.Rows[0].N, l.RowsAfter)
		}
		if last := l.Rows[len(l.Rows)-1].N; at > 0 && (at < l.Rows[0].N || at > last) {
			t.Errorf("step %d is out of sight: %d to %d", at, l.Rows[0].N, last)
		}
	}
}

func TestAMarkHasTheHighestKind(t *testing.T) {
	m, _ := send(longModel(t, 200), Last{})
	m = press(t, m, "act client SSL_shutdown", "act client SSL_write 1")
	marks := SceneOf(m).Dock.Marks
	if got := marks[len(marks)-1].Kind; got != KindError {
		t.Errorf("the last mark is %s", got)
	}
}

// BenchmarkStep measures a step and its Scene.
func BenchmarkStep(b *testing.B) {
	m, _ := Update(newModel(), EditScript{strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 1000)})
	m, _ = Update(m, Seek{1000})
	b.ReportAllocs()
	for b.Loop() {
		next, _ := Update(m, Next{})
		SceneOf(next)
	}
}
