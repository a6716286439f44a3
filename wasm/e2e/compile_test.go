package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
	"closenotify/scenarios/programs"
)

// callsInC is a script whose client has a program that is not shipped: it makes so many calls, and
// then ends, in one step more. It must be more than other scenarios have.
func callsInC(calls int) string {
	return programScript(fmt.Sprintf("int main(SSL *ssl)\n{\n    for (int i = 0; i < %d; i++) SSL_shutdown(ssl);\n}\n", calls))
}

// programScript is a script whose client has a program, and runs it.
func programScript(text string) string {
	return "program client\n" + text + "end program\nrun\n"
}

// typeScript puts a text into the script panel.
func (b *browser) typeScript(text string) {
	b.t.Helper()
	b.set("#script-text", text, "input")
}

// runCalls puts a program into the script panel and waits until it has run.
func (b *browser) runCalls(calls int) {
	b.t.Helper()
	b.typeScript(callsInC(calls))
	b.waitText(".where", fmt.Sprintf("of %d:", calls+1))
}

func TestATypedProgramIsCompiledAndRun(t *testing.T) {
	b := openScript(t, "/")
	b.typeScript(programScript(programs.All()[0].Text))
	b.waitText(".where", "of 2:")
	if b.requestsFor("lab.wasm") != 0 || b.requestsFor("lab_worker.js") != 0 {
		t.Error("the compiler has been fetched for a shipped program")
	}
	b.runCalls(37)
	b.typeScript(strings.Replace(callsInC(8), "8", "eight", 1))
	b.waitText("#script-error", `line 4, column 25: "eight"`)
	b.runCalls(39)
	if b.requestsFor("lab.wasm") == 0 || b.requestsFor("lab_worker.js") == 0 {
		t.Error("the compiler has not been fetched, or there is no worker")
	}
}

// TestALinkWithAProgram: the compiler is fetched to open it.
func TestALinkWithAProgram(t *testing.T) {
	s, err := script.Parse(callsInC(33))
	if err != nil {
		t.Fatal(err)
	}
	_, err = script.Codes{}.Start(s)
	unit := err.(script.NotCompiled)[0]
	fragment, err := link.Encode(library.Shipped(), s, 0, script.Codes{}.With(unit, compile.Unit(unit)))
	if err != nil {
		t.Fatal(err)
	}
	b := newBrowser(t)
	b.open("/#" + fragment)
	b.waitText(".where", "of 34:")
	b.reload()
	b.waitText(".where", "of 34:")
}

// TestProgramsWithoutANetwork: the compiler is kept when it has been used.
func TestProgramsWithoutANetwork(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	const kept = `(async () => { for (const name of await caches.keys()) for (const {url} of await (await caches.open(name)).keys()) if (/lab(_worker.js|.wasm)$/.test(url)) return true })()`
	if evaluate[bool](b, kept) {
		t.Error("the compiler is kept before it has been used")
	}
	b.click(button("pane script"))
	b.runCalls(33)
	b.wait(kept)
	site.down.Store(true)
	b.do(network.ClearBrowserCache())
	b.reload()
	b.runCalls(34)
}

// TestANewBuildKeepsTheCompiler of one who has used that of an earlier build.
func TestANewBuildKeepsTheCompiler(t *testing.T) {
	b := newBrowser(t)
	b.complaints.allow("404")
	b.visit("/nothing-here")
	evaluate[any](b, `caches.open("close_notify-earlier").then(c => c.put("/v/earlier/web/lab.wasm", new Response("old")))`)
	b.open("/")
	b.waitWorker()
	b.wait(`(async () => { for (const name of await caches.keys()) for (const {url} of await (await caches.open(name)).keys()) if (url.endsWith("/lab.wasm") && !url.includes("earlier")) return true })()`)
	if b.requestsFor("lab.wasm") != 0 {
		t.Error("the page has fetched the compiler")
	}
}

// TestProgramsInASandbox are compiled in the page, which has no origin and so no workers.
func TestProgramsInASandbox(t *testing.T) {
	b := newBrowser(t, atSite(serve(t, sandbox).URL))
	b.open("/")
	b.click(button("pane script"))
	b.runCalls(31)
	if b.requestsFor("lab_worker.js") != 0 {
		t.Error("there is a worker")
	}
}

// TestProgramsWithoutWorkers are compiled in the page.
func TestProgramsWithoutWorkers(t *testing.T) {
	for name, source := range map[string]string{
		"there are none":  `delete window.Worker`,
		"they are denied": `window.Worker = class { constructor() { throw new DOMException("no", "SecurityError") } }`,
		"they fail":       `window.Worker = class { postMessage() { setTimeout(() => this.onerror(new Event("error"))) } terminate() {} }`,
	} {
		t.Run(name, func(t *testing.T) {
			b := newBrowser(t)
			b.beforeLoad(source)
			b.open("/")
			b.click(button("pane script"))
			b.runCalls(35)
			b.runCalls(36)
		})
	}
}

// TestADamagedCompilerIsFetchedAgain, and if it stays damaged, the page says so and goes on.
func TestADamagedCompilerIsFetchedAgain(t *testing.T) {
	for _, suffix := range []string{"/lab.wasm", "/lab_worker.js"} {
		d := &damage{suffix: suffix}
		b := newBrowser(t, atSite(serve(t, d.wrap, d.repairAfter(1)).URL))
		if suffix == "/lab_worker.js" {
			b.complaints.allow("ERR_FAILED")
		}
		b.open("/")
		b.waitWorker()
		b.click(button("pane script"))
		b.runCalls(35)
		if n := d.answered.Load(); n != 1 {
			t.Errorf("half of %s was sent %d times", suffix, n)
		}
	}
	d := &damage{suffix: "/lab.wasm"}
	b := newBrowser(t, atSite(serve(t, d.wrap).URL))
	b.complaints.allow("ERR_FAILED")
	b.open("/")
	b.waitWorker()
	b.click(button("pane script"))
	b.typeScript(callsInC(5))
	b.waitText(".notices", "the compiler could not be loaded, because the program arrived damaged (if the site has been updated, reload the page). Nothing was changed.")
	if text := evaluate[string](b, `document.querySelector("#script-text").value`); text != callsInC(5) {
		t.Errorf("the text is now %q", text)
	}
	d.repaired.Store(true)
	b.runCalls(36)
}

// TestACompilerThatHangsOrCrashes is ended. The page says so, and the next program is compiled
// by another.
func TestACompilerThatHangsOrCrashes(t *testing.T) {
	b := newBrowser(t)
	b.complaints.allow("console")
	b.beforeLoad(`window.Worker = class extends Worker {
		postMessage(message) {
			const text = Array.isArray(message) ? new TextDecoder().decode(message[0]) : "";
			if (text.includes("hang")) return;
			super.postMessage(text.includes("crash") ? [5, 1] : message);
		}
	}`)
	b.open("/")
	b.click(button("pane script"))
	b.run("compiler.limit = 500")
	b.typeScript(strings.Replace(callsInC(7), "int i", "int hang", 1))
	b.waitText(".notices", "the compiler has not finished with it in time")
	b.run("compiler.limit = 60000")
	b.runCalls(34)
	b.typeScript(strings.Replace(callsInC(7), "int i", "int crash", 1))
	b.waitText(".notices", "the compiler crashed on it")
	b.runCalls(32)
	b.typeScript(programScript(strings.Repeat("#if 1\n", 10_000)))
	b.waitText(".notices", "it is nested too deeply, or too long")
	b.runCalls(36)
	b.run("compiler.hurried = 300")
	b.typeScript(strings.Replace(callsInC(7), "int i", "int hang", 1))
	b.runCalls(33)
}

// requestsFor counts the requests of the page for a file.
func (b *browser) requestsFor(name string) int {
	b.t.Helper()
	return evaluate[int](b, `performance.getEntriesByType("resource").filter(e => e.name.endsWith(`+quote("/"+name)+`)).length`)
}

// beforeLoad has the browser run a script in each page before the page's own.
func (b *browser) beforeLoad(source string) {
	b.t.Helper()
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(source).Do(ctx)
		return err
	}))
}
