package model

import "closenotify/engine"

// StepKind is what a step is, told by shape and colour alike.
type StepKind string

// The kinds, the least telling first.
const (
	KindClient  StepKind = "client"
	KindServer  StepKind = "server"
	KindNetwork StepKind = "network"
	KindNotify  StepKind = "notify" // close_notify goes out
	KindError   StepKind = "error"  // a call failed for good, or the network did harm
)

// kindRank orders kinds: of several steps in one place the most telling is shown.
var kindRank = map[StepKind]int{KindClient: 1, KindServer: 1, KindNetwork: 2, KindNotify: 3, KindError: 4}

// SliderMark is a tick above the slider. In a long scenario it stands for all steps
// from Step to the next mark.
type SliderMark struct {
	Step int
	Kind StepKind
}

// MaxSliderMarks bounds the ticks above the slider.
const MaxSliderMarks = 80

// derived is what is worked out once for a branch.
type derived struct {
	marks    []SliderMark
	source   *Source    // nil until the script panel asks for it
	records  *recordLog // nil until the Bytes panel does
	link     *linkParts // nil until somebody asks for it
	flagRuns []flagRun  // nil until the state panel asks for them
}

// stepKind classes a step.
func stepKind(s engine.Step) StepKind {
	if s.Returned && (s.Error == engine.ErrorSSL || s.Error == engine.ErrorSyscall && s.Ret < 0) {
		return KindError
	}
	switch s.Op.Verb {
	case engine.VerbTruncate, engine.VerbCorrupt, engine.VerbReset, engine.VerbBroken, engine.VerbInjectAlert:
		return KindError
	}
	for _, m := range s.Moves() {
		if m.Kind == engine.Queued && m.Record.IsCloseNotify() {
			return KindNotify
		}
	}
	return StepKind(sideOf(s.Op))
}

// sliderMarks places the marks for a branch.
func sliderMarks(w *Draft) []SliderMark {
	per := (w.Len() + MaxSliderMarks - 1) / MaxSliderMarks
	var list []SliderMark
	for i := 1; i <= w.Len(); i++ {
		k := stepKind(w.Step(i))
		if (i-1)%per == 0 {
			list = append(list, SliderMark{i, k})
		} else if last := &list[len(list)-1]; kindRank[k] > kindRank[last.Kind] {
			last.Kind = k
		}
	}
	return list
}
