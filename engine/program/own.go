package program

import "bytes"

// ownFunctions are those that need neither the library nor a clock.
var ownFunctions = [...]externRow{
	{"printf", extern{min: 1, variadic: true, own: printf}},
	{"fprintf", extern{min: 2, variadic: true, own: fprintf}},
	{"snprintf", extern{min: 3, variadic: true, own: snprintf}},
	{"puts", extern{min: 1, own: puts}},
	{"fputs", extern{min: 2, own: fputs}},
	{"putchar", extern{min: 1, own: func(m *machine, a []int64) int64 { return m.putByte(a[0]) }}},
	{"putc", extern{min: 2, own: fputc}},
	{"fputc", extern{min: 2, own: fputc}},
	{"perror", extern{min: 1, own: perror}},
	{"fflush", extern{min: 1, own: func(*machine, []int64) int64 { return 0 }}},
	{"memset", extern{min: 3, own: memset}},
	{"memcpy", extern{min: 3, own: memcpy}},
	{"memcmp", extern{min: 3, own: memcmp}},
	{"strlen", extern{min: 1, own: strlen}},
	{"strcmp", extern{min: 2, own: strcmp}},
	{"strerror", extern{min: 1, own: func(m *machine, a []int64) int64 { return m.intern(errorText(a[0])) }}},
	{"signal", extern{min: 2, own: func(*machine, []int64) int64 { return 1 }}},
	{"exit", extern{min: 1, own: exit}},
	{"abort", extern{min: 0, own: abort}},
	{"__assert_fail", extern{min: 0, own: abort}},
	{"__errno_location", extern{effects: asks, own: func(*machine, []int64) int64 { return Pointer(0) }}},
}

func exit(m *machine, a []int64) int64 {
	m.status, m.exit = Ended, int32(a[0])
	return 0
}

func abort(m *machine, _ []int64) int64 {
	m.status = Aborted
	return 0
}

func memset(m *machine, a []int64) int64 {
	if p, ok := m.at(a[0], a[2], true); ok {
		fill(p.bytes, byte(a[1]))
		fill(p.marks, set)
	}
	return a[0]
}

func memcpy(m *machine, a []int64) int64 {
	from, ok := m.at(a[1], a[2], false)
	if !ok {
		return 0
	}
	if to, ok := m.at(a[0], a[2], true); ok {
		copy(to.bytes, from.bytes)
		copy(to.marks, from.marks)
	}
	return a[0]
}

// memcmp returns the difference of the first bytes that differ, as gcc's code and glibc do.
func memcmp(m *machine, a []int64) int64 {
	x, ok := m.read(a[0], a[2])
	if !ok {
		return 0
	}
	y, ok := m.read(a[1], a[2])
	if !ok {
		return 0
	}
	for i := range x {
		if x[i] != y[i] {
			return int64(x[i]) - int64(y[i])
		}
	}
	return 0
}

func strlen(m *machine, a []int64) int64 {
	text, _ := m.cString(a[0], "strlen")
	return int64(len(text))
}

// strcmp returns the difference of the first bytes that differ, as gcc's code and glibc do.
func strcmp(m *machine, a []int64) int64 {
	x, ok := m.cString(a[0], "strcmp")
	if !ok {
		return 0
	}
	y, ok := m.cString(a[1], "strcmp")
	if !ok {
		return 0
	}
	p, q := append([]byte(x), 0), append([]byte(y), 0)
	for i := range min(len(p), len(q)) {
		if p[i] != q[i] {
			return int64(p[i]) - int64(q[i])
		}
	}
	return 0
}

// print appends to the output.
func (m *machine) print(text []byte) {
	if int(m.printed)+len(text) > MaxOutput {
		text = text[:MaxOutput-int(m.printed)]
		m.stopf("it printed more than 64 KiB")
	}
	m.output = append(m.output, text...)
	m.printed += int32(len(text))
}

// putByte prints a byte.
func (m *machine) putByte(c int64) int64 {
	m.print([]byte{byte(c)})
	return int64(byte(c))
}

// stream stops the program unless the argument is stdout or stderr.
func (m *machine) stream(file int64, function string) bool {
	if file == Stdout || file == Stderr {
		return true
	}
	m.stopf("%s to something that is neither stdout nor stderr", function)
	return false
}

func fputc(m *machine, a []int64) int64 {
	if !m.stream(a[1], "fputc") {
		return 0
	}
	return m.putByte(a[0])
}

func puts(m *machine, a []int64) int64 {
	text, ok := m.cString(a[0], "puts")
	if ok {
		m.print(append([]byte(text), '\n'))
	}
	return int64(len(text)) + 1
}

func fputs(m *machine, a []int64) int64 {
	if text, ok := m.cString(a[0], "fputs"); ok && m.stream(a[1], "fputs") {
		m.print([]byte(text))
	}
	return 1
}

// perror prints the text of errno, after that of its argument.
func perror(m *machine, a []int64) int64 {
	var out bytes.Buffer
	if a[0] != 0 {
		text, ok := m.cString(a[0], "perror")
		if !ok {
			return 0
		}
		if text != "" {
			out.WriteString(text + ": ")
		}
	}
	out.WriteString(errorText(m.errno()) + "\n")
	m.print(out.Bytes())
	return 0
}

// errno returns the program's errno.
func (m *machine) errno() int64 {
	e := m.objects[0]
	b := m.place(e.start, e.start+e.size, false, 0).bytes
	return int64(int32(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24))
}
