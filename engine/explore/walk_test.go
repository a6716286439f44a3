package explore

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
)

const testdata = "../conformance/testdata"

// leastStates is how many states a walk must at least reach.
const leastStates = 20000

// recorded replays the explored recordings of a profile.
func recorded(t *testing.T, profile string) *Recorded {
	t.Helper()
	file, err := conformance.ReadRecordingsFile(testdata + "/explored-" + profile + ".gz")
	if err != nil {
		t.Fatal(err)
	}
	all, err := ReadRecorded(file)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// walked is the only profile that is walked here. The command explore walks all.
const walked = "openssl-3.6"

// TestWalk walks one profile, in both versions.
func TestWalk(t *testing.T) {
	all := recorded(t, walked)
	list, err := ReadFindings(testdata + "/findings")
	if err != nil || len(list) == 0 {
		t.Fatalf("no findings: %v", err)
	}
	findings := FindingsByBreak(list)
	for _, version := range engine.Versions {
		t.Run(version.String(), func(t *testing.T) {
			t.Parallel()
			r, err := Walk(walked, version, Alphabets(walked), all)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d states, %d transitions", r.States, r.Transitions)
			if r.States < leastStates || r.Disagreements+r.Unconfirmed+r.Modified+r.KeyConflicts > 0 {
				t.Errorf("%d states, %d disagreements, %d transitions unconfirmed, %d Worlds modified, %d key conflicts\n%s",
					r.States, r.Disagreements, r.Unconfirmed, r.Modified, r.KeyConflicts, r.Missing)
			}
			if len(r.Broken) != len(findings) {
				t.Errorf("%d kinds of broken promises, %d findings", len(r.Broken), len(findings))
			}
			for b, shown := range r.Broken {
				if f, ok := findings[b]; !ok || f.Steps() > shown.Steps {
					t.Errorf("%s breaks the promise %q, and no finding is as short as this:\n%s", b.Call, b.Promise, shown.Script)
				}
			}
		})
	}
}

// TestRecordedConfirms: what was recorded is confirmed, and nothing without recordings.
func TestRecordedConfirms(t *testing.T) {
	alphabets := []Alphabet{{Name: "core", Depth: 3, steps: coreSteps}}
	graphs, err := Explore(engine.DefaultProfile, engine.TLS13, alphabets)
	if err != nil {
		t.Fatal(err)
	}
	all := recorded(t, engine.DefaultProfile)
	none := &Recorded{}
	err = graphs[0].visit(func(tr transition) error {
		if !all.confirms(graphs[0], tr) || none.confirms(graphs[0], tr) {
			t.Errorf("confirmed: %v, by nothing: %v\n%s", all.confirms(graphs[0], tr), none.confirms(graphs[0], tr), graphs[0].Script(tr.path))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestModified: a World that has changed since it was found is noticed.
func TestModified(t *testing.T) {
	graphs, err := Explore(engine.DefaultProfile, engine.TLS13, []Alphabet{{Name: "core", Depth: 2, steps: coreSteps}})
	if err != nil {
		t.Fatal(err)
	}
	g := graphs[0]
	if n := g.modified(); n != 0 {
		t.Errorf("%d Worlds modified", n)
	}
	g.states[1].world, g.states[2].world = g.states[2].world, g.states[1].world
	if n := g.modified(); n != 2 {
		t.Errorf("%d Worlds modified, want the 2 that changed places", n)
	}
}

// TestBreakOfTwoWords: the walk and a finding call a step by the same word, although the
// step has two.
func TestBreakOfTwoWords(t *testing.T) {
	const steps, step = "client SSL_shutdown", "c2s inject alert"
	tr := lastTransition(t, steps, step, func(*tracker) {})
	var err error
	if tr.after, err = engine.New(engine.Config{}); err != nil { // without the flag
		t.Fatal(err)
	}
	r := Result{Broken: map[Break]*Example{}}
	r.check(&Graph{}, tr, &Recorded{})
	f := Finding{Promise: FlagsStay, Recordings: []conformance.Recording{{Steps: []string{steps, step}}}}
	if r.Broken[f.Break()] == nil {
		t.Errorf("the walk has %v, the finding %v", r.Broken, f.Break())
	}
}
