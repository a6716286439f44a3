package e2e

import (
	"fmt"
	"testing"

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
	evaluate[any](b, fmt.Sprintf(`(e => { e.value = %d; e.dispatchEvent(new Event("input", {bubbles: true})) })(document.querySelector("#slider"))`, step))
	b.waitStep(step, of)
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
	b.press(kb.ArrowRight)
	b.wait(flying)
	b.press("w") // any key will do; this one opens a panel
	b.wait("!(" + flying + ")")
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
	b.click(button("next-motion"))
	b.wait(`document.querySelector("#page").dataset.motion === "off"`)
	for step := 5; step <= 8; step++ {
		b.press(kb.ArrowRight)
		b.waitStep(step, 11)
		b.checkStill("the switch is off", moving)
	}
}
