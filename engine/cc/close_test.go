package cc

import (
	"os"
	"path/filepath"
	"testing"

	"closenotify/engine/program"
)

// TestClosers compiles closing code as people write it, and runs it with answers that say that
// nothing has arrived.
func TestClosers(t *testing.T) {
	paths, err := filepath.Glob("testdata/close/*.c")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no programs (%v)", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, version := range []uint32{0, 0x1010117f} {
			code, err := Compile(string(text), Options{Version: version})
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			h := &host{t: t}
			s := program.Start(code)
			for range 50 {
				s = s.Run(program.Runner{Ask: h.ask})
				s.Variables()
				s = s.Return(program.Result{Ret: -1, Errno: 11})
			}
			if line, reason := s.Stopped(); reason != "" {
				t.Errorf("%s is stopped at line %d: %s", path, line, reason)
			}
			if s.Status() != program.Ended {
				t.Errorf("%s does not end: it stands at line %d", path, s.Line())
			}
		}
	}
}
