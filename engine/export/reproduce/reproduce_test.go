package reproduce_test

import (
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

var (
	releases = flag.String("releases", "", "also compile against the releases that releases.sh has unpacked in this `folder`")
	all      = flag.Bool("all", false, "compare all recorded scripts in both versions, not a part of them")
	random   = flag.Int("random", 20, "how many random scripts are compared for each release, a fifth of them with programs")
	seed     = flag.Uint64("seed", 1, "of the random scripts; 0 takes it from the clock")
)

// TestRecorded compares the C of the lessons' scripts, and of those with which the engine is
// tested, with the engine's trace: those of all lessons and some of the others, or all with
// -all.
func TestRecorded(t *testing.T) {
	scripts := recorded(t)
	if !*all {
		maps.DeleteFunc(scripts, func(name string, _ script.Script) bool { return !isPicked(name) })
	}
	for _, l := range libraries(t) {
		l.checkAll(t, scripts)
	}
}

// isPicked reports whether a script is compared each time.
func isPicked(name string) bool {
	h := fnv.New32()
	h.Write([]byte(name))
	return filepath.Base(name) == "script.txt" || h.Sum32()%10 == 0
}

// recorded are the scripts of the lessons and those of the engine's tests, by name. With -all
// each is there for both versions.
func recorded(t *testing.T) map[string]script.Script {
	t.Helper()
	scripts := map[string]script.Script{}
	for _, pattern := range []string{"../../../scenarios/library/*/*.txt", "../../testdata/*.txt", "../../testdata/programs/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, _, _ := strings.Cut(string(data), "\n== ")
			s := parse(t, text)
			name = strings.TrimLeft(name, "./")
			scripts[name] = s
			for _, v := range engine.Versions {
				if s.Config.Version = v; *all {
					scripts[name+" "+v.String()] = s
				}
			}
			if *all {
				delete(scripts, name)
			}
		}
	}
	return scripts
}

// TestRandom does the same with random scripts.
func TestRandom(t *testing.T) {
	if *seed == 0 {
		*seed = uint64(time.Now().UnixNano())
	}
	for _, l := range libraries(t) {
		scripts := map[string]script.Script{}
		r := rand.New(rand.NewPCG(*seed, 0))
		for i := range *random {
			o := conformance.Options{Profile: l.profile, Subset: conformance.Everything}
			if i%5 == 0 {
				o.Programs, o.Seed = *random, *seed
			}
			text := conformance.Generate(r, o)
			scripts[fmt.Sprintf("script %d of seed %d:\n%s", i, *seed, text)] = parse(t, text)
		}
		l.checkAll(t, scripts)
	}
}

// checkAll checks the scripts, as many at a time as there are processors.
func (l library) checkAll(t *testing.T, scripts map[string]script.Script) {
	names := make(chan string)
	var workers sync.WaitGroup
	var counts sync.Mutex
	agree, undetermined := 0, 0
	for range runtime.NumCPU() {
		dir := t.TempDir()
		workers.Go(func() {
			for name := range names {
				err := l.check(dir, scripts[name])
				counts.Lock()
				switch {
				case err == nil:
					agree++
				case errors.Is(err, errUndetermined):
					undetermined++
				default:
					t.Errorf("%s: %s: %v", l.profile, name, err)
				}
				counts.Unlock()
			}
		})
	}
	for _, name := range slices.Sorted(maps.Keys(scripts)) {
		names <- name
	}
	close(names)
	workers.Wait()
	t.Logf("%s: of %d scripts %d agree, %d are undetermined", l.profile, len(scripts), agree, undetermined)
	if agree == 0 {
		t.Errorf("%s: no script agrees", l.profile)
	}
}
