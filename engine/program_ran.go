package engine

import (
	"strconv"

	"closenotify/engine/program"
)

// Ran is what a program did in a step of its own. Step has what its call returned.
type Ran struct {
	Call    string // the function that it called; "" for none
	Line    int    // of the call, from 1
	Verb    Verb   // of the call, if it returns what a call by hand returns
	Output  string // what it printed since its step before
	Ended   bool   // it returned or called exit, with Exit
	Exit    int
	Aborted bool
	Stopped string       // why it was stopped, with the line; "" if it was not
	Bound   bool         // the last of the step run, which was cut off
	Made    program.Call // the call with its arguments
	Answer
}

// Answer says which of the things that a call by hand returns this call of a program
// returns.
type Answer struct {
	Keys    Keys
	Polled  bool       // it is poll, which has found
	Revents PollEvents // of all entries
}

// Keys says what a call returns.
type Keys uint8

// The possibilities.
const (
	AllKeys    Keys = iota // as a call by hand
	ErrnoKeys              // the return value and errno
	ReturnKeys             // the return value
)

// Program says what a program did in the step; ok is false if it was no step of a program, or
// nothing was done.
func (s Step) Program() (ran Ran, ok bool) {
	if s.ran == nil {
		return Ran{}, false
	}
	return *s.ran, true
}

// CallVerb is the verb of the call that was made: that of the step's Op, or for a step of a
// program the call by hand that is like the program's call; 0 if there is none.
func (s Step) CallVerb() Verb {
	switch {
	case !s.Op.Verb.IsOfProgram():
		return s.Op.Verb
	case s.ran == nil:
		return 0
	}
	return s.ran.Verb
}

// End says how the program ended: "ended with 7", "aborted", "stopped, line 9: r is used before it
// has a value"; "" if it goes on.
func (r Ran) End() string {
	switch {
	case r.Stopped != "":
		return "stopped, " + r.Stopped
	case r.Aborted:
		return "aborted"
	case r.Ended:
		return "ended with " + strconv.Itoa(r.Exit)
	}
	return ""
}
