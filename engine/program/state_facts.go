package program

import "encoding/binary"

// Status returns what the program does.
func (s State) Status() Status {
	if s.snapshot == nil {
		return None
	}
	return s.status
}

// Code returns the program's code, or nil if there is no program.
func (s State) Code() *Code {
	if s.snapshot == nil {
		return nil
	}
	return s.code
}

// Output returns what the program printed in its last run.
func (s State) Output() string {
	if s.snapshot == nil {
		return ""
	}
	return s.output
}

// Instructions returns how many instructions the last run of the program took.
func (s State) Instructions() int {
	if s.snapshot == nil {
		return 0
	}
	return int(s.ran)
}

// Exit returns the number with which the program ended.
func (s State) Exit() int {
	if s.Status() != Ended {
		return 0
	}
	return int(s.exit)
}

// Stopped returns why the program was stopped, and at which line; "" if it was not.
func (s State) Stopped() (line int, reason string) {
	if s.Status() != Stopped {
		return 0, ""
	}
	return int(s.line), s.reason
}

// Line returns the line that runs next: that of the call that was made, or of the
// instruction after it. It is 0 if the program does not run on.
func (s State) Line() int {
	switch s.Status() {
	case Ready, Calling:
		return int(s.code.Lines[s.pc])
	}
	return 0
}

// A Place is where a function stands.
type Place struct {
	Function string
	Line     int
}

// Stack returns where the program stands: the running function first, then those that called
// it.
func (s State) Stack() (places []Place) {
	if s.Status() == None {
		return nil
	}
	pc := s.pc
	for i := len(s.frames) - 1; i >= 0; i-- {
		f := s.frames[i]
		places = append(places, Place{s.code.Functions[f.function].Name, int(s.code.Lines[pc])})
		pc = max(f.back-1, 0)
	}
	return places
}

// AppendKey appends a text that two states of the same code share if, and only if, they go
// on in the same way. What has been printed is not part of it, except that the limit on
// output may end one of them sooner.
func (s State) AppendKey(b []byte) []byte {
	b = append(b, byte(s.Status()))
	if s.snapshot == nil {
		return b
	}
	b = binary.AppendVarint(b, int64(s.pc))
	switch s.status {
	case Ended:
		return binary.AppendVarint(b, int64(s.exit))
	case Aborted, Stopped:
		return b
	}
	b = append(b, byte(truth(s.freed)))
	for _, f := range s.frames {
		b = binary.AppendVarint(b, int64(f.function))
		b = binary.AppendVarint(b, int64(f.back))
		b = binary.AppendVarint(b, int64(f.result))
	}
	for _, r := range s.regs {
		b = binary.AppendVarint(b, r)
	}
	for _, t := range s.texts {
		b = append(binary.AppendUvarint(b, uint64(len(t))), t...)
	}
	for _, o := range s.order {
		b = append(b, byte(o.before), byte(o.now))
	}
	return s.memory.appendKey(b)
}

func (s store) appendKey(b []byte) []byte {
	for i, c := range s.chunks {
		if c == nil {
			continue
		}
		for j, p := range c {
			if p != nil {
				b = binary.AppendUvarint(b, uint64(i*pagesInChunk+j+1))
				b = append(append(b, p.marks[:]...), p.bytes[:]...)
			}
		}
	}
	return b
}
