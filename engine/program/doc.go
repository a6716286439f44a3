// Package program is the machine on which a peer's C program runs.
//
// A Code is what the compiler (engine/cc) makes of a text: instructions, constants,
// static objects and what a debugger needs. It is never changed. A State is a value: where
// the program stands, its frames, registers and memory, what it has printed. Nothing in
// it is written once it exists, so a copy is a snapshot, and a World can hold it.
//
//	s := program.Start(code)
//	s = s.Run(program.Runner{Ask: queries})     // on to the next call
//	for s.Status() == program.Calling {
//		call := s.Call()                    // its name, arguments and line
//		s = s.Return(make(call))            // nothing runs yet
//		s = s.Run(program.Runner{Ask: queries})
//	}
//
// A function that the program calls is one of three kinds. A call ends Run: the caller
// makes it, whenever it likes, and gives its Result to Return. A query is answered at once
// by Runner.Ask. What needs neither library nor clock (printf, memcpy, strerror …) the
// machine does itself. Functions lists them.
//
// # Instructions
//
// An instruction works on the registers of its frame, which hold 64 bits each. A value of
// a narrower type is kept extended to 64 bits by its own sign. A negative operand -1-n
// stands for constant n. Variables of scalar types whose address nobody takes are
// registers; all others are objects in memory.
//
// # Memory
//
// A pointer is the number of an object in its upper half and an offset in its lower half,
// so it cannot move from one object into another: moving it out of its object stops the
// program, as does an access beyond its end. The number of a frame's object tells which
// function it belongs to, so that most pointers to variables of functions that have
// returned are noticed. Each byte has a mark: it was never set, was set, or was received.
// A received byte's content is not modelled. It can be copied and sent, and nothing else.
//
// Between two runs memory is kept in pages of 64 bytes, which States share until they are
// written.
//
// # Undefined behaviour
//
// What C leaves undefined stops the program, with a line and a reason: see Stopped. Where C
// leaves an order open and it matters for what a call or a query answers, the program is
// stopped too; where it does not, the order is gcc's on x86-64.
package program
