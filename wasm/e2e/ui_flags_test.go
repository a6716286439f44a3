package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestAFlagLightsUpWhatSetIt(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.End)
	b.waitStep(6, 6)
	b.click(".head.server .pill:nth-of-type(2)") // RECEIVED
	b.waitText(".row.highlighted .n", "4")
	b.waitText(".track.highlighted", "close_notify")
	for pane, lit := range map[string]string{"why": ".flag-cause.highlighted", "state": "td.highlighted", "script": "#line-highlighted", "code": ".c-line.highlighted", "transcript": "li.highlighted", "compare": ".versus-row.highlighted", "tree": ".step-mark.highlighted"} {
		b.click(button("pane " + pane))
		b.wait("document.querySelector('#panel-" + pane + " " + lit + "')")
	}
	b.press(kb.Escape)
	b.wait(`!document.querySelector(".highlighted")`)
}

func TestTheMapOfFlagsLeadsToItsSteps(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("pane state"))
	b.wait(`document.querySelectorAll(".map-cell.been").length === 5`)
	b.click(".map-cell.been" + button("seek 4"))
	b.waitStep(4, 6)
	b.wait(`document.querySelector(".map-cell.now").innerText.includes("client SENT, server RECEIVED")`)
}

func TestAnErrorIsExplained(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.press(kb.End)
	b.press(kb.ArrowLeft)
	b.waitText(".error-box", "error:0A000126:SSL routines::unexpected eof while reading")
	b.waitText(".error-box", "SSL_R_UNEXPECTED_EOF_WHILE_READING")
	b.waitText(".c-right", "SSL_free(ssl);")
	b.click(".cause " + button("seek 2")) // the FIN
	b.waitStep(2, 5)
}

func TestCompareWithAnotherRelease(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.click(button("pane compare"))
	b.waitText(".verdict", "They part at step 4.")
	b.waitText(".versus-row.first .versus-sign", "differs")
	b.click(".verdict " + button("seek 4"))
	b.waitStep(4, 5)
	b.choose("#compare-profile", "openssl-3.0")
	b.waitText(".verdict", "No step differs.")
	b.choose("#compare-version", "tls1.2")
	b.waitText(".versus", "31 B")
}

func TestUndoRedoAndTheTree(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
	b.click(button("act client SSL_shutdown"))
	b.waitStep(2, 2)
	b.click(button("pane tree"))
	b.wait(`document.querySelectorAll(".branch").length === 3`)
	b.click(".branch:not(.on) .branch-button")
	b.waitStep(2, 6)
	b.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
	b.waitStep(2, 2)
	b.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
	b.waitStep(1, 6)
	b.click(button("redo"))
	b.waitStep(2, 2)
	b.wait(`sessionStorage.getItem("close_notify.stage")?.includes("server SSL_read 100")`)
	b.reload()
	b.waitStep(2, 2)
	b.click(button("pane tree"))
	b.wait(`document.querySelectorAll(".branch").length === 3`) // the branch that is not shown is still there
}

func TestPlayingStopsAtABreakpoint(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("x")
	b.waitText(".notices", "take one first")
	b.click(".mark:nth-child(2)")
	b.wait(`document.querySelector(".break-mark") && document.querySelector(".n.break").innerText === "2"`)
	b.press(" ")
	b.waitStep(2, 6)
	b.wait(`document.querySelector("#status").innerText.startsWith("breakpoint, step 2 of 6")`)
	b.press("x")
	b.wait(`!document.querySelector(".break-mark")`)
}

func TestStartAndTransportCanBeChosen(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.choose("#start", "before")
	b.waitText(".head.client", "no handshake yet")
	b.choose("#transport", "bio-pair 64")
	b.waitText(".head.wire", "room for 64 B")
	b.click(button("pane script"))
	b.wait(`document.querySelector("#script-text").value.includes("start before\ntransport bio-pair 64")`)
}

func TestLetterKeysCanBeSwitchedOff(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("?")
	b.click("dialog[open] " + button("next-keys"))
	b.waitText("dialog[open]", "Switch them on")
	b.press(kb.Escape)
	b.press("c")
	b.press(".")
	b.press(kb.ArrowRight)
	b.waitStep(1, 6)
	if b.count(".menu.on") > 0 {
		t.Error("the letter c opens a menu")
	}
	b.reload()
	b.click(button("show-dialog help"))
	b.waitText("dialog[open]", "Switch them on")
}

func TestASwipeTakesAStep(t *testing.T) {
	b := newBrowser(t)
	b.resize(390, 844)
	b.open("/")
	swipe := func(from, to float64) {
		b.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: from, Y: 260}}),
			input.DispatchTouchEvent(input.TouchMove, []*input.TouchPoint{{X: to, Y: 262}}),
			input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}))
	}
	swipe(300, 120)
	b.waitStep(1, 6)
	swipe(300, 120)
	b.waitStep(2, 6)
	swipe(120, 300)
	b.waitStep(1, 6)
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
	for _, want := range []string{"scenario", "profile", "version", "save", "show-dialog saved", "share", "next-theme", "next-motion", "show-dialog help",
		"highlight 0 SENT", "highlight 1 RECEIVED", "menu client", "act server SSL_shutdown", "start", "transport", "pane why", "first", "play", "slider", "speed"} {
		if !reached[want] {
			t.Errorf("the Tab key never comes to %q", want)
		}
	}
}

// TestTextSpacingBreaksNothing sets the spacing of WCAG 1.4.12, also in a window of 320
// px, which is one of 1280 px at 400 %.
func TestTextSpacingBreaksNothing(t *testing.T) {
	b := newBrowser(t)
	for _, width := range []int64{1280, 320} {
		b.resize(width, 800)
		b.open("/s/truncation")
		b.press(kb.End)
		evaluate[any](b, `(s => { s.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"); document.adoptedStyleSheets = [s] })(new CSSStyleSheet())`)
		if over := b.overflow(); over > 0 {
			t.Errorf("%d px wide: the page is %d px wider", width, over)
		}
		cut := evaluate[[]string](b, `[...document.querySelectorAll(".chip, .pill, .error, .tab, .call-button:not(.mistake), .tool")]
			.filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(e => e.innerText)`)
		for _, s := range cut {
			t.Errorf("%d px wide: %q does not fit where it stands", width, s)
		}
	}
}
