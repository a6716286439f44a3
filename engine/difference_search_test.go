package engine_test

import (
	"cmp"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// To find and record scripts for differences that have none yet, run
//
//	go test ./engine -run TestDifferencesAreRecorded -find 20000
//	go test ./engine -run TestRecorded/differs -record DIR
var find = flag.Int("find", 0, "search as many random scripts for one on which releases part, for each difference that has none")

const (
	enoughScripts = 5    // are made as small as possible for one difference
	maxTries      = 1000 // to make a script smaller: a large number is made smaller one by one
)

// findDifferences writes the shortest scripts that it finds, without recordings. It looks
// at the scripts of testdata, too.
func findDifferences(t *testing.T, n int) {
	missing := map[int][]string{} // the scripts found so far, by the difference's place in the table
	for i, d := range engine.Differences() {
		if files, _ := filepath.Glob("testdata/*-differs-" + d.Name + ".txt"); len(files) != 2 {
			missing[i] = nil
		}
	}
	for _, s := range recordedScripts(t) {
		considerScript(t, s.String(), missing)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range n {
		considerScript(t, conformance.Generate(r, conformance.Options{Subset: conformance.Everything}), missing)
	}
	for i, list := range missing {
		if d := engine.Differences()[i]; len(list) == 0 {
			t.Errorf("%s: no script was found", d.Name)
		} else {
			writeScripts(t, d, slices.MinFunc(list, func(a, b string) int {
				return cmp.Or(strings.Count(a, "\n")-strings.Count(b, "\n"), len(a)-len(b))
			}))
		}
	}
}

// considerScript adds the script, made as small as possible, to those of each missing
// difference because of which releases part in it.
func considerScript(t *testing.T, text string, missing map[int][]string) {
	for i, list := range missing {
		tries := 0
		parts := func(text string) bool {
			tries++
			return tries < maxTries && partsReleases(t, text, i)
		}
		if len(list) < enoughScripts && listsDifference(t, text, engine.Differences()[i]) && parts(text) {
			missing[i] = append(list, conformance.Minimise(text, parts))
		}
	}
}

// listsDifference reports whether a step of the script lists the difference.
func listsDifference(t *testing.T, text string, d engine.Difference) (lists bool) {
	for _, p := range releasesApart(d) {
		s, err := script.Parse(conformance.WithProfile(text, p.Name, versionOf(text)))
		if err != nil {
			t.Fatal(err)
		}
		eachStep(t, s, func(_ engine.World, _ engine.Op, _ engine.World, step engine.Step) {
			lists = lists || len(common(step.Differences(), []engine.Difference{d})) > 0
		})
	}
	return lists
}

// partsReleases reports whether two releases part in the script because of the difference,
// with one version of TLS or both.
func partsReleases(t *testing.T, text string, i int) bool {
	return slices.ContainsFunc(engine.Versions[:], func(v engine.Version) bool {
		var scripts [2]script.Script
		for j, p := range releasesApart(engine.Differences()[i]) {
			var err error
			if scripts[j], err = script.Parse(conformance.WithProfile(text, p.Name, v.String())); err != nil {
				return false
			}
			if _, err := engine.New(scripts[j].Config); err != nil {
				return false
			}
		}
		return partBecauseOf(t, scripts[0], scripts[1], v, i, traceOf(t, scripts[0], v, -1), traceOf(t, scripts[1], v, -1))
	})
}

// releasesApart are two releases next to each other of which one has the difference. Both
// can still be had.
func releasesApart(d engine.Difference) [2]engine.Profile {
	var all []engine.Profile
	for _, p := range engine.Profiles() {
		if r, ok := conformance.ReleaseOf(p.Name); ok && !r.Gone {
			all = append(all, p)
		}
	}
	for i := range all[1:] {
		if d.In(all[i].Patch) != d.In(all[i+1].Patch) {
			return [2]engine.Profile{all[i], all[i+1]}
		}
	}
	panic("no releases next to each other differ in " + d.Name)
}

// versionOf is the version that a script has, in words.
func versionOf(text string) string {
	if strings.Contains(text, "version "+engine.TLS12.String()) {
		return engine.TLS12.String()
	}
	return engine.TLS13.String()
}

// writeScripts writes the script for both releases.
func writeScripts(t *testing.T, d engine.Difference, text string) {
	var body []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "version ") && !strings.HasPrefix(line, "profile ") && !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			body = append(body, line)
		}
	}
	for _, p := range releasesApart(d) {
		file := filepath.Join("testdata", strings.TrimPrefix(p.Name, "openssl-")+"-differs-"+d.Name+".txt")
		content := "# Releases part here: " + d.Name + ".\nprofile " + p.Name + "\n" + strings.Join(body, "")
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Log(file)
	}
}
