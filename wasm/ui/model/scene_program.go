package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/program"
)

// Programs is what is beside the lanes: the programs of the peers that have one.
type Programs struct {
	Shown []ProgramScene
	Sheet bool // they cover the stage of a phone
}

// ProgramScene is the program of a peer at the cursor.
type ProgramScene struct {
	Role      engine.Role
	Status    string // "has not begun", "waits in poll(POLLIN, 5 s)", "ended with 0"
	Bad       bool   // it was stopped or aborted
	Above     int    // how many lines of the text there are above those that are listed
	Lines     []SourceLine
	Below     int // and below them
	Variables []VariableScene
	Output    string // before this step, as far as it is shown
	Printed   string // in this step
	Steps     ProgramOffers
	Verdict   string // how a run to the end went, "" if the cursor is not where one ended
	Spins     bool   // it says that the program goes on and on
}

// ProgramOffers says which steps of a peer's program do something now.
type ProgramOffers struct {
	Next    bool
	Limit   bool
	Run     bool
	Running bool // the programs run to their end right now
}

// SourceLine is a line of a program.
type SourceLine struct {
	Role       engine.Role
	N          int
	Text       string
	Ran        bool // it ran last
	Next       bool // it runs next
	Passed     bool // it ran in this step
	Waits      bool // its call has not returned
	Bad        bool // the program was stopped in it, or aborted
	Breakpoint bool
	Notes      []string // what was asked in it, with the answers
}

// VariableScene is a variable with its value.
type VariableScene struct {
	Name, Type, Value string
	Function          string // whose it is, if it is not the running one's: "main", "static"; else ""
	Changed           bool
}

// Most lines of a program that are listed: a text can have thousands.
const (
	maxSourceLines = 120
	sourceStride   = 40
)

// programsScene is the programs at the cursor.
func (m *Model) programsScene() Programs {
	s := Programs{Sheet: m.ProgramSheet}
	for _, r := range engine.Roles {
		if m.hasProgram(r) {
			s.Shown = append(s.Shown, m.programScene(r))
		}
	}
	return s
}

// hasProgram reports whether a peer has a program.
func (d *Draft) hasProgram(r engine.Role) bool { return d.World().Program(r).Status() != program.None }

// programScene is the program of a peer.
func (m *Model) programScene(r engine.Role) ProgramScene {
	look := &m.derived.looks[r]
	s := ProgramScene{Role: r, Status: m.programStatus(r), Verdict: m.verdictOf(r), Steps: m.programOffers(r)}
	s.Spins = s.Verdict != "" && s.Steps.Run
	status := m.World().Program(r).Status()
	s.Bad = status == program.Aborted || status == program.Stopped
	next, stack := look.state.Line(), look.state.Stack()
	if status != program.Ready && status != program.Calling {
		next = 0
	}
	lines := m.sourceLines(r)
	first, last := visibleLines(len(lines), max(next, look.ran))
	s.Above, s.Below = first-1, len(lines)-last
	notes := m.notesOf(r)
	for n := first; n <= last; n++ {
		s.Lines = append(s.Lines, SourceLine{
			Role: r, N: n, Text: lines[n-1], Ran: n == look.ran, Bad: n == look.ran && s.Bad, Next: n == next && status == program.Ready,
			Passed: n < len(look.trail.passed) && look.trail.passed[n], Waits: n == next && status == program.Calling,
			Breakpoint: m.breaksAt(r, n), Notes: notes[n],
		})
	}
	running := ""
	if len(stack) > 0 {
		running = stack[0].Function
	}
	for _, v := range look.state.Variables() {
		s.Variables = append(s.Variables, variableScene(v, running, len(stack)-1, look.changed[v]))
	}
	cut := len(look.output) - look.printed
	s.Output, s.Printed = look.output[:cut], look.output[cut:]
	return s
}

// variableScene is a variable of the program whose running function, and the number of its frame,
// are given.
func variableScene(v program.Value, running string, frame int, changed bool) VariableScene {
	s := VariableScene{Name: v.Name, Type: v.Type, Value: v.Text, Changed: changed}
	switch {
	case v.Function == "":
		s.Function = "static"
	case v.Function != running || v.Frame != frame:
		s.Function = v.Function
	}
	if s.Value == "" {
		s.Value = "no value yet"
	}
	return s
}

// sourceLines are the lines of a peer's program.
func (d *Draft) sourceLines(r engine.Role) []string {
	return strings.Split(strings.TrimSuffix(d.Programs[r].Text, "\n"), "\n")
}

// visibleLines is the window of lines: first..last. It follows the line at in strides.
func visibleLines(n, at int) (first, last int) {
	if n <= maxSourceLines {
		return 1, n
	}
	first = max(1, min((at/sourceStride-1)*sourceStride+1, n-maxSourceLines+1))
	return first, first + maxSourceLines - 1
}

// notesOf are the values that belong to lines: what each query answered, and what the call of the
// step returned.
func (m *Model) notesOf(r engine.Role) map[int][]string {
	notes := map[int][]string{}
	errors := m.recentErrors(r)
	for _, a := range m.derived.looks[r].trail.asked {
		notes[a.call.Line] = append(notes[a.call.Line], a.text(errors))
	}
	if m.At == 0 || m.ahead.isOf(m) && m.ahead.role == r {
		return notes
	}
	s := m.Step(m.At)
	if ran, ok := s.Program(); ok && s.Op.Role == r && ran.Call != "" && s.Returned {
		text := ran.Call + " \u2192 " + explain.ReturnText(s)
		if names := explain.Revents(ran.Answer); names != "" {
			text += " " + names
		}
		notes[ran.Line] = append([]string{text}, notes[ran.Line]...)
	}
	return notes
}

// programStatus says what a peer's program does at the cursor.
func (m *Model) programStatus(r engine.Role) string {
	s := m.World().Program(r)
	switch s.Status() {
	case program.Calling:
		return "waits in " + explain.WaitText(s.Call())
	case program.Ended:
		return "ended with " + strconv.Itoa(s.Exit())
	case program.Aborted:
		return "aborted"
	case program.Stopped:
		line, why := s.Stopped()
		return "stopped in line " + strconv.Itoa(line) + ": " + why
	}
	if !m.hasRun(r) {
		return "has not begun"
	}
	return "goes on in line " + strconv.Itoa(m.derived.looks[r].state.Line())
}

// hasRun reports whether a peer's program has taken a step up to the cursor.
func (m *Model) hasRun(r engine.Role) bool {
	return m.World().Program(r) != m.History.World(0).Program(r)
}

// programOffers says what a peer's program can do at the cursor.
func (m *Model) programOffers(r engine.Role) ProgramOffers {
	w := m.World()
	return ProgramOffers{
		Next: w.CanGoOn(r), Limit: m.canFireLimit(r), Running: m.running.on,
		Run: w.CanGoOn(engine.Client) || w.CanGoOn(engine.Server),
	}
}
