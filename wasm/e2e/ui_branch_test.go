package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestBothFuturesStay(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
	b.click(button("act client SSL_shutdown"))
	b.waitStep(2, 2)
	futures := b.texts(".fork.on .future")
	if len(futures) != 2 || !strings.Contains(futures[0], "server SSL_read 100") || !strings.Contains(futures[1], "client SSL_shutdown") {
		t.Fatalf("the futures are %q", futures)
	}
	b.click(".fork.on .future:not(.on)")
	b.waitStep(2, 6)
	b.click(".fork.on .future:not(.on)")
	b.waitStep(2, 2)
	b.press(kb.ArrowLeft)
	b.waitText(".fork.on", "from here")
}

func TestAMistakeIsMarkedAndAllowed(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	b.click(".mistake" + button("act client SSL_write 10"))
	b.waitStep(2, 2)
	b.waitText(".row.current", "protocol is shutdown")
	b.waitText(".panel", "SSL_write")
}

func TestUnsavedWorkIsKept(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	b.choose("#scenario", "open-preset half-close")
	b.waitStep(0, 11)
	b.click(".notice [data-do^=press-notice]")
	b.waitStep(1, 1)
}

func TestUndoRedoAndTheTree(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
	b.click(button("act client SSL_shutdown"))
	b.waitStep(2, 2)
	b.openPane("tree")
	b.wait(`document.querySelectorAll(".branch").length === 3`)
	b.click(".branch:not(.on) .branch-button")
	b.waitStep(2, 6)
	b.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
	b.waitStep(2, 2)
	b.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
	b.waitStep(1, 6)
	b.click(button("redo"))
	b.waitStep(2, 2)
	b.wait(`sessionStorage.getItem("close_notify.stage")?.includes("server SSL_read 100")`)
	b.reload()
	b.waitStep(2, 2)
	b.openPane("tree")
	b.wait(`document.querySelectorAll(".branch").length === 3`) // the branch that is not shown is still there
}
