package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestAnErrorIsExplained(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.press(kb.End)
	b.press(kb.ArrowLeft)
	b.waitText(".error-box", "error:0A000126:SSL routines::unexpected eof while reading")
	b.waitText(".error-box", "SSL_R_UNEXPECTED_EOF_WHILE_READING")
	b.waitText(".c-right", "SSL_free(ssl);")
	b.waitText(".release-differences", "OpenSSL 3.0 and later: A transport that ends without close_notify is a fatal error")
	b.click(".cause " + button("seek 2")) // the FIN
	b.waitStep(2, 5)
}

// TestSourcesAreLinks to the manual of the release on the stage, in a tab of their own.
func TestSourcesAreLinks(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.End)
	b.click(".rules summary")
	for _, line := range []string{"3.5", "1.1.1"} {
		b.wait(`document.querySelector(".rules a[href^='https://docs.openssl.org/` + line + `/man3/SSL_shutdown/'][target=_blank][rel=noopener]")`)
		b.choose("#profile", "openssl-1.1.1")
	}
}

func TestTheWholeErrorQueueIsShown(t *testing.T) {
	b := newBrowser(t)
	b.open("/#t.c-SSL_write-10.c2s-corrupt.s-SSL_read-100.3")
	b.waitText(".error-queue", "error:0A000119:SSL routines::decryption failed or bad record mac")
	b.waitText(".error-queue", "error:0A000139:SSL routines::record layer failure")
	b.open("/#t.c2s-broken.c-SSL_write-10.2")
	b.waitText(".error-title", "errno EPIPE")
	b.waitText(".error-queue", "error:80000020:system library::Broken pipe")
}

func TestCompareWithAnotherRelease(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.openPane("compare")
	b.waitText(".verdict", "The first difference is at step 4.")
	b.waitText(".versus-row.first .versus-sign", "differs")
	b.waitText(".versus-why", "OpenSSL 3.0 and later: A transport that ends without close_notify is a fatal error")
	b.click(".verdict " + button("seek 4"))
	b.waitStep(4, 5)
	b.waitText(".groups", "OpenSSL 1.1.1")
	b.open("/s/client-closes-first")
	b.openPane("compare")
	b.waitText(".verdict", "An application sees no difference.")
	b.waitText(".versus", "31 B")
}
