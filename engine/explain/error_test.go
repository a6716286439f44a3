package explain_test

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
)

func TestTone(t *testing.T) {
	for script, want := range map[string]explain.Tone{
		"client SSL_write 5":                         explain.ToneOK,
		"c2s reset":                                  explain.ToneOK,
		"client SSL_shutdown":                        explain.ToneMisleading,
		"server SSL_read 5":                          explain.ToneRetry,
		"c2s capacity 5\nclient SSL_write 5":         explain.ToneRetry,
		"client SSL_shutdown\nserver SSL_read 5":     explain.ToneClosed,
		"client SSL_shutdown\nclient SSL_write 5":    explain.ToneFatal,
		"s2c reset\nclient SSL_read 5":               explain.ToneFatal,
		"client BIO_set_nbio 0\nclient SSL_read 100": explain.ToneOK,
	} {
		h, path := play(t, script)
		if got := explain.ToneOf(h.Step(path[len(path)-1])); got != want {
			t.Errorf("%q: got %s, want %s", script, got, want)
		}
	}
}

// TestErrorQueue: what a program would print. The lines of the error queue are those
// of "openssl errstr".
func TestErrorQueue(t *testing.T) {
	const eof, damaged = "c2s fin\nserver SSL_read 5", "client SSL_write 5\nc2s corrupt\nserver SSL_read 5"
	const dataAfterClose = "server SSL_write 5\nclient SSL_shutdown\nclient SSL_shutdown"
	for _, c := range []struct{ script, queue, errno, constant string }{
		{eof, "error:0A000126:SSL routines::unexpected eof while reading", "", "SSL_R_UNEXPECTED_EOF_WHILE_READING"},
		{"profile openssl-1.1.1\n" + eof, "", "0", ""},
		{dataAfterClose, "error:0A000123:SSL routines::application data after close notify", "", "SSL_R_APPLICATION_DATA_AFTER_CLOSE_NOTIFY"},
		{"profile openssl-1.1.1\n" + dataAfterClose, "error:14094123:SSL routines:ssl3_read_bytes:application data after close notify", "", "SSL_R_APPLICATION_DATA_AFTER_CLOSE_NOTIFY"},
		{"version tls1.2\n" + damaged, "error:1C800066:Provider routines::cipher operation failed, " +
			"error:0A000119:SSL routines::decryption failed or bad record mac, error:0A000139:SSL routines::record layer failure", "", "PROV_R_CIPHER_OPERATION_FAILED"},
		{"s2c reset\nclient SSL_read 5", "", "ECONNRESET", ""},
		{"c2s broken\nclient SSL_write 5", "error:80000020:system library::Broken pipe", "EPIPE", ""},
		{"client SSL_read 5", "", "EAGAIN", ""},
		{"client SSL_shutdown", "", "", ""},
	} {
		h, path := play(t, c.script)
		e, ok := explain.ErrorOf(h, path[len(path)-1])
		got := [...]string{strings.Join(e.Queue, ", "), e.Errno, e.Constant}
		if want := [...]string{c.queue, c.errno, c.constant}; !ok || got != want {
			t.Errorf("%q: got %q, want %q", c.script, got, want)
		}
	}
}

// TestEveryErrorHasAdvice: no step of any recorded script ends in an error without
// advice, and none of the advice is for an error that never happens.
func TestEveryErrorHasAdvice(t *testing.T) {
	given := map[string]bool{}
	for name, text := range recordings(t) {
		h, path := play(t, text)
		for _, id := range path[1:] {
			step := h.Step(id)
			e, ok := explain.ErrorOf(h, id)
			if wantError := step.Returned && step.Error != engine.ErrorNone; ok != wantError {
				t.Errorf("%s, %s: explained: %v, want %v", name, explain.Line(step), ok, wantError)
			}
			if ok && (e.Advice.Text == "" || e.Advice.Code == "") {
				t.Errorf("%s, %s: no advice", name, explain.Line(step))
			}
			if ok && step.Reason != "" && !strings.HasSuffix(e.Queue[0], step.Reason) {
				t.Errorf("%s, %s: the oldest reason is %q, the queue %q", name, explain.Line(step), step.Reason, e.Queue)
			}
			given[e.Advice.Text] = true
		}
	}
	for _, a := range explain.AllAdvice() {
		if !given[a.Text] {
			t.Errorf("no recorded script leads to the advice %q", a.Text)
		}
	}
}

// TestReasonBelongsToTheCall: an error that an earlier call has left in the queue is not given as
// the reason of a call that succeeds, or of which SSL_get_error says something else.
func TestReasonBelongsToTheCall(t *testing.T) {
	const steps = "client keep_errors on\nclient SSL_set_shutdown SENT\nclient SSL_write 1\nclient SSL_set_shutdown 0\nclient SSL_write 1\nclient SSL_read 1"
	for profile, reasons := range map[string][]string{
		"openssl-3.5": {3: "protocol is shutdown", 5: "", 6: "protocol is shutdown"}, // SSL_get_error looks at the queue
		"openssl-4.0": {3: "protocol is shutdown", 5: "", 6: ""},
	} {
		h, path := play(t, "profile "+profile+"\n"+steps)
		for i, want := range reasons {
			if got := explain.ReasonOf(h.Step(path[i])); got != want {
				t.Errorf("%s, step %d, %s: reason %q, want %q", profile, i, explain.Line(h.Step(path[i])), got, want)
			}
		}
		if got := explain.Sentence(h, path[5]); strings.Contains(got, "The error queue says") {
			t.Errorf("%s: a call that succeeds: %q", profile, got)
		}
	}
}
