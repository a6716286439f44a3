package program

import "fmt"

// Limits of a program that runs.
const (
	MaxInstructions = 10_000_000 // without a call
	MaxFrames       = 256
	MaxOutput       = 64 << 10 // bytes that it prints
	MaxMemory       = 8 << 20  // bytes of static variables and of variables in frames, as on Linux
	maxRegisters    = 1 << 20
	maxOrder        = 4096 // operands whose order is open, one inside the other
)

// A machine is a State that runs: it is written in place, and nobody else sees it.
type machine struct {
	code   *Code
	instrs []Instr
	consts []int64
	r      []int64 // the registers of the running frame
	pc     int32
	budget int32
	status Status

	regs    []int64 // of all frames
	frames  []frame
	objects []extent // static ones, then those of the frames
	memory  awake
	texts   []string
	order   []openOrder
	freed   bool
	call    *Call
	printed int32
	output  []byte
	exit    int32
	reason  string
	line    int32
	runner  Runner
}

// A frame is one activation of a function.
type frame struct {
	function int32
	back     int32 // the instruction that runs when it returns
	result   int32 // the register, of all, that gets what it returns, or -1
	regs     int32 // its first register
	memory   int32 // its first byte
	objects  int32 // its first object
}

// An extent is where an object lies in memory.
type extent struct {
	start, size int32
	tag         int32 // of the function it belongs to, or 0
	readOnly    bool
}

// The marks of bytes.
const (
	unset byte = iota
	set
	received
)

// loop runs until the status changes.
func (m *machine) loop() {
	if m.runner.Line != nil {
		m.loopByLine()
		return
	}
	for m.status == Ready {
		in := &m.instrs[m.pc]
		m.pc++
		if m.budget--; m.budget < 0 {
			m.stopf("10 million instructions ran without a call")
			return
		}
		ops[in.Op].run(m, in)
	}
}

// loopByLine is loop for a runner that wants to know of lines.
func (m *machine) loopByLine() {
	last := m.line
	for m.status == Ready {
		if line := m.code.Lines[m.pc]; line != last {
			if m.line = line; m.runner.Line(int(line)) {
				return
			}
			last = line
		}
		in := &m.instrs[m.pc]
		m.pc++
		if m.budget--; m.budget < 0 {
			m.stopf("10 million instructions ran without a call")
			return
		}
		ops[in.Op].run(m, in)
	}
}

// stopf stops the program at the instruction that runs.
func (m *machine) stopf(format string, values ...any) {
	if m.status == Stopped {
		return
	}
	m.status = Stopped
	m.reason = fmt.Sprintf(format, values...)
	if m.pc > 0 {
		m.pc-- // it is beyond the instruction already
	}
	m.line = m.code.Lines[m.pc]
}

// function returns the function that runs.
func (m *machine) function() *Function {
	return &m.code.Functions[m.frames[len(m.frames)-1].function]
}

// enter begins a frame. Its arguments are copied from registers of the caller.
func (m *machine) enter(f, back, result int32, arguments []int64) {
	function := &m.code.Functions[f]
	top := frame{function: f, back: back, result: result, regs: int32(len(m.regs)), memory: int32(len(m.memory.bytes)), objects: int32(len(m.objects))}
	if len(m.frames) == MaxFrames {
		m.stopf("%s would be frame %d: %d is the limit", function.Name, MaxFrames+1, MaxFrames)
		return
	}
	if len(m.regs)+int(function.Regs) > maxRegisters || !m.allocate(function, f) {
		m.stopf("the variables take more than 8 MiB")
		return
	}
	// The arguments may be moved by growing.
	m.regs = append(m.regs, make([]int64, function.Regs)...)
	copy(m.regs[top.regs:], arguments)
	m.frames = append(m.frames, top)
	m.r = m.regs[top.regs:]
	m.pc = function.Start
}

// allocate makes the objects of a frame.
func (m *machine) allocate(function *Function, f int32) bool {
	end := len(m.memory.bytes)
	for _, object := range function.Objects {
		m.objects = append(m.objects, extent{start: int32(end), size: object.Size, tag: tagOf(f)})
		end = (end + int(object.Size) + 7) &^ 7
		if end > MaxMemory {
			return false
		}
	}
	m.memory.grow(end)
	return true
}

// tagOf returns the tag of a function's objects.
func tagOf(function int32) int32 { return function%511 + 1 }

// leave ends the running frame and returns a value to the one below it.
func (m *machine) leave(value int64) {
	top := m.frames[len(m.frames)-1]
	m.frames = m.frames[:len(m.frames)-1]
	m.regs = m.regs[:top.regs]
	m.memory.cut(int(top.memory))
	m.objects = m.objects[:top.objects]
	if len(m.frames) == 0 {
		m.status, m.exit = Ended, int32(value)
		m.r = nil
		return
	}
	m.r = m.regs[m.frames[len(m.frames)-1].regs:]
	m.pc = top.back
	if top.result >= 0 {
		m.regs[top.result] = value
	}
}
