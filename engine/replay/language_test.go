package replay_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
)

// TestVerbsOfTheHarness: the engine's registry and the tables in calls.c and network.c
// have the same rows.
func TestVerbsOfTheHarness(t *testing.T) {
	verbs := engine.Verbs()
	for _, declared := range conformance.Verbs {
		i := slices.IndexFunc(verbs, func(v engine.Verb) bool { return v.String() == declared.Word && v.IsCall() == declared.IsCall })
		if i < 0 {
			t.Errorf("the engine has no %s", declared.Word)
			continue
		}
		if verbs[i].Returns() != declared.Returns {
			t.Errorf("%s returns a number in the engine: %v, in the harness: %v", declared.Word, verbs[i].Returns(), declared.Returns)
		}
		compareArguments(t, verbs[i], declared)
		verbs = slices.Delete(verbs, i, i+1)
	}
	for _, v := range slices.DeleteFunc(verbs, engine.Verb.IsOfProgram) { // they are no calls: see script.c
		t.Errorf("the harness has no %s", v)
	}
}

// compareArguments tries arguments that the harness accepts or refuses on the engine.
func compareArguments(t *testing.T, v engine.Verb, declared conformance.Verb) {
	subject := engine.ClientToServer.String()
	if v.IsCall() {
		subject = engine.Client.String()
	}
	check := func(argument string, n int, want bool) {
		text := strings.TrimSuffix(subject+" "+declared.Word+" "+argument, " ")
		op, err := engine.ParseOp(text)
		if got := err == nil && op.N == n; got != want {
			t.Errorf("%q means %d in the engine: %v (%v), in the harness: %v", text, n, got, err, want)
		}
	}
	check("", 0, len(declared.Words) == 0 && declared.MaxNumber == 0)
	for n, word := range declared.Words {
		check(word, n, true)
	}
	if !v.TakesBytes() && v.TakesArgument() {
		checkCount(t, v, len(declared.Words))
	}
	if declared.MaxNumber > 0 {
		check("0", 0, true)
		check(strconv.Itoa(declared.MaxNumber), declared.MaxNumber, true)
		check(strconv.Itoa(declared.MaxNumber+1), declared.MaxNumber+1, false)
	}
	check("all", engine.All, declared.All)
}

// checkCount makes sure that the engine has no more words than the harness.
func checkCount(t *testing.T, v engine.Verb, count int) {
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := w.Apply(engine.Op{Verb: v, N: count}); err == nil {
		t.Errorf("%s takes more than %d words in the engine", v, count)
	}
}

// TestDirectivesOfTheHarness: script.c has the same directives as engine.Config has
// fields, with the same values. Profiles are the names of releases, see releases.txt.
func TestDirectivesOfTheHarness(t *testing.T) {
	var fields, versions, transports []string
	for field := range reflect.TypeFor[engine.Config]().Fields() {
		fields = append(fields, strings.ToLower(field.Name))
	}
	for _, v := range engine.Versions {
		versions = append(versions, v.String())
	}
	for _, transport := range engine.Transports() {
		word, _, _ := strings.Cut(transport, " ")
		transports = append(transports, word)
	}
	for _, list := range []struct {
		name              string
		engine, inHarness []string
	}{
		{"directives", fields, conformance.Directives},
		{"versions", versions, conformance.Versions},
		{"starts", engine.Starts(), conformance.Starts},
		{"transports", transports, conformance.Transports},
	} {
		if !slices.Equal(slices.Sorted(slices.Values(list.engine)), slices.Sorted(slices.Values(list.inHarness))) {
			t.Errorf("%s: %q in the engine, %q in the harness", list.name, list.engine, list.inHarness)
		}
	}
}
