package link

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// TestLinkKnowsAnotherOutcome: a link without section d that was made when the engine said
// something else says so, but not where.
func TestLinkKnowsAnotherOutcome(t *testing.T) {
	s := mustParse(t, "client SSL_shutdown\n")
	_, h, path, err := play(s, script.Codes{})
	if err != nil {
		t.Fatal(err)
	}
	link, err := decode(sealed(section('S', "BA"), digestOf(outcomeSums(h, path, appendOutcome))^1))
	if err != nil || !link.Changed || link.ChangedTo != 0 || link.Script.String() != s.String() {
		t.Errorf("changed %v, step %d, %v", link.Changed, link.ChangedTo, err)
	}
}

// played are scripts with their moments: all lessons and challenges, and random scripts.
func played(t *testing.T) (list []playedScript) {
	t.Helper()
	var scripts []script.Script
	for sc := range shipped.All() {
		if !sc.Script.HasPrograms() {
			scripts = append(scripts, sc.Script)
		}
	}
	ops := everyOp(t)
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 7))
		var s script.Script
		for range 1 + random.IntN(60) {
			s.Steps = append(s.Steps, script.Step{Op: ops[random.IntN(len(ops))]})
		}
		scripts = append(scripts, s)
	}
	for _, s := range scripts {
		_, h, path, err := play(s, script.Codes{})
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Steps) > 0 {
			list = append(list, playedScript{s, h, path})
		}
	}
	return list
}

type playedScript struct {
	script script.Script
	h      engine.History
	path   []engine.NodeID
}

// TestTheStepThatDiffersIsNamed: one byte of the outcome of one step was another one when the link
// was made.
func TestTheStepThatDiffersIsNamed(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 6))
	links, named, exact, wide := 0, 0, 0, 0
	for _, p := range played(t) {
		for range 20 {
			changed := 1 + random.IntN(len(p.script.Steps))
			n := 0
			sums := outcomeSums(p.h, p.path, func(b []byte, s engine.Step, w engine.World) []byte {
				b = appendWhole(b, s, w)
				if n++; n == changed {
					b[random.IntN(len(b))] ^= byte(1 + random.IntN(255))
				}
				return b
			})
			text, err := encode2(shipped, p.script, sums)
			if err != nil {
				t.Fatal(err)
			}
			link, err := decode(text)
			if err != nil || !link.Changed {
				t.Fatalf("%s: changed %v, %v", text, link.Changed, err)
			}
			if link.ChangedFrom < 1 || link.ChangedFrom > link.ChangedTo || link.ChangedTo > len(p.script.Steps) {
				t.Fatalf("%s: steps %d to %d of %d", text, link.ChangedFrom, link.ChangedTo, len(p.script.Steps))
			}
			links++
			if link.ChangedFrom <= changed && changed <= link.ChangedTo {
				named++
			}
			if link.ChangedTo == changed {
				exact++
			}
			if link.ChangedTo > link.ChangedFrom+3 {
				wide++
			}
		}
	}
	t.Logf("of %d links %d name the step, %d as the last of those that they name; %d name more than four steps", links, named, exact, wide)
	if named < links*97/100 || exact < links*80/100 || wide > links*5/100 {
		t.Error("at least 97, 80 and at most 5 per cent are needed")
	}
}

// TestAnotherReleaseIsAnotherOutcome: the link has the outcome under one release, and opens under another,
// as if the engine had been corrected.
func TestAnotherReleaseIsAnotherOutcome(t *testing.T) {
	different, alike, missed := 0, 0, 0
	for _, p := range played(t) {
		for _, profile := range engine.Profiles() {
			other := p.script
			other.Config.Profile = profile.Name
			_, h, path, err := play(other, script.Codes{})
			if err != nil {
				t.Fatal(err)
			}
			text, err := encode2(shipped, p.script, outcomeSums(h, path, appendWhole))
			if err != nil {
				t.Fatal(err)
			}
			link, err := decode(text)
			if err != nil {
				t.Fatal(err)
			}
			first := firstDifference(p, playedScript{other, h, path})
			switch {
			case first == 0 && link.Changed:
				t.Errorf("%s: the outcome with %s is the same, and is said to be different", text, profile.Name)
			case first == 0:
				alike++
			case !link.Changed || first < link.ChangedFrom || link.ChangedTo < first:
				missed++
			default:
				different++
			}
		}
	}
	t.Logf("%d outcomes were different, for %d of them another step was named; %d were alike", different+missed, missed, alike)
	if different < 200 || alike < 200 || missed > different/50 {
		t.Error("at least 200 of both kinds are needed, and at most one of 50 may be missed")
	}
}

// firstDifference is the first step with another outcome, from 1 on, 0 for none.
func firstDifference(a, b playedScript) int {
	for i := range a.script.Steps {
		one := appendWhole(nil, a.h.Step(a.path[i+1]), a.h.World(a.path[i+1]))
		if !bytes.Equal(one, appendWhole(nil, b.h.Step(b.path[i+1]), b.h.World(b.path[i+1]))) {
			return i + 1
		}
	}
	return 0
}

// TestWhatTheFirstDigestDidNotHave is in section d: errno, late returns, blocked calls and deadlocks.
func TestWhatTheFirstDigestDidNotHave(t *testing.T) {
	for name, texts := range map[string][2]string{
		"a call that blocks": {"client BIO_set_nbio 0\nclient SSL_read 10\n", "client BIO_set_nbio 1\nclient SSL_read 10\n"},
	} {
		one, other := mustParse(t, texts[0]), mustParse(t, texts[1])
		_, h, path, err := play(other, script.Codes{})
		if err != nil {
			t.Fatal(err)
		}
		text, err := encode2(shipped, one, outcomeSums(h, path, appendWhole))
		if err != nil {
			t.Fatal(err)
		}
		if link, err := decode(text); err != nil || !link.Changed || link.ChangedTo == 0 || link.ChangedTo > 2 {
			t.Errorf("%s: changed %v, steps %d to %d, %v", name, link.Changed, link.ChangedFrom, link.ChangedTo, err)
		}
	}
}

// TestTheOutcomeHasWhatAStepSays: it is another one if one thing that a step did is, or what poll(2) says
// after it, or what a late return gave.
func TestTheOutcomeHasWhatAStepSays(t *testing.T) {
	last := func(text string) (engine.Step, engine.World) {
		_, h, path, err := play(mustParse(t, text), script.Codes{})
		if err != nil {
			t.Fatal(err)
		}
		id := path[len(path)-1]
		return h.Step(id), h.World(id)
	}
	const read = "client BIO_set_nbio 0\nclient SSL_read 10\nserver SSL_write 5\n"
	step, world := last(read)
	check := func(name string, s engine.Step, w engine.World) {
		t.Helper()
		if bytes.Equal(appendWhole(nil, step, world), appendWhole(nil, s, w)) {
			t.Errorf("%s: the outcome is the same", name)
		}
	}
	for name, change := range map[string]func(*engine.Step){
		"errno":    func(s *engine.Step) { s.Errno++ },
		"blocked":  func(s *engine.Step) { s.Blocked = !s.Blocked },
		"returned": func(s *engine.Step) { s.Returned = !s.Returned },
		"deadlock": func(s *engine.Step) { s.Deadlock = !s.Deadlock },
		"error":    func(s *engine.Step) { s.Error++ },
		"reason":   func(s *engine.Step) { s.Reason += "x" },
	} {
		s := step
		change(&s)
		check(name, s, world)
	}
	late, _ := last(strings.Replace(read, "SSL_read 10", "SSL_read 3", 1))
	if len(step.LateReturns()) != 1 || len(late.LateReturns()) != 1 {
		t.Fatalf("late returns: %v and %v", step.LateReturns(), late.LateReturns())
	}
	check("a late return", late, world)
	const wrote = read + "c2s hold\nclient SSL_write 100\n"
	_, world = last(wrote)
	_, full := last(wrote + "c2s capacity 50\n")
	if !bytes.Equal(appendOutcome(nil, step, world), appendOutcome(nil, step, full)) {
		t.Fatal("more than poll is different")
	}
	check("poll", step, full)
}

// TestBadOutcomes: section d has at most a digit for each step.
func TestBadOutcomes(t *testing.T) {
	for _, text := range []string{sealed("dBA", 0), sealed(section('S', "BA")+section('d', "AA"), 0)} {
		if _, err := decode(text); err == nil || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
