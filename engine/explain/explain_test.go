package explain_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// play runs a script and gives its history and the branch from its root.
func play(t *testing.T, text string) (engine.History, []engine.NodeID) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	return h, h.Path(tip)
}

// recordings are the scripts that real libraries were recorded with, in both versions
// of TLS.
func recordings(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded scripts: %v", err)
	}
	list := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(string(data), "\n== ")
		for _, v := range engine.Versions {
			list[filepath.Base(file)+", "+v.String()] = "version " + v.String() + "\n" + text
		}
	}
	return list
}
