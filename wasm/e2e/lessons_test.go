package e2e

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A lessonsFile answers requests for the file with all lessons only while it is open.
type lessonsFile struct {
	closed  atomic.Bool
	fetched atomic.Int32
}

func (l *lessonsFile) wrap(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/lessons.txt") {
			l.fetched.Add(1)
			if l.closed.Load() {
				http.NotFound(w, r)
				return
			}
		}
		site.ServeHTTP(w, r)
	})
}

// withoutLessons is a browser at a site whose file with all lessons cannot be fetched.
func withoutLessons(t *testing.T) (*browser, *lessonsFile) {
	file := &lessonsFile{}
	file.closed.Store(true)
	b := newBrowser(t, atSite(serve(t, file.wrap).URL))
	b.complaints.allow("404")
	b.complaints.allow("integrity")
	return b, file
}

// TestAPageNeedsOnlyItsOwnLesson: it opens, is played to its end and reloaded without the file
// with all lessons, and nobody hears of that. Another one waits until the file can be fetched.
func TestAPageNeedsOnlyItsOwnLesson(t *testing.T) {
	b, file := withoutLessons(t)
	b.open("/s/half-close")
	b.wait(`[...document.querySelectorAll("#scenario optgroup")].length > 6`)
	b.press(kb.End)
	b.waitText(".closing", "The fix")
	b.wait(`location.hash.endsWith(".11")`)
	b.reload()
	b.waitStep(11, 11)
	b.waitText(".closing", "Next: ")
	if n := b.count(".notice"); n != 0 {
		t.Errorf("there are %d notices", n)
	}
	b.choose("#scenario", "open-preset peer-closes")
	b.waitText(".notice.bad", "The scenario cannot be opened: it did not arrive (if the site has been updated, reload the page). Nothing was changed.")
	b.waitStep(11, 11)
	file.closed.Store(false)
	b.click(".notice.bad .tool")
	b.waitStep(0, 6)
	b.wait(`location.pathname === "/s/peer-closes"`)
}

// TestALinkWaitsForItsLesson, and says so if that does not come. The address stays.
func TestALinkWaitsForItsLesson(t *testing.T) {
	b, file := withoutLessons(t)
	b.open("/#t.s-SSL_write-20.s-SSL_shutdown.c-SSL_read-100.c-SSL_read-100.c-SSL_shutdown.s-SSL_shutdown.2")
	b.waitText(".notice.bad", "The scenario cannot be opened")
	if hash := evaluate[string](b, "location.hash"); !strings.HasSuffix(hash, "s-SSL_shutdown.2") {
		t.Errorf("the address has changed to %q", hash)
	}
	file.closed.Store(false)
	b.click(".notice.bad .tool")
	b.waitStep(2, 6)
	b.waitText("#scenario option:checked", "The peer closes first")
}

// TestLessonsAreFetchedOnce, after the start.
func TestLessonsAreFetchedOnce(t *testing.T) {
	file := &lessonsFile{}
	b := newBrowser(t, atSite(serve(t, file.wrap).URL))
	b.open("/s/half-close")
	b.wait(`performance.getEntriesByType("resource").some((e) => e.name.endsWith("/lessons.txt"))`)
	early := evaluate[bool](b, `(() => {
		const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
		const program = performance.getEntriesByType("resource").find((e) => e.name.endsWith("/app.wasm")).responseEnd;
		const lessons = performance.getEntriesByType("resource").find((e) => e.name.endsWith("/lessons.txt")).startTime;
		return lessons < painted || lessons < program;
	})()`)
	if early {
		t.Error("the lessons are fetched before the page has started")
	}
	b.choose("#scenario", "open-preset peer-closes")
	b.waitStep(0, 6)
	b.choose("#scenario", "open-preset half-close")
	b.waitStep(0, 11)
	if n := file.fetched.Load(); n > 2 { // the service worker keeps it, too
		t.Errorf("the lessons are fetched %d times", n)
	}
}

// TestLessonsWithoutANetwork: the service worker keeps them, and the code that some have.
func TestLessonsWithoutANetwork(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	site.down.Store(true)
	b.open("/s/truncation")
	b.waitText("#scenario option:checked", "Truncation")
	b.press(kb.End)
	b.click(".closing " + button("open-preset truncation/wrong"))
	b.waitFor(".program")
	b.press(kb.End)
	b.waitText(".closing", "See the right code")
	b.wait(`location.pathname === "/s/truncation" && location.hash.startsWith("#2")`)
	b.reload()
	b.waitText(".closing", "See the right code")
	b.click(".closing " + button("open-preset truncation/right"))
	b.press(kb.End)
	b.waitText(".closing", "See the wrong code")
}
