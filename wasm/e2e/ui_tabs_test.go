package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
)

// newTab opens another tab in the same browser. What goes wrong in it fails the test.
func (b *browser) newTab() *browser {
	b.t.Helper()
	ctx, closeTab := createTab(b.t, b.ctx, target.CreateTarget("about:blank").WithBrowserContextID(b.contextID))
	other := &browser{t: b.t, url: b.url, ctx: ctx, contextID: b.contextID}
	b.t.Cleanup(func() {
		other.complaints.report(b.t)
		closeTab()
	})
	other.complaints = watchComplaints(ctx, b.url)
	other.do(enableEvents...)
	other.throttle()
	other.bringToFront()
	return other
}

// bringToFront shows the tab. A tab in the background is not drawn.
func (b *browser) bringToFront() {
	b.t.Helper()
	b.do(page.BringToFront())
}

func TestTwoTabsDoNotOverwriteEachOther(t *testing.T) {
	one := newBrowser(t)
	one.open("/s/half-close")
	one.click(button("save"))
	one.waitText(".notices", "Saved")

	two := one.newTab()
	two.open("/")
	two.click(button("show-dialog saved"))
	two.click("#dialog-saved [data-do^=open-saved]")
	two.waitStep(0, 11)
	two.click(button("act server SSL_shutdown"))
	two.waitStep(1, 1)
	two.click(button("save"))
	two.waitText(".notices", "Saved")

	one.bringToFront()
	one.waitText(".notices", "was changed in another tab")
	one.dismissNotices()
	one.click(button("act client SSL_shutdown"))
	one.waitStep(1, 1)
	one.click(button("save"))
	one.waitText(".notices", "Saved as a new one")
	one.openSaved(2)
}
