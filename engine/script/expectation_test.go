package script

import (
	"errors"
	"strings"
	"testing"
)

// TestExpectations are written in one way, whatever blanks were typed.
func TestExpectations(t *testing.T) {
	for typed, want := range map[string]string{
		"client SSL_shutdown => 0":                                      "client SSL_shutdown => 0",
		"client  SSL_shutdown=>0\tSSL_ERROR_SYSCALL":                    "client SSL_shutdown => 0 SSL_ERROR_SYSCALL",
		`client SSL_read 5 =>  -1 "unexpected eof while reading" # why`: "# why\n" + `client SSL_read 5 => -1 "unexpected eof while reading"`,
		`server SSL_read 5 => 0 SSL_ERROR_ZERO_RETURN ""`:               `server SSL_read 5 => 0 SSL_ERROR_ZERO_RETURN ""`,
		"client SSL_write 1048576 =>\u00a01048576 SSL_ERROR_NONE":       "client SSL_write 1048576 => 1048576 SSL_ERROR_NONE",
	} {
		s, err := Parse(typed)
		if err != nil {
			t.Errorf("%s: %v", typed, err)
			continue
		}
		if got := strings.TrimSpace(s.String()); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
		again, err := Parse(s.String())
		if err != nil || *again.Steps[0].Expect != *s.Steps[0].Expect {
			t.Errorf("%q is read again as %+v, %v", s.String(), again, err)
		}
	}
}

// TestWrongExpectations: the error names line and column.
func TestWrongExpectations(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"client SSL_shutdown =>", `line 2, column 23: expected a return value`},
		{"client SSL_shutdown =>  zero", `line 2, column 25: "zero": expected a return value`},
		{"client SSL_shutdown => 00", `line 2, column 24: "00": expected a return value`},
		{"client SSL_shutdown => SSL_ERROR_SYSCALL", `line 2, column 24: "SSL_ERROR_SYSCALL": expected a return value`},
		{"client SSL_shutdown => 0 SYSCALL", `line 2, column 26: "SYSCALL": expected an error (SSL_ERROR_NONE, `},
		{"client SSL_shutdown => 0 SSL_ERROR_SSL eof", `line 2, column 40: "eof": expected the oldest reason in quotes, or nothing more`},
		{`client SSL_shutdown => 0 SSL_ERROR_SSL "eof`, `line 2, column 40: "\"eof": expected the oldest reason in quotes`},
		{`client SSL_shutdown => 0 SSL_ERROR_SSL "a # b"`, `line 2, column 40: "\"a ": expected the oldest reason in quotes`},
		{"client SSL_shutdown => 0 \"e\u200bof\"", `line 2, column 26: "\"e\u200bof\"": expected an error`},
		{`client SSL_shutdown => 0 "eof" 1`, `line 2, column 32: "1": expected nothing after the reason`},
		{"client SSL_shutdown => 0 => 0", `line 2, column 26: "=>": expected an error`},
		{"client SSL_free => 0", `line 2, column 19: SSL_free returns nothing`},
		{"c2s hold => 0", `line 2, column 12: hold returns nothing`},
		{"client SSL_read => 0", `line 2, column 16: expected a number`},
		{"=> 0", `line 2, column 1: expected a step; or profile, `},
		{"version tls1.2 => 0", `line 2, column 1: "version tls1.2 => 0": expected version`},
	} {
		_, err := Parse("# é\n" + tt.line + "\n")
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.line, err, tt.want)
		}
	}
}
