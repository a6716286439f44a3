package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// caret is where the caret of the script is, and what is selected.
const caret = `(e => [document.activeElement === e, e.value.slice(0, e.selectionStart).split("\n").length, e.value.slice(e.selectionStart, e.selectionEnd)].join())(document.querySelector("#script-text"))`

// openScript opens the script panel of a page.
func openScript(t *testing.T, path string) *browser {
	b := newBrowser(t)
	b.open(path)
	b.click(button("pane script"))
	b.wait(`document.querySelector("#script-text")?.value`)
	return b
}

func TestEveryErrorOfAScriptIsListed(t *testing.T) {
	b := openScript(t, "/")
	b.fill("#script-text", "# \U0001F600\nclint SSL_shutdown\nclient SSL_read 5\nclient SSL_shutdwon\n")
	b.waitText("#script-error", `line 2, column 1: "clint": did you mean client?`)
	b.waitText("#script-error", `line 4, column 8: "SSL_shutdwon": did you mean SSL_shutdown?`)
	b.loadAxe()
	b.checkAccessible("a script with errors")
	if n := b.count(".line-bad"); n != 2 {
		t.Errorf("%d lines are marked", n)
	}
	b.click(button("go-to-text 4 8"))
	b.wait(caret + ` === "true,4,SSL_shutdwon"`)
	b.press("SSL_shutdown")
	b.click(button("go-to-text 2 1"))
	b.wait(caret + ` === "true,2,clint"`)
	b.press("client")
	b.waitText("#script-error", "Script is valid.")
	b.waitStep(1, 3)
}

func TestCIsRewritten(t *testing.T) {
	b := openScript(t, "/")
	b.fill("#script-text", "Client: SSL_write(ssl, buf, 5);\nserver SSL_read(100)")
	b.waitText("#script-error", "Line 1 is read as client SSL_write 5")
	b.waitStep(2, 2)
	b.click(button("rewrite-script"))
	b.waitText("#script-error", "Line 2 was rewritten: server SSL_read 100")
	b.wait(`document.querySelector("#script-text").value === "client SSL_write 5\nserver SSL_read 100"`)
	b.waitStep(2, 2)
}

// TestCaretAndStageFollowEachOther, and neither takes the keyboard from the other.
func TestCaretAndStageFollowEachOther(t *testing.T) {
	b := openScript(t, "/")
	b.fill("#script-text", "# T\n\nclient SSL_write 5\n\n# It reads.\nserver SSL_read 5\nclient SSL_shutdown")
	b.waitStep(3, 3)
	b.press(kb.ArrowUp)
	b.waitStep(2, 3)
	b.press(kb.ArrowUp)
	b.press(kb.ArrowUp) // the blank line before the comment
	b.waitStep(1, 3)
	b.wait(caret + `.startsWith("true,4,")`)
	b.click(button("next"))
	b.waitStep(2, 3)
	b.wait(`document.querySelector("#line-current").style.getPropertyValue("--line") === "6"`)
	b.wait(caret + `.startsWith("false,4,")`)
	b.focus("#script-text")
	b.wait(caret + `.startsWith("true,6,")`)
	b.waitStep(2, 3)
}

// pressEnter presses Enter as a keyboard does: a page that prevents what the key does gets no
// character either. chromedp's KeyEvent sends the character in any case.
func (b *browser) pressEnter() {
	b.t.Helper()
	key := func(kind input.KeyType) *input.DispatchKeyEventParams {
		return input.DispatchKeyEvent(kind).WithKey("Enter").WithCode("Enter").WithWindowsVirtualKeyCode(13)
	}
	b.do(key(input.KeyDown).WithText("\r"), key(input.KeyUp))
}

// TestACaptionIsEditedOnTheStage with the keyboard, and undone.
func TestACaptionIsEditedOnTheStage(t *testing.T) {
	b := openScript(t, "/")
	b.click(button("next"))
	b.click(button("edit-caption"))
	b.wait(`document.activeElement.id === "caption-text"`)
	b.fill("#caption-text", `It "gets" 5.`)
	b.pressEnter()
	b.waitText(".story", `It "gets" 5.`)
	b.wait(`document.activeElement.id === "edit-caption"`)
	b.wait(`document.querySelector("#script-text").value.includes("\n# It \"gets\" 5.\nclient SSL_write 5\n")`)
	b.pressEnter()
	b.wait(`document.activeElement.id === "caption-text"`)
	b.press("x")
	b.press(kb.Escape)
	b.waitText(".story", `It "gets" 5.`)
	b.click(button("undo"))
	b.wait(`!document.querySelector("#script-text").value.includes("\"gets\"")`)
}

// TestTooManyLinesAreNotPasted: a million lines in a field have ended the browser.
func TestTooManyLinesAreNotPasted(t *testing.T) {
	b := openScript(t, "/s/half-close")
	text := `document.querySelector("#script-text").value`
	before := evaluate[string](b, text)
	b.focus("#script-text")
	b.do(input.InsertText(strings.Repeat("\n", 1_000_000)))
	b.waitText(".notice.bad", "It has 1000001 lines")
	if after := evaluate[string](b, text); after != before {
		t.Errorf("the text has %d characters, and had %d", len(after), len(before))
	}
	b.do(input.InsertText("# one line\n# another\n"))
	b.wait(text + `.includes("# another")`)
}

// TestManyLinesArePasted where the caret is: the page puts them into the field itself.
func TestManyLinesArePasted(t *testing.T) {
	b := openScript(t, "/s/half-close")
	b.fill("#script-text", "# T\n\nclient SSL_write 5\nserver SSL_shutdown\n")
	b.waitStep(2, 2)
	b.run(`document.querySelector("#script-text").setSelectionRange(24, 24)`)
	b.do(input.InsertText(strings.Repeat("server SSL_read 1\n", 3000)))
	b.wait(`document.querySelector("#slider").max === "3002"`)
	b.wait(`document.querySelector("#script-text").value.endsWith("\nserver SSL_read 1\nserver SSL_shutdown\n")`)
	b.wait(caret + ` === "true,3004,"`)
}
