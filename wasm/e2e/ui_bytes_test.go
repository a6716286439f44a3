package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp/kb"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/scenarios/library"
)

// highlighted lists the elements of the Bytes panel that are highlighted, each with the
// number of its field.
const highlighted = `[...document.querySelectorAll(".bytes [data-f]")].filter(e => getComputedStyle(e).boxShadow !== "none").map(e => e.tagName + e.dataset.f)`

func TestBytesByKeyboard(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.press("b")
	b.waitText("#panel-bytes", "Nothing has been sent yet")
	for range 3 {
		b.press(kb.ArrowRight)
	}
	b.waitStep(3, 6)
	b.waitText("#panel-bytes", "All 24 bytes arrived")
	b.waitText("#panel-bytes", "21 alert")
	b.waitText("#panel-bytes", "0 close_notify")

	// From the bytes of a field to its meaning, and back.
	b.focus("#run-2")
	b.wait(`(` + highlighted + `).join() === "BUTTON2,LI2"`)
	b.press(kb.Enter)
	b.wait(`document.activeElement.id === "field-2"`)
	b.wait(`(` + highlighted + `).join() === "BUTTON2,LI2"`)
	b.press(kb.Tab)
	b.press(kb.Enter)
	b.wait(`document.activeElement.id === "run-2"`)
	b.press(kb.ArrowRight)
	b.waitStep(4, 6)
	b.waitText("#panel-bytes", "All 24 bytes read")
}

func TestARecordIsChosenOnTheStage(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/full-transport")
	b.press(kb.End)
	b.click(`.row [data-do^="show-record"]`)
	b.waitText("#panel-bytes", "close_notify client to server")
	b.press(kb.Home)
	b.press(kb.ArrowRight)
	b.press(kb.ArrowRight)
	b.waitText("#panel-bytes", "14 not yet sent")
	if n := b.count(".bytes .byte-unsent"); n == 0 {
		t.Error("no byte is drawn as not yet sent")
	}
}

func TestAFlippedBitIsMarked(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("pane script"))
	b.fill("#script-text", "client SSL_write 10\nc2s corrupt\nserver SSL_read 10\n")
	b.click(button("pane bytes"))
	b.click(button("seek 2"))
	b.waitText(".bytes-damage", "byte 31")
	b.wait(`document.querySelectorAll(".bytes .flipped").length === 1`)
}

// TestTheCaptureIsTheCommands compares the capture that the page saves with the one that
// the command trace writes.
func TestTheCaptureIsTheCommands(t *testing.T) {
	folder := t.TempDir()
	b := newBrowser(t)
	b.open("/s/half-close")
	b.do(cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithBrowserContextID(b.contextID).WithDownloadPath(folder))
	b.press("b")
	b.click(button("export-capture"))
	var got []byte
	for deadline := time.Now().Add(timeout); got == nil; time.Sleep(20 * time.Millisecond) {
		if files, _ := filepath.Glob(filepath.Join(folder, "*.pcapng")); len(files) == 1 {
			got, _ = os.ReadFile(files[0])
		}
		if time.Now().After(deadline) {
			t.Fatal("no file was saved")
		}
	}
	if want := captureOf(t, "half-close"); !bytes.Equal(got, want) {
		t.Errorf("the file has %d bytes, want others, %d", len(got), len(want))
	}
}

// captureOf returns the capture of a shipped scenario.
func captureOf(t *testing.T, name string) []byte {
	t.Helper()
	s, ok := library.Find(name)
	if !ok {
		t.Fatal("no such scenario")
	}
	h, tip, err := s.Script.Run()
	if err != nil {
		t.Fatal(err)
	}
	var steps []engine.Step
	for _, id := range h.Path(tip)[1:] {
		steps = append(steps, h.Step(id))
	}
	var out bytes.Buffer
	if err := capture.Write(&out, s.Script.Config, strings.Join(s.Script.Intro, "\n"), steps); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
