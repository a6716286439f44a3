package program

// A Call is a function of the library or of the system that a program calls.
type Call struct {
	Name string
	Line int // of the program's text, from 1
	// Args are the arguments in order. Integers have their value. A pointer is a number that
	// is the same for the same address; 0 is NULL. The SSL object is SSL.
	Args []int64
	// Watch is what poll and select look at, in the order of the array or of the descriptors.
	Watch []Watched
	// Limit is how long poll, select and the sleeps last at most, in ns; below 0 for ever.
	Limit int64
	// Invalid says that the system refuses the arguments with EINVAL, whatever the peer's state.
	Invalid bool
	kind    kind
}

// A Watched is one descriptor of poll or select.
type Watched struct {
	FD     int32
	Events int16 // PollIn, PollOut
}

// Events of poll, as Linux has them.
const (
	PollIn   int16 = 0x01
	PollPri  int16 = 0x02
	PollOut  int16 = 0x04
	PollErr  int16 = 0x08
	PollHup  int16 = 0x10
	PollNval int16 = 0x20
)

// A Result is what a call or a query answers. What a function does not have stays 0.
type Result struct {
	Ret   int64
	Errno int32 // of a call, as Linux numbers it; a query leaves the program's errno
	// Bytes is what an _ex call stores if it succeeds.
	Bytes int64
	// Revents are poll's and select's, one for each Watched. poll's are those that were asked
	// for, and PollErr, PollHup, PollNval; a zero where the limit ran out.
	Revents []int16
	// Left is what select writes back: the time left of the limit, in ns.
	Left int64
	// Time is the clock, in ns, for time, clock_gettime and gettimeofday.
	Time int64
	// Text is what a query that returns a string returns, unless Null.
	Text string
	Null bool
	// Stop, if not empty, is why the program is stopped: for a call that is not modelled.
	Stop string
}

// Ready returns what poll or select returns when the descriptors are in these states: how
// many of them, or of their events, are ready; 0 if it waits on. Where select fails, for a
// descriptor that is not open, ok is false, and errno is EBADF.
func (c Call) Ready(revents []int16) (n int64, ok bool) {
	if c.Name == "select" {
		return c.readyOfSelect(revents)
	}
	for i, w := range c.Watch {
		if w.FD >= 0 && answered(w.Events, revents[i]) != 0 {
			n++
		}
	}
	return n, true
}

// answered returns which of a descriptor's events poll reports.
func answered(asked, events int16) int16 {
	return events & (asked | PollErr | PollHup | PollNval)
}

func (c Call) readyOfSelect(revents []int16) (n int64, ok bool) {
	for i, w := range c.Watch {
		if revents[i]&PollNval != 0 {
			return 0, false
		}
		for _, set := range selected {
			if w.Events&set.asked != 0 && revents[i]&set.answer != 0 {
				n++
			}
		}
	}
	return n, true
}

// selected are select's three sets, and the events of poll that put a descriptor into each.
var selected = [3]struct{ asked, answer int16 }{
	{PollIn, PollIn | PollHup | PollErr},
	{PollOut, PollOut | PollErr},
	{PollPri, PollPri},
}
