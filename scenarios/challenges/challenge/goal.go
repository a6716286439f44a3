package challenge

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/program"
	"closenotify/engine/script"
)

// A Goal is a condition, and the sentence that says what is still missing. In a text it is
// "CONDITION; SENTENCE", where CONDITION begins with "not " for the opposite and is one of
//
//	PEER flags FLAGS     its SSL_get_shutdown is FLAGS
//	PEER freed           its SSL object has been freed
//	PEER closed          it has closed its socket
//	PEER cached          its cache has a session
//	PEER read N          its SSL_read calls have returned N bytes or more
//	PEER loses           the other peer has written more than it has read
//	PEER failed          a call of it has failed, other than for a retry
//	PEER waits           it waits in a call without a limit of time
//	PEER spins           its program makes calls again and again that move no byte
//	PEER exits N         its program has ended with N
//	PEER prints TEXT     its program has printed TEXT
//	PEER CALL => RESULT  a call has returned this, as scripts have it; its argument may differ
type Goal struct {
	Missing string

	not    bool
	peer   engine.Role
	holds  condition
	result *script.Script // one step with what it is expected to return, nil for other conditions
}

// condition reports whether something holds for a peer, in a World and after what led to it.
type condition func(p Progress, w engine.World, r engine.Role) bool

// conditions are those without an argument.
var conditions = map[string]condition{
	"freed": func(_ Progress, w engine.World, r engine.Role) bool { return w.Endpoint(r).State() == engine.Freed },
	"closed": func(_ Progress, w engine.World, r engine.Role) bool {
		_, open := w.Poll(r)
		return !open
	},
	"cached": func(_ Progress, w engine.World, r engine.Role) bool { return w.Endpoint(r).Cached() },
	"loses":  func(p Progress, _ engine.World, r engine.Role) bool { return p.read[r] < p.wrote[r.Other()] },
	"failed": func(p Progress, _ engine.World, r engine.Role) bool { return p.failed[r] },
	"waits":  func(_ Progress, w engine.World, r engine.Role) bool { return waits(w, r) },
	"spins":  func(_ Progress, w engine.World, r engine.Role) bool { return spins(w, r) },
}

// parseGoal reads a goal.
func parseGoal(text string) (Goal, error) {
	text, missing, _ := strings.Cut(text, "; ")
	g := Goal{Missing: missing}
	step := text
	text, g.not = strings.CutPrefix(text, "not ")
	peer, rest, _ := strings.Cut(text, " ")
	r, err := parsePeer(peer)
	if err != nil {
		return g, err
	}
	g.peer = r
	if strings.Contains(rest, "=>") {
		s, err := script.Parse(strings.TrimPrefix(step, "not "))
		g.result = &s
		return g, err
	}
	word, argument, _ := strings.Cut(rest, " ")
	if g.holds = conditions[word]; g.holds == nil {
		g.holds, err = withArgument(word, argument)
	}
	return g, err
}

// withArgument returns a condition that has an argument.
func withArgument(word, argument string) (condition, error) {
	n, err := strconv.Atoi(argument)
	switch word {
	case "flags":
		return func(_ Progress, w engine.World, r engine.Role) bool {
			return w.Endpoint(r).Shutdown().String() == argument
		}, nil
	case "prints":
		return func(p Progress, _ engine.World, r engine.Role) bool {
			return strings.Contains(p.output[r], argument)
		}, nil
	case "read":
		return func(p Progress, _ engine.World, r engine.Role) bool { return p.read[r] >= n }, err
	case "exits":
		return func(_ Progress, w engine.World, r engine.Role) bool {
			return w.Program(r).Status() == program.Ended && w.Program(r).Exit() == n
		}, err
	}
	return nil, errors.Join(fmt.Errorf("%q is no condition", word), err)
}

// waits reports whether a peer waits in a call, and no limit of time will end that.
func waits(w engine.World, r engine.Role) bool {
	_, blocked := w.Endpoint(r).Blocked()
	if !blocked && w.Program(r).Status() != program.Calling {
		return false
	}
	_, step, err := w.Apply(engine.Op{Verb: engine.VerbTimeout, Role: r})
	return err == nil && step.Fired(engine.RuleNoLimit)
}

// spinning is how many calls without effect a program makes that spins.
const spinning = 50

// spins reports whether a program goes on to make calls that move no byte.
func spins(w engine.World, r engine.Role) bool {
	for range spinning {
		if !w.CanGoOn(r) {
			return false
		}
		next, step, err := w.Apply(engine.Op{Verb: engine.VerbNext, Role: r})
		if err != nil || len(step.ByteMoves()) > 0 {
			return false
		}
		w = next
	}
	return w.CanGoOn(r)
}
