package replay_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"closenotify/engine/conformance"
	"closenotify/engine/replay"
)

// testdata is the folder of the recordings. The documentation of package conformance says
// how they are made.
const testdata = "../conformance/testdata"

// leastScripts is how many scripts must have been recorded for each profile.
const leastScripts = 5000

// TestRecorded replays every recording.
func TestRecorded(t *testing.T) {
	files, err := filepath.Glob(testdata + "/*.gz")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recordings: %v", err)
	}
	var scripts, size atomic.Int64
	t.Run("files", func(t *testing.T) {
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".gz"), func(t *testing.T) {
				t.Parallel()
				n, bytes := replayFile(t, file)
				scripts.Add(int64(n))
				size.Add(bytes)
			})
		}
	})
	t.Logf("%d scripts, %d bytes", scripts.Load(), size.Load())
	if size.Load() > 7<<19 {
		t.Errorf("the recordings have %d bytes, more than 3.5 MB", size.Load())
	}
}

// replayFile replays a file. It prints the shortest disagreement; without the library no
// shorter script can be found.
func replayFile(t *testing.T, name string) (scripts int, size int64) {
	file, err := conformance.ReadRecordingsFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var player replay.Replayer
	var shortest *replay.Disagreement
	failed := 0
	for r, err := range file.All() {
		if err != nil {
			t.Fatal(err)
		}
		scripts++
		d, err := player.Run(r)
		if err != nil {
			t.Fatal(err)
		}
		if d == nil {
			continue
		}
		failed++
		if shortest == nil || d.Diff.Step < shortest.Diff.Step {
			shortest = d
		}
	}
	if failed > 0 {
		t.Errorf("the engine disagrees with %d of %d recordings. The shortest:\n\n%s", failed, scripts, shortest)
	}
	if strings.HasPrefix(filepath.Base(name), "random-") && scripts < leastScripts {
		t.Errorf("only %d scripts, want %d", scripts, leastScripts)
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return scripts, info.Size()
}
