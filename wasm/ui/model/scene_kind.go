package model

import (
	"closenotify/engine"
	"closenotify/engine/explain"
)

// StepKind is what a step is drawn as: each kind has its own shape and its own colour.
type StepKind string

// The kinds.
const (
	KindClient  StepKind = "client"
	KindServer  StepKind = "server"
	KindNetwork StepKind = "network"
	KindNotify  StepKind = "notify" // close_notify was sent
	KindError   StepKind = "error"  // a fatal error, or harm done by the network
)

// kindRank orders the kinds: where one mark stands for several steps, it has the kind with
// the highest rank.
var kindRank = map[StepKind]int{KindClient: 1, KindServer: 1, KindNetwork: 2, KindNotify: 3, KindError: 4}

// stepKind says what a step is drawn as.
func stepKind(s engine.Step) StepKind {
	ran, _ := s.Program()
	if explain.ToneOf(s) == explain.ToneFatal || explain.Harmful(s.Op) || isBadEnd(ran) {
		return KindError
	}
	for _, m := range s.ByteMoves() {
		if m.Kind == engine.Queued && m.Record.IsCloseNotify() {
			return KindNotify
		}
	}
	return StepKind(sideOf(s.Op))
}

// isBadEnd reports whether a program did not end by itself.
func isBadEnd(ran engine.Ran) bool { return ran.Aborted || ran.Stopped != "" }
