package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// drag sends the events of a drag with files over the middle of an element.
func (b *browser) drag(selector string, files []string, events ...input.DispatchDragEventType) {
	b.t.Helper()
	at := evaluate[[]float64](b, `(() => { const r = document.querySelector(`+quote(selector)+`).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	for _, kind := range events {
		b.do(input.DispatchDragEvent(kind, at[0], at[1], &input.DragData{Items: []*input.DragDataItem{}, Files: files, DragOperationsMask: 1}))
	}
}

// TestResultsAreDropped: files that are dragged onto the page are read, wherever they are dropped.
func TestResultsAreDropped(t *testing.T) {
	folder := t.TempDir()
	b := newBrowser(t)
	b.visit("/inventory/results")
	b.wait(`!document.querySelector("#drop").hidden`)
	old, err := filepath.Abs("../../scenarios/inventory/testdata/first-a.json")
	if err != nil {
		t.Fatal(err)
	}
	b.drag("#drop", []string{old, folder}, input.DragEnter, input.DragOver)
	b.waitFor("#drop.over")
	b.drag("#drop", []string{old, folder}, input.Drop)
	b.waitText("#status", "1 result read, 1 file not. There is 1 result on this page.")
	b.waitText("#problems", filepath.Base(folder)+": the browser could not read it.")
	b.waitFor("#drop:not(.over)")
	b.waitText("#answers caption", "Form A: 1 result")

	later := filepath.Join(folder, "later.json")
	if err := os.WriteFile(later, []byte(fromLaterSite(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	b.drag("h1", []string{later}, input.DragEnter, input.DragOver, input.Drop)
	b.waitText("#status", "1 result read. There are 2 results on this page, 1 of them to other questions than today's.")
	b.waitText("#common", "“TLS ends by itself.” in 1 of 2 results")
	b.waitText("#answers", "questions of this form that have been changed since")
	b.loadAxe()
	b.checkAccessible("results to other questions")
	b.drag("h1", nil, input.DragEnter, input.DragOver, input.Drop)
	b.waitText("#status", "That was not a file.")
}

// fromLaterSite is a file with answers to questions that this site does not have.
func fromLaterSite(t *testing.T) string {
	t.Helper()
	return strings.ReplaceAll(`{"version": "close_notify-inventory-2-00000000", "form": "b", "name": "Ada", "date": "2027-06-01",
		"answers": [{"answer": "c", "right": false, "about": "ends-by-itself", "stands": ["ends-by-itself"]},
			{"answer": "a", "right": true, "about": "0-means-failure", "stands": []}],
		"misconceptions": {"ends-by-itself": "TLS ends by itself.", "0-means-failure": "0 is bad."}}`, "\t", "")
}
