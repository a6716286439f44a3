package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/animation"
	"github.com/chromedp/chromedp/kb"
)

// Whether a record moves, and whether anything does.
const (
	flying = `document.getAnimations().some(a => a.effect.target.closest(".chip"))`
	moving = `document.getAnimations().length > 0`
)

// dragSlider moves the slider to a step, as if it were still being dragged.
func (b *browser) dragSlider(step, of int) {
	b.t.Helper()
	b.set("#slider", fmt.Sprint(step), "input")
	b.waitStep(step, of)
}

// slowMotion makes everything that moves last so many times longer, so that a test on a busy
// machine sees it.
func (b *browser) slowMotion(times float64) {
	b.t.Helper()
	b.do(animation.Enable(), animation.SetPlaybackRate(1/times))
}

// checkStill fails if the expression is true in one of the next frames.
func (b *browser) checkStill(what, expression string) {
	b.t.Helper()
	if evaluate[bool](b, `(async () => {
		for (let i = 0; i < 6; i++) { await new Promise(requestAnimationFrame); if (`+expression+`) return true }
		return false })()`) {
		b.t.Errorf("%s: something moves", what)
	}
}

func TestARecordFliesUntilAKeyAndNeverWhileScrubbing(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.choose("#speed", "0.25")
	b.slowMotion(100)
	b.press(kb.ArrowRight)
	b.wait(flying)
	b.press("w") // any key will do; this one opens a panel
	b.wait("!(" + flying + ")")
	b.slowMotion(1)
	b.wait("!(" + moving + ")")
	b.waitStep(1, 11)
	for _, step := range []int{2, 3, 4, 5, 4, 3, 11, 1} {
		b.dragSlider(step, 11)
		b.checkStill(fmt.Sprintf("scrubbed to step %d", step), moving)
	}
}

func TestReducedMotionStopsEverything(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.setMedia("prefers-reduced-motion", "reduce")
	for step := 1; step <= 4; step++ {
		b.press(kb.ArrowRight)
		b.waitStep(step, 11)
		b.checkStill("the system asks for less motion", moving)
	}
	b.setMedia("prefers-reduced-motion", "no-preference")
	b.click("#view-menu")
	b.click(button("next-motion"))
	b.wait(`document.querySelector("#page").dataset.motion === "off"`)
	for step := 5; step <= 8; step++ {
		b.press(kb.ArrowRight)
		b.waitStep(step, 11)
		b.checkStill("the switch is off", moving)
	}
}

// TestAStepIsShownInItsOrder: SENT is set as the record departs, and the return value
// appears when the record has arrived.
func TestAStepIsShownInItsOrder(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.slowMotion(100)
	b.press(kb.ArrowRight)
	b.press(kb.ArrowRight)
	b.waitStep(2, 11)
	order := evaluate[string](b, `(async () => {
		const of = s => document.getAnimations().find(a => a.effect.target.matches(s));
		const at = async s => { await of(s).ready; const t = of(s).effect.getComputedTiming(); return [t.delay, t.endTime] };
		const [depart, arrive] = await at(".row.current .chip"), [sent] = await at(".head.client .pill-sent"), [outcome] = await at(".row.current .result");
		return [depart > 0, sent === depart, outcome === arrive].join() })()`)
	if order != "true,true,true" {
		t.Errorf("the call comes first, SENT at the departure, the return value at the arrival: %s", order)
	}
	b.press(kb.ArrowRight)
	b.press(kb.ArrowRight)
	b.waitStep(4, 11)
	b.wait(`document.getAnimations().some(a => a.effect.target.matches(".head.server .pill-received"))`)
	b.slowMotion(1)
	b.press(kb.ArrowLeft)
	b.wait("!(" + moving + ")")
}
