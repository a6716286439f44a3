package program

import (
	"reflect"
	"strings"
	"testing"
)

// sample is a code that a compiler could make: it prints a format, calls SSL_shutdown, and returns
// what that returned.
func sample() *Code {
	return &Code{
		Instrs: []Instr{
			{Op: OpMov, A: 1, B: -1},
			{Op: OpExt, A: -1, B: 0, C: 1, N: 1},
			{Op: OpMov, A: 1, B: 0},
			{Op: OpExt, A: 2, B: 1, C: 1, N: 1},
			{Op: OpRet, B: 2},
		},
		Lines:     []int32{1, 1, 2, 2, 3},
		Consts:    []int64{Pointer(2)},
		Functions: []Function{{Name: "main", Line: 1, End: 5, Params: 1, Regs: 3}},
		Objects:   []Object{{Size: 4}, {Size: errorBufferSize}, {Size: 3, Init: []byte("hi\x00"), ReadOnly: true}},
		Externs:   []string{"printf", "SSL_shutdown"},
	}
}

func TestRunAndReturn(t *testing.T) {
	code := sample()
	if err := code.Verify(); err != nil {
		t.Fatal(err)
	}
	s := Start(code).Run(Runner{})
	if s.Status() != Calling || s.Output() != "hi" || s.Line() != 2 {
		t.Fatalf("status %d, output %q, line %d", s.Status(), s.Output(), s.Line())
	}
	if c := s.Call(); c.Name != "SSL_shutdown" || c.Line != 2 || !reflect.DeepEqual(c.Args, []int64{SSL}) {
		t.Errorf("the call is %+v", c)
	}
	end := s.Return(Result{Ret: 1}).Run(Runner{})
	if end.Status() != Ended || end.Exit() != 1 || end.Output() != "" {
		t.Errorf("status %d, exit %d, output %q", end.Status(), end.Exit(), end.Output())
	}
	if s.Status() != Calling {
		t.Error("Return changes the state that it is called on")
	}
}

func TestNoProgram(t *testing.T) {
	var s State
	if s.Run(Runner{}).Status() != None || s.Return(Result{}).Status() != None || s.Variables() != nil || s.Output() != "" || s.Line() != 0 || s.Code() != nil {
		t.Error("the zero State does something")
	}
	s.AppendKey(nil)
}

func TestFormat(t *testing.T) {
	for _, test := range []struct {
		format string
		values []int64
		want   string
	}{
		{"%5.3d|%-6d|%+d|% d|%05d", []int64{7, -3, 4, 5, -42}, "  007|-3    |+4| 5|-0042"},
		{"%x %#X %#x %.0d|", []int64{255, 255, 0, 0}, "ff 0XFF 0 |"},
		{"%hhd %hu %ld %llx %zu", []int64{300, 65537, -1, -1, 5}, "44 1 -1 ffffffffffffffff 5"},
		{"%*d|%-*d|%.*d", []int64{4, 1, 3, 2, 2, 3}, "   1|2  |03"},
		{"100%% %c%c", []int64{'o', 'k'}, "100% ok"},
		{"%*d", []int64{-4, 1}, "1   "},
	} {
		m := &machine{code: sample(), status: Ready}
		m.addStatics()
		m.fillStatics()
		f := formatter{m: m, function: "printf", rest: test.format, values: test.values}
		for f.rest != "" {
			before, after, found := strings.Cut(f.rest, "%")
			f.out = append(f.out, before...)
			if f.rest = after; found {
				f.convert(f.parse())
			}
		}
		if string(f.out) != test.want {
			t.Errorf("%q gives %q, not %q", test.format, f.out, test.want)
		}
	}
}

func TestReady(t *testing.T) {
	poll := Call{Name: "poll", Watch: []Watched{{3, PollIn}, {-1, PollIn}, {4, PollOut}}}
	if n, ok := poll.Ready([]int16{PollHup, PollIn, PollIn}); n != 1 || !ok {
		t.Errorf("poll returns %d, %v", n, ok)
	}
	wait := Call{Name: "select", Watch: []Watched{{3, PollIn | PollOut}}}
	if n, _ := wait.Ready([]int16{PollHup | PollOut}); n != 2 {
		t.Errorf("select returns %d", n)
	}
	if _, ok := wait.Ready([]int16{PollNval}); ok {
		t.Error("select takes a descriptor that is closed")
	}
}

func TestMemoryBetweenRuns(t *testing.T) {
	bytes, marks := make([]byte, 5000), make([]byte, 5000)
	for i := range bytes {
		marks[i] = byte(i / 7 % 3)
		if marks[i] == set {
			bytes[i] = byte(i)
		}
	}
	fill(marks[1024:2048], received)
	clear(bytes[1024:2048])
	a := store{}.wake()
	a.grow(5000)
	copy(a.bytes, bytes)
	copy(a.marks, marks)
	s := a.sleep()
	a = s.wake()
	a.use(0, 5000, same)
	if !reflect.DeepEqual(a.bytes, bytes) || !reflect.DeepEqual(a.marks, marks) {
		t.Error("memory is not what was saved")
	}
	if next := a.sleep(); !reflect.DeepEqual(next, s) {
		t.Error("memory has changed when it was read")
	}
	if s.chunks[1] != receivedChunk {
		t.Error("received bytes take memory of their own")
	}
	a.use(0, 1, changed)
	a.marks[0] = set
	if next := a.sleep(); next.chunks[0] == s.chunks[0] || next.chunks[2] != s.chunks[2] {
		t.Error("a change does not copy its chunk alone")
	}
}

// TestMemoryOfFrames: a frame that follows another one at the same place finds nothing of it,
// and the bytes below stay.
func TestMemoryOfFrames(t *testing.T) {
	for _, size := range []int{1, 63, 64, 65, 1000, 1024, 3000} {
		a := store{}.wake()
		a.grow(size)
		fill(a.marks, set)
		fill(a.bytes, 7)
		below := a.sleep()
		a = below.wake()
		a.grow(size + 2000)
		a.use(size, size+2000, changed)
		fill(a.marks[size:], set)
		a = a.sleep().wake()
		a.cut(size)
		if again := a.sleep(); !reflect.DeepEqual(again, below) {
			t.Errorf("after a frame, %d bytes below are not what they were", size)
		}
		a.grow(size + 2000)
		a.use(0, size+2000, same)
		for i, mark := range a.marks {
			if (mark == set) != (i < size) || (a.bytes[i] == 7) != (i < size) {
				t.Fatalf("byte %d of a frame behind %d bytes is %d, mark %d", i, size, a.bytes[i], mark)
			}
		}
	}
}

// FuzzDecode: bytes are either refused, or a code that runs without a panic.
func FuzzDecode(f *testing.F) {
	f.Add(sample().Encode())
	f.Add([]byte{version})
	f.Fuzz(func(t *testing.T, bytes []byte) {
		code, err := Decode(bytes)
		if err != nil {
			return
		}
		again, err := Decode(code.Encode())
		if err != nil || !reflect.DeepEqual(code, again) {
			t.Fatalf("the code does not round-trip: %v", err)
		}
		s := Start(code)
		for range 5 {
			s = s.Run(Runner{Ask: func(Call) Result { return Result{Ret: 1, Text: "x"} }})
			s.Variables()
			s.AppendKey(nil)
			s.Call()
			s = s.Return(Result{Ret: 1, Bytes: 3, Revents: []int16{1}})
		}
	})
}
