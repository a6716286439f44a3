package program

import "slices"

// A Status is what a program does between two runs.
type Status uint8

// The statuses.
const (
	None    Status = iota // there is no program
	Ready                 // it can run on
	Calling               // it made a call, which has not returned
	Ended                 // it returned from its first function, or called exit
	Aborted               // abort, or an assertion that failed
	Stopped               // it did what C does not define, or what is not modelled
)

// A State is a program at a moment. It is a value: nothing that it refers to is written
// again. The zero State is that of a peer without a program.
type State struct{ *snapshot }

// A snapshot is what a State refers to.
type snapshot struct {
	code    *Code
	frames  []frame
	regs    []int64
	texts   []string
	order   []openOrder
	memory  store
	call    *Call // that was made, while Calling
	reason  string
	output  string
	pc      int32
	line    int32
	printed int32
	ran     int32
	exit    int32
	status  Status
	freed   bool
}

// A Runner is what a program meets while it runs.
type Runner struct {
	// Ask answers a query. It must not be nil if the program makes one.
	Ask func(Call) Result
	// Seen, if not nil, is told of each query with the value that it returned, and of each
	// look at errno.
	Seen func(call Call, value int64, r Result)
	// Line, if not nil, is told of each line that the program comes to; true makes Run return
	// before it.
	Line func(line int) bool
}

func (r Runner) ask(c Call) Result {
	if r.Ask == nil {
		return Result{Stop: c.Name + " cannot be asked here"}
	}
	return r.Ask(c)
}

// Start returns the state of a program before its first instruction.
func Start(code *Code) State {
	needTables()
	m := &machine{code: code, instrs: code.Instrs, consts: code.Consts, status: Ready, budget: MaxInstructions}
	m.addStatics()
	m.fillStatics()
	m.enter(code.Entry, 0, -1, []int64{SSL})
	if m.status == Stopped {
		m.line = code.Functions[code.Entry].Line
	}
	return m.save()
}

// addStatics makes the table of static objects.
func (m *machine) addStatics() (size int32) {
	for _, object := range m.code.Objects {
		m.objects = append(m.objects, extent{start: size, size: object.Size, readOnly: object.ReadOnly})
		size = (size + object.Size + 7) &^ 7
	}
	return size
}

// fillStatics gives the static objects their values.
func (m *machine) fillStatics() {
	last := m.objects[len(m.objects)-1]
	m.memory.grow(int(last.start+last.size+7) &^ 7)
	for i, object := range m.code.Objects {
		from := m.objects[i].start
		copy(m.memory.bytes[from:], object.Init)
		fill(m.memory.marks[from:from+object.Size], set)
		for _, p := range object.Pointers {
			for k := range 8 {
				m.memory.bytes[from+p.Offset+int32(k)] = byte(p.Value >> (8 * k))
			}
		}
	}
}

// Run runs the program on to its next call or its end. A program that cannot run on stays
// as it is. Output is what it prints in this run.
func (s State) Run(r Runner) State {
	if s.Status() != Ready {
		return s
	}
	m := s.machine()
	m.runner = r
	m.output = nil
	m.loop()
	return m.save()
}

// Return gives a call's result to a program that made it. Nothing runs. The program may be
// stopped, if more bytes were received than its buffer has room for.
func (s State) Return(r Result) State {
	if s.Status() != Calling {
		return s
	}
	m := s.machine()
	m.status = Ready
	m.budget -= s.ran
	in := &m.instrs[m.pc]
	m.pc++
	c := Call{Name: m.code.Externs[in.B], Args: m.r[in.C : in.C+int32(in.N)]}
	errno := []byte{byte(r.Errno), byte(r.Errno >> 8), byte(r.Errno >> 16), byte(r.Errno >> 24)}
	m.write(Pointer(0), errno)
	m.finish(in, c, r)
	return m.save()
}

// Call returns the call that a program has made. Its lists are not to be changed.
func (s State) Call() Call {
	if s.Status() != Calling {
		return Call{}
	}
	return *s.call
}

// machine returns a machine in this state.
func (s State) machine() *machine {
	m := &machine{
		code: s.code, instrs: s.code.Instrs, consts: s.code.Consts, status: s.status, pc: s.pc, line: s.line,
		frames: slices.Clone(s.frames), regs: slices.Clone(s.regs), texts: s.texts, order: slices.Clone(s.order),
		freed: s.freed, printed: s.printed, exit: s.exit, reason: s.reason, output: []byte(s.output), budget: MaxInstructions,
		memory: s.memory.wake(),
	}
	m.addStatics()
	for _, f := range m.frames {
		end := f.memory
		for _, object := range m.code.Functions[f.function].Objects {
			m.objects = append(m.objects, extent{start: end, size: object.Size, tag: tagOf(f.function)})
			end = (end + object.Size + 7) &^ 7
		}
	}
	if len(m.frames) > 0 {
		m.r = m.regs[m.frames[len(m.frames)-1].regs:]
	}
	return m
}

// save returns the machine's state. It shares memory with the state that it came from.
func (m *machine) save() State {
	return State{&snapshot{
		code: m.code, frames: slices.Clip(m.frames), regs: slices.Clip(m.regs), texts: m.texts, order: slices.Clip(m.order),
		memory: m.memory.sleep(), reason: m.reason, output: string(m.output), call: m.call,
		pc: m.pc, line: m.line, printed: m.printed, ran: MaxInstructions - max(m.budget, 0), exit: m.exit, status: m.status, freed: m.freed,
	}}
}
