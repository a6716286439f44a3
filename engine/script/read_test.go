package script

import (
	"reflect"
	"strings"
	"testing"
)

// TestEverythingWrongIsListed, each with its place and with what was probably meant.
func TestEverythingWrongIsListed(t *testing.T) {
	r := Read("# é\nclint SSL_shutdown\n client SSL_shutdwon\nclient SSL_read 5\nversion tls1.2\nserver SSL_read\nclient SSL_free => 0\nSSL_shutdown\n")
	want := []string{
		`line 2, column 1: "clint": did you mean client?`,
		`line 3, column 9: "SSL_shutdwon": did you mean SSL_shutdown?`,
		`line 5, column 1: "version tls1.2": directives must come before the first step`,
		`line 6, column 16: expected a number from 0 to 1048576 after SSL_read`,
		`line 7, column 19: SSL_free returns nothing, so nothing can be expected of it`,
		`line 8, column 1: "SSL_shutdown": expected client or server before it`,
	}
	if len(r.Errors) != len(want) || r.Wrong != len(want) || !reflect.DeepEqual(r.Script, Script{}) {
		t.Fatalf("%d errors, %d wrong: %v", len(r.Errors), r.Wrong, r.Errors)
	}
	for i, err := range r.Errors {
		if got := err.Place() + ": " + err.Short(); got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

// TestErrorsAreBounded, however much is wrong.
func TestErrorsAreBounded(t *testing.T) {
	r := Read(strings.Repeat("x\n", 1<<20))
	if len(r.Errors) != MaxErrors || r.Wrong != MaxWrongLines {
		t.Errorf("%d errors are listed, %d lines are wrong", len(r.Errors), r.Wrong)
	}
	if r = Read(strings.Repeat("\n", MaxLength+1)); len(r.Errors) != 1 || r.Wrong != 1 {
		t.Errorf("too long: %v", r.Errors)
	}
	if r = Read(strings.Repeat("client SSL_free\n", MaxSteps+1)); len(r.Errors) != 1 || r.Errors[0].Line != MaxSteps+1 {
		t.Errorf("too many steps: %v", r.Errors)
	}
}

// TestRewrites: what is understood although it is not of the language, and what it becomes.
func TestRewrites(t *testing.T) {
	for src, want := range map[string]string{
		"Version: TLSv1.2\r\nclient SSL_read(100)\r\n\r\n": "version tls1.2\r\nclient SSL_read 100\r\n\r\n",
		"PROFILE OpenSSL 3.0;":                             "profile openssl-3.0",
		"profile = 3.0":                                    "profile openssl-3.0",
		"version 1.3":                                      "version tls1.3",
		"Transport BIO-Pair 64\nStart Before":              "transport bio-pair 64\nstart before",
		"\tClient SSL_read(ssl, buf, 100); // data":        "client SSL_read 100 # data",
		"client ssl_shutdown() => 0 SSL_ERROR_SYSCALL;":    "client SSL_shutdown => 0 SSL_ERROR_SYSCALL",
		"client SSL_SHUTDOWN # a  b ":                      "client SSL_shutdown # a  b ",
		"\ufeffclient: SSL_free\n# client: SSL_free\n":     "client SSL_free\n# client: SSL_free\n",
	} {
		r := Read(src)
		if r.Wrong > 0 {
			t.Errorf("%q: %v", src, r.Errors[0])
			continue
		}
		if got := r.Rewritten(src); got != want {
			t.Errorf("%q becomes %q, want %q", src, got, want)
		}
	}
}

// FuzzRead: a script of the language is read as Parse reads it, and any other text that is
// understood becomes one. What has been rewritten stays.
func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("Client: SSL_read(ssl, buf, 100); // => 5\r\nSSL_shutdown(server)")
	f.Add("version: 1.2\nclient ssl_shutdown() => 0 #[tls1.2] a\nC2S Deliver(ALL)\n")
	f.Fuzz(func(t *testing.T, src string) {
		s, err := Parse(src)
		r := Read(src)
		if err == nil && (r.Wrong > 0 || len(r.Rewrites) > 0 || !reflect.DeepEqual(r.Script, s)) {
			t.Fatalf("%q is read as %+v", src, r)
		}
		if r.Wrong > 0 {
			if err == nil || len(r.Errors) == 0 || r.Errors[0].Line < 1 || r.Errors[0].Column < 1 {
				t.Fatalf("%q: %v", src, r.Errors)
			}
			return
		}
		text := r.Rewritten(src)
		again, err := Parse(text)
		if err != nil || !reflect.DeepEqual(again, r.Script) {
			t.Fatalf("%q becomes %q: %+v, %v; want %+v", src, text, again, err, r.Script)
		}
	})
}
