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

func TestCompareWithAnotherRelease(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.click(button("pane compare"))
	b.waitText(".verdict", "The first difference is at step 4.")
	b.waitText(".versus-row.first .versus-sign", "differs")
	b.waitText(".versus-why", "OpenSSL 3.0 and later: A transport that ends without close_notify is a fatal error")
	b.click(".verdict " + button("seek 4"))
	b.waitStep(4, 5)
	b.choose("#compare-profile", "openssl-3.0")
	b.waitText(".verdict", "No step differs.")
	b.choose("#compare-version", "tls1.2")
	b.waitText(".versus", "31 B")
}
