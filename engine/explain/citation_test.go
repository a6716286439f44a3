package explain

import (
	"strings"
	"testing"

	"closenotify/engine"
)

func TestCitations(t *testing.T) {
	const line = "L" // of releases
	for source, want := range map[string]string{
		"RFC 8446 §6.1": "https://www.rfc-editor.org/rfc/rfc8446.html#section-6.1",
		"RFC 2246 §7.2.1, a rule that RFC 4346 withdrew": "https://www.rfc-editor.org/rfc/rfc2246.html#section-7.2.1",
		"SSL_shutdown(3), Shutdown Lifecycle":            "https://docs.openssl.org/L/man3/SSL_shutdown/#shutdown-lifecycle",
		"SSL_get_error(3), SSL_ERROR_SSL":                "https://docs.openssl.org/L/man3/SSL_get_error/#:~:text=SSL_ERROR_SSL",
		"SSL_get_error(3) of 1.1.1, BUGS":                "https://docs.openssl.org/1.1.1/man3/SSL_get_error/#bugs",
		"CHANGES.md, 3.2.0":                              "https://github.com/openssl/openssl/blob/openssl-3.2/CHANGES.md",
		"SSL_peek(3)":                                    "https://docs.openssl.org/L/man3/SSL_read/",
		"exit(3)":                                        "https://man7.org/linux/man-pages/man3/exit.3.html",
		"tcp(7)":                                         "https://man7.org/linux/man-pages/man7/tcp.7.html",
		"ssl3_dispatch_alert":                            "",
		"buffer_ctrl, BIO_CTRL_FLUSH":                    "",
	} {
		if got := CitationsOf(source, line); len(got) != 1 || got[0] != (Citation{source, want}) {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
	if got := CitationsOf("RFC 8446 §2.2; RFC 5246 §7.3", line); len(got) != 2 || !strings.HasSuffix(got[1].URL, "rfc5246.html#section-7.3") {
		t.Errorf("a list: %q", got)
	}
}

// TestManualsOfDifferencesAreOfARelease: what a difference cites need not be in the manual of
// the release on the stage.
func TestManualsOfDifferencesAreOfARelease(t *testing.T) {
	seen := 0
	for _, d := range engine.Differences() {
		for _, c := range CitationsOf(d.Source, "") {
			if strings.Contains(c.URL, "docs.openssl.org//") {
				t.Errorf("%s: %q has no release", d.Name, c.Text)
			}
			if c.URL != "" {
				seen++
			}
		}
	}
	if seen == 0 {
		t.Error("no difference has a source on the web")
	}
}
