package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// overflow returns by how many pixels the page is wider than its window.
func (b *browser) overflow() int {
	b.t.Helper()
	return evaluate[int](b, "document.documentElement.scrollWidth - innerWidth")
}

func TestOnlyTheDeskScrolls(t *testing.T) {
	b := newBrowser(t)
	for _, width := range []int64{320, 390, 768, 1024, 1440} {
		b.resize(width, 800)
		b.open("/s/data-after-close-notify")
		b.press(kb.End)
		for _, pane := range panes {
			b.openPane(pane)
			b.wait(fmt.Sprintf("document.querySelector('#panel-%s')", pane))
			if over := b.overflow(); over > 0 {
				t.Errorf("%d px wide, %s: the page is %d px wider", width, pane, over)
			}
			for _, s := range evaluate[[]string](b, `[...document.querySelectorAll("#page *:not(#script-text)")].filter(e => e.checkVisibility() && e.clientWidth > 0
				&& e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX)).map(e => e.outerHTML.slice(0, 80))`) {
				if width < 600 {
					t.Errorf("%d px wide, %s: scrolls sideways: %s", width, pane, s)
				}
			}
			if over := evaluate[int](b, "document.documentElement.scrollHeight - innerHeight"); over > 0 {
				t.Errorf("%d px wide, %s: the window scrolls by %d px, beside the desk", width, pane, over)
			}
		}
	}
}

// TestTenRowsAreInSight counts the rows that are whole on the screen, at the start and at the
// last of ten steps.
func TestTenRowsAreInSight(t *testing.T) {
	const whole = `(top => [...document.querySelectorAll(".row")].map(e => e.getBoundingClientRect()).filter(r => r.top >= top.top - 1 && r.bottom <= top.bottom + 1).length)(
		document.querySelector(".ladder-scroll").getBoundingClientRect())`
	b := newBrowser(t)
	b.resize(1440, 900)
	for _, path := range []string{"/s/half-close", "/s/waiting-for-the-peer"} {
		b.open(path)
		for _, steps := range []int{0, 10} {
			for range steps {
				b.press(kb.ArrowRight)
			}
			b.waitStep(steps, 11)
			if n := evaluate[int](b, whole); n < 10 {
				t.Errorf("%s, step %d: %d whole rows are in sight", path, steps, n)
			}
		}
	}
}

func TestNarrationIsWhole(t *testing.T) {
	b := newBrowser(t)
	for width, height := range map[int64]int64{1280: 800, 1440: 900} {
		b.resize(width, height)
		for path, steps := range map[string]int{"/": 6, "/s/data-after-close-notify": 6, "/s/zero-is-not-an-error": 5, "/s/waiting-for-the-peer": 11, "/s/a-write-left-behind": 8} {
			b.open(path)
			b.press(kb.Home)
			for step := range steps + 1 {
				b.waitStep(step, steps)
				if cut := evaluate[int](b, `(e => e.scrollHeight - e.clientHeight)(document.querySelector(".story"))`); cut > 0 {
					t.Errorf("%s, %d px wide, step %d: %d px of the narration are out of sight", path, width, step, cut)
				}
				b.press(kb.ArrowRight)
			}
		}
	}
}

func TestNarrationStaysInSightOnAPhone(t *testing.T) {
	b := newBrowser(t)
	b.resize(390, 844)
	b.open("/s/half-close")
	for step := 1; step <= 11; step++ {
		b.press(kb.ArrowRight)
		b.waitStep(step, 11)
		b.wait(`(story => story.top >= 0 && story.bottom < innerHeight)(document.querySelector(".story").getBoundingClientRect())`)
		b.wait(`document.querySelector(".heads").getBoundingClientRect().bottom <= document.querySelector("#row-current").getBoundingClientRect().top + 1`)
	}
}

// TestAPhoneLeavesTheHeightToTheStage: narration and flags take a quarter of the height at
// most. A panel covers the stage only after a press of its tab.
func TestAPhoneLeavesTheHeightToTheStage(t *testing.T) {
	b := newBrowser(t)
	for _, size := range [][2]int64{{360, 640}, {390, 844}} {
		b.resize(size[0], size[1])
		b.openUntouched("/s/half-close")
		b.wait(`(start => start.checkVisibility() && start.getBoundingClientRect().bottom <= document.querySelector(".dock").getBoundingClientRect().top)(document.querySelector(".opening .primary"))`)
		for step := 1; step <= 5; step++ {
			b.press(kb.ArrowRight)
			b.waitStep(step, 11)
		}
		used := evaluate[float64](b, `document.querySelector(".story").offsetHeight + document.querySelector(".heads").offsetHeight`)
		if used > float64(size[1])/4 {
			t.Errorf("%v: narration and flags are %v px high", size, used)
		}
		if n := b.count(".panel"); n != 1 || evaluate[bool](b, `document.querySelector(".panel").checkVisibility()`) {
			t.Errorf("%v: a panel covers the stage before a tab is pressed", size)
		}
		b.click(button("pane why"))
		b.wait(`document.querySelector(".panel").checkVisibility()`)
		b.wait(`(row => row.top >= document.querySelector(".heads").getBoundingClientRect().bottom - 1 && row.top < document.querySelector(".side").getBoundingClientRect().top)(
			document.querySelector("#row-current").getBoundingClientRect())`)
		b.click(button("close-sheet"))
		b.wait(`!document.querySelector(".panel").checkVisibility()`)
	}
}

// TestTheDockIsInSight in windows of every size: phones, a phone on its side, and a screen of
// 1440 by 900 px at 200 % and at 400 %.
func TestTheDockIsInSight(t *testing.T) {
	b := newBrowser(t)
	for _, size := range [][2]int64{{360, 640}, {390, 844}, {844, 390}, {720, 450}, {360, 225}, {1440, 480}, {1024, 768}} {
		b.resize(size[0], size[1])
		b.open("/s/data-after-close-notify")
		for step := 1; step <= 4; step++ {
			b.press(kb.ArrowRight)
			b.waitStep(step, 6)
		}
		b.wait(`(dock => dock.top >= 0 && dock.bottom <= innerHeight + 0.5)(document.querySelector(".dock").getBoundingClientRect())`)
		if high := evaluate[float64](b, `document.querySelector(".dock").offsetHeight`); high > 62 {
			t.Errorf("%v: the dock is %v px high", size, high)
		}
		b.click(button("next"))
		b.waitStep(5, 6)
		b.wait(`(row => row.bottom > 0 && row.top < document.querySelector(".dock").getBoundingClientRect().top)(document.querySelector("#row-current").getBoundingClientRect())`)
		if over := b.overflow(); over > 0 {
			t.Errorf("%v: the page is %d px wider than its window", size, over)
		}
	}
}

// TestAPanelThatAKeyOpensIsInSight in low windows, where the panels are below the stage.
func TestAPanelThatAKeyOpensIsInSight(t *testing.T) {
	b := newBrowser(t)
	for _, size := range [][2]int64{{320, 256}, {844, 390}, {720, 450}} {
		b.resize(size[0], size[1])
		b.open("/s/truncation")
		b.press(kb.ArrowRight)
		b.waitStep(1, 5)
		b.press("b")
		inSight := `(e => e.getBoundingClientRect().top < document.querySelector(".dock").getBoundingClientRect().top - 50)(document.querySelector("#panel-bytes"))`
		b.wait(`document.querySelector("#panel-bytes") && ` + inSight)
		b.press(kb.ArrowRight)
		b.waitStep(2, 5)
		b.wait(`(r => r.top >= 0 && r.top < innerHeight)(document.querySelector("#row-current").getBoundingClientRect())`)
	}
}

// TestAPhoneCutsNoText looks at a step whose narration has six lines, and at one that
// leaves a long note in either lane.
func TestAPhoneCutsNoText(t *testing.T) {
	const cut = `[...document.querySelectorAll(".story, .note")].filter(e => e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight + 1).map(e => e.innerText)`
	b := newBrowser(t)
	b.resize(390, 844)
	for path, steps := range map[string]int{"/s/lost-with-the-socket": 5, "/s/reset-by-peer": 7} {
		b.open(path)
		for range steps {
			b.press(kb.ArrowRight)
		}
		b.wait(fmt.Sprintf(`document.querySelector("#row-current .n").innerText == %d`, steps))
		for _, text := range evaluate[[]string](b, cut) {
			t.Errorf("%s, step %d: %q is cut", path, steps, text)
		}
	}
}

func TestMenuEntriesDoNotOverlap(t *testing.T) {
	b := newBrowser(t)
	b.resize(1024, 768)
	b.open("/s/data-after-close-notify")
	b.press(kb.End)
	b.press("c")
	b.wait(`document.activeElement.getAttribute("role") === "menuitem"`)
	over := evaluate[[]string](b, `[...document.querySelectorAll(".menu-item")].filter(e => e.scrollHeight > e.clientHeight).map(e => e.innerText)`)
	for _, text := range over {
		t.Errorf("%q does not fit into its entry", text)
	}
}

// TestTargetsOnAPhoneAreLargeEnough measures everything that can be pressed, except for
// the bytes of the dump, where the list of fields below them does the same, and the link that
// only the keyboard shows.
func TestTargetsOnAPhoneAreLargeEnough(t *testing.T) {
	const small = `[...document.querySelectorAll("button, select, input, textarea, a, [data-do]")]
		.filter(e => e.checkVisibility() && !e.closest(".unseen") && !e.matches(".run, .skip:not(:focus)") && getComputedStyle(e).pointerEvents !== "none")
		.map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width < 43.5 || r.height < 43.5)
		.map(([e, r]) => e.outerHTML.slice(0, 80) + " " + r.width + " by " + r.height)`
	b := newBrowser(t)
	b.resize(390, 844)
	b.open("/s/truncation")
	b.press(kb.End)
	b.waitStep(5, 5)
	b.click(button("back"))
	b.waitStep(4, 5)
	b.click(button("act server SSL_shutdown"))
	b.waitStep(5, 5)
	report := func(view string) {
		for _, s := range evaluate[[]string](b, small) {
			t.Errorf("%s: smaller than 44 px: %s", view, s)
		}
	}
	for _, pane := range panes {
		b.openPane(pane)
		b.wait("document.querySelector('#panel-" + pane + "')")
		report(pane)
	}
	b.click(button("menu client"))
	b.wait(`document.querySelector(".menu.on")`)
	report("menu")
	b.press(kb.Escape)
	for _, dialog := range []string{"show-dialog help", "share", "show-dialog saved"} {
		b.click(button(dialog))
		b.wait(`document.querySelector("dialog[open]")`)
		report(dialog)
		b.press(kb.Escape)
		b.wait(`!document.querySelector("dialog[open]")`)
	}
}

// TestTheOpening is the same before and after the program has started. It goes with the first
// step and does not come back.
func TestTheOpening(t *testing.T) {
	const shown = `[".opening", ".tabs", ".call-button", ".row", "#slider"].map(s => document.querySelector(s)?.checkVisibility({visibilityProperty: true}) ?? false).join()`
	release := make(chan struct{})
	b := newBrowser(t, atSite(serve(t, sendHalf(release)).URL))
	const want = "true,false,false,true,true"
	b.visit("/")
	if got := evaluate[string](b, shown); got != want {
		t.Errorf("before the program has started, the page shows %s", got)
	}
	close(release)
	b.waitRunning()
	if got := evaluate[string](b, shown); got != want {
		t.Errorf("then it shows %s", got)
	}
	rows := evaluate[string](b, `[...document.querySelectorAll(".row, .dock, .story")].map(e => e.getBoundingClientRect().y).join()`)
	b.click(".opening " + button("next"))
	b.waitStep(1, 6)
	if got := evaluate[string](b, `[...document.querySelectorAll(".row, .dock, .story")].map(e => e.getBoundingClientRect().y).join()`); got != rows {
		t.Errorf("the first step moves what was at %s to %s", rows, got)
	}
	b.press(kb.Home)
	b.waitStep(0, 6)
	b.waitText(".invite", "for the first step")
	if got := evaluate[string](b, shown); got != "false,true,true,true,true" {
		t.Errorf("after the first step: %s", got)
	}
	b.choose("#scenario", "open-preset truncation")
	b.waitText(".opening", "RECEIVED")
	b.click(button("end-opening"))
	b.wait(`document.querySelector(".call-button").checkVisibility({visibilityProperty: true})`)
	b.waitStep(0, 5)
}

// TestAStepMovesNothing compares the places of everything around the panels before and
// after each step. Places are measured relative to what scrolls; sticky elements are
// measured where they stick.
func TestAStepMovesNothing(t *testing.T) {
	const places = `(() => {
		const desk = document.querySelector(".desk").scrollTop, ladder = document.querySelector(".ladder-scroll").scrollTop;
		return [...document.querySelectorAll(".top, .story, .heads, .head, .pill, .row, .forks, .actions, .group, .call-button, .dock, #slider, .playback, .where")].filter(e => e.checkVisibility()).map(e => {
			const r = e.getBoundingClientRect(), name = e.className.replace(/ .*/, "");
			const y = e.closest(".dock") ? r.y : e.closest(".story, .heads") ? r.y - document.querySelector(".story").getBoundingClientRect().y * !!e.closest(".story")
				- document.querySelector(".heads").getBoundingClientRect().y * !!e.closest(".heads") : r.y + desk + (e.closest(".ladder-scroll") ? ladder : 0);
			return name + " at " + [r.x, y, r.width, r.height].map(Math.round);
		});
	})()`
	b := newBrowser(t)
	b.setTheme("light")
	for path, steps := range map[string]int{"/": 6, "/s/data-after-close-notify": 6, "/s/waiting-for-the-peer": 11, "/s/full-transport": 8, "/s/a-forged-close-notify": 5} {
		for _, width := range []int64{1440, 1024, 768, 390} {
			b.resize(width, 900)
			b.open(path)
			before := evaluate[[]string](b, places)
			for step := 1; step <= steps; step++ {
				b.press(kb.ArrowRight)
				b.waitStep(step, steps)
				for i, place := range evaluate[[]string](b, places) {
					if place != before[i] {
						t.Errorf("%s, %d px wide: step %d moves %s to %s", path, width, step, before[i], place)
					}
				}
			}
		}
	}
}

// TestFourHundredPercent has a window of 320 by 200 px, which is one of 1280 by 800 px at
// 400 %.
func TestFourHundredPercent(t *testing.T) {
	b := newBrowser(t)
	b.resize(320, 200)
	b.open("/s/data-after-close-notify")
	for step := 1; step <= 6; step++ {
		b.press(kb.ArrowRight)
		b.waitStep(step, 6)
		b.wait(`(row => row.bottom > 0 && row.top < innerHeight)(document.querySelector("#row-current").getBoundingClientRect())`)
	}
	if over := b.overflow(); over > 0 {
		t.Errorf("the page is %d px wider than its window", over)
	}
	covered := evaluate[float64](b, `[...document.querySelectorAll("#page *")].filter(e => ["sticky", "fixed"].includes(getComputedStyle(e).position) && e.checkVisibility())
		.reduce((sum, e) => sum + e.getBoundingClientRect().height, 0)`)
	if covered > 100 {
		t.Errorf("what sticks covers %v of 200 px", covered)
	}
}

func TestALongScenarioStaysSmall(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("pane script"))
	b.set("#script-text", strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 1000), "input")
	b.waitStep(0, 2000)
	b.click(button("pane why"))
	b.press(kb.End)
	b.waitStep(2000, 2000)
	b.waitText(".row.current", "SSL_read")
	if n := b.count("*"); n > 2500 {
		t.Errorf("the page has %d elements", n)
	}
	if rows := b.texts(".row .n"); len(rows) > 24 || len(rows) < 16 {
		t.Errorf("%d rows are drawn, want 16 to 24", len(rows))
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
		b.run(`(s => { s.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"); document.adoptedStyleSheets = [s] })(new CSSStyleSheet())`)
		if over := b.overflow(); over > 0 {
			t.Errorf("%d px wide: the page is %d px wider", width, over)
		}
		cut := evaluate[[]string](b, `[...document.querySelectorAll(".chip, .pill, .error, .tab, .call-button:not(.mistake), .tool:not(.skip)")]
			.filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(e => e.innerText)`)
		for _, s := range cut {
			t.Errorf("%d px wide: %q does not fit where it stands", width, s)
		}
	}
}

// followTop notes from now on where the top of an element is, whenever the page is drawn. tops lists
// these places.
func (b *browser) followTop(selector string) {
	b.run(`globalThis.tops = [], (function look() {
		const top = Math.round(document.querySelector(` + quote(selector) + `)?.getBoundingClientRect().top);
		if (top > 0 && !tops.includes(top)) tops.push(top);
		requestAnimationFrame(look);
	})()`)
}

// TestButtonsOfDialogsStay where they are when progress, an error or a picture comes: somebody may be
// about to press them.
func TestButtonsOfDialogsStay(t *testing.T) {
	for _, size := range [][2]int64{{1440, 900}, {1280, 640}, {390, 844}} {
		b := newBrowser(t)
		b.resize(size[0], size[1])
		b.openUntouched("/")
		b.click(button("program-paste"))
		b.fill("#program-text", "int main(SSL *ssl)\n{\n    q = 1;\n    return SSL_shutdwon(ssl);\n}\n")
		b.followTop(button("program-start"))
		b.click(button("program-start"))
		b.waitText("#program-error", "line 3")
		b.wait(`!document.querySelector(".program-dialog .loading")`)
		if tops := evaluate[[]int](b, `tops`); len(tops) != 1 {
			t.Errorf("%v: the button that runs a program is at %v", size, tops)
		}
		b.click(".program-dialog " + button("hide-dialog"))
		openShare(b)
		b.followTop(button("share-copy link"))
		b.click(button("show-qr"))
		b.waitFor(".qr img")
		b.wait(`!document.querySelector("#dialog-share .loading")`)
		if tops := evaluate[[]int](b, `tops`); len(tops) != 1 {
			t.Errorf("%v: the button that copies the link is at %v", size, tops)
		}
	}
}
