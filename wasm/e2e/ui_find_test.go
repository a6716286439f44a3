package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// pasted is a text for which the box finds a lesson.
const pasted = "[crit] SSL_shutdown() failed (SSL: error:0A000123:SSL routines::application data after close notify)"

// TestFind: "/" opens the box on every page. It finds the lesson for what is typed, tells so, is
// left with Escape, and Enter opens the lesson. The index is fetched when it is needed.
func TestFind(t *testing.T) {
	for name, path := range map[string]string{"playground": "/", "catalogue": "/lessons/"} {
		t.Run(name, func(t *testing.T) {
			b := newBrowser(t)
			if name == "playground" {
				b.open(path)
			} else {
				b.visit(path)
			}
			b.loadAxe()
			const fetched = `performance.getEntriesByType("resource").some(r => r.name.endsWith("/find.json"))`
			if evaluate[bool](b, fetched) {
				t.Error("the index is fetched before it is needed")
			}
			b.press("/")
			b.wait(`document.activeElement.id === "find-text"`)
			b.set("#find-text", pasted, "input")
			b.wait(`document.querySelector("#find .find-lesson")?.getAttribute("href") === "/s/data-after-close-notify"`)
			if said := evaluate[string](b, `document.querySelector("#find [role=status]").textContent`); !strings.Contains(said, "lesson") {
				t.Errorf("a screen reader hears %q", said)
			}
			b.checkAccessible("the box with a lesson")
			b.press(kb.ArrowDown)
			b.wait(`document.activeElement.className === "find-lesson"`)
			b.press(kb.Escape)
			b.wait(`!document.getElementById("find").open`)
			b.click(".find-open")
			b.wait(`document.activeElement.id === "find-text"`)
			b.press(kb.Enter)
			b.wait(`location.pathname === "/s/data-after-close-notify"`)
		})
	}
}
