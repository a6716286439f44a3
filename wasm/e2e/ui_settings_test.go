package e2e

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestStartAndTransportCanBeChosen(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("n")
	b.choose("#start", "before")
	b.waitText(".head.client", "no handshake yet")
	b.choose("#transport", "bio-pair 64")
	b.waitText(".head.wire", "capacity 64 B")
	b.click(button("pane script"))
	b.wait(`document.querySelector("#script-text").value.includes("start before\ntransport bio-pair 64")`)
}

func TestLetterKeysCanBeSwitchedOff(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("?")
	b.click("dialog[open] " + button("next-keys"))
	b.waitText("dialog[open]", "Turn single-letter shortcuts on")
	b.press(kb.Escape)
	b.press("c")
	b.press(".")
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
	if b.count(".menu.on") > 0 {
		t.Error("the letter c opens a menu")
	}
	b.reload()
	b.click(button("show-dialog help"))
	b.waitText("dialog[open]", "Turn single-letter shortcuts on")
}

// TestOutcomesAheadAreHidden until the cursor comes to them, and nothing moves when they
// appear. The switch shows all; a reload keeps it.
func TestOutcomesAheadAreHidden(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	visible := func() string {
		return evaluate[string](b, `[...document.querySelectorAll(".row .return")].map(e => getComputedStyle(e).visibility === "visible" ? 1 : 0).join("")`)
	}
	heights := func() string {
		return evaluate[string](b, `[...document.querySelectorAll(".row")].map(e => e.offsetHeight).join()`)
	}
	before := heights()
	if got := visible(); got != "000000" {
		t.Errorf("at the start: %s", got)
	}
	ends := evaluate[[]float64](b, `[...document.querySelectorAll(".unknown")].filter(e => e.checkVisibility()).map(e => {
		const text = document.createRange();
		text.selectNodeContents(e);
		return Math.round(text.getBoundingClientRect().right);
	})`)
	if len(ends) != 3 || slices.Max(ends) != slices.Min(ends) {
		t.Errorf("the client's calls end at %v", ends)
	}
	b.press(kb.ArrowRight)
	b.press(kb.ArrowRight)
	b.waitStep(2, 6)
	if got := visible(); got != "110000" {
		t.Errorf("after two steps: %s", got)
	}
	b.click("#view-menu")
	b.click(button("next-future"))
	b.wait(`document.querySelector("#page").dataset.future === "shown"`)
	if got := visible(); got != "111111" {
		t.Errorf("shown: %s", got)
	}
	if after := heights(); after != before {
		t.Errorf("the rows had heights %s, and now %s", before, after)
	}
	b.reload()
	b.wait(`document.querySelector("#page").dataset.future === "shown"`)
}

func TestThemeAndMotionAreKept(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click("#view-menu")
	b.click(button("next-theme"))
	b.click(button("next-theme"))
	b.click(button("next-motion"))
	b.wait(`document.documentElement.dataset.theme === "dark"`)
	b.wait(`document.querySelector("#page").dataset.motion === "off"`)
	b.reload()
	b.wait(`document.documentElement.dataset.theme === "dark"`)
	b.wait(`document.querySelector("#page").dataset.motion === "off"`)
}

func TestAnotherVersionChangesTheSizes(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.End)
	b.waitText(".ladder", "27 B")
	b.choose("#version", "tls1.2")
	b.waitText(".ladder", "34 B")
	b.waitStep(6, 6)
}
