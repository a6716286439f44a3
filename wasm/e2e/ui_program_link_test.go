package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestALinkHoldsAProgram: the address is enough to open it elsewhere, at its step. It outlives
// reloads, also those that come before the compiler, and so does a text with the step run.
func TestALinkHoldsAProgram(t *testing.T) {
	b := pasteProgram(t, spinning)
	b.click(button("program-start"))
	b.waitStep(1000, 1000)
	b.press(kb.Home)
	b.press(kb.ArrowRight)
	b.press(kb.ArrowRight)
	b.waitStep(2, 1000)
	b.wait(`location.hash.startsWith("#2") && location.hash.endsWith(".2")`)
	hash := evaluate[string](b, "location.hash")
	t.Logf("1,000 steps of a program of %d bytes are a link of %d characters", len(spinning), len(hash)-1)

	other := newBrowser(t)
	other.openUntouched("/" + hash)
	other.waitStep(2, 1000)
	other.waitText(".src.ran", "SSL_shutdown(ssl)")
	if got := evaluate[string](other, "location.hash"); got != hash {
		t.Errorf("the address is now %s", got)
	}
	for range 3 {
		other.do(chromedp.Reload())
	}
	other.waitRunning()
	other.waitStep(2, 1000)
	other.click(button("pane script"))
	other.wait(`document.querySelector("#script-text").value.includes("client next\nclient next\n")`)
	other.fill("#script-text", "# Mine\n\nprogram server\n"+spinning+"end program\n\nrun\nclient SSL_shutdown\nrun\n")
	other.waitStep(1003, 1003)
	other.reload()
	other.waitStep(1003, 1003)
	other.wait(`document.querySelector("#script-text").value.endsWith("end program\n\nrun\nclient SSL_shutdown\nrun\n")`)
	other.openPane("compare")
	other.waitText("table.groups", "On the stage")
	other.wait(`!document.querySelector(".compare").textContent.includes("is being compiled")`)
}
