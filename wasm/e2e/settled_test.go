package e2e

import (
	"os"
	"strconv"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// The page draws what an event has changed as soon as its program has run, and scrolls in the
// next frame. Under load that may be much later, but a timer of 50 ms that is set after the
// event still comes after it, and a frame that is asked for then after the other. What the
// drawing itself sets off, such as a change of the focus, is drawn in turn: so the page has
// settled once nothing has changed for the length of one timer. It goes on changing while it
// plays, but not in each of these spans.
const settled = `new Promise(done => {
	const span = 50, observer = new MutationObserver(again);
	let timer = setTimeout(end, span);
	function again() { clearTimeout(timer); timer = setTimeout(end, span) }
	function end() { observer.disconnect(); requestAnimationFrame(() => setTimeout(done, 0, true)); if (document.hidden) done(true) }
	observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
})`

// waitSettled waits until the page has drawn what was done to it. All that reads the page or
// presses something calls it. What takes longer than a drawing, such as storing or loading,
// a test has to wait for.
func (b *browser) waitSettled() {
	b.t.Helper()
	if !b.acted {
		return
	}
	b.acted = false
	for deadline := time.Now().Add(timeout); ; {
		_, err := evaluateNow[bool](b, timeout, settled)
		if err == nil {
			return
		}
		if time.Now().After(deadline) { // it fails while one page replaces another
			b.t.Fatalf("the page does not settle: %v", err)
		}
	}
}

// throttle makes the page as many times slower as THROTTLE says.
func (b *browser) throttle() {
	b.t.Helper()
	if rate, err := strconv.ParseFloat(os.Getenv("THROTTLE"), 64); err == nil {
		b.do(emulation.SetCPUThrottlingRate(rate))
	}
}
