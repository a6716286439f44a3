package engine_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/replay"
)

// The folder testdata/programs has scripts with programs in C, and for each release what
// the real library did when they ran, in both versions of TLS: PROFILE.gz. To record them
// again, build the harnesses in engine/conformance and run
//
//	go test ./engine -run TestPrograms -record DIR
//
// With -missing, too, the recordings that there are stay as they are. With -harnesses instead of -record nothing is written: they are compared with what the
// harnesses in DIR do now.
const programs = "testdata/programs/"

var missing = flag.Bool("missing", false, "record only programs that have no recording")

var harnesses = flag.String("harnesses", "", "compare the recorded programs with the harnesses in this folder")

// programScripts are the scripts, by name.
func programScripts(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(programs + "*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	scripts := map[string]string{}
	for _, file := range files {
		scripts[strings.TrimSuffix(filepath.Base(file), ".txt")] = readFile(t, file)
	}
	return scripts
}

// TestPrograms holds the engine to the recorded programs, and these to what must be so in any
// trace; or them to the real library; or it records them.
func TestPrograms(t *testing.T) {
	scripts := programScripts(t)
	for _, profile := range replay.Profiles() {
		t.Run(profile, func(t *testing.T) {
			file := programs + profile + ".gz"
			switch {
			case *record != "" && *missing:
				recordMissing(t, file, profile, scripts)
			case *record != "":
				writeTraces(t, file, playPrograms(t, *record, profile, scripts))
			case *harnesses != "":
				comparePrograms(t, scripts, readTraces(t, file), playPrograms(t, *harnesses, profile, scripts))
			default:
				recorded := readTraces(t, file)
				checkPrograms(t, scripts, recorded)
				comparePlayed(t, scripts, recorded, profile)
			}
		})
	}
}

// recordMissing records the scripts that have no recording, and drops those that are gone.
func recordMissing(t *testing.T, file, profile string, scripts map[string]string) {
	traces := readTraces(t, file)
	maps.DeleteFunc(traces, func(key string, _ []string) bool {
		name, _, _ := strings.Cut(key, " ")
		return scripts[name] == ""
	})
	missing := map[string]string{}
	for name, text := range scripts {
		if traces[name+" "+engine.TLS13.String()] == nil {
			missing[name] = text
		}
	}
	maps.Copy(traces, playPrograms(t, *record, profile, missing))
	writeTraces(t, file, traces)
}

// playPrograms runs the scripts with the harness of the profile in the folder.
func playPrograms(t *testing.T, folder, profile string, scripts map[string]string) conformance.Traces {
	t.Helper()
	h := conformance.NewHarness(filepath.Join(folder, "harness-"+strings.TrimPrefix(profile, engine.ProfilePrefix)))
	defer h.Close()
	traces, err := h.RunForAll(profile, scripts)
	if err != nil {
		t.Fatal(err)
	}
	return traces
}

// writeTraces and readTraces write and read the recordings of a release.
func writeTraces(t *testing.T, file string, traces conformance.Traces) {
	t.Helper()
	if err := conformance.WriteTraces(file, traces); err != nil {
		t.Fatal(err)
	}
}

func readTraces(t *testing.T, file string) conformance.Traces {
	t.Helper()
	traces, err := conformance.ReadTraces(file)
	if err != nil {
		t.Fatal(err)
	}
	return traces
}

// comparePrograms compares what was recorded with what the harness does.
func comparePrograms(t *testing.T, scripts map[string]string, recorded, played conformance.Traces) {
	for key, got := range played {
		name, _, _ := strings.Cut(key, " ")
		if diff, differ := conformance.Compare(scripts[name], recorded[key], got); differ {
			t.Errorf("%s: %v", key, diff)
		}
	}
}

// checkPrograms checks the recorded traces by themselves: each call of a program stands in
// the line that the trace says.
func checkPrograms(t *testing.T, scripts map[string]string, recorded conformance.Traces) {
	if len(recorded) != len(engine.Versions)*len(scripts) {
		t.Errorf("%d traces are recorded, want %d", len(recorded), len(engine.Versions)*len(scripts))
	}
	for key, trace := range recorded {
		name, _, _ := strings.Cut(key, " ")
		for i, line := range trace {
			if err := checkCall(conformance.Programs(scripts[name]), i+1, line); err != nil {
				t.Errorf("%s: %v", key, err)
			}
		}
	}
}

// checkCall checks step n of a trace. A call of a macro's need not stand in its line.
func checkCall(programs map[string]string, n int, object string) error {
	var step struct {
		N       int
		Step    string
		Call    string
		Line    int
		Blocked bool
		Ended   bool
	}
	if err := json.Unmarshal([]byte(object), &step); err != nil {
		return err
	}
	peer, _, _ := strings.Cut(step.Step, " ")
	lines := strings.Split(programs[peer], "\n")
	isMacro := slices.ContainsFunc(lines, func(line string) bool {
		return strings.HasPrefix(line, "#define ") && strings.Contains(line, step.Call)
	})
	switch {
	case step.N != n:
		return fmt.Errorf("step %d has the number %d", n, step.N)
	case step.Call == "":
		return nil
	case step.Line < 1 || step.Line > len(lines) || step.Ended:
		return fmt.Errorf("step %d: %s in line %d of %d", n, step.Call, step.Line, len(lines))
	case !isMacro && !strings.Contains(lines[step.Line-1], step.Call):
		return fmt.Errorf("step %d: there is no %s in line %d, %q", n, step.Call, step.Line, lines[step.Line-1])
	}
	return nil
}
