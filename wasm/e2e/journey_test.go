package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// does names the button that does something.
func does(action string) string {
	return fmt.Sprintf("[data-do=%s]", quote(action))
}

// where waits until the dock says that the stage is at the step.
func (b *browser) where(step, of int) {
	b.t.Helper()
	b.waitText(".where", fmt.Sprintf("step %d of %d:", step, of))
}

func TestPlayAScenarioToItsEndAndBack(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.where(0, 11)
	b.press(kb.ArrowRight)
	b.where(1, 11)
	for step := 2; step <= 11; step++ {
		b.click(does("next"))
		b.where(step, 11)
	}
	if pills := b.texts(".pill.on"); len(pills) != 4 {
		t.Errorf("after a whole shutdown the flags that are set are %q, want four", pills)
	}
	b.press(kb.Home)
	b.where(0, 11)
}

func TestActInTheMiddleSaveAndComeBack(t *testing.T) {
	home, server := t.TempDir(), serve(t)
	t.Run("first visit", func(t *testing.T) {
		b := newBrowser(t, on(server.URL), profile(home))
		b.open("/s/client-closes-first")
		b.click(does("next"))
		b.click(does("act server SSL_shutdown"))
		b.where(2, 2)
		b.click(does("save"))
		b.waitText("#page", "Saved")
		b.reload()
		b.savedCount(1)
	})
	t.Run("second visit", func(t *testing.T) {
		b := newBrowser(t, on(server.URL), profile(home))
		b.open("/")
		b.savedCount(1)
		b.click("#dialog-saved .saved-item button[data-do^=open-saved]")
		b.where(2, 2)
	})
}

// savedCount opens the list of saved scenarios and waits until it has so many.
func (b *browser) savedCount(want int) {
	b.t.Helper()
	b.click(does("show-dialog saved"))
	b.wait(fmt.Sprintf("document.querySelectorAll('#dialog-saved .saved-item').length === %d", want))
}

func TestALinkOpensTheStepInAnotherBrowser(t *testing.T) {
	server := serve(t)
	sender := newBrowser(t, on(server.URL))
	sender.open("/s/half-close")
	for range 4 {
		sender.press(kb.ArrowRight)
	}
	sender.where(4, 11)
	sender.click(does("share"))
	sender.wait(`document.querySelector("#share-link").value`)
	link := evaluate[string](sender, `document.querySelector("#share-link").value`)
	path, ok := strings.CutPrefix(link, server.URL)
	if !ok {
		t.Fatalf("the link is %q, which is not on %s", link, server.URL)
	}
	receiver := newBrowser(t, on(server.URL))
	receiver.open(path)
	receiver.where(4, 11)
}

func TestABadScriptNamesTheLineAndKeepsTheStage(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.click(does("pane script"))
	b.fill("#script-text", "client SSL_write 10\nclient SSL_explode\n")
	b.waitText("#script-error", "line 2")
	b.fill("#script-text", "client SSL_write 10\nclient SSL_shutdown\n")
	b.waitText("#script-error", "on the stage")
	b.press(kb.Escape)
	b.waitText(".where", "of 2:")
}
