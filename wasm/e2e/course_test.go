package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// savesTo has the browser save files into a folder.
func (b *browser) savesTo(folder string) {
	b.t.Helper()
	b.do(cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithBrowserContextID(b.contextID).WithDownloadPath(folder))
}

// saved waits for the one file whose name fits the pattern, and returns its path and content.
func saved(t *testing.T, pattern string) (path, content string) {
	t.Helper()
	for deadline := time.Now().Add(timeout); ; time.Sleep(20 * time.Millisecond) {
		if files, _ := filepath.Glob(pattern); len(files) == 1 {
			if data, _ := os.ReadFile(files[0]); len(data) > 0 {
				return files[0], string(data)
			}
		}
		if time.Now().After(deadline) {
			t.Fatalf("no file %s was saved", pattern)
		}
	}
}

// pressNamed presses a button by its text.
func (b *browser) pressNamed(text string) {
	b.t.Helper()
	b.run(fmt.Sprintf(`[...document.querySelectorAll("button")].find(b => b.textContent === %s).click()`, quote(text)))
}

// TestInventoryFromSheetToTable fills in a form, reloads, hands in, saves a file, and reads it with
// others on the teacher's page.
func TestInventoryFromSheetToTable(t *testing.T) {
	folder := t.TempDir()
	b := newBrowser(t)
	b.savesTo(folder)
	b.visit("/inventory/a")
	b.wait(`!document.querySelector("#hand-in").parentElement.hidden`)
	b.focus("#q1 ~ fieldset input")
	b.press(kb.ArrowDown) // chooses b by keyboard
	for n := 2; n <= 11; n++ {
		b.run(fmt.Sprintf(`document.querySelector("[name=q%d][value=a]").click()`, n))
	}
	b.fill("#name", "Ada")
	b.visit("/inventory/a")
	b.wait(`document.querySelectorAll("input:checked").length === 11 && document.querySelector("#name").value === "Ada"`)
	b.click("#hand-in")
	b.waitText("#status", "1 question has no answer: 12.")
	b.click("#hand-in")
	b.waitText("#result h2", "of 12 right")
	b.waitText("#result", "Calls after a fatal error")
	if evaluate[string](b, "document.activeElement.tagName") != "H2" {
		t.Error("the keyboard is not at the result")
	}
	b.loadAxe()
	b.checkAccessible("a result")
	b.pressNamed("Save as a file")
	file, text := saved(t, filepath.Join(folder, "inventory-a-ada-*.json"))
	var result map[string]any
	if err := json.Unmarshal([]byte(text), &result); err != nil || len(result) != 6 || result["name"] != "Ada" {
		t.Fatalf("the file holds %s (%v)", text, err)
	}
	b.pressNamed("Delete my answers")
	b.pressNamed("Delete them: press again")
	b.wait(`document.querySelectorAll("input:checked").length === 0 && localStorage.length === 0`)

	b.visit("/inventory/results")
	b.wait(`!document.querySelector("#drop").hidden`)
	b.do(chromedp.SetUploadFiles("#files", append(others(t, folder, text), file), chromedp.ByQuery))
	b.waitText("#status", "31 results read, 2 files not. There are 31 results on this page.")
	b.waitText("#problems", "cut.json: line ")
	b.waitText("#problems", `wrong.json: "form" must be one of a, b.`)
	if n := b.count("#answers tbody tr"); n != 31 {
		t.Errorf("the table has %d rows, want 31", n)
	}
	b.waitText("#common", "in 31 of 31 results")
	b.loadAxe()
	b.checkAccessible("results")
	b.resize(390, 800)
	b.checkAccessible("results on a phone")
	if wide := b.overflow(); wide > 0 {
		t.Errorf("the page is %d pixels wider than a phone", wide)
	}
	b.pressNamed("Save as CSV")
	if _, table := saved(t, filepath.Join(folder, "*.csv")); strings.Count(table, "\r\n") != 32 {
		t.Errorf("the saved table is\n%s", table)
	}
}

// others are the paths of 30 files like a given one, and of two bad ones.
func others(t *testing.T, folder, text string) []string {
	t.Helper()
	files := map[string]string{"cut.json": text[:len(text)/2], "wrong.json": strings.Replace(text, `"form": "a"`, `"form": "x"`, 1)}
	for i := range 30 {
		files[fmt.Sprintf("student-%d.json", i)] = strings.Replace(text, `"Ada"`, fmt.Sprintf(`"Student %d"`, i), 1)
	}
	var paths []string
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// TestSetOfLessons makes a set, opens its link, and goes from lesson to lesson.
func TestSetOfLessons(t *testing.T) {
	b := newBrowser(t)
	b.visit("/class/")
	b.wait(`document.querySelector("#made")?.hidden && !document.querySelector("#pasted").closest("[hidden]")`)
	for _, name := range []string{"half-close", "truncation", "client-closes-first"} {
		b.click("#lessons [value=" + name + "]")
	}
	b.focus(`[aria-label^="Up: Client closes first"]`)
	b.press(kb.Enter)
	b.press(kb.Enter)
	b.waitText("#edit-status", "Client closes first is lesson 1 of 3.")
	b.click("#ask")
	b.loadAxe()
	b.checkAccessible("the editor")
	link := evaluate[string](b, `document.querySelector("#link").value`)
	code := link[strings.Index(link, "#"):]
	if !strings.HasPrefix(link, b.url+"/class/#1") || len(code) > 10 {
		t.Errorf("the link is %s", link)
	}
	b.click("#open")
	b.waitText("h1", "Your lessons")
	b.checkAccessible("a set")
	if b.count(".set li") != 3 || evaluate[bool](b, `document.querySelector("nav").checkVisibility()`) {
		t.Error("the set shows something else, or the rest is not hidden")
	}
	b.click("#set .button")
	b.wait(`location.pathname === "/s/client-closes-first" && location.search === "?ask"`)
	b.waitRunning()
	b.visit("/class/" + code)
	b.waitText("#set", "You last opened lesson 1 of 3.")
	b.waitText("#set .button", "Next: ")
	b.visit("/class/" + code[:len(code)-1])
	b.waitText("#status", "cut off")
	b.visit("/class/print" + code)
	b.wait(`[...document.querySelectorAll(".handout")].filter(h => h.checkVisibility()).map(h => h.querySelector("h2").id).join() === "client-closes-first,half-close,truncation"`)
}

// TestProgressOfASet: what is played and answered is seen in the set, is saved as a file, and is added
// in another browser. The link for the projector presents.
func TestProgressOfASet(t *testing.T) {
	folder := t.TempDir()
	b := newBrowser(t)
	b.setMedia("prefers-reduced-motion", "reduce")
	b.savesTo(folder)
	b.visit("/class/")
	b.wait(`!document.querySelector("#pasted").closest("[hidden]")`)
	b.click("#lessons [value=client-closes-first]")
	b.click("#lessons [value=half-close]")
	b.click("#ask")
	set := evaluate[string](b, `document.querySelector("#open").hash`)
	b.click("#projector")
	b.waitText("#set", "Played to the end: 0 of 2 lessons. Answered: 0 questions.")
	b.click("#set .button")
	b.waitRunning()
	b.waitFor(`[data-state="presenting"]`)
	b.press(kb.ArrowRight) // waits for the questions
	b.waitText("#row-current .n", "1")
	b.press(kb.End)
	b.waitFor(".ask-choice")
	b.press("1")
	b.waitFor(".told.right")
	b.press(kb.Escape)
	b.press("p") // without more questions
	b.press(kb.End)
	b.waitStep(6, 6)
	b.visit("/class/" + set)
	b.waitText("#set", "Played to the end: 1 of 2 lessons. Answered: 1 question.")
	b.waitText(".set li:first-child .done", "Played to the end, 1 question answered")
	b.loadAxe()
	b.checkAccessible("progress of a set")
	b.pressNamed("Save my progress as a file")
	file, text := saved(t, filepath.Join(folder, "*progress.txt"))
	if !strings.Contains(text, "\nset "+set[1:]+"\nplayed client-closes-first ") || strings.Count(text, "\nanswered ") != 1 {
		t.Fatalf("the file holds\n%s", text)
	}
	other := newBrowser(t)
	other.visit("/class/" + set)
	other.waitText("#set", "Played to the end: 0 of 2 lessons.")
	other.do(chromedp.SetUploadFiles("#set input[type=file]", []string{file}, chromedp.ByQuery))
	other.waitText("#status", "Added: 1 lesson played, 1 question answered.")
	other.waitText("#set", "Played to the end: 1 of 2 lessons. Answered: 1 question.")
	bad := filepath.Join(folder, "bad.txt")
	if err := os.WriteFile(bad, []byte(text+"played"), 0o644); err != nil {
		t.Fatal(err)
	}
	other.do(chromedp.SetUploadFiles("#set input[type=file]", []string{bad}, chromedp.ByQuery))
	other.waitText("#status", "bad.txt was not added: line 5, “played”: expected the name of a lesson and a day.")
	other.open("/s/client-closes-first")
	other.click("#view-menu")
	other.click(button("show-dialog practice"))
	other.waitText(".boxes", "1 question")
}

// TestCoursePagesWithoutScripts: sheets, keys and handouts are read, and say what does not work.
func TestCoursePagesWithoutScripts(t *testing.T) {
	b := newBrowser(t)
	b.do(emulation.SetScriptExecutionDisabled(true))
	for path, want := range map[string]string{
		"/inventory/a": "Without JavaScript the page cannot mark your answers", "/inventory/b": "Question 12", "/inventory/key-a": "Right.",
		"/inventory/results": "This page needs JavaScript", "/class/": "Without JavaScript the page cannot make a link", "/class/print": "What should a program do here?",
	} {
		b.visit(path)
		text, err := evaluateNow[string](b, timeout, seen)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text, want) {
			t.Errorf("%s without JavaScript does not say %q", path, want)
		}
		for _, button := range []string{"Save as", "Copy the link", "Choose them, or drag"} {
			if strings.Contains(text, button) {
				t.Errorf("%s without JavaScript offers %q, which does nothing", path, button)
			}
		}
	}
}
