package program

// sslQueries are the queries that look at the SSL object only.
var sslQueries = map[string]*extern{
	"SSL_get_error": {min: 2, effects: readsQueue},
	// Those of the other row have the SSL object alone.
	"SSL_get_shutdown": {}, "SSL_pending": {}, "SSL_has_pending": {},
	"SSL_want": {}, "SSL_want_nothing": {}, "SSL_want_read": {}, "SSL_want_write": {}, "SSL_want_x509_lookup": {},
	"SSL_is_init_finished": {}, "SSL_in_init": {}, "SSL_in_before": {},
	"SSL_get_fd": {}, "SSL_get_rfd": {}, "SSL_get_wfd": {},
	"SSL_is_server": {}, "SSL_version": {}, "SSL_get_mode": {}, "SSL_get_options": {},
	"SSL_state_string_long": {done: textDone}, "SSL_session_reused": {},
	"SSL_get_session":          {done: sessionDone},
	"SSL_SESSION_is_resumable": {ask: needsSession},
}

// errorQueries are those about the error queue and about an error's number.
var errorQueries = map[string]*extern{
	"ERR_clear_error":         {min: 0, effects: changesList},
	"ERR_get_error":           {min: 0, effects: changesList | readsQueue},
	"ERR_peek_error":          {min: 0, effects: readsQueue},
	"ERR_peek_last_error":     {min: 0, effects: readsQueue},
	"ERR_error_string":        {min: 2, done: errorStringDone},
	"ERR_error_string_n":      {min: 3, done: errorStringNDone},
	"ERR_reason_error_string": {min: 1, done: textDone},
	"ERR_lib_error_string":    {min: 1, done: textDone},
	"ERR_GET_LIB":             {min: 1},
	"ERR_GET_REASON":          {min: 1},
}

// clockQueries are those about the clock.
var clockQueries = map[string]*extern{
	"time":          {min: 1, done: timeDone},
	"clock_gettime": {min: 2, done: func(m *machine, a []int64, r Result) int64 { return m.writeTime(a[1], r.Time, 1) }},
	"gettimeofday": {min: 2, done: func(m *machine, a []int64, r Result) int64 {
		if a[0] == 0 {
			return 0
		}
		return m.writeTime(a[0], r.Time, 1000)
	}},
}

func init() {
	for _, e := range sslQueries {
		e.kind, e.effects = query, e.effects|asks
		if e.min == 0 {
			e.min = 1
		}
		if e.ask == nil {
			e.ask = needsSSL
		}
	}
	for name, e := range errorQueries {
		e.kind = query
		if e.min == 0 {
			e.effects |= asks
		}
		_ = name
	}
	for _, e := range clockQueries {
		e.kind, e.effects = query, asks
	}
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
