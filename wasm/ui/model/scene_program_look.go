package model

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/program"
)

// programLook is what a person sees of a peer's program at the cursor. To find it out, the program
// runs again: a step keeps little of what it did.
type programLook struct {
	of      lookedAt
	state   program.State // with the line of the call run to its end, so that its result is in its variable
	ran     int           // the line that ran last, 0 for none
	trail   trail
	changed map[program.Value]bool // variables with another value than before the step
	output  string
	printed int // how many bytes at the end of output are of this step
}

// lookedAt says at what a programLook has looked.
type lookedAt struct {
	known bool
	at    engine.NodeID
	lines int // how far the program has run on from there, see programAhead
}

// lookedAt is what there is to look at now.
func (m *Model) lookedAt(r engine.Role) lookedAt {
	at := lookedAt{true, m.Path[m.At], 0}
	if m.ahead.isOf(m) && m.ahead.role == r {
		at.lines = m.ahead.lines
	}
	return at
}

// trail is what a program did on its way.
type trail struct {
	passed []bool // lines, counted from 1
	asked  []asked
	output string
}

// asked is a query, or a look at errno, that was made in a line. Of several with the same name it
// is the last.
type asked struct {
	call   program.Call
	value  int64
	result program.Result
	times  int
}

// text is the query with its value: "SSL_get_error → SSL_ERROR_WANT_READ". Errors are those that
// may have been queued: a number of one is followed by its name.
func (a asked) text(errors []engine.QueuedError) string {
	text := a.call.Name + " \u2192 " + explain.QueryText(a.call, a.value, a.result)
	code := a.value
	if a.call.Name == "ERR_GET_REASON" {
		code = a.call.Args[0]
	}
	for _, e := range errors {
		if strings.HasPrefix(a.call.Name, "ERR_") && int64(e.Code) == code && e.Constant != "" {
			text += " " + e.Constant
			break
		}
	}
	if a.times > 1 {
		text += " (" + strconv.Itoa(a.times) + " times)"
	}
	return text
}

// recentErrors are the errors that the calls of a peer have left in its queue, newest first.
func (m *Model) recentErrors(r engine.Role) (list []engine.QueuedError) {
	const most = 50 // steps
	for i := m.At; i > 0 && i > m.At-most; i-- {
		if s := m.Step(i); s.Op.Role == r && s.Op.IsCall() {
			list = append(list, s.QueuedErrors()...)
		}
	}
	return list
}

// clone is a copy that can be written.
func (t trail) clone() trail {
	t.passed, t.asked = slices.Clone(t.passed), slices.Clone(t.asked)
	return t
}

// maxAsked is how many queries a trail has.
const maxAsked = 200

// seen notes a query.
func (t *trail) seen(c program.Call, value int64, r program.Result) {
	for i := range t.asked {
		if a := &t.asked[i]; a.call.Line == c.Line && a.call.Name == c.Name {
			*a = asked{c, value, r, a.times + 1}
			return
		}
	}
	if len(t.asked) < maxAsked {
		t.asked = append(t.asked, asked{c, value, r, 1})
	}
}

// pass notes a line.
func (t *trail) pass(line int) {
	for line >= len(t.passed) {
		t.passed = append(t.passed, make([]bool, line+64)...)
	}
	t.passed[line] = true
}

// run runs a peer's program ahead, up to a line at which stop is true, and notes what it does.
func (t *trail) run(w engine.World, r engine.Role, stop func(line int) bool) engine.World {
	if !w.CanGoOn(r) {
		return w
	}
	w = w.RunAhead(r, program.Runner{Seen: t.seen, Line: func(line int) bool {
		if stop(line) {
			return true
		}
		t.pass(line)
		return false
	}})
	t.output += w.Program(r).Output()
	return w
}

// nextLine stops at any line, never at none.
func nextLine(int) bool { return true }
func never(int) bool    { return false }

// settled is a World in which the line of the call that has returned last has run to its end. It is
// w if the program comes to its end there: it has not come to it yet.
func (t *trail) settled(w engine.World, r engine.Role) engine.World {
	next := t.run(w, r, nextLine)
	if s := next.Program(r).Status(); s != program.Ready && s != program.Calling {
		return w
	}
	return next
}

// lookAt looks at a peer's program at the cursor.
func (m *Model) lookAt(r engine.Role) programLook {
	look := programLook{of: m.lookedAt(r)}
	before := m.World() // how the program was shown at the step before
	if m.At > 0 {
		before = new(trail).settled(m.History.World(m.Path[m.At-1]), r)
		look.findRun(m.Step(m.At), before, m.World().Program(r), r)
	}
	w := look.trail.settled(m.World(), r)
	if a := &m.ahead; a.isOf(m) && a.role == r {
		look.ran, look.trail = a.ran, a.trail
		before, w = a.before, a.world
	}
	look.state = w.Program(r)
	look.changed = changedVariables(before.Program(r), look.state)
	look.output, look.printed = m.outputOf(r, look.trail.output)
	return look
}

// maxLookedAgain is how many instructions are run again to see what was asked on the way.
const maxLookedAgain = 2_000_000

// findRun finds what the program did in a step, from its World before, in which it took what it
// took.
func (l *programLook) findRun(s engine.Step, before engine.World, took program.State, r engine.Role) {
	for _, late := range s.LateReturns() {
		if late.Role == r {
			l.ran = before.Program(r).Line()
		}
	}
	ran, ok := s.Program()
	if !ok || s.Op.Role != r || s.Op.Verb != engine.VerbNext {
		return
	}
	l.ran = ran.Line
	if took.Instructions() > maxLookedAgain {
		return
	}
	after := l.trail.run(before, r, never).Program(r)
	if line, _ := after.Stopped(); ran.Call == "" {
		l.ran = max(line, l.trail.last(before.Program(r).Line()))
		if line > 0 {
			l.ran = line
		}
	}
	l.trail.output = "" // the step has it
}

// last is the last line of those that ran, counted from the top; first is the one it began with.
func (t *trail) last(first int) int {
	for line := len(t.passed) - 1; line > 0; line-- {
		if t.passed[line] {
			return line
		}
	}
	return first
}

// changedVariables lists the variables that have another value in a state than before it.
func changedVariables(before, after program.State) map[program.Value]bool {
	was := map[program.Value]bool{}
	for _, v := range before.Variables() {
		was[v] = true
	}
	changed := map[program.Value]bool{}
	for _, v := range after.Variables() {
		if !was[v] && v.Text != "" {
			changed[v] = true
		}
	}
	return changed
}

// The most that is shown of what a program has printed, and of how many steps.
const (
	maxOutputShown = 4000
	maxOutputSteps = 2000
)

// outputOf is what a peer's program has printed up to the cursor, as far as it is shown, with what
// it has printed since; printed is how many bytes of it are of the step at the cursor, or newer.
func (m *Model) outputOf(r engine.Role, since string) (output string, printed int) {
	parts, size := []string{since}, len(since)
	printed = size
	for i := m.At; i > 0 && i > m.At-maxOutputSteps && size < maxOutputShown; i-- {
		ran, ok := m.Step(i).Program()
		if !ok || m.Step(i).Op.Role != r || ran.Output == "" {
			continue
		}
		parts, size = append([]string{ran.Output}, parts...), size+len(ran.Output)
		if i == m.At {
			printed += len(ran.Output)
		}
	}
	output = strings.Join(parts, "")
	if cut := len(output) - maxOutputShown; cut > 0 {
		output = output[cut:]
	}
	return output, min(printed, len(output))
}
