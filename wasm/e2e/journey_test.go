package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestPlayAScenarioToItsEndAndBack(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.waitStep(0, 11)
	b.press(kb.ArrowRight)
	b.waitStep(1, 11)
	for step := 2; step <= 11; step++ {
		b.click(button("next"))
		b.waitStep(step, 11)
	}
	if pills := b.texts(".pill.on"); len(pills) != 4 {
		t.Errorf("after a whole shutdown the flags that are set are %q, want four", pills)
	}
	b.press(kb.Home)
	b.waitStep(0, 11)
}

func TestActInTheMiddleSaveAndComeBack(t *testing.T) {
	home, server := t.TempDir(), serve(t)
	t.Run("first visit", func(t *testing.T) {
		b := newBrowser(t, atSite(server.URL), withProfile(home))
		b.open("/s/client-closes-first")
		b.click(button("next"))
		b.click(button("act server SSL_shutdown"))
		b.waitStep(2, 2)
		b.click(button("save"))
		b.waitText("#page", "Saved")
		b.reload()
		b.openSaved(1)
	})
	t.Run("second visit", func(t *testing.T) {
		b := newBrowser(t, atSite(server.URL), withProfile(home))
		b.open("/")
		b.openSaved(1)
		b.click("#dialog-saved .saved-item button[data-do^=open-saved]")
		b.waitStep(2, 2)
	})
}

func TestALinkOpensTheStepInAnotherBrowser(t *testing.T) {
	server := serve(t)
	sender := newBrowser(t, atSite(server.URL))
	sender.open("/s/half-close")
	for range 4 {
		sender.press(kb.ArrowRight)
	}
	sender.waitStep(4, 11)
	sender.click(button("share"))
	sender.wait(`document.querySelector("#share-link").value`)
	link := evaluate[string](sender, `document.querySelector("#share-link").value`)
	path, ok := strings.CutPrefix(link, server.URL)
	if !ok {
		t.Fatalf("the link is %q, which is not on %s", link, server.URL)
	}
	receiver := newBrowser(t, atSite(server.URL))
	receiver.open(path)
	receiver.waitStep(4, 11)
}

func TestABadScriptNamesTheLineAndKeepsTheStage(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.click(button("pane script"))
	b.fill("#script-text", "client SSL_write 10\nclient SSL_explode\n")
	b.waitText("#script-error", "line 2")
	b.fill("#script-text", "client SSL_write 10\nclient SSL_shutdown\n")
	b.waitText("#script-error", "Script is valid")
	b.press(kb.Escape)
	b.waitText(".where", "of 2:")
}
