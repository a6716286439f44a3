package program

import "encoding/binary"

// sslCalls are the library's functions that are steps.
var sslCalls = map[string]*extern{
	"SSL_read":               {min: 3, ask: needsSSL, done: readDone},
	"SSL_peek":               {min: 3, ask: needsSSL, done: readDone},
	"SSL_write":              {min: 3, ask: asksWrite},
	"SSL_read_ex":            {min: 4, ask: needsSSL, done: readExDone},
	"SSL_peek_ex":            {min: 4, ask: needsSSL, done: readExDone},
	"SSL_write_ex":           {min: 4, ask: asksWrite, done: countDone},
	"SSL_shutdown":           {min: 1, ask: needsSSL},
	"SSL_do_handshake":       {min: 1, ask: needsSSL},
	"SSL_connect":            {min: 1, ask: needsSSL},
	"SSL_accept":             {min: 1, ask: needsSSL},
	"SSL_key_update":         {min: 2, ask: needsSSL},
	"SSL_renegotiate":        {min: 1, ask: needsSSL},
	"SSL_clear":              {min: 1, ask: needsSSL},
	"SSL_free":               {min: 1, ask: asksFree, done: freeDone},
	"SSL_set_shutdown":       {min: 2, ask: needsSSL},
	"SSL_set_quiet_shutdown": {min: 2, ask: needsSSL},
	"SSL_set_options":        {min: 2, ask: needsSSL},
	"SSL_set_mode":           {min: 2, ask: needsSSL},
	"SSL_clear_mode":         {min: 2, ask: needsSSL},
}

func init() {
	for _, e := range sslCalls {
		e.kind, e.effects = step, makesCall|changesList
	}
}

// needsSSL stops the program unless the first argument is the SSL object.
func needsSSL(m *machine, c *Call) {
	switch {
	case c.Args[0] == 0:
		m.stopf("%s of NULL", c.Name)
	case c.Args[0] != SSL:
		m.stopf("%s of something that is no SSL", c.Name)
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
