package explain

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/program"
)

// QueryText is what a query of a program returned, by name where C has names for the values:
// "SSL_ERROR_WANT_READ", "EAGAIN", "SSL_SENT_SHUTDOWN", "7".
func QueryText(c program.Call, value int64, r program.Result) string {
	switch c.Name {
	case "SSL_get_error":
		return engine.SSLError(value).String()
	case "SSL_get_shutdown":
		return shutdownText(value)
	case "SSL_want":
		return wantNames[value]
	case "fcntl":
		return fileFlags(value)
	case "errno":
		return errnoText(value)
	case "ERR_clear_error":
		return "the queue is empty"
	case "ERR_get_error", "ERR_peek_error", "ERR_peek_last_error", "SSL_get_options", "SSL_get_mode", "SSL_version":
		return hexText(value)
	case "time", "clock_gettime", "gettimeofday":
		return limitText(r.Time)
	}
	switch {
	case r.Null:
		return "NULL"
	case r.Text != "":
		return strconv.Quote(r.Text)
	}
	return strconv.FormatInt(value, 10)
}

// wantNames are what SSL_want returns.
var wantNames = map[int64]string{1: "SSL_NOTHING", 2: "SSL_WRITING", 3: "SSL_READING"}

// errnoText is errno by its name, as far as the engine sets it.
func errnoText(value int64) string {
	if name := engine.ErrnoNumbered(value).String(); name != "" {
		return name
	}
	return strconv.FormatInt(value, 10)
}

// hexText is a number as C has it in hexadecimal, 0 for none.
func hexText(value int64) string {
	if value == 0 {
		return "0"
	}
	return "0x" + strings.ToUpper(strconv.FormatInt(value, 16))
}

// fileFlags is what fcntl returns for F_GETFL: -1 for a descriptor that is not open.
func fileFlags(value int64) string {
	switch {
	case value < 0:
		return "-1"
	case value&0o4000 != 0:
		return "O_RDWR | O_NONBLOCK"
	}
	return "O_RDWR"
}
