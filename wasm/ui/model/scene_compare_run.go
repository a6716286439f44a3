package model

import (
	"slices"

	"closenotify/engine"
)

// OtherRun is what the Compare panel compares the stage with, step by step: the same steps
// under another release or version, or another scenario.
type OtherRun struct {
	Profile string // of a choice, see otherConfig
	Version engine.Version
	chosen  bool   // somebody has chosen
	Title   string // of another scenario, "" if it is the one on the stage

	run
	pairs               []stepPair                  // the rows, with another scenario
	unaligned           bool                        // it has too many other steps to be aligned
	firstDifference     int                         // the first row that differs, 0 for none
	differences         map[int][]engine.Difference // those that decided a step that differs, by its row
	firstSizeDifference int                         // the first row in which only sizes differ, 0 for none
}

// otherConfig is the configuration of the stage with the chosen release and version. Until
// somebody chooses, it is the first that does something else than the stage, and the stage's
// own if there is none.
func (m *Model) otherConfig() engine.Config {
	if m.Other.chosen {
		c := m.Config
		c.Profile, c.Version = m.Other.Profile, m.Other.Version
		return c
	}
	for _, want := range []StepComparison{Differs, SizeDiffers} {
		for _, g := range m.All.groups {
			if g.result == want {
				return g.runs[0].config
			}
		}
	}
	return m.Config
}

// playOther plays the branch under the other configuration and finds the first differences.
// Steps that it has played before are used again, so one more call costs one call.
func (m *Model) playOther() {
	m.All.play(&m.Draft)
	if m.Other.Title != "" {
		m.alignOther()
		return
	}
	r, config := &m.Other, m.otherConfig()
	if r.isOf(&m.Draft, config) {
		return
	}
	if !r.play(&m.Draft, config) {
		*r = OtherRun{Profile: r.Profile, Version: r.Version, chosen: r.chosen}
		return
	}
	m.findFirstDifferences()
	m.nameDifferences()
}

// alignOther pairs the steps of the stage with those of the other scenario.
func (m *Model) alignOther() {
	r := &m.Other
	if r.pairs != nil && isSamePath(r.of, m.Path) {
		return
	}
	pairs, all := alignSteps(opsOf(m.History, m.Path), opsOf(r.history, r.path))
	r.of, r.pairs, r.unaligned = m.Path, pairs, !all
	m.findFirstDifferences()
	m.nameDifferences()
}

// opsOf are the operations of a path, from its first step on.
func opsOf(h engine.History, path []engine.NodeID) []engine.Op {
	var ops []engine.Op
	for _, id := range path[1:] {
		ops = append(ops, h.Step(id).Op)
	}
	return ops
}

// findFirstDifferences finds the first row that differs, and the first that differs in
// sizes only.
func (m *Model) findFirstDifferences() {
	r := &m.Other
	r.firstDifference, r.firstSizeDifference = 0, 0
	for k := 1; k <= m.compareRowCount() && r.firstDifference == 0; k++ {
		switch result, _ := m.comparePair(m.compareRowPair(k)); result {
		case Alike:
		case SizeDiffers:
			if r.firstSizeDifference == 0 {
				r.firstSizeDifference = k
			}
		default:
			r.firstDifference = k
		}
	}
}

// nameDifferences finds what the releases do differently in the steps that differ, each
// once. What a step does differently may show only in a later step, since the library has
// remembered it: a step that has no difference of its own has the last one before it.
func (m *Model) nameDifferences() {
	m.Other.differences = map[int][]engine.Difference{}
	named := map[string]bool{}
	var last []engine.Difference
	for k := 1; k <= m.compareRowCount(); k++ {
		pair := m.compareRowPair(k)
		if pair.here == 0 || pair.there == 0 {
			continue
		}
		own := m.Step(pair.here).DifferencesFrom(m.Other.step(pair.there))
		if len(own) > 0 {
			last = own
		}
		if len(last) == 0 {
			continue
		}
		if result, _ := m.comparePair(pair); result != Differs {
			continue
		}
		for _, d := range last {
			if !named[d.Name] {
				named[d.Name] = true
				m.Other.differences[k] = append(m.Other.differences[k], d)
			}
		}
		last = nil
	}
}

// StepComparison says how a step of one run compares with that of the other.
type StepComparison string

// The results.
const (
	Alike       StepComparison = "alike"
	SizeDiffers StepComparison = "size"    // only the numbers of bytes on the wire differ
	Differs     StepComparison = "differs" // in something that the application can see
	OnlyHere    StepComparison = "here"    // the other scenario does not have the step
	OnlyThere   StepComparison = "there"   // only the other scenario has the step
)

// compareStep compares step i of the stage and of another run, see compareSteps.
func (m *Model) compareStep(other *run, i int) (result StepComparison, difference string) {
	return compareSteps(m.playedStep(i), other.playedStep(i))
}

// comparePair compares the steps of a row.
func (m *Model) comparePair(p stepPair) (result StepComparison, difference string) {
	switch {
	case p.there == 0:
		return OnlyHere, "only here"
	case p.here == 0:
		return OnlyThere, "only there"
	}
	return compareSteps(m.playedStep(p.here), m.Other.playedStep(p.there))
}

// playedStep is step i of the stage.
func (m *Model) playedStep(i int) playedStep {
	return playedStep{m.History.World(m.Path[i-1]), m.History.World(m.Path[i]), m.Step(i)}
}

// playedStep is step i of the run.
func (r *run) playedStep(i int) playedStep { return playedStep{r.world(i - 1), r.world(i), r.step(i)} }

// playedStep is a step with the Worlds before and after it.
type playedStep struct {
	before, after engine.World
	step          engine.Step
}

// compareSteps compares the same step in two runs, and names the first thing that differs.
// What already differed before the step does not count.
func compareSteps(x, y playedStep) (result StepComparison, difference string) {
	a, b := x.step, y.step
	if difference = programDifference(a, b); difference != "" {
		return Differs, difference
	}
	switch {
	case a.Returned != b.Returned || a.Blocked != b.Blocked:
		return Differs, "whether it returns"
	case a.Ret != b.Ret || a.Bytes != b.Bytes || a.Error != b.Error || a.Reason != b.Reason || a.Errno != b.Errno:
		return Differs, "what it returns"
	case !slices.EqualFunc(a.QueuedErrors(), b.QueuedErrors(), sameText):
		return Differs, "the error queue"
	case !slices.EqualFunc(a.LateReturns(), b.LateReturns(), sameReturn):
		return Differs, "what a call returns that waited"
	}
	for _, r := range engine.Roles {
		now := endpointDifference(x.after.Endpoint(r), y.after.Endpoint(r))
		if now != "" && now != endpointDifference(x.before.Endpoint(r), y.before.Endpoint(r)) {
			return Differs, "the " + r.String() + "'s " + now
		}
	}
	for _, d := range engine.Directions {
		if v, w := x.after.Wire(d), y.after.Wire(d); v.Queued() != w.Queued() || v.Readable() != w.Readable() {
			return SizeDiffers, "bytes on the wire"
		}
	}
	return Alike, ""
}

// programDifference names the first thing that a program did in one of two steps and not in the
// other, "" for none.
func programDifference(a, b engine.Step) string {
	x, ran := a.Program()
	y, also := b.Program()
	switch {
	case !ran && !also:
		return ""
	case x.Call != y.Call || x.Line != y.Line:
		return "the call that the program makes"
	case x.Output != y.Output:
		return "what the program prints"
	case x.Ended != y.Ended || x.Exit != y.Exit || x.Aborted != y.Aborted || x.Stopped != y.Stopped:
		return "how the program ends"
	case x.Revents != y.Revents:
		return "what poll finds"
	}
	return ""
}

// sameReturn reports whether two calls that waited return the same.
func sameReturn(a, b engine.LateReturn) bool {
	return a.Role == b.Role && a.Step == b.Step && a.Ret == b.Ret && a.Bytes == b.Bytes && a.Error == b.Error && a.Reason == b.Reason && a.Errno == b.Errno &&
		a.Revents == b.Revents && slices.EqualFunc(a.QueuedErrors(), b.QueuedErrors(), sameText)
}

// sameText reports whether two queued errors say the same. The names of functions are left
// out: with them, every error of 1.1.1 would differ from that of any later release.
func sameText(a, b engine.QueuedError) bool { return a.Library == b.Library && a.Text == b.Text }

// What endpointDifference names last.
const (
	differsInWant        = "SSL_want"
	differsInStateString = "SSL_state_string_long"
	differsInSession     = "session"
)

// endpointDifference names the first thing that an application can ask a peer and that the
// two answer differently, "" for none. SSL_has_pending is left out: since 3.2 it holds
// after every close_notify of TLS 1.3, and would hide all other differences.
func endpointDifference(x, y engine.Endpoint) string {
	switch {
	case x.Shutdown() != y.Shutdown():
		return "flags"
	case x.State() != y.State():
		return "state"
	case x.Want() != y.Want():
		return differsInWant
	case x.Pending() != y.Pending():
		return "SSL_pending"
	case x.StateString() != y.StateString():
		return differsInStateString
	case x.Resumable() != y.Resumable() || x.Cached() != y.Cached():
		return differsInSession
	}
	return ""
}
