package cc

import (
	"runtime"
	"testing"

	"closenotify/engine/program"
)

// reading is the program recommended, which has a buffer of 16 kB, in its loop of reads.
func reading(tb testing.TB, h *host) program.State {
	tb.Helper()
	code, err := Compile(recommended, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return program.Start(code).Run(program.Runner{Ask: h.ask}).Return(program.Result{}).Run(program.Runner{Ask: h.ask})
}

// keptBytes is how many bytes a step of a program keeps, in that many steps.
func keptBytes(tb testing.TB, steps int) uint64 {
	tb.Helper()
	h := &host{}
	s := reading(tb, h)
	states := make([]program.State, 0, steps)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range steps {
		s = s.Return(program.Result{Ret: int64(1 + i*37%16384)}).Run(program.Runner{Ask: h.ask})
		states = append(states, s)
	}
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(states)
	return (after.HeapAlloc - before.HeapAlloc) / uint64(steps)
}

// TestAStepIsSmall: a step of a program with a buffer of 16 kB on its stack keeps at most 1 kB.
func TestAStepIsSmall(t *testing.T) {
	if kept := keptBytes(t, 2000); kept > 1024 {
		t.Errorf("a step keeps %d bytes", kept)
	}
}

// BenchmarkProgramState measures a step of the machine, without the World, and what it keeps.
func BenchmarkProgramState(b *testing.B) {
	h := &host{}
	s := reading(b, h)
	for b.Loop() {
		s.Return(program.Result{Ret: 100}).Run(program.Runner{Ask: h.ask})
	}
	b.ReportMetric(float64(keptBytes(b, 2000)), "B-kept/op")
}
