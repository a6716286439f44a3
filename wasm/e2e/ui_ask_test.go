package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// openAsked opens a lesson with the questions on and goes to the first one with the keyboard.
func openAsked(t *testing.T, lesson string, steps int) *browser {
	b := newBrowser(t)
	b.setMedia("prefers-reduced-motion", "reduce")
	b.open("/s/" + lesson + "?ask")
	for i := range steps {
		b.press(kb.ArrowRight)
		b.waitStep(i+1, 6)
	}
	b.press(kb.ArrowRight)
	b.waitFor(".ask-choice")
	return b
}

// TestQuestionByKeyboard answers a question, gives the reason and goes on without a pointer. Before the
// answer nothing on the page has the outcome.
func TestQuestionByKeyboard(t *testing.T) {
	b := openAsked(t, "client-closes-first", 2)
	b.wait(`document.activeElement.id === "ask-title"`)
	for _, told := range []string{"half done", "close_notify 24", "+SENT", "half of the shutdown"} {
		if page := b.text("#page"); strings.Contains(page, told) {
			t.Errorf("the page says %q before the answer", told)
		}
	}
	if n := b.count(".row.ahead :is(.track, .error, .zero, .effects)"); n > 0 {
		t.Errorf("%d outcomes are in rows ahead", n)
	}
	if !strings.HasPrefix(b.text("#status"), "Question. Before step 3: what will happen? The client calls SSL_shutdown(). What does the call return? 1: ") {
		t.Errorf("the status line says %q", b.text("#status"))
	}
	b.press(kb.ArrowRight)
	b.waitText("#status", "Answer the question first")
	choices := b.texts(".ask-choice span")
	for i, text := range choices {
		if text == "It returns 0." {
			b.press(string(rune('1' + i)))
		}
	}
	b.waitStep(3, 6)
	b.waitText("#ask-title", "Right.")
	b.wait(`document.activeElement.id === "ask-title"`)
	if n := b.count(".ask a[target=_blank]"); n < 2 {
		t.Errorf("%d wrong choices can be played", n)
	}
	b.press("1")
	b.waitFor("#ask-because:not(.none)")
	b.press(kb.Enter)
	b.waitText("#ask-title", "Before step 4")
	b.press("0")
	b.waitStep(4, 6)
	b.wait(`document.activeElement.id === "story"`)
	b.press("p")
	b.wait(`location.search === ""`)
}

// TestQuestionSpoken: the reader finds the question and then its choices.
func TestQuestionSpoken(t *testing.T) {
	b := openAsked(t, "client-closes-first", 2)
	b.startReader()
	b.readFrom("heading, Before step 3: what will happen?, level 2", 7)
	said := strings.Join(b.spoken(7), "\n")
	for _, want := range []string{"The client calls SSL_shutdown(). What does the call return?", "list, The client calls SSL_shutdown(). What does the call return?", "button, It returns "} {
		if !strings.Contains(said, want) {
			t.Errorf("the reader says\n%s\nand not %q", said, want)
		}
	}
}

// TestAxeFindsNothingInQuestions looks at a question, its answer and the boxes. The answers outlive the
// visit, and playing stops at a question.
func TestAxeFindsNothingInQuestions(t *testing.T) {
	for theme, width := range map[string]int64{"light": 1440, "dark": 390} {
		t.Run(theme, func(t *testing.T) {
			b := openAsked(t, "client-closes-first", 2)
			b.setTheme(theme)
			b.resize(width, 900)
			b.loadAxe()
			b.checkAccessible("question")
			b.press("2")
			b.waitStep(3, 6)
			b.checkAccessible("answer")
			b.press("1")
			b.waitFor("#ask-because:not(.none)")
			b.checkAccessible("reason")
			b.reload()
			b.loadAxe()
			b.click("#view-menu")
			b.click(button("show-dialog practice"))
			b.waitText(".boxes", "1 question")
			b.checkAccessible("practice")
			b.click(button("reset-deck"))
			b.waitText("#dialog-practice", "Nothing is in the boxes yet")
			b.click(button("press-notice 1"))
			b.waitText(".boxes", "1 question")
		})
	}
}

// TestQuestionsAboutAnyScript answers questions about scenarios that are no lessons, one of them with a
// program, by the keyboard alone. They come back, too.
func TestQuestionsAboutAnyScript(t *testing.T) {
	for name, open := range map[string]func(b *browser){
		"a link": func(b *browser) {
			b.open("/?ask#t.c-SSL_shutdown.c-SSL_shutdown")
			b.waitStep(0, 2) // until then a press is one for the lesson before it
		},
		"a program": func(b *browser) {
			b.open("/s/zero-is-not-an-error")
			b.press(kb.End)
			b.click(button("open-preset zero-is-not-an-error/right"))
			b.waitStep(0, 7)
			b.press("p")
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBrowser(t)
			b.setMedia("prefers-reduced-motion", "reduce")
			open(b)
			for range 4 { // up to the first question
				b.press(kb.ArrowRight)
				b.wait(`document.querySelector(".ask-choice") || !document.querySelector("#status").innerText.includes("being fetched")`)
				if b.count(".ask-choice") > 0 {
					break
				}
			}
			b.waitFor(".ask-choice")
			if n := b.count(".ask-choice"); n < 3 {
				t.Errorf("%d choices", n)
			}
			b.press("1")
			for b.count(".ask-choice") > 0 && b.count(".ask .told") == 0 {
				b.press("1") // another question about the step
			}
			b.waitFor(".ask a[target=_blank]")
			b.loadAxe()
			b.checkAccessible("the answer")
			b.reload()
			b.click("#view-menu")
			b.click(button("show-dialog practice"))
			b.waitText(".boxes", "question")
		})
	}
}
