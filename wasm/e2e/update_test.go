package e2e

import "testing"

// TestAnOpenTabHearsOfAnUpdate: the site gets another build while a tab is open.
func TestAnOpenTabHearsOfAnUpdate(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.run(`dispatchEvent(new Event("online"))`)
	evaluate[any](b, `fetch("/")`)
	if b.count(".notice") != 0 {
		t.Errorf("without an update the page says %q", b.text(".notices"))
	}
	site.later.Store(true)
	b.run(`dispatchEvent(new Event("online"))`)
	b.waitText(".notices", "new version of this page")
	b.click(".notice [data-do^=press-notice]")
	b.waitText("body", "the later deploy")
}
