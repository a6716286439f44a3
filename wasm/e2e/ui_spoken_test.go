package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// startReader starts Guidepup's virtual screen reader, which `make reader` installs, on the
// page as it is now.
func (b *browser) startReader() {
	b.t.Helper()
	source, err := os.ReadFile(filepath.Join(root, "build", "npm-reader", "node_modules", "@guidepup", "virtual-screen-reader", "lib", "esm", "index.browser.js"))
	if err != nil {
		b.t.Fatalf("%v (make reader fetches it)", err)
	}
	exported := regexp.MustCompile(`export\{[^}]*?([\w$]+) as virtual\};`)
	if !exported.Match(source) {
		b.t.Fatal("the virtual screen reader exports something else")
	}
	script := exported.ReplaceAllString(string(source), "window.reader = ${1};")
	b.run("(() => {" + script + "\n})()")
	evaluate[any](b, "reader.start({container: document.body})")
}

// spoken are the phrases that the reader has said since it was last asked. It waits until
// there are n, and whether there are more.
func (b *browser) spoken(n int) []string {
	b.t.Helper()
	b.poll(fmt.Sprintf("reader.spokenPhraseLog().then(said => said.length >= %d)", n))
	b.waitSettled()
	return evaluate[[]string](b, `reader.spokenPhraseLog().then(async said => { await reader.clearSpokenPhraseLog(); return said })`)
}

// checkSpoken compares what the reader has said with what a listener needs.
func (b *browser) checkSpoken(when string, want ...string) {
	b.t.Helper()
	if got := b.spoken(len(want)); !slices.Equal(got, want) {
		b.t.Errorf("%s, the reader says\n\t%s\nwant\n\t%s", when, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// readFrom has the reader go on to an item and read n more after it.
func (b *browser) readFrom(item string, n int) {
	b.t.Helper()
	found := evaluate[bool](b, `(async () => {
		for (let i = 0; i < 1000; i++) {
			await reader.next();
			if (await reader.lastSpokenPhrase() === "`+item+`") return true;
		}
		return false;
	})()`)
	if !found {
		b.t.Fatalf("the reader finds no %q", item)
	}
	b.spoken(0)
	for range n {
		evaluate[any](b, "reader.next()")
	}
}

// TestSpokenShutdown listens to the first scenario: from the link that skips to the controls
// to the card at the end.
func TestSpokenShutdown(t *testing.T) {
	b := newBrowser(t)
	b.setMedia("prefers-reduced-motion", "reduce")
	b.open("/")
	b.startReader()
	b.press(kb.Tab)
	b.press(kb.Enter)
	b.wait(`document.activeElement.id === "step-forward"`)
	b.checkSpoken("at the start", "document", "button, Skip to playback", "button, Step forward")
	for i, want := range []string{
		"Client: SSL_write(5) returns 5. Data, 27 bytes, goes to the server. " +
			"The client writes its last 5 bytes. SSL_write returns 5. TLS sends everything in records, and one data record goes to the server.",
		"Server: SSL_read(100) returns 5. Data, 27 bytes, is read by the server. " +
			"The server asks for up to 100 bytes and gets the 5 that have arrived.",
		"Client: SSL_shutdown() returns 0; SSL_get_error would return SSL_ERROR_SYSCALL, which is misleading: 0 is not an error. " +
			"close_notify, 24 bytes, goes to the server. The client's SENT flag is set. " +
			"The client closes its half: close_notify goes to the server in a record of its own, and the client's flag SENT is set. The call returns 0, which means half done. It is not an error.",
		"Server: SSL_read(100) returns 0, SSL_ERROR_ZERO_RETURN. close_notify, 24 bytes, is read by the server. The server's RECEIVED flag is set. " +
			"The server reads on and finds the client's close_notify. SSL_read returns 0, and SSL_get_error says ZERO_RETURN: a clean end. The server's flag RECEIVED is set.",
		"Server: SSL_shutdown() returns 1. close_notify, 24 bytes, goes to the client. The server's SENT flag is set. " +
			"The server closes its half, too, so its close_notify goes to the client. It has read the client's already: the call returns 1.",
		"Client: SSL_shutdown() returns 1. close_notify, 24 bytes, is read by the client. The client's RECEIVED flag is set. " +
			"The client calls SSL_shutdown a second time. The call reads the server's close_notify, sets RECEIVED and returns 1. Both halves are closed. " +
			"This was the last step. Each peer sent close_notify once and read the other's: SSL_shutdown returned 0 when half of that was done, and 1 at the end.",
	} {
		b.press(kb.ArrowRight)
		b.waitStep(i+1, 6)
		b.checkSpoken(fmt.Sprint("step ", i+1), fmt.Sprintf("polite: Step %d of 6. %s", i+1, want))
	}
	b.readFrom("region, What you saw", 12)
	b.checkSpoken("the card", "paragraph",
		"Each peer sent close_notify once and read the other's: SSL_shutdown returned 0 when half of that was done, and 1 at the end.",
		"end of paragraph", "paragraph", "The fix:",
		"Call SSL_shutdown, read until SSL_ERROR_ZERO_RETURN, and call SSL_shutdown again; SSL_free and close come last.",
		"end of paragraph", "paragraph", "button, Try: Write after SSL_shutdown",
		"button, See the wrong code", "button, See the right code", "button, Next: 0 is not an error")
}

// TestSpokenTruncation listens to a scenario that another release ends in another way.
func TestSpokenTruncation(t *testing.T) {
	b := newBrowser(t)
	b.setMedia("prefers-reduced-motion", "reduce")
	b.open("/")
	b.startReader()
	b.spoken(0)
	b.choose("#scenario", "open-preset truncation")
	b.waitStep(0, 5)
	b.checkSpoken("another scenario", "polite: Truncation. The transport ends without a close_notify. "+
		"Perhaps the server crashed; perhaps someone on the path cut the connection to hide the rest. 5 steps.")
	for i, want := range []string{
		"Server: SSL_write(40) returns 40. Data, 62 bytes, goes to the client. The server writes 40 bytes, the beginning of its answer.",
		"Network, server to client: FIN, the end of the stream. A FIN goes to the client. The network ends the stream with a FIN. The server has sent no close_notify before it.",
		"Client: SSL_read(100) returns 40. Data, 62 bytes, is read by the client. The client reads the 40 bytes. So far nothing looks wrong.",
		"Client: SSL_read(100) returns 0, SSL_ERROR_SSL. The error queue says: unexpected eof while reading. decode_error, 24 bytes, goes to the server. " +
			"The client reads again and finds the end of the stream, but no close_notify. OpenSSL 3 and later treat that as a fatal error: SSL_read returns 0 with SSL_ERROR_SSL, " +
			"and a decode_error alert goes to the server.",
	} {
		b.press(kb.ArrowRight)
		b.waitStep(i+1, 5)
		b.checkSpoken(fmt.Sprint("step ", i+1), fmt.Sprintf("polite: Step %d of 5. %s", i+1, want))
	}
	b.choose("#profile", "openssl-1.1.1")
	b.wait(`document.querySelector("#status").innerText.startsWith("OpenSSL 1.1.1")`)
	b.checkSpoken("another release", "polite: OpenSSL 1.1.1, TLS 1.3. Step 4 of 5. Client: SSL_read(100) returns 0, SSL_ERROR_SYSCALL. "+
		"The client reads again and finds the end of the stream, but no close_notify. SSL_read returns 0 with SYSCALL. "+
		"OpenSSL 1.1.1 queues no error and sends no alert, and the connection can still be used.")
}
