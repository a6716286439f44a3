package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// spinning is a loop that calls SSL_shutdown for ever on a non-blocking socket.
const spinning = `int main(SSL *ssl)
{
    int r;
    while ((r = SSL_shutdown(ssl)) != 1)
        if (SSL_get_error(ssl, r) == SSL_ERROR_SSL)
            return 1;
    return 0;
}
`

// pasteProgram opens the front page and pastes a program.
func pasteProgram(t *testing.T, text string) *browser {
	b := newBrowser(t)
	b.openUntouched("/")
	b.click(button("program-paste"))
	b.wait(`document.activeElement?.id === "program-text"`)
	b.fill("#program-text", text)
	return b
}

// TestAPastedLoopSpins: from the front page, a press, a paste and another press show it.
func TestAPastedLoopSpins(t *testing.T) {
	b := pasteProgram(t, spinning)
	b.click(button("program-start"))
	b.waitText(".run-verdict", "After 1,000 calls it still goes on. The last 999 are the same: SSL_shutdown() in line 4 returns -1 SSL_ERROR_WANT_READ. This loop spins.")
	b.waitStep(1000, 1000)
	b.waitText(".src.ran", "while ((r = SSL_shutdown(ssl)) != 1)")
	b.waitText(".src.next", "if (SSL_get_error(ssl, r) == SSL_ERROR_SSL)")
	b.waitText(".src.next", "SSL_get_error \u2192 SSL_ERROR_WANT_READ")
	b.waitText(".variables", "r")
	b.press(kb.Home)
	b.waitText(".program-status", "has not begun")
	b.press("r")
	b.waitStep(1, 1000)
	b.press("i")
	b.waitText(".src.ran", "if (SSL_get_error(ssl, r) == SSL_ERROR_SSL)")
	b.click("#src-client-7")
	b.wait(`document.querySelector("#src-client-7").getAttribute("aria-pressed") === "true"`)
}

// TestAWrongProgramIsMarked where it is wrong, and runs when it has been corrected.
func TestAWrongProgramIsMarked(t *testing.T) {
	b := pasteProgram(t, "int main(SSL *ssl)\n{\n    return SSL_shutdwon(ssl);\n}\n")
	b.click(button("program-start"))
	b.waitText("#program-error", `line 3, column 12`)
	if n := b.count(".program-dialog .line-bad"); n != 1 {
		t.Errorf("%d lines are marked", n)
	}
	b.loadAxe()
	b.checkAccessible("a wrong program")
	b.click(button("go-to-program 3 12"))
	b.wait(`(e => document.activeElement === e && e.value.slice(e.selectionStart, e.selectionEnd) === "SSL_shutdwon")(document.querySelector("#program-text"))`)
	b.press("SSL_shutdown")
	b.wait(`!document.querySelector(".program-dialog .line-bad")`)
	b.click(button("program-start"))
	b.waitText(".program-status", "ended with 0")
	b.waitStep(2, 2)
	b.click(button("program-edit client"))
	b.wait(`document.querySelector("#program-text")?.value.includes("SSL_shutdown(ssl)")`)
	b.press(kb.Escape)
	b.wait(`!document.querySelector("dialog[open]")`)
}

// TestAxeFindsNothingInPrograms looks at a program that waits, at its breakpoints and its dialog.
func TestAxeFindsNothingInPrograms(t *testing.T) {
	for theme, width := range map[string]int64{"light": 1440, "dark": 390} {
		t.Run(theme, func(t *testing.T) {
			b := newBrowser(t)
			b.setTheme(theme)
			b.resize(width, 900)
			b.openUntouched("/")
			b.loadAxe()
			b.click(button("program-paste"))
			b.click(button("program-choose recommended-close"))
			b.wait(`document.querySelector("#program-text")?.value`)
			b.checkAccessible("dialog")
			b.click(button("program-start"))
			b.waitText(".program-status", "waits in poll(POLLIN, 5 s)")
			b.click("#src-client-12")
			b.checkAccessible("a program that waits")
			b.click(button("program-limit client"))
			b.click(button("program-run"))
			b.waitText(".program-status", "ended with 1")
			b.checkAccessible("a program that has ended")
			if wide := evaluate[bool](b, `document.documentElement.scrollWidth > innerWidth`); wide {
				t.Error("the page scrolls sideways")
			}
		})
	}
}

// TestTheNumbersOfLinesAreReachedByArrows: Tab leads to one of them only.
func TestTheNumbersOfLinesAreReachedByArrows(t *testing.T) {
	b := pasteProgram(t, spinning)
	b.click(button("program-by-step"))
	b.waitText(".program-status", "has not begun")
	b.focus("#src-client-4")
	b.press(kb.ArrowDown)
	b.wait(`document.activeElement?.id === "src-client-5"`)
	b.press(kb.Enter)
	b.wait(`document.querySelector("#src-client-5.break")`)
	b.press("e")
	b.waitText("#status", "Breakpoint. Line 5 is next")
	b.waitStep(1, 1)
}

// TestALoopWithoutFunctionIsMended by two presses, and a text that is no program is kept out.
func TestALoopWithoutFunctionIsMended(t *testing.T) {
	b := pasteProgram(t, "while ((ret = SSL_shutdown(ssl)) < 1) ;")
	b.do(input.InsertText(strings.Repeat("x\n", 500_000)))
	b.waitText("#program-error", "It has 1000000 bytes, and a program has at most 65536.")
	b.click(button("program-start"))
	b.click(button("program-wrap"))
	b.click(button("program-declare ret"))
	b.wait(`document.querySelector("#program-text").value.includes("    int ret = 0;\n    while (")`)
	b.wait(`!document.querySelector(".program-dialog .line-bad")`)
	b.click(button("program-start"))
	b.waitText(".run-verdict", "This loop spins.")
}
