package e2e

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// TestWorkOfAClosedTabIsOffered by the next tab, and not while the tab lives.
func TestWorkOfAClosedTabIsOffered(t *testing.T) {
	one := newBrowser(t)
	one.open("/s/half-close")
	one.click(button("act client SSL_shutdown"))
	one.waitStep(1, 1)
	one.wait(`Object.keys(localStorage).some(k => k.startsWith("close_notify.draft."))`)

	living := one.newTab()
	living.open("/")
	living.wait(`(await navigator.locks.query()).held.length === 2`)
	if living.count(".notice") > 0 {
		t.Errorf("another tab offers the work of one that is open: %q", living.text(".notices"))
	}
	one.bringToFront()
	one.reload()
	one.waitStep(1, 1)
	if one.count(".notice") > 0 {
		t.Errorf("a reload offers its own work: %q", one.text(".notices"))
	}

	gone := one.newTab()
	gone.open("/s/reset-by-peer")
	gone.click(button("pane script"))
	gone.fill("#script-text", "client SSL_reed 5")
	gone.wait(`sessionStorage.getItem("close_notify.stage").includes("SSL_reed")`)
	one.do(chromedp.ActionFunc(func(ctx context.Context) error {
		c := chromedp.FromContext(ctx)
		return target.CloseTarget(chromedp.FromContext(gone.ctx).Target.TargetID).Do(cdp.WithExecutor(ctx, c.Browser))
	}))

	next := one.newTab()
	next.open("/")
	next.waitText(".notices", "was not saved when its tab was closed")
	next.click(".notice [data-do^=press-notice]")
	next.click(button("pane script"))
	next.wait(`document.querySelector("#script-text").value === "client SSL_reed 5"`)
	next.wait(`Object.keys(localStorage).filter(k => k.startsWith("close_notify.draft.")).length === 2`)
}

// TestWorkOfACrashedTabIsOffered: its process is gone without a last word.
func TestWorkOfACrashedTabIsOffered(t *testing.T) {
	one := newBrowser(t)
	one.open("/s/half-close")
	crashed := one.newTab()
	crashed.open("/s/reset-by-peer")
	crashed.click(button("act client SSL_shutdown"))
	crashed.waitStep(1, 1)
	crashed.wait(`Object.entries(localStorage).some(([k, v]) => k.startsWith("close_notify.draft.") && v.includes("SSL_shutdown"))`)
	crashing, stop := context.WithTimeout(crashed.ctx, time.Second)
	defer stop()
	_ = chromedp.Run(crashing, page.Crash()) // there is nobody to answer
	one.bringToFront()
	one.wait(`(await navigator.locks.query()).held.length === 1`)

	next := one.newTab()
	next.open("/")
	next.waitText(".notices", "was not saved when its tab was closed")
	next.click(".notice [data-do^=press-notice]")
	next.waitStep(1, 1)
}
