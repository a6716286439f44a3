package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// hostPage serves a page of another origin than the site's, with this body. SITE in it is the address of
// the site.
func hostPage(t *testing.T, site, body string) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,"></head><body>`+
			strings.ReplaceAll(body, "SITE", site)+`</body></html>`)
	}))
	t.Cleanup(server.Close)
	return server
}

// component is what a page needs besides elements <tls-shutdown>. It notes their events.
const component = `<script src="SITE/embed.js" defer></script>
<script>const heard = []; for (const name of ["step", "end", "answer", "error"]) addEventListener("tls-" + name, (e) => heard.push([name, e.detail]));</script>`

// openHost opens a page of another origin that embeds from the site.
func openHost(t *testing.T, site, body string) *browser {
	t.Helper()
	host := hostPage(t, site, body)
	b := newBrowser(t, atSite(host.URL))
	b.complaints.alsoLocal(site)
	b.visit("/")
	return b
}

// frames waits until a page has n frames whose addresses contain text, and returns a browser for each:
// its methods act on the frame. A frame in a sandbox is a process of its own.
func (b *browser) frames(text string, n int) []*browser {
	b.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		found := b.frameTargets(text)
		if len(found) == n {
			var all []*browser
			for _, id := range found {
				ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id))
				b.t.Cleanup(cancel)
				f := &browser{t: b.t, url: b.url, ctx: ctx}
				f.do()
				all = append(all, f)
			}
			return all
		}
		if time.Now().After(deadline) {
			patience = shortPatience
			b.t.Fatalf("%d frames with %q in their addresses, want %d", len(found), text, n)
		}
	}
}

// frameTargets are the frames that Chromium has for this tab.
func (b *browser) frameTargets(text string) (ids []target.ID) {
	b.t.Helper()
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		list, err := target.GetTargets().Do(cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser))
		for _, info := range list {
			if info.Type == "iframe" && info.BrowserContextID == b.contextID && strings.Contains(info.URL, text) {
				ids = append(ids, info.TargetID)
			}
		}
		return err
	}))
	return ids
}

// startEmbed presses Start in a frame and waits until the program runs.
func (b *browser) startEmbed() {
	b.t.Helper()
	b.run(`document.getElementById("start").click()`)
	b.wait(`"running" in document.documentElement.dataset`)
}
