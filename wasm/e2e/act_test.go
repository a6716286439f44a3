package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// do runs actions of chromedp's, for what no method below does.
func (b *browser) do(actions ...chromedp.Action) {
	b.t.Helper()
	// The first action starts the browser, which lives as long as the context
	// of that action: the timeout must not be its parent then.
	ctx, cancel := b.ctx, func() {}
	if chromedp.FromContext(b.ctx).Target != nil {
		ctx, cancel = context.WithTimeout(b.ctx, patience)
	}
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.t.Fatalf("the browser: %v", err)
	}
}

// open visits an address of the site, such as "/s/name#fragment", and waits
// until the playground runs.
func (b *browser) open(path string) {
	b.t.Helper()
	b.visit(path)
	b.waitRunning()
}

// visit goes to an address of the site and waits until its page has loaded, but
// not for the playground. An address that differs from the present one in its
// fragment only does not load the page again.
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
	deadline := time.Now().Add(patience)
	for {
		var met bool
		// A page that is being replaced has nothing to ask: ask the next one.
		err := chromedp.Run(b.ctx, chromedp.Evaluate("Boolean("+condition+")", &met))
		if err == nil && met {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("not true after %v (%v)", patience, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// waitText waits until the element's text, as a person sees it, contains want.
func (b *browser) waitText(selector, want string) {
	b.t.Helper()
	b.wait(fmt.Sprintf("document.querySelector(%s)?.innerText.includes(%s)", quote(selector), quote(want)))
}

// text is the text of the first element, as a person sees it.
func (b *browser) text(selector string) string {
	b.t.Helper()
	return evaluate[string](b, fmt.Sprintf("document.querySelector(%s).innerText", quote(selector)))
}

// texts are the texts of all the elements.
func (b *browser) texts(selector string) []string {
	b.t.Helper()
	return evaluate[[]string](b, fmt.Sprintf("[...document.querySelectorAll(%s)].map(e => e.innerText)", quote(selector)))
}

// count is the number of elements.
func (b *browser) count(selector string) int {
	b.t.Helper()
	return evaluate[int](b, fmt.Sprintf("document.querySelectorAll(%s).length", quote(selector)))
}

// click waits until the element can be clicked on, which it can when it is
// enabled, has come to rest and nothing lies over it, and clicks on it with the
// mouse.
func (b *browser) click(selector string) {
	b.t.Helper()
	var at []float64
	for deadline := time.Now().Add(patience); at == nil; {
		at = evaluate[[]float64](b, fmt.Sprintf("(%s)(%s)", restingPlace, quote(selector)))
		if at == nil && time.Now().After(deadline) {
			b.t.Fatalf("%s cannot be clicked on; the page says:\n%s", selector, b.text("body"))
		}
	}
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// restingPlace is a function of JavaScript's that returns the middle of the
// element if that can be clicked on, else null.
const restingPlace = `async (selector) => {
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

// press presses keys as if nothing but the page had the focus: text for what it
// types, or a key of package chromedp/kb, such as kb.ArrowRight.
func (b *browser) press(keys string) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// fill replaces what stands in a text field by typing.
func (b *browser) fill(selector, text string) {
	b.t.Helper()
	b.do(chromedp.WaitVisible(selector, chromedp.ByQuery), chromedp.Focus(selector, chromedp.ByQuery))
	evaluate[any](b, fmt.Sprintf("document.querySelector(%s).select()", quote(selector)))
	b.do(chromedp.SendKeys(selector, text, chromedp.ByQuery))
}

// evaluate is the value of a JavaScript expression in the page; a promise is
// awaited.
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

// quote writes text as a JavaScript string.
func quote(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(quoted)
}
