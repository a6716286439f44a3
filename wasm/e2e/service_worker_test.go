package e2e

import (
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

// A switchableSite can be switched to a later deploy, which has another front page, and
// can be switched off.
type switchableSite struct {
	later, down atomic.Bool
}

func (d *switchableSite) wrap(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if d.down.Load() {
			panic(http.ErrAbortHandler)
		}
		if d.later.Load() && r.URL.Path == "/" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte("<!DOCTYPE html><html lang=en><title>later</title><link rel=icon href=data:,><h1>the later deploy</h1>"))
			return
		}
		site.ServeHTTP(w, r)
	})
}

func TestTheWorkerKeepsThePlaygroundForOffline(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	site.down.Store(true)
	b.reload()
	b.open(pagePaths(t)[1])
}

func TestTheWorkerKeepsWhatWasRead(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	b.visit("/lessons/truncation")
	site.down.Store(true)
	b.reloadArticle()
	b.waitText("h1", "Truncation")
	b.complaints.allow("503")
	b.visit("/lessons/half-close")
	b.waitText("h1", "without a network")
}

// reloadArticle loads a page that does without the program again.
func (b *browser) reloadArticle() {
	b.t.Helper()
	b.do(chromedp.Reload())
}

func TestTheWorkerNeverShowsAnOldDeploy(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	site.later.Store(true)
	b.visit("/")
	b.waitText("body", "the later deploy")
}

// waitWorker waits until the service worker controls the page.
func (b *browser) waitWorker() {
	b.t.Helper()
	b.wait("navigator.serviceWorker.controller !== null")
}
