package program

import "encoding/binary"

// sslCalls are the library's functions that are steps.
var sslCalls = [...]externRow{
	{"SSL_read", extern{min: 3, ask: needsSSL, done: readDone}},
	{"SSL_peek", extern{min: 3, ask: needsSSL, done: readDone}},
	{"SSL_write", extern{min: 3, ask: asksWrite}},
	{"SSL_read_ex", extern{min: 4, ask: needsSSL, done: readExDone}},
	{"SSL_peek_ex", extern{min: 4, ask: needsSSL, done: readExDone}},
	{"SSL_write_ex", extern{min: 4, ask: asksWrite, done: countDone}},
	{"SSL_shutdown", extern{min: 1, ask: needsSSL}},
	{"SSL_do_handshake", extern{min: 1, ask: needsSSL}},
	{"SSL_connect", extern{min: 1, ask: needsSSL}},
	{"SSL_accept", extern{min: 1, ask: needsSSL}},
	{"SSL_key_update", extern{min: 2, ask: needsSSL}},
	{"SSL_renegotiate", extern{min: 1, ask: needsSSL}},
	{"SSL_clear", extern{min: 1, ask: needsSSL}},
	{"SSL_free", extern{min: 1, ask: asksFree, done: freeDone}},
	{"SSL_set_shutdown", extern{min: 2, ask: needsSSL}},
	{"SSL_set_quiet_shutdown", extern{min: 2, ask: needsSSL}},
	{"SSL_set_options", extern{min: 2, ask: needsSSL}},
	{"SSL_set_mode", extern{min: 2, ask: needsSSL}},
	{"SSL_clear_mode", extern{min: 2, ask: needsSSL}},
}

// needsSSL stops the program unless the first argument is the SSL object.
func needsSSL(m *machine, c *Call) {
	switch {
	case c.Args[0] == 0:
		m.stopf("%s of NULL", c.Name)
	case c.Args[0] != SSL:
		m.stopf("%s of something that is not an SSL object", c.Name)
	case m.freed:
		m.stopf("the SSL is used after SSL_free")
	}
}

// asksFree lets NULL through.
func asksFree(m *machine, c *Call) {
	if c.Args[0] != 0 {
		needsSSL(m, c)
	}
}

func freeDone(m *machine, args []int64, _ Result) int64 {
	m.freed = m.freed || args[0] != 0
	return 0
}

// asksWrite stops the program if what it wants to write is not in an object.
func asksWrite(m *machine, c *Call) {
	needsSSL(m, c)
	n := c.Args[2]
	if c.Name == "SSL_write" {
		n = int64(int32(n))
	}
	if m.status != Stopped && n > 0 {
		m.at(c.Args[1], n, false)
	}
}

func readDone(m *machine, args []int64, r Result) int64 {
	if r.Ret > 0 {
		m.receive(args[1], r.Ret)
	}
	return r.Ret
}

func readExDone(m *machine, args []int64, r Result) int64 {
	if r.Ret == 1 && m.receive(args[1], r.Bytes) {
		m.write64(args[3], r.Bytes)
	}
	return r.Ret
}

func countDone(m *machine, args []int64, r Result) int64 {
	if r.Ret == 1 {
		m.write64(args[3], r.Bytes)
	}
	return r.Ret
}

func (m *machine) write64(pointer, x int64) bool {
	return m.write(pointer, binary.LittleEndian.AppendUint64(nil, uint64(x)))
}

// read64 reads a long.
func (m *machine) read64(pointer int64) (int64, bool) {
	b, ok := m.read(pointer, 8)
	if !ok {
		return 0, false
	}
	return int64(binary.LittleEndian.Uint64(b)), true
}
