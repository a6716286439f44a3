package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestAPresentationIsLarge: every text of the drawing has 20 px and more, and nothing but the
// narration, the flags and the drawing is there.
func TestAPresentationIsLarge(t *testing.T) {
	const small = `[...document.querySelectorAll(".story *, .heads *, .ladder *")].filter(e => e.checkVisibility() && !e.closest(".unseen")
		&& [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && parseFloat(getComputedStyle(e).fontSize) < 20).map(e => e.outerHTML.slice(0, 80))`
	const cut = `(e => e.scrollHeight - e.clientHeight)(document.querySelector(".story"))`
	b := newBrowser(t)
	for _, size := range [][2]int64{{1024, 768}, {1920, 1080}} {
		b.resize(size[0], size[1])
		b.open("/s/data-after-close-notify")
		b.press("f")
		b.wait(`!document.querySelector(".dock").checkVisibility()`)
		for step := 1; step <= 6; step++ {
			b.press(".")
			b.waitText("#row-current .n", string(rune('0'+step)))
			for _, e := range evaluate[[]string](b, small) {
				t.Errorf("%v, step %d: small type: %s", size, step, e)
			}
			if n := evaluate[int](b, cut); n > 0 {
				t.Errorf("%v, step %d: %d px of the narration are out of sight", size, step, n)
			}
			b.wait(`(row => row.top >= document.querySelector(".heads").getBoundingClientRect().bottom - 1 && row.bottom <= innerHeight + 1)(document.querySelector("#row-current").getBoundingClientRect())`)
		}
		for _, other := range []string{".top", ".dock", ".call-button", ".tabs", ".panel", ".closing"} {
			if evaluate[bool](b, `document.querySelector("`+other+`").checkVisibility()`) {
				t.Errorf("%v: %s is there", size, other)
			}
		}
		if over := b.overflow(); over > 0 {
			t.Errorf("%v: the page is %d px wider than its window", size, over)
		}
		b.press(kb.Escape)
		b.wait(`document.querySelector(".dock").checkVisibility()`)
	}
}

// TestALinkPresents: ?present opens a presentation, with questions if ?ask is there, too. The address
// bar follows.
func TestALinkPresents(t *testing.T) {
	b := newBrowser(t)
	b.setMedia("prefers-reduced-motion", "reduce")
	b.resize(1280, 720)
	b.open("/s/client-closes-first?ask&present")
	b.waitFor(`[data-state="presenting"]`)
	b.press(".")
	b.press(".")
	b.press(".")
	b.waitFor(".ask-choice")
	if !evaluate[bool](b, `[...document.querySelectorAll(".ask-choice")].every((e) => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })`) {
		t.Error("choices are out of sight")
	}
	b.press("1")
	b.waitFor(".told.right")
	b.wait(`document.querySelector("#row-current").getBoundingClientRect().bottom <= innerHeight + 1`)
	b.wait(`location.search === "?ask&present"`)
	b.press(kb.Escape)
	b.wait(`location.search === "?ask" && document.querySelector(".dock").checkVisibility()`)
	b.press("f")
	b.press("p")
	b.wait(`location.search === "?present"`)
	b.reload()
	b.waitFor(`[data-state="presenting"]`)
}

// TestAPrintTellsEverything prints in the middle of a scenario.
func TestAPrintTellsEverything(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.press(kb.ArrowRight)
	b.waitStep(1, 5)
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, _, err := page.PrintToPDF().Do(ctx)
		return err
	}))
	for _, want := range []string{"Truncation", "OpenSSL 3.5, TLS 1.3", "/s/truncation", "unexpected eof while reading", "5. "} {
		b.wait("document.querySelector('#printed').textContent.includes(" + quote(want) + ")")
	}
	if text := b.text("#printed"); len(text) < 500 { // it is hidden on the screen, and has its text all the same
		t.Errorf("only %q is printed", text)
	}
}
