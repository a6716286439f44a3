package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestRenameDuplicateDeleteAndUndo(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/reset-by-peer")
	b.click(button("save"))
	b.waitText(".notices", "Saved")
	b.openSaved(1)

	b.click("#dialog-saved [data-do^=rename]")
	b.waitRename()
	b.run(`document.activeElement.select()`)
	b.press("Mine")
	b.press(kb.Enter)
	b.waitText("#dialog-saved .saved-title", "Mine")

	b.click("#dialog-saved [data-do^=rename]")
	b.waitRename()
	b.press("Not this")
	b.press(kb.Escape)
	b.wait(`document.activeElement.matches("#dialog-saved [data-do^=rename]")`)
	b.waitText("#dialog-saved .saved-title", "Mine")

	b.click("#dialog-saved [data-do^=duplicate]")
	b.waitText("#dialog-saved", "Mine (copy)")

	b.click("#dialog-saved [data-do^=delete]")
	b.waitText("#dialog-saved .notice:last-child", "Deleted") // others go away while this one can be pressed
	b.wait(`document.querySelectorAll("#dialog-saved .saved-item").length === 1`)
	b.click("#dialog-saved .notice:last-child [data-do^=press-notice]")
	b.wait(`document.querySelectorAll("#dialog-saved .saved-item").length === 2`)
	b.reload()
	b.openSaved(2)
}

// waitRename waits until the new title can be typed.
func (b *browser) waitRename() {
	b.t.Helper()
	b.wait(`document.activeElement.id === "rename-title"`)
}

func TestOpeningALinkSavesNothing(t *testing.T) {
	b := newBrowser(t)
	b.open("/#t.c-SSL_shutdown.s-SSL_read-100")
	b.waitText(".where", "of 2:")
	b.openSaved(0)
	b.waitText("#dialog-saved", "Nothing is saved yet")
}

// openSaved opens the list of saved scenarios and waits until it has this many.
func (b *browser) openSaved(want int) {
	b.t.Helper()
	b.click(button("show-dialog saved"))
	b.wait(fmt.Sprintf("document.querySelectorAll('#dialog-saved .saved-item').length === %d", want))
}
