package program

import "encoding/binary"

// systemCalls are the system's functions that are steps, and fcntl, which is one sometimes.
var systemCalls = [...]externRow{
	{"poll", extern{min: 3, ask: asksPoll, done: pollDone}},
	{"select", extern{min: 5, ask: asksSelect, done: selectDone}},
	{"shutdown", extern{min: 2, ask: asksShutdown}},
	{"close", extern{min: 1}},
	{"fcntl", extern{min: 2, variadic: true, ask: asksFcntl}},
	{"sleep", extern{min: 1, ask: func(_ *machine, c *Call) { c.Limit = c.Args[0] * second }}},
	{"usleep", extern{min: 1, ask: func(_ *machine, c *Call) { c.Limit = c.Args[0] * 1000 }}},
	{"nanosleep", extern{min: 2, ask: asksNanosleep}},
}

const (
	second  = 1_000_000_000 // in ns
	getFlag = 3             // F_GETFL
	setFlag = 4             // F_SETFL
	shutWr  = 1             // SHUT_WR
	maxPoll = 1024          // entries; also FD_SETSIZE

	badDescriptor = 9 // EBADF
)

func asksShutdown(m *machine, c *Call) {
	if c.Args[1] != shutWr {
		m.stopf("shutdown is modelled with SHUT_WR only")
	}
}

func asksFcntl(m *machine, c *Call) {
	switch {
	case c.Args[1] == getFlag:
		c.kind = query
	case c.Args[1] != setFlag || len(c.Args) < 3:
		m.stopf("fcntl is modelled with F_GETFL and F_SETFL only")
	}
}

func asksPoll(m *machine, c *Call) {
	n := c.Args[1]
	if uint64(n) > maxPoll {
		c.Invalid = true
		return
	}
	if c.Limit = c.Args[2] * 1_000_000; c.Args[2] < 0 {
		c.Limit = -1
	}
	for i := range n {
		b, ok := m.read(c.Args[0]+i*8, 6)
		if !ok {
			return
		}
		w := Watched{FD: int32(binary.LittleEndian.Uint32(b)), Events: int16(binary.LittleEndian.Uint16(b[4:]))}
		if w.Events&^(PollIn|PollOut) != 0 && w.FD >= 0 {
			m.stopf("poll is modelled with POLLIN and POLLOUT only")
			return
		}
		c.Watch = append(c.Watch, w)
	}
}

func pollDone(m *machine, args []int64, r Result) int64 {
	if r.Ret < 0 {
		return r.Ret
	}
	for i := range args[1] {
		var events int16
		if int(i) < len(r.Revents) && r.Ret > 0 {
			events = r.Revents[i]
		}
		if !m.write(args[0]+i*8+6, binary.LittleEndian.AppendUint16(nil, uint16(events))) {
			break
		}
	}
	return r.Ret
}

// duration reads a time in seconds and parts of one, and returns it in ns.
func (m *machine) duration(pointer, part int64) (ns int64, valid bool) {
	s, ok := m.read64(pointer)
	if !ok {
		return 0, false
	}
	fraction, ok := m.read64(pointer + 8)
	const most = 1 << 33 // seconds, about 270 years
	return min(s, most)*second + min(fraction, most)*part, ok && s >= 0 && fraction >= 0
}

func asksNanosleep(m *machine, c *Call) {
	ns, valid := m.duration(c.Args[0], 1)
	nanoseconds, _ := m.read64(c.Args[0] + 8)
	c.Limit, c.Invalid = ns, !valid || nanoseconds >= second
}

func asksSelect(m *machine, c *Call) {
	c.Limit = -1
	if c.Args[4] != 0 {
		ns, valid := m.duration(c.Args[4], 1000)
		c.Limit, c.Invalid = ns, !valid
	}
	n := c.Args[0]
	c.Invalid = c.Invalid || n < 0
	events := make([]int16, max(min(n, maxPoll), 0))
	for i, set := range selected {
		pointer := c.Args[1+i]
		if pointer == 0 || len(events) == 0 {
			continue
		}
		words, ok := m.read(pointer, int64(len(events)+63)/64*8)
		if !ok {
			return
		}
		for fd := range events {
			if words[fd/8]>>(fd%8)&1 != 0 {
				events[fd] |= set.asked
			}
		}
	}
	for fd, asked := range events {
		if asked != 0 {
			c.Watch = append(c.Watch, Watched{int32(fd), asked})
		}
	}
}

// selectDone writes the sets and the time left back.
func selectDone(m *machine, args []int64, r Result) int64 {
	if r.Ret < 0 {
		if r.Errno == badDescriptor {
			m.writeLeft(args[4], r.Left)
		}
		return r.Ret
	}
	var c Call
	c.Args = args
	asksSelect(m, &c)
	for i, set := range selected {
		if pointer := args[1+i]; pointer != 0 && args[0] > 0 {
			words := make([]byte, (min(args[0], maxPoll)+63)/64*8)
			for j, w := range c.Watch {
				if r.Ret > 0 && j < len(r.Revents) && w.Events&set.asked != 0 && r.Revents[j]&set.answer != 0 {
					words[w.FD/8] |= 1 << (w.FD % 8)
				}
			}
			m.write(pointer, words)
		}
	}
	m.writeLeft(args[4], r.Left)
	return r.Ret
}

// writeLeft writes the time left of a select back, also if a descriptor is not open.
func (m *machine) writeLeft(pointer, left int64) {
	if pointer != 0 && m.write64(pointer, left/second) {
		m.write64(pointer+8, left%second/1000)
	}
}
