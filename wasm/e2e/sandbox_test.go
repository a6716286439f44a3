package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// sandbox serves the pages as in <iframe sandbox="allow-scripts">: a page has no origin, no
// storage and no worker. A header does the same to a page of its own.
func sandbox(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/v/") {
			w = sandboxed{w}
		}
		site.ServeHTTP(w, r)
	})
}

func TestThePageRunsInASandbox(t *testing.T) {
	b := newBrowser(t, atSite(serve(t, sandbox).URL))
	b.open("/s/half-close")
	if origin := evaluate[string](b, "self.origin"); origin != "null" {
		t.Fatalf("the page is not in a sandbox but at %s", origin)
	}
	b.press(kb.ArrowRight)
	b.waitStep(1, 11)
	b.click(button("save"))
	b.waitText(".notices", "Not saved: the browser denies this page its storage. The page keeps")
	b.press(kb.ArrowRight)
	b.waitStep(2, 11)
}

// sandboxed adds the header to an answer.
type sandboxed struct{ http.ResponseWriter }

// WriteHeader writes the header with one more policy.
func (w sandboxed) WriteHeader(status int) {
	w.Header()["Content-Security-Policy"] = append(w.Header()["Content-Security-Policy"][:1:1], "sandbox allow-scripts")
	w.ResponseWriter.WriteHeader(status)
}
