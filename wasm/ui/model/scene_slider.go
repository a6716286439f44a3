package model

import "closenotify/engine"

// Kind is what a step is, told by shape and colour alike.
type Kind string

// The kinds, the least telling first.
const (
	KindClient  Kind = "client"
	KindServer  Kind = "server"
	KindNetwork Kind = "network"
	KindNotify  Kind = "notify" // close_notify goes out
	KindError   Kind = "error"  // a call failed for good, or the network did harm
)

// rank orders kinds: of several steps in one place the most telling is shown.
var rank = map[Kind]int{KindClient: 1, KindServer: 1, KindNetwork: 2, KindNotify: 3, KindError: 4}

// Mark is a tick above the slider. In a long scenario it stands for all steps
// from Step to the next mark.
type Mark struct {
	Step int
	Kind Kind
}

// MaxMarks bounds the ticks above the slider.
const MaxMarks = 80

// marks is what is worked out once for a branch.
type marks struct {
	ticks  []Mark
	source *Source    // nil until the script panel asks for it
	tape   *tape      // nil until the Bytes panel does
	link   *linkParts // nil until somebody asks for it
	runs   []flagRun  // nil until the state panel asks for them
}

// kindOf classes a step.
func kindOf(s engine.Step) Kind {
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
	return Kind(groupOf(s.Op))
}

// ticksOf places the marks for a branch.
func ticksOf(w *Draft) []Mark {
	per := (w.Len() + MaxMarks - 1) / MaxMarks
	var list []Mark
	for i := 1; i <= w.Len(); i++ {
		k := kindOf(w.Step(i))
		if (i-1)%per == 0 {
			list = append(list, Mark{i, k})
		} else if last := &list[len(list)-1]; rank[k] > rank[last.Kind] {
			last.Kind = k
		}
	}
	return list
}
