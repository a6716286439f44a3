package predict_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/explain"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict"
)

// play plays a script to its end.
func play(t *testing.T, text string) (engine.History, []engine.NodeID) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return run(t, s)
}

// programs has the programs of the lessons compiled.
var programs compile.Cache

// run plays a script to its end.
func run(t *testing.T, s script.Script) (engine.History, []engine.NodeID) {
	t.Helper()
	w, err := programs.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	h, id, err := s.RunFrom(w)
	if err != nil {
		t.Fatal(err)
	}
	return h, h.Path(id)
}

// lessons are the scripts of all lessons, by the names of the lesson and of the file.
func lessons(t *testing.T) map[string]script.Script {
	all := map[string]script.Script{}
	for _, l := range library.All() {
		all[l.Name+" script"] = l.Script
		if l.Wrong != nil {
			all[l.Name+" wrong"], all[l.Name+" right"] = l.Wrong.Script, l.Right.Script
		}
	}
	if len(all) == 0 {
		t.Fatal("there are no lessons")
	}
	return all
}

// under is a script under a release, in a version.
func under(s script.Script, profile string, v engine.Version) script.Script {
	s.Config.Profile, s.Config.Version = profile, v
	return s
}

// questions are the questions of a branch, of one step in every. What a loop repeats is asked about
// twice.
func questions(h engine.History, path []engine.NodeID, every int) []predict.Question {
	var all []predict.Question
	seen := map[string]int{}
	for i := 1 + len(path)%every; i < len(path); i += every {
		line := explain.Line(h.Step(path[i]))
		if seen[line]++; seen[line] > 2 {
			continue
		}
		all = append(all, predict.Questions(h, path, i)...)
	}
	return all
}

// find finds the question about an aspect of a step.
func find(t *testing.T, h engine.History, path []engine.NodeID, i int, a predict.Aspect) predict.Question {
	t.Helper()
	for _, q := range predict.Questions(h, path, i) {
		if q.Aspect == a {
			return q
		}
	}
	t.Fatalf("step %d has no question about %s", i, a)
	return predict.Question{}
}
