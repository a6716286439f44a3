package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// dismissNotices removes the messages, which can cover what a test presses.
func (b *browser) dismissNotices() {
	b.t.Helper()
	b.wait(`!document.querySelector(".notice") || (document.querySelector(".notice [data-do^=dismiss]").click(), false)`)
}

// records is a promise of the records of the database, by their titles.
const records = `new Promise((resolve, reject) => {
	const request = indexedDB.open("close_notify");
	request.onerror = () => reject(request.error);
	request.onsuccess = () => {
		const all = request.result.transaction("scenarios").objectStore("scenarios").getAll();
		all.onsuccess = () => { request.result.close(); resolve(Object.fromEntries(all.result.map(r => [r.title, r]))) };
		all.onerror = () => reject(all.error);
	};
})`

// waitRecords waits until the database has these titles, and no others.
func (b *browser) waitRecords(titles ...string) {
	b.t.Helper()
	b.wait(fmt.Sprintf(`Object.keys(await %s).sort().join("|") === [%s].sort().join("|")`, records, quoteAll(titles)))
}

// saveOne opens a lesson and saves it.
func (b *browser) saveOne(path string) {
	b.t.Helper()
	b.open(path)
	b.click(button("save"))
	b.waitText(".notices", "Saved")
}

// TestAFullDiskKeepsWhatIsSaved: what does not fit is kept by the page, and stored when there is
// room again.
func TestAFullDiskKeepsWhatIsSaved(t *testing.T) {
	b := newBrowser(t)
	b.saveOne("/s/half-close")
	b.run(`(realPut = IDBObjectStore.prototype.put, IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError") })`)
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	b.click(button("save"))
	b.waitText(".notice.bad", "Not saved: no room left")
	b.waitText(".notice.bad", "Save as a file")
	b.openSaved(1)
	b.waitText("#dialog-saved", "not saved yet: only this page has it")
	b.run(`(IDBObjectStore.prototype.put = realPut)`)
	b.click(button("store-again"))
	b.waitSavedStep(1)
	b.wait(`!document.querySelector("#dialog-saved .waiting")`)
	b.press("\u001b")
	b.dismissNotices()
	b.click(button("act client SSL_shutdown"))
	b.waitStep(2, 2)
	b.click(button("save"))
	b.waitSavedStep(2)
	b.waitRecords("Half close")
}

// waitSavedStep waits until the saved scenario "Half close" was stored at a step.
func (b *browser) waitSavedStep(step int) {
	b.t.Helper()
	b.wait(fmt.Sprintf(`(await %s)["Half close"].step === %d`, records, step))
}

// TestAnAbortedTransactionKeepsWhatIsSaved, and so does one that never ends.
func TestAnAbortedTransactionKeepsWhatIsSaved(t *testing.T) {
	for fault, says := range map[string]string{
		`this.transaction.abort(); return request`:                                           "Not saved: ",
		`(function again(s) { s.count().onsuccess = () => again(s) })(this); return request`: "it takes too long",
	} {
		b := newBrowser(t)
		b.saveOne("/s/half-close")
		b.run(`(realPut = IDBObjectStore.prototype.put, IDBObjectStore.prototype.put = function (record) { const request = realPut.call(this, record); ` + fault + ` })`)
		b.click(button("act client SSL_shutdown"))
		b.waitStep(1, 1)
		b.click(button("save"))
		b.waitText(".notice.bad", says)
		b.run(`(IDBObjectStore.prototype.put = realPut)`)
		b.openSaved(1)
		b.wait(`!document.querySelector("#dialog-saved .waiting") || (document.querySelector("[data-do=store-again]").click(), false)`)
		b.waitSavedStep(1)
	}
}

// TestADeletedDatabaseIsSaid: what the page has saved and opened is offered again, and is not stored
// before somebody wants it.
func TestADeletedDatabaseIsSaid(t *testing.T) {
	deleteIt := map[string]func(b *browser){
		"by a page": func(b *browser) {
			b.run(`await new Promise((resolve, reject) => { const r = indexedDB.deleteDatabase("close_notify"); r.onsuccess = resolve; r.onerror = reject })`)
		},
		"by the browser": func(b *browser) { b.do(storage.ClearDataForOrigin(b.url, "indexeddb")) },
	}
	for name, fault := range deleteIt {
		t.Run(name, func(t *testing.T) {
			b := newBrowser(t)
			b.saveOne("/s/half-close")
			b.saveOne("/s/reset-by-peer")
			b.click(button("show-dialog saved"))
			b.click("#dialog-saved [data-do^=open-saved]:last-child, #dialog-saved .saved-item:last-child [data-do^=open-saved]")
			fault(b)
			b.waitText(".notices", "All saved scenarios were deleted in this browser")
			if n := evaluate[int](b, `Object.keys(await `+records+`).length`); n != 0 {
				t.Errorf("%d scenarios are stored again, which nobody has asked for", n)
			}
			b.click(".notice.bad [data-do^=press-notice]")
			b.wait(`Object.keys(await ` + records + `).length > 0`)
		})
	}
}

// TestAnOlderTabThatBlocksIsSaid at once, and what is saved meanwhile is stored when it gives way.
func TestAnOlderTabThatBlocksIsSaid(t *testing.T) {
	b := newBrowser(t)
	b.visit("/imprint-that-does-not-exist")
	b.complaints.allow("404")
	b.run(`await new Promise(resolve => {
		const request = indexedDB.open("close_notify", 1);
		request.onupgradeneeded = () => request.result.createObjectStore("scenarios", {keyPath: "id"});
		request.onsuccess = () => { stubborn = request.result; resolve() };
	})`)
	other := b.newTab()
	other.open("/s/half-close")
	other.click(button("save"))
	other.waitText(".notice.bad", "Close that tab or reload it")
	b.run(`stubborn.close()`)
	other.waitText(".notices", "Storage works again")
	other.waitRecords("Half close")
}

// TestARollBackCanReadAndExport: a newer version of the page has written the database. This one
// reads it, changes nothing in it, and keeps what is saved.
func TestARollBackCanReadAndExport(t *testing.T) {
	b := newBrowser(t)
	b.saveOne("/s/half-close")
	b.run(`await new Promise((resolve, reject) => {
		const request = indexedDB.open("close_notify", 9);
		request.onerror = reject;
		request.onupgradeneeded = () => {
			const objects = request.transaction.objectStore("scenarios");
			objects.put({ schema: 9, id: "new", title: "New", other: true });
		};
		request.onsuccess = () => { request.result.close(); resolve() };
	})`)
	b.reload()
	b.open("/s/reset-by-peer")
	b.click(button("save"))
	b.waitText(".notice.bad", "a newer version of this page has written them")
	b.openSaved(3)
	b.waitText("#dialog-saved", "schema is 9, newer than 2")
	file := b.download(button("export-saved"))
	for _, want := range []string{`"title":"Half close"`, `"schema":9`, `"title":"Connection reset by peer"`} {
		if !strings.Contains(file, want) {
			t.Errorf("the exported file has no %s:\n%.600s", want, file)
		}
	}
	b.waitRecords("Half close", "New")
}

// download presses an element and returns the file that it saves.
func (b *browser) download(selector string) string {
	b.t.Helper()
	dir := b.t.TempDir()
	b.do(browserDownloads(dir, b.contextID))
	b.click(selector)
	var text string
	for range 200 {
		if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) == 1 && !strings.HasSuffix(files[0], ".crdownload") {
			if data, err := os.ReadFile(files[0]); err == nil && len(data) > 0 {
				text = string(data)
				break
			}
		}
		b.run(`await new Promise(r => setTimeout(r, 50))`)
	}
	if text == "" {
		b.t.Fatal("nothing was downloaded")
	}
	return text
}

// chooseFile chooses a file with this content in a field.
func (b *browser) chooseFile(selector, name, content string) {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		b.t.Fatal(err)
	}
	b.waitFor(selector)
	b.acted = true // a page that is still drawing may replace the field, and the file with it
	b.waitSettled()
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		field, _, err := runtime.Evaluate("document.querySelector(" + quote(selector) + ")").Do(ctx)
		if err != nil {
			return err
		}
		return dom.SetFileInputFiles([]string{path}).WithObjectID(field.ObjectID).Do(ctx)
	}))
}

func browserDownloads(dir string, id cdp.BrowserContextID) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		run := cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser)
		return cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithBrowserContextID(id).WithDownloadPath(dir).Do(run)
	})
}

// TestACollectionIsExportedAndImported: into a new browser all of it, and nothing twice.
func TestACollectionIsExportedAndImported(t *testing.T) {
	b := newBrowser(t)
	b.saveOne("/s/half-close")
	b.saveOne("/s/reset-by-peer")
	b.openSaved(2)
	file := b.download(button("export-saved"))
	var parsed struct {
		Format    string
		Version   int
		Scenarios []struct{ ID, Title, Script string }
		Count     int
	}
	if err := json.Unmarshal([]byte(file), &parsed); err != nil || parsed.Version != 1 || len(parsed.Scenarios) != 2 || parsed.Count != 2 {
		t.Fatalf("%v: %+v", err, parsed)
	}
	b.chooseFile("#collection-file", "same.json", file)
	b.waitText("#import-result", "Imported 0 scenarios. 2 are here already.")

	other := newBrowser(t)
	other.open("/")
	other.openSaved(0)
	damaged := strings.Replace(file, `"id":`, `oops"id":`, 1)
	other.chooseFile("#collection-file", "damaged.json", damaged)
	other.waitText("#import-result", "Imported 1 scenario. 1 cannot be read.")
	other.waitText("#dialog-saved", "line 2 is damaged")
	other.wait(`document.querySelectorAll("#dialog-saved .saved-item").length === 1`)
	other.chooseFile("#collection-file", "cut.json", file[:len(file)-20])
	other.waitText("#dialog-saved", "the end of the file is missing")
	changed := strings.ReplaceAll(file, `"step":0`, `"step":1`)
	for _, says := range []string{"Imported 2 scenarios. For 2, another version is here", "Imported 0 scenarios. 2 are here already."} {
		other.chooseFile("#collection-file", "changed.json", changed)
		other.waitText("#import-result", says)
		other.wait(`document.querySelectorAll("#dialog-saved .saved-item").length === 4`)
	}
	other.waitText("#dialog-saved", "(imported)")
	other.chooseFile("#collection-file", "other.json", `{"some":"thing"}`)
	other.waitText("#import-result", "it is not a file of saved scenarios")
}

// storeMany stores n scenarios without the page, and more, which differ from the others in these fields.
func (b *browser) storeMany(n int, more ...string) {
	b.t.Helper()
	b.run(`await new Promise((resolve, reject) => {
		const request = indexedDB.open("close_notify");
		request.onsuccess = () => {
			const tx = request.result.transaction("scenarios", "readwrite"), objects = tx.objectStore("scenarios");
			const fine = { schema: 2, script: "client SSL_shutdown\n".repeat(100), step: 0, created: 1e12, modified: 1e12 };
			for (let i = 0; i < ` + strconv.Itoa(n) + `; i++) objects.put({ ...fine, id: "n" + i, title: "Number " + i, modified: 1e12 + i });
			for (const other of [` + strings.Join(more, ", ") + `]) objects.put({ ...fine, ...other });
			tx.oncomplete = () => { request.result.close(); resolve() };
			tx.onabort = reject;
		};
	})`)
}

// TestManySavedScenariosDoNotBlockThePage prints the longest task of everything that the list can do,
// with ten scenarios and with 5,000. The first is what drawing the page takes on this machine.
func TestManySavedScenariosDoNotBlockThePage(t *testing.T) {
	few, many := listTasks(t, 10), listTasks(t, 5000)
	for i, f := range few {
		m := many[i]
		if f.processor == 0 || m.processor == 0 {
			t.Fatalf("the trace has no tasks: %+v, %+v", f, m)
		}
		t.Logf("%-28s longest task, processor: %4.0f ms with 10, %4.0f ms with 5,000, ratio %.1f; by the clock %4.0f and %4.0f ms; over 50 ms %2d and %2d; until done %5.0f and %5.0f ms",
			f.what, f.processor, m.processor, m.processor/f.processor, f.longest, m.longest, f.long, m.long, f.took, m.took)
	}
}

// listTasks uses the list of saved scenarios with n of them.
func listTasks(t *testing.T, n int) (did []taskTimes) {
	b := newBrowser(t)
	b.saveOne("/s/half-close")
	b.storeMany(n)
	step := func(what string, do func()) { did = append(did, b.taskTimes(what, do)) }
	first := "#dialog-saved .saved-title"
	step("the page starts", b.reload)
	step("the list opens", func() { b.openSaved(min(n+1, 10)) })
	step("words are looked for", func() {
		b.fill("#find-saved", "number")
		b.fill("#find-saved", "number "+strconv.Itoa(n-1))
		b.wait(`document.querySelectorAll("` + first + `").length === 1`)
	})
	step("one is duplicated", func() {
		b.click("#dialog-saved [data-do^=duplicate]")
		b.wait(`document.querySelectorAll("` + first + `").length === 2`)
	})
	step("one is deleted", func() {
		b.click("#dialog-saved [data-do^=delete]")
		b.wait(`document.querySelectorAll("` + first + `").length === 1`)
	})
	step("one is renamed", func() {
		b.click("#dialog-saved [data-do^=rename]")
		b.waitRename()
		b.run(`document.activeElement.select()`)
		b.press("Number " + strconv.Itoa(n-1) + " of mine")
		b.press(kb.Enter)
		b.waitText(first, "of mine")
	})
	step("another part is shown", func() {
		b.fill("#find-saved", " ")
		b.wait(`document.querySelectorAll("` + first + `").length >= 10`)
		b.run(`document.querySelector("[data-do='show-saved 1']")?.click()`)
	})
	step("another tab changes one", func() {
		b.run(`new BroadcastChannel("close_notify close_notify").postMessage("changed")`)
	})
	var file string
	step("all are exported", func() { file = b.download(button("export-saved")) })
	step("all are imported", func() {
		b.chooseFile("#collection-file", "all.json", file)
		b.waitText("#import-result", "are here already")
	})
	return did
}

// TestManySavedScenariosAreDrawnInParts: 5,000, one with a field of 5 MB and one with a title of
// 1 MB.
func TestManySavedScenariosAreDrawnInParts(t *testing.T) {
	b := newBrowser(t)
	b.saveOne("/s/half-close")
	b.storeMany(5000, `{ id: "big", title: "Big", script: "x".repeat(5e6) }`, `{ id: "long", title: "x".repeat(1e6) }`)
	b.reload()
	b.click(button("show-dialog saved"))
	b.waitText("#dialog-saved .saved-pager", "1 to 10 of 5,001")
	if n := b.count("#dialog-saved *"); n > 500 {
		t.Errorf("the list has %d elements", n)
	}
	if n := b.count("#scenario option"); n > 300 {
		t.Errorf("the menu of scenarios has %d entries", n)
	}
	b.waitText("#dialog-saved", "script has 5000000 characters")
	b.waitText("#dialog-saved", "title has 1000000 characters")
	b.fill("#find-saved", "number 4321")
	b.wait(`document.querySelector("#dialog-saved .saved-title").innerText === "Number 4321"`)
	b.click("#dialog-saved [data-do^=duplicate]")
	b.waitText("#dialog-saved", "Number 4321 (copy)")
	b.fill("#find-saved", " ")
	b.click(button("show-saved 1"))
	b.waitText("#dialog-saved .saved-pager", "11 to 20 of 5,002")
}
