package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Expressions for what moves now: records in flight, and anything at all.
const (
	flying = `document.getAnimations().some(a => a.effect.target.closest(".chip"))`
	moving = `document.getAnimations().length > 0`
)

// drag has the slider at a step, as a drag does on its way.
func (b *browser) drag(step, of int) {
	b.t.Helper()
	evaluate[any](b, fmt.Sprintf(`(e => { e.value = %d; e.dispatchEvent(new Event("input", {bubbles: true})) })(document.querySelector("#slider"))`, step))
	b.where(step, of)
}

// still fails if the expression is true in any of the next frames.
func (b *browser) still(what, expression string) {
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
	b.press("w") // any key: this one opens a panel
	b.wait("!(" + flying + ")")
	b.where(1, 11)
	for _, step := range []int{2, 3, 4, 5, 4, 3, 11, 1} {
		b.drag(step, 11)
		b.still(fmt.Sprintf("scrubbed to step %d", step), moving)
	}
}

func TestReducedMotionStopsEverything(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.prefer("prefers-reduced-motion", "reduce")
	for step := 1; step <= 4; step++ {
		b.press(kb.ArrowRight)
		b.where(step, 11)
		b.still("the system asks for less motion", moving)
	}
	b.prefer("prefers-reduced-motion", "no-preference")
	b.click(does("next-motion"))
	b.wait(`document.querySelector("#page").dataset.motion === "off"`)
	for step := 5; step <= 8; step++ {
		b.press(kb.ArrowRight)
		b.where(step, 11)
		b.still("the switch is off", moving)
	}
}
