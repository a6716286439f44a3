package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestAScenarioByKeyboardAlone(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.waitText(".invite", "first step")
	for step := 1; step <= 6; step++ {
		b.press(kb.ArrowRight)
		b.waitStep(step, 6)
	}
	b.press(kb.ArrowLeft)
	b.waitStep(5, 6)
	b.do(chromedp.KeyEvent(kb.ArrowLeft, chromedp.KeyModifiers(input.ModifierShift)))
	b.waitStep(4, 6)
	b.press(kb.End)
	b.waitStep(6, 6)
	b.press(kb.Home)
	b.waitStep(0, 6)
	b.press(".")
	b.waitStep(1, 6)
}

func TestCallsByKeyboard(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("c")
	b.wait(`document.activeElement.getAttribute("role") === "menuitem"`)
	b.press("w")
	b.waitFocus("SSL_write(10)")
	b.press(kb.ArrowUp)
	b.press(kb.ArrowDown)
	b.press(kb.Enter)
	b.waitStep(1, 1)
	b.press("s")
	b.waitFocus("SSL_shutdown()")
	b.press(kb.Escape)
	b.wait(`document.activeElement.id === "menu-server"`)
	b.press("d")
	b.waitText(".notices", "Nothing is in flight")
	b.press(kb.Escape)
	b.wait(`!document.querySelector(".notice")`)
}

// TestKeysMayComeBeforeTheDrawing: on a busy machine somebody presses the next key before the
// menu, its item or the dialog is there.
func TestKeysMayComeBeforeTheDrawing(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.do(chromedp.KeyEvent("c"), chromedp.KeyEvent("w"))
	b.pressEnter()
	b.waitStep(1, 1)
	b.waitText("#row-current", "SSL_write(10)")
	b.press("s")
	b.waitFocus("SSL_shutdown()")
	b.press("w")
	b.pressEnter()
	b.waitStep(2, 2)
	b.waitText("#row-current", "SSL_write(10)")
	b.do(chromedp.KeyEvent("?"), chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.ArrowLeft))
	b.waitStep(1, 2)
	b.wait(`!document.querySelector("dialog[open]")`)
}

// waitFocus waits until the focus is on a button with this text.
func (b *browser) waitFocus(text string) {
	b.t.Helper()
	b.wait(`document.activeElement.matches("button") && document.activeElement.innerText.includes(` + quote(text) + `)`)
}

// TestArrowsStepAfterAChoice chooses in a menu: then the arrows step, whether a pointer or the
// keyboard has chosen.
func TestArrowsStepAfterAChoice(t *testing.T) {
	for _, last := range []string{"pointerdown", "keydown"} {
		b := newBrowser(t)
		b.open("/")
		for _, menu := range []struct{ id, value string }{
			{"#scenario", "open-preset truncation"}, {"#profile", "openssl-3.0"}, {"#version", "tls1.2"},
		} {
			b.run(`(e => { e.focus(); e.dispatchEvent(new Event("` + last + `", {bubbles: true})) })(document.querySelector("` + menu.id + `"))`)
			b.choose(menu.id, menu.value)
			b.waitStep(0, 5)
			b.press(kb.ArrowRight)
			b.waitStep(1, 5)
			b.press(kb.ArrowLeft)
			b.waitStep(0, 5)
			if got := evaluate[string](b, `document.querySelector("`+menu.id+`").value`); got != menu.value {
				t.Errorf("after a %s, the arrows have changed %s to %s", last, menu.id, got)
			}
		}
	}
}

// TestAPressLeavesTheKeysToThePage presses a call with the pointer. A press of Space would
// make the call again if its button had the keyboard.
func TestAPressLeavesTheKeysToThePage(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	b.wait("document.activeElement === document.body")
}

func TestKeysAreTextWhileTyping(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("pane script"))
	b.fill("#script-text", "client SSL_shutdown")
	b.waitStep(1, 1)
	b.press("?")
	b.waitText("#script-error", "line 1")
	if evaluate[bool](b, `document.querySelector("#dialog-help").open`) {
		t.Error("a question mark in the script opens the help")
	}
}

func TestHelpOpensAndClosesByKeyboard(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("?")
	b.wait(`document.querySelector("#dialog-help").open`)
	b.press(kb.ArrowRight)
	b.press(kb.Escape)
	b.wait(`!document.querySelector("#dialog-help").open`)
	b.waitStep(0, 6)
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
}

func TestAPressBesideAMenuClosesIt(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click("#menu-client")
	b.waitFocus("SSL_shutdown()")
	b.click(".story")
	b.wait(`!document.querySelector(".menu.on")`)
	b.waitStep(0, 6)
}

func TestANumberThatIsRefusedDoesNotStay(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	for typed, want := range map[string]string{"7": "7", "0": "10", "99999999": "1048576"} {
		b.set("#size-client-SSL_write", "10", "change")
		b.wait(`document.querySelector("[data-do='act client SSL_write 10']")`)
		b.fill("#size-client-SSL_write", typed)
		b.press(kb.Enter)
		b.wait(`document.querySelector("#size-client-SSL_write").value === ` + quote(want))
		b.wait(`document.querySelector("[data-do='act client SSL_write ` + want + `']")`)
	}
}

// TestEveryControlIsReachedByTab presses Tab from the top of the page to its end and
// around.
func TestEveryControlIsReachedByTab(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
	reached := map[string]bool{}
	for range 90 {
		b.press(kb.Tab)
		at := evaluate[string](b, `(e => {
			if (e === document.body) return "";
			const ring = getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e.parentElement).outlineStyle !== "none";
			return (ring ? "" : "no focus ring: ") + (e.dataset.do ?? e.id);
		})(document.activeElement)`)
		if strings.HasPrefix(at, "no focus ring") {
			t.Error(at)
		}
		reached[at] = true
	}
	for _, want := range []string{"scenario", "profile", "version", "save", "show-dialog saved", "share", "view-menu", "show-dialog help",
		"highlight 0 SENT", "highlight 1 RECEIVED", "menu client", "act server SSL_shutdown", "menu network", "undo", "pane why", "more-panels", "first", "play", "slider", "speed"} {
		if !reached[want] {
			t.Errorf("the Tab key never comes to %q", want)
		}
	}
}
