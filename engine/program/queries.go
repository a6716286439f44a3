package program

// sslQueries are the queries that look at the SSL object only.
var sslQueries = [...]externRow{
	{"SSL_get_error", extern{min: 2, effects: readsQueue}},
	// Those of the other row have the SSL object alone.
	{name: "SSL_get_shutdown"}, {name: "SSL_pending"}, {name: "SSL_has_pending"},
	{name: "SSL_want"}, {name: "SSL_want_nothing"}, {name: "SSL_want_read"}, {name: "SSL_want_write"}, {name: "SSL_want_x509_lookup"},
	{name: "SSL_is_init_finished"}, {name: "SSL_in_init"}, {name: "SSL_in_before"},
	{name: "SSL_get_fd"}, {name: "SSL_get_rfd"}, {name: "SSL_get_wfd"},
	{name: "SSL_is_server"}, {name: "SSL_version"}, {name: "SSL_get_mode"}, {name: "SSL_get_options"},
	{"SSL_state_string_long", extern{done: textDone}}, {name: "SSL_session_reused"},
	{"SSL_get_session", extern{done: sessionDone}},
	{"SSL_SESSION_is_resumable", extern{ask: needsSession}},
}

// errorQueries are those about the error queue and about an error's number.
var errorQueries = [...]externRow{
	{"ERR_clear_error", extern{min: 0, effects: changesList}},
	{"ERR_get_error", extern{min: 0, effects: changesList | readsQueue}},
	{"ERR_peek_error", extern{min: 0, effects: readsQueue}},
	{"ERR_peek_last_error", extern{min: 0, effects: readsQueue}},
	{"ERR_error_string", extern{min: 2, done: errorStringDone}},
	{"ERR_error_string_n", extern{min: 3, done: errorStringNDone}},
	{"ERR_reason_error_string", extern{min: 1, done: textDone}},
	{"ERR_lib_error_string", extern{min: 1, done: textDone}},
	{"ERR_GET_LIB", extern{min: 1}},
	{"ERR_GET_REASON", extern{min: 1}},
}

// clockQueries are those about the clock.
var clockQueries = [...]externRow{
	{"time", extern{min: 1, done: timeDone}},
	{"clock_gettime", extern{min: 2, done: func(m *machine, a []int64, r Result) int64 { return m.writeTime(a[1], r.Time, 1) }}},
	{"gettimeofday", extern{min: 2, done: func(m *machine, a []int64, r Result) int64 {
		if a[0] == 0 {
			return 0
		}
		return m.writeTime(a[0], r.Time, 1000)
	}}},
}

func needsSession(m *machine, c *Call) {
	if c.Args[0] != Session {
		m.stopf("%s of NULL", c.Name)
	}
}

func sessionDone(_ *machine, _ []int64, r Result) int64 {
	if r.Null {
		return 0
	}
	return Session
}

// textDone returns a pointer to the text that was answered.
func textDone(m *machine, _ []int64, r Result) int64 {
	if r.Null {
		return 0
	}
	return m.intern(r.Text)
}

// The library's own buffer for ERR_error_string is an object of this size, the second.
const (
	errorBuffer     = 1
	errorBufferSize = 256
)

func errorStringDone(m *machine, args []int64, r Result) int64 {
	buffer := args[1]
	if buffer == 0 {
		buffer = Pointer(errorBuffer)
	}
	m.write(buffer, append([]byte(r.Text), 0))
	return buffer
}

// errorStringNDone writes as much of the text as the buffer has room for.
func errorStringNDone(m *machine, args []int64, r Result) int64 {
	if room := args[2]; room > 0 {
		text := r.Text
		if int64(len(text)) >= room {
			text = text[:room-1]
		}
		m.write(args[1], append([]byte(text), 0))
	}
	return 0
}

func timeDone(m *machine, args []int64, r Result) int64 {
	if args[0] != 0 {
		m.write64(args[0], r.Time/second)
	}
	return r.Time / second
}

// writeTime writes seconds and parts of a second.
func (m *machine) writeTime(pointer, ns, part int64) int64 {
	if m.write64(pointer, ns/second) {
		m.write64(pointer+8, ns%second/part)
	}
	return 0
}
