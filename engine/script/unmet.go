package script

import "closenotify/engine"

// Unmet is an expectation that was not met.
type Unmet struct {
	Step int // in the script, from 0
	Want Expectation
	Got  string // what the call returned, in as much detail as Want, or why it returned nothing
}

// String says both: "expected 0 SSL_ERROR_SYSCALL, got 1 SSL_ERROR_NONE".
func (u Unmet) String() string { return "expected " + u.Want.String() + ", got " + u.Got }

// Unmet lists the expectations that the steps did not meet, in order. played gives what
// step i did, from 0. If a call blocks, what it returns later is compared.
func (s Script) Unmet(played func(i int) engine.Step) []Unmet {
	var list []Unmet
	for i, step := range s.Steps {
		if step.Expect == nil {
			continue
		}
		if got, ok := s.outcome(played, i); !ok || got != *step.Expect {
			list = append(list, Unmet{i, *step.Expect, gotText(got, ok, played(i))})
		}
	}
	return list
}

// outcome is what the call of step i returned, in as much detail as is expected of it.
// ok is false if it did not return.
func (s Script) outcome(played func(i int) engine.Step, i int) (got Expectation, ok bool) {
	want, step := s.Steps[i].Expect, played(i)
	if step.Returned {
		return outcomeLike(want, step.Ret, step.Error, step.Reason), true
	}
	if !step.Blocked {
		return Expectation{}, false
	}
	for later := i + 1; later < len(s.Steps); later++ {
		for _, l := range played(later).LateReturns() {
			if l.Step == step.N {
				return outcomeLike(want, l.Ret, l.Error, l.Reason), true
			}
		}
	}
	return Expectation{}, false
}

// outcomeLike is what a call returned, in as much detail as want has.
func outcomeLike(want *Expectation, ret int, sslError engine.SSLError, reason string) Expectation {
	got := Expectation{Ret: ret}
	if want.Error != "" {
		got.Error = sslError.String()
	}
	if want.Reason != "" {
		got.Reason = `"` + reason + `"`
	}
	return got
}

// gotText is the text for an outcome.
func gotText(got Expectation, ok bool, step engine.Step) string {
	switch {
	case ok:
		return got.String()
	case step.Blocked:
		return "nothing: the call has not returned"
	case step.Op.Verb == engine.VerbNext || step.Op.Verb == engine.VerbTimeout:
		return "nothing: no call returned"
	}
	return "nothing: a peer that is freed or waits makes no call"
}
