package challenge

import (
	"errors"
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

	not            bool
	peer           engine.Role
	word, argument string
	n              int            // the argument as a number
	result         *script.Script // one step with what it is expected to return, nil for other conditions
}

// parseGoal reads a goal.
func parseGoal(text string) (Goal, error) {
	var g Goal
	text, g.Missing, _ = strings.Cut(text, "; ")
	text, g.not = strings.CutPrefix(text, "not ")
	peer, rest, _ := strings.Cut(text, " ")
	var err error
	if g.peer, err = parsePeer(peer); err != nil {
		return g, err
	}
	if strings.Contains(rest, "=>") {
		s, err := script.Parse(text)
		g.result = &s
		return g, err
	}
	g.word, g.argument, _ = strings.Cut(rest, " ")
	switch g.word {
	case "read", "exits":
		g.n, err = strconv.Atoi(g.argument)
	case "flags", "prints", "freed", "closed", "cached", "loses", "failed", "waits", "spins":
	default:
		err = errors.New(strconv.Quote(g.word) + " is no condition")
	}
	return g, err
}

// holds reports whether the condition holds in a World, after what led to it.
func (g *Goal) holds(p *Progress, w *engine.World) bool {
	r := g.peer
	e := w.Endpoint(r)
	switch g.word {
	case "flags":
		return e.Shutdown().String() == g.argument
	case "freed":
		return e.State() == engine.Freed
	case "closed":
		_, open := w.Poll(r)
		return !open
	case "cached":
		return e.Cached()
	case "read":
		return p.read[r] >= g.n
	case "loses":
		return p.read[r] < p.wrote[1-r]
	case "failed":
		return p.failed[r]
	case "waits":
		return waits(w, r)
	case "spins":
		return spins(*w, r)
	case "exits":
		s := w.Program(r)
		return s.Status() == program.Ended && s.Exit() == g.n
	}
	return strings.Contains(p.output[r], g.argument) // prints
}

// waits reports whether a peer waits in a call, and no limit of time will end that.
func waits(w *engine.World, r engine.Role) bool {
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
