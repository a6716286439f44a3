package e2e

import (
	"testing"

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
		b.openPane(pane)
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
