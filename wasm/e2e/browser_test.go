package e2e

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// timeout is how long anything may take before a test fails. It is long because the machine
// may be busy.
const timeout = 60 * time.Second

// patience is how long a test waits for the page to become as it wants it. Once one has waited
// in vain, the run has failed, and the others do not wait as long for what may never come.
var patience = timeout

const shortPatience = 20 * time.Second

// A browser is Chromium with one tab on one site. Its methods fail the test when they
// cannot do what they say.
type browser struct {
	t testing.TB
	// url is the address of the site, without a slash at the end.
	url string
	// complaints has what went wrong in the tab without failing a method.
	complaints *complaints

	ctx       context.Context
	contextID cdp.BrowserContextID // its profile in the shared Chromium; "" if it has a Chromium of its own
	acted     bool                 // something was done that the page may not have drawn yet
}

// An option changes how a browser starts.
type option func(*options)

type options struct {
	url         string
	profile     string
	preferences string
}

// atSite has the browser visit this site. Without it the browser serves one itself.
func atSite(url string) option {
	return func(o *options) { o.url = url }
}

// withProfile has the browser use the profile in dir, as a person does who comes back.
// Without it the profile is new.
func withProfile(dir string) option {
	return func(o *options) { o.profile = dir }
}

// withPreferences gives the browser settings of Chromium, as JSON.
func withPreferences(json string) option {
	return func(o *options) { o.preferences = json }
}

// newBrowser opens a browser with a new profile, on a site of its own. It closes when the
// test ends; what went wrong in the tab by then fails the test.
func newBrowser(t testing.TB, choices ...option) *browser {
	t.Helper()
	var o options
	for _, choose := range choices {
		choose(&o)
	}
	if o.url == "" {
		o.url = serve(t).URL
	}
	ctx, contextID, closeTab := o.openTab(t)
	b := &browser{t: t, url: o.url, ctx: ctx, contextID: contextID}
	t.Cleanup(func() {
		b.complaints.report(t)
		// This lets Chromium write its profile before it ends. In the shared one a tab may take
		// longer to close than chromedp waits; it is closed with its profile in any case.
		if err := chromedp.Cancel(ctx); err != nil && contextID == "" {
			t.Error(err)
		}
		closeTab()
	})
	b.complaints = watchComplaints(ctx, o.url)
	b.do(enableEvents...)
	b.throttle()
	return b
}

// openTab opens a tab with a new profile in the shared Chromium. If the test asks for a
// profile or for preferences, the tab has a Chromium of its own.
func (o options) openTab(t testing.TB) (ctx context.Context, contextID cdp.BrowserContextID, closeTab context.CancelFunc) {
	t.Helper()
	if o.profile == "" && o.preferences == "" {
		return newProfileTab(t, sharedChromium(t))
	}
	if o.profile == "" {
		o.profile = t.TempDir()
	}
	if o.preferences != "" {
		writePreferences(t, o)
	}
	ctx, closeTab = startChromium(t, o.profile)
	return ctx, "", closeTab
}
