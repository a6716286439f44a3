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
	b.acted = true
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
	// The text of a lesson may come late, and bring its opening card with it.
	b.wait(`(document.querySelector("[data-do=end-opening]")?.click(), !document.querySelector(".opening"))`)
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
	if err := b.poll(condition); err != nil {
		b.t.Fatalf("waited for %s: %v; the page says:\n%s", condition, err, b.says())
	}
}

// says is the text of the page, for the message of a failure.
func (b *browser) says() string {
	text, err := evaluateNow[string](b, shortPatience, "document.body.innerText")
	if err != nil {
		return err.Error()
	}
	return text
}

// waitFor waits until there is an element that fits the selector.
func (b *browser) waitFor(selector string) {
	b.t.Helper()
	b.wait("document.querySelector(" + quote(selector) + ")")
}

func (b *browser) poll(condition string) error {
	deadline := time.Now().Add(patience)
	for {
		// This fails while one page replaces another. The next attempt asks the new one.
		met, err := evaluateNow[bool](b, patience, "Boolean(await ("+condition+"))")
		if err == nil && met {
			return nil
		}
		if time.Now().After(deadline) {
			err = fmt.Errorf("not true after %v (%v)", patience, err)
			patience = shortPatience
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// waitText waits until the visible text of the element contains want.
func (b *browser) waitText(selector, want string) {
	b.t.Helper()
	b.wait(fmt.Sprintf("document.querySelector(%s)?.innerText.includes(%s)", quote(selector), quote(want)))
}

// text waits until there is such an element, and returns the visible text of the first.
func (b *browser) text(selector string) string {
	b.t.Helper()
	b.waitFor(selector)
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
	b.waitSettled()
	var at []float64
	for deadline := time.Now().Add(patience); at == nil; {
		at = evaluate[[]float64](b, fmt.Sprintf("(%s)(%s)", clickablePoint, quote(selector)))
		if at == nil && time.Now().After(deadline) {
			patience = shortPatience
			b.t.Fatalf("%s cannot be clicked on; the page says:\n%s", selector, b.says())
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
	if (element === null || element.disabled || element.ariaDisabled === "true") {
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

// fill waits until the field is there, and replaces its text by typing.
func (b *browser) fill(selector, text string) {
	b.t.Helper()
	b.focus(selector)
	b.run("document.activeElement.select()")
	b.press(text)
}

// focus waits until the element is there, and gives it the keyboard.
func (b *browser) focus(selector string) {
	b.t.Helper()
	b.waitSettled()
	b.wait(fmt.Sprintf("(e => e?.checkVisibility() && !e.disabled)(document.querySelector(%s))", quote(selector)))
	b.run(fmt.Sprintf("document.querySelector(%s).focus()", quote(selector)))
}

// evaluate returns the value of a JavaScript expression, once the page has drawn what was
// done to it. It waits for a promise.
func evaluate[T any](b *browser, expression string) T {
	b.t.Helper()
	b.waitSettled()
	value, err := evaluateNow[T](b, 5*timeout, expression) // it may be a long program
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// evaluateNow returns the value of a JavaScript expression, in the page as it is now. It waits
// for a promise, but not longer than limit.
func evaluateNow[T any](b *browser, limit time.Duration, expression string) (value T, err error) {
	ctx, cancel := context.WithTimeout(b.ctx, limit)
	defer cancel()
	var text string
	err = chromedp.Run(ctx, chromedp.Evaluate("(async () => JSON.stringify((await ("+expression+")) ?? null))()", &text, awaitPromise))
	if err == nil {
		err = json.Unmarshal([]byte(text), &value)
	}
	return value, err
}

// run has the page do something: a JavaScript expression without a value.
func (b *browser) run(expression string) {
	b.t.Helper()
	if _, err := evaluateNow[any](b, timeout, "("+expression+", null)"); err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	b.acted = true
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

// choose waits until a select element has an entry that can be chosen, and chooses it.
func (b *browser) choose(selector, value string) {
	b.t.Helper()
	b.waitSettled()
	b.wait(fmt.Sprintf(`(e => e && !e.disabled && e.checkVisibility() && [...e.options].some(o => o.value === %s && !o.disabled))(document.querySelector(%s))`, quote(value), quote(selector)))
	b.set(selector, value, "change")
}

// set waits until a field is there, and sets its value as if a person had done it: with an
// event, "input" or "change".
func (b *browser) set(selector, value, event string) {
	b.t.Helper()
	b.waitFor(selector)
	b.run(fmt.Sprintf(`(e => { e.value = %s; e.dispatchEvent(new Event(%s, {bubbles: true})) })(document.querySelector(%s))`, quote(value), quote(event), quote(selector)))
}

// resize sets the size of the window. Less than 600 px of width is a phone.
func (b *browser) resize(width, height int64) {
	b.t.Helper()
	b.do(emulation.SetDeviceMetricsOverride(width, height, 1, width < 600))
}
