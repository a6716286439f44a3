package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestAReloadRightAfterAKeyLosesNothing reloads the page with nothing between the key and
// the reload, for a text that can be played and for one that cannot.
func TestAReloadRightAfterAKeyLosesNothing(t *testing.T) {
	for _, text := range []string{"client SSL_write 5\n\n#  ", "client SSL_reed "} {
		b := newBrowser(t)
		b.open("/s/half-close")
		b.click(button("pane script"))
		b.fill("#script-text", text)
		for i := range 10 {
			key := string(rune('a' + i))
			text += key
			b.run(`(e => { e.focus(); e.setSelectionRange(1e6, 1e6) })(document.querySelector("#script-text"))`)
			b.do(chromedp.KeyEvent(key), chromedp.Reload())
			b.waitRunning()
			b.wait(fmt.Sprintf(`document.querySelector("#script-text")?.value === %s`, quote(text)))
		}
	}
}

// TestTypingIsStoredWhileItGoesOn types for three seconds without a pause.
func TestTypingIsStoredWhileItGoesOn(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("pane script"))
	stored := evaluate[string](b, `(async () => {
		const e = document.querySelector("#script-text");
		for (let i = 0; i < 60; i++) {
			e.value = "client SSL_write 5\n# " + "x".repeat(i);
			e.dispatchEvent(new Event("input", {bubbles: true}));
			await new Promise(r => setTimeout(r, 50));
		}
		return sessionStorage.getItem("close_notify.stage") ?? "";
	})()`)
	if !strings.Contains(stored, "# xxxxxxxxxx") {
		t.Errorf("only this is stored: %q", stored)
	}
}

// TestABadTextUnderALinkOutlivesAReload opens a link on top of a text with an error, in the
// page and as a page of its own.
func TestABadTextUnderALinkOutlivesAReload(t *testing.T) {
	const bad = "client SSL_reed 5"
	for _, path := range []string{"/#t.c-SSL_shutdown.s-SSL_read-100", "/s/half-close#t.c-SSL_shutdown.s-SSL_read-100"} {
		b := newBrowser(t)
		b.open("/")
		b.click(button("pane script"))
		b.fill("#script-text", bad)
		b.open(path)
		b.waitStep(0, 2)
		b.reload()
		b.waitStep(0, 2)
		b.click(".notice [data-do^=press-notice]")
		b.click(button("pane script"))
		b.wait(`document.querySelector("#script-text").value === ` + quote(bad))
	}
}

func TestAStorageThatIsFullIsSaid(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.run(`(() => { for (let size = 1 << 22; size > 0; size >>= 1) try { for (let i = 0; i < 3; i++) sessionStorage.setItem(size + "-" + i, "x".repeat(size)) } catch {} })()`)
	b.click(button("act client SSL_shutdown"))
	b.waitText(".notice.bad", "can keep no more")
}
