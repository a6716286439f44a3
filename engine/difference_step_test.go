package engine_test

import (
	"reflect"
	"slices"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// parts reports whether two results of a step differ in anything but the release.
func parts(a, b engine.World, sa, sb engine.Step) bool {
	a, sa = engine.WithoutProfile(a, sa)
	b, sb = engine.WithoutProfile(b, sb)
	return !reflect.DeepEqual(a, b) || !reflect.DeepEqual(sa, sb)
}

// onlyInTexts shows in QueuedErrors only, which a Step makes when it is asked.
const onlyInTexts = "errors-name-functions"

// waits reports whether a peer is in a blocked call.
func waits(w engine.World) bool {
	_, client := w.Endpoint(engine.Client).Blocked()
	_, server := w.Endpoint(engine.Server).Blocked()
	return client || server
}

// TestListedDifferencesDecide: a difference that a step lists changes the step, or the
// World after it, when a release gives the other answer; and one that it does not list
// changes neither.
func TestListedDifferencesDecide(t *testing.T) {
	listed := map[string]bool{}
	for _, s := range recordedScripts(t) {
		eachStep(t, s, func(before engine.World, op engine.Op, after engine.World, step engine.Step) {
			if waits(before) {
				return // the release of a call does not change while it waits
			}
			for id, d := range engine.Differences() {
				w, other := apply(t, engine.ToggleDifference(before, id), op)
				lists := len(common(step.Differences(), []engine.Difference{d})) > 0
				if d.Name != onlyInTexts && parts(after, w, step, other) != lists {
					t.Errorf("%s: step %d, %s: lists %s: %v", s.Config.Profile, step.N, op, d.Name, lists)
				}
				listed[d.Name] = listed[d.Name] || lists
			}
		})
	}
	for _, d := range engine.Differences() {
		if !listed[d.Name] {
			t.Errorf("no step of a recorded script lists %s", d.Name)
		}
	}
}

// TestReleasesPartWhereTheyDiffer: two releases do the same until a step in which both
// list a difference between them.
func TestReleasesPartWhereTheyDiffer(t *testing.T) {
	profiles := engine.Profiles()
	for _, s := range recordedScripts(t) {
		for i, p := range profiles {
			for _, q := range profiles[i+1:] {
				playUntilTheyDiffer(t, s, p, q)
			}
		}
	}
}

func playUntilTheyDiffer(t *testing.T, s script.Script, p, q engine.Profile) {
	t.Helper()
	var worlds [2]engine.World
	for i, r := range []engine.Profile{p, q} {
		config := s.Config
		config.Profile = r.Name
		var err error
		if worlds[i], err = engine.New(config); err != nil {
			t.Fatal(err)
		}
	}
	between := p.DifferencesBetween(q)
	for _, op := range s.Ops() {
		var steps [2]engine.Step
		for i := range worlds {
			worlds[i], steps[i] = apply(t, worlds[i], op)
		}
		here, there := common(steps[0].Differences(), between), common(steps[1].Differences(), between)
		if !slices.Equal(here, there) && (len(here) == 0 || len(there) == 0) {
			t.Errorf("%s lists %q, %s lists %q: step %d, %s", p.Name, here, q.Name, there, steps[0].N, op)
		}
		if len(here) > 0 {
			return
		}
		if parts(worlds[0], worlds[1], steps[0], steps[1]) {
			t.Errorf("%s and %s part, and no difference is listed: step %d, %s", p.Name, q.Name, steps[0].N, op)
			return
		}
	}
}

// common lists the names of the differences that stand in both lists.
func common(list, among []engine.Difference) (names []string) {
	for _, d := range list {
		if slices.ContainsFunc(among, func(a engine.Difference) bool { return a.Name == d.Name }) {
			names = append(names, d.Name)
		}
	}
	return names
}

// eachStep plays a script and hands on each step with the World before and after it.
func eachStep(t *testing.T, s script.Script, f func(engine.World, engine.Op, engine.World, engine.Step)) {
	t.Helper()
	w, err := engine.New(s.Config)
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range s.Ops() {
		after, step := apply(t, w, op)
		f(w, op, after, step)
		w = after
	}
}

func apply(t *testing.T, w engine.World, op engine.Op) (engine.World, engine.Step) {
	t.Helper()
	w, step, err := w.Apply(op)
	if err != nil {
		t.Fatal(err)
	}
	return w, step
}

// TestDifferencesFrom: only what one release has and the other does not makes them diverge.
func TestDifferencesFrom(t *testing.T) {
	step := func(profile string) engine.Step {
		_, s := play(t, engine.Config{Profile: profile}, "s2c fin", "client SSL_read 10")
		return s
	}
	const name = "eof-is-fatal"
	old, later, latest := step("openssl-1.1.1"), step("openssl-3.0"), step("openssl-3.5")
	if list := later.DifferencesFrom(latest); len(list) != 0 {
		t.Errorf("two releases that do the same: %+v", list)
	}
	if list := old.DifferencesFrom(later); len(list) != 1 || list[0].Name != name {
		t.Errorf("two releases that diverge: %+v", list)
	}
	if list := (engine.Step{}).DifferencesFrom(later); list != nil {
		t.Errorf("a Step that no World has made: %+v", list)
	}
}
