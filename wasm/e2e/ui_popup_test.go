package e2e

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// openPane opens a panel. Half of them are in the menu "More".
func (b *browser) openPane(pane string) {
	b.t.Helper()
	if slices.Index(panes, pane) >= 4 {
		b.click("#more-panels")
		b.click(".popup[open] " + button("pane "+pane))
		return
	}
	b.click(button("pane " + pane))
}

func TestAPopupCloses(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	isClosed := `!document.querySelector(".popup[open]")`
	b.click("#view-menu")
	b.click(button("next-theme")) // once more may follow, so the list stays
	b.wait(`document.querySelector(".popup[open]")`)
	b.press(kb.Escape)
	b.wait(isClosed + ` && document.activeElement.id === "view-menu"`)
	b.click("#more-panels")
	b.click("#view-menu")
	b.wait(`document.querySelectorAll(".popup[open]").length === 1 && document.querySelector(".popup[open] #view-menu")`)
	b.press(kb.Escape)
	b.click("#more-panels")
	b.press(kb.Escape)
	b.wait(isClosed + ` && document.activeElement.id === "more-panels"`)
	b.press(kb.Enter)
	b.press(kb.Tab)
	b.press(kb.Enter)
	b.wait(isClosed + ` && document.activeElement.id === "tab-code"`)
	b.press(kb.ArrowLeft)
	b.wait(`document.activeElement.id === "tab-script"`)
	b.click("#view-menu")
	b.click(".story")
	b.wait(isClosed)
}

// TestTheFieldsOfTheNetworkByKeyboard leaves the steps of the network's menu with Tab.
func TestTheFieldsOfTheNetworkByKeyboard(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("n")
	b.waitFocus("hold")
	b.press(kb.Tab)
	b.wait(`document.activeElement.id === "size-c2s-deliver"`)
	b.press(kb.ArrowUp)
	b.press(kb.Tab)
	b.wait(`document.querySelector("#size-c2s-deliver").value === "11"`)
	b.press(kb.Escape)
	b.wait(`document.activeElement.id === "menu-network" && !document.querySelector(".menu.on")`)
}
