package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
)

// tab opens another tab of the same browser; what goes wrong in it fails the test.
func (b *browser) tab() *browser {
	b.t.Helper()
	ctx, closeTab := tabOf(b.t, b.ctx, target.CreateTarget("about:blank").WithBrowserContextID(b.own))
	other := &browser{t: b.t, url: b.url, ctx: ctx, own: b.own}
	b.t.Cleanup(func() {
		other.complaints.report(b.t)
		closeTab()
	})
	other.complaints = watch(ctx, b.url)
	other.do(enableWatch...)
	other.front()
	return other
}

// front shows the tab: one in the background is not drawn.
func (b *browser) front() {
	b.t.Helper()
	b.do(page.BringToFront())
}

func TestTwoTabsDoNotOverwriteEachOther(t *testing.T) {
	one := newBrowser(t)
	one.open("/s/half-close")
	one.click(does("save"))
	one.waitText(".notices", "Saved")

	two := one.tab()
	two.open("/")
	two.click(does("show-dialog saved"))
	two.click("#dialog-saved [data-do^=open-saved]")
	two.where(0, 11)
	two.click(does("act server SSL_shutdown"))
	two.where(1, 1)
	two.click(does("save"))
	two.waitText(".notices", "Saved")

	one.front()
	one.click(does("act client SSL_shutdown"))
	one.where(1, 1)
	one.click(does("save"))
	one.waitText(".notices", "Saved as a new one")
	one.savedCount(2)
}
