package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// do runs chromedp actions, for what no other method does.
func (b *browser) do(actions ...chromedp.Action) {
	b.t.Helper()
	// The first action starts the browser, which ends with the context of that
	// action. So that context must have no timeout.
	ctx, cancel := b.ctx, func() {}
	if chromedp.FromContext(b.ctx).Target != nil {
		ctx, cancel = context.WithTimeout(b.ctx, timeout)
	}
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.t.Fatalf("the browser: %v", err)
	}
}

// open goes to an address of the site, such as "/s/name#fragment", waits until the
// playground runs, and shows the calls and panels that the opening of a scenario hides.
func (b *browser) open(path string) {
	b.t.Helper()
	b.openUntouched(path)
	evaluate[any](b, `document.querySelector("[data-do=end-opening]")?.click()`)
	b.wait(`!document.querySelector(".opening")`)
}

// openUntouched goes to an address of the site and waits until the playground runs.
func (b *browser) openUntouched(path string) {
	b.t.Helper()
	b.visit(path)
	b.waitRunning()
}

// visit goes to an address of the site and waits until the page has loaded, but not
// for the playground. If only the fragment of the address changes, the browser does not
// load the page again.
func (b *browser) visit(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.url + path))
}

// reload loads the page again, as the browser's button does, and waits until the
// playground runs.
func (b *browser) reload() {
	b.t.Helper()
	b.do(chromedp.Reload())
	b.waitRunning()
}

// waitRunning waits until the playground has taken over the page.
func (b *browser) waitRunning() {
	b.t.Helper()
	b.wait(`document.documentElement.dataset.playground === "running"`)
}

// wait waits until the JavaScript expression is true.
func (b *browser) wait(condition string) {
	b.t.Helper()
	err := b.poll(condition)
	if err != nil {
		b.t.Fatalf("waited for %s: %v; the page says:\n%s", condition, err, b.text("body"))
	}
}

func (b *browser) poll(condition string) error {
	deadline := time.Now().Add(timeout)
	for {
		var met bool
		// This fails while one page replaces another. The next attempt asks the new one.
		err := chromedp.Run(b.ctx, chromedp.Evaluate("Boolean("+condition+")", &met))
		if err == nil && met {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("not true after %v (%v)", timeout, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// waitText waits until the visible text of the element contains want.
func (b *browser) waitText(selector, want string) {
	b.t.Helper()
	b.wait(fmt.Sprintf("document.querySelector(%s)?.innerText.includes(%s)", quote(selector), quote(want)))
}

// text returns the visible text of the first matching element.
func (b *browser) text(selector string) string {
	b.t.Helper()
	return evaluate[string](b, fmt.Sprintf("document.querySelector(%s).innerText", quote(selector)))
}

// texts returns the visible texts of all matching elements.
func (b *browser) texts(selector string) []string {
	b.t.Helper()
	return evaluate[[]string](b, fmt.Sprintf("[...document.querySelectorAll(%s)].map(e => e.innerText)", quote(selector)))
}

// count returns the number of matching elements.
func (b *browser) count(selector string) int {
	b.t.Helper()
	return evaluate[int](b, fmt.Sprintf("document.querySelectorAll(%s).length", quote(selector)))
}

// click waits until the element can be clicked, then clicks it with the mouse. It can be
// clicked if it is enabled, does not move, and is not covered.
func (b *browser) click(selector string) {
	b.t.Helper()
	var at []float64
	for deadline := time.Now().Add(timeout); at == nil; {
		at = evaluate[[]float64](b, fmt.Sprintf("(%s)(%s)", clickablePoint, quote(selector)))
		if at == nil && time.Now().After(deadline) {
			b.t.Fatalf("%s cannot be clicked on; the page says:\n%s", selector, b.text("body"))
		}
	}
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// clickablePoint is a JavaScript function that returns the middle of the element if it
// can be clicked, else null.
const clickablePoint = `async (selector) => {
	const frame = () => new Promise(requestAnimationFrame);
	const middle = (e) => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; };
	const element = document.querySelector(selector);
	if (element === null || element.disabled) {
		await frame();
		return null;
	}
	element.scrollIntoView({ block: "nearest", behavior: "instant" });
	const before = middle(element);
	await frame();
	await frame();
	const after = middle(element);
	const hit = document.elementFromPoint(...after);
	return before.join() === after.join() && hit !== null && element.contains(hit) ? after : null;
}`

// press presses keys without choosing an element first: text to type, or a key of
// package chromedp/kb, such as kb.ArrowRight.
func (b *browser) press(keys string) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// fill replaces the text of a field by typing.
func (b *browser) fill(selector, text string) {
	b.t.Helper()
	b.do(chromedp.WaitVisible(selector, chromedp.ByQuery), chromedp.Focus(selector, chromedp.ByQuery))
	evaluate[any](b, fmt.Sprintf("document.querySelector(%s).select()", quote(selector)))
	b.do(chromedp.SendKeys(selector, text, chromedp.ByQuery))
}

// evaluate returns the value of a JavaScript expression in the page. It waits for a
// promise.
func evaluate[T any](b *browser, expression string) T {
	b.t.Helper()
	var text string
	var value T
	b.do(chromedp.Evaluate("(async () => JSON.stringify((await ("+expression+")) ?? null))()", &text, awaitPromise))
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

func awaitPromise(p *runtime.EvaluateParams) *runtime.EvaluateParams {
	return p.WithAwaitPromise(true)
}

// quote returns text as a JavaScript string literal.
func quote(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(quoted)
}

// button returns the selector of the button for an action.
func button(action string) string {
	return fmt.Sprintf("[data-do=%s]", quote(action))
}

// waitStep waits until the page shows this step, of so many.
func (b *browser) waitStep(step, of int) {
	b.t.Helper()
	b.waitText(".where", fmt.Sprintf("step %d of %d:", step, of))
}

// choose picks an entry of a select element.
func (b *browser) choose(selector, value string) {
	b.t.Helper()
	evaluate[bool](b, `(e => { e.value = `+quote(value)+`; return e.dispatchEvent(new Event("change", {bubbles: true})) })(document.querySelector(`+quote(selector)+`))`)
}

// resize sets the size of the window. Less than 600 px of width is a phone.
func (b *browser) resize(width, height int64) {
	b.t.Helper()
	b.do(emulation.SetDeviceMetricsOverride(width, height, 1, width < 600))
}
