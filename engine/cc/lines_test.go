package cc

import (
	"testing"

	"closenotify/engine/program"
)

// TestLinesInMacros: a call in a macro's argument has the line of its name, also where the text
// asks whether there are macros of functions' names.
func TestLinesInMacros(t *testing.T) {
	const text = `#define SAME(x) x
#define TEXT(line) #line
#ifdef SSL_read
int SSL_read;
#endif
int f(SSL *ssl)
{
	SAME(
		SAME(SSL_shutdown(
			ssl)));
	return SAME(
		SSL_clear(ssl));
}
`
	const want = "9 SSL_shutdown\n12 SSL_clear\n"
	if got := play(t, text, program.Result{}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
