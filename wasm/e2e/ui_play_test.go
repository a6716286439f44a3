package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
)

func TestPlayingStopsAtABreakpoint(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("x")
	b.waitText(".notices", "take one first")
	b.click(button("breakpoint 2"))
	b.wait(`document.querySelector(".break-mark") && document.querySelector(".n.break").innerText === "2"`)
	b.press(" ")
	b.waitStep(2, 6)
	b.wait(`document.querySelector("#status").innerText.startsWith("Breakpoint. Step 2 of 6")`)
	b.press("x")
	b.wait(`!document.querySelector(".break-mark")`)
}

// TestAltSetsABreakpoint at a step that is pressed, in the drawing and above the slider.
func TestAltSetsABreakpoint(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	press := func(selector string) {
		b.waitFor(selector)
		b.run(`document.querySelector("` + selector + `").dispatchEvent(new MouseEvent("click", {bubbles: true, altKey: true, detail: 1}))`)
	}
	press(".row:nth-of-type(3) .call")
	b.waitText(".n.break", "2")
	b.waitStep(0, 6)
	press(".mark:nth-child(4)")
	b.wait(`document.querySelectorAll(".break-mark").length === 2`)
	press(".mark:nth-child(4)")
	b.wait(`document.querySelectorAll(".break-mark").length === 1`)
}

func TestAMarkLeadsToItsStep(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(".mark:nth-child(4)")
	b.waitStep(4, 6)
}

func TestASwipeTakesAStep(t *testing.T) {
	b := newBrowser(t)
	b.resize(390, 844)
	b.open("/")
	swipe := func(from, to float64) {
		b.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: from, Y: 260}}),
			input.DispatchTouchEvent(input.TouchMove, []*input.TouchPoint{{X: to, Y: 262}}),
			input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}))
	}
	swipe(300, 120)
	b.waitStep(1, 6)
	swipe(300, 120)
	b.waitStep(2, 6)
	swipe(120, 300)
	b.waitStep(1, 6)
}

func TestPlayingNeverStartsByItselfAndReachesTheEnd(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/one-way-close")
	b.choose("#speed", "4")
	b.wait(`document.querySelector("[data-do=play]").getAttribute("aria-label") === "Play"`)
	if text := b.text(".where"); text[:6] != "step 0" {
		t.Fatalf("before anything was pressed: %s", text)
	}
	b.press(" ")
	b.wait(`document.querySelector("[data-do=play]").getAttribute("aria-label") === "Pause"`)
	b.wait(`document.querySelector("#slider").value === document.querySelector("#slider").max`)
	b.wait(`document.querySelector("[data-do=play]").getAttribute("aria-label") === "Play"`)
}
