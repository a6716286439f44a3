package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

// BenchmarkPage prints how long a step of the playground takes, as a multiple of the
// least that a go-app page can do: change one text node when a key is pressed. FLOOR is
// the directory of that page. All figures are medians of one run on one machine.
func BenchmarkPage(b *testing.B) {
	floor := newBrowser(b, atSite(serveFloor(b).URL))
	floor.open("/")
	least := floor.timeKeys("x")
	fmt.Printf("\n%-34s %10s %7s %12s\n", "median of 20", "to paint", "ratio", "processor")
	print := func(what string, s cost) {
		fmt.Printf("%-34s %7.1f ms %6.2fx %9.1f ms\n", what, s.paint, s.paint/least.paint, s.work)
	}
	print("go-app, one text node", least)

	page := newBrowser(b)
	var at100 cost
	for _, length := range []int{100, 2000} {
		page.open("/")
		opened := page.timeLink(longLink(b, length))
		page.run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'End', bubbles: true}))")
		page.waitStep(length, length)
		forward := page.timeKeys("ArrowLeft", "ArrowRight")
		print(fmt.Sprintf("a step of %d", length), forward)
		print(fmt.Sprintf("a call after %d", length), page.timeCalls())
		fmt.Printf("%-34s %7.1f ms %6.1f frames\n", fmt.Sprintf("a link of %d steps, opened", length), opened, opened*60/1000)
		fmt.Printf("%-34s %7d\n", "elements in the page", page.count("*"))
		if length == 100 {
			at100 = forward
		} else {
			fmt.Printf("%-34s %7.2fx\n", "a step of 2000 to one of 100", forward.paint/at100.paint)
		}
	}
	page.timeLink(longLink(b, 2000))
	fmt.Printf("%-34s %7d\n", "tasks over 50 ms while playing", page.countLongTasks())
	page.open("/")
	fmt.Printf("%-34s %7.1f ms\n", "longest task, a link of 4096 steps", page.longestTask(func() { page.timeLink(longestLink(b)) }))
}

// cost is how long an action takes, in milliseconds: until the frame that shows it is
// painted, and in processor time of the main thread.
type cost struct{ paint, work float64 }

// timeKeys times the pressing of keys, one at a time, in turn.
func (b *browser) timeKeys(keys ...string) cost {
	b.t.Helper()
	return b.timeAction(`document.body.dispatchEvent(new KeyboardEvent("keydown", {key: [` + quoteAll(keys) + `][i % ` + fmt.Sprint(len(keys)) + `], bubbles: true}))`)
}

// timeCalls times calls at the end of the branch.
func (b *browser) timeCalls() cost {
	b.t.Helper()
	return b.timeAction(`document.querySelector("[data-do^='act client SSL_write']").click()`)
}

// timeAction runs a JavaScript statement twenty times. It returns the median time until
// the frame that shows the change is painted, and the mean processor time.
func (b *browser) timeAction(do string) cost {
	b.t.Helper()
	before := b.processorTime()
	times := evaluate[[]float64](b, `(async () => {
		const painted = () => new Promise(r => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0) }));
		const times = [];
		for (let i = 0; i < 20; i++) {
			await new Promise(r => setTimeout(r, 150 + 7 * (i % 3)));
			const changed = new Promise(r => new MutationObserver((_, o) => { o.disconnect(); r() })
				.observe(document.querySelector(".where"), {characterData: true, childList: true, subtree: true}));
			const start = performance.now();
			`+do+`;
			await changed;
			await painted();
			times.push(performance.now() - start);
		}
		return times;
	})()`)
	slices.Sort(times)
	return cost{(times[9] + times[10]) / 2, (b.processorTime() - before) * 1000 / 20}
}

// processorTime returns the processor time of the main thread so far, in seconds.
func (b *browser) processorTime() float64 {
	b.t.Helper()
	var metrics []*performance.Metric
	b.do(performance.Enable().WithTimeDomain(performance.EnableTimeDomainThreadTicks), chromedp.ActionFunc(func(ctx context.Context) (err error) {
		metrics, err = performance.GetMetrics().Do(ctx)
		return err
	}))
	for _, m := range metrics {
		if m.Name == "TaskDuration" {
			return m.Value
		}
	}
	b.t.Fatal("the browser does not report TaskDuration")
	return 0
}

// timeLink opens a link in the running page, and returns the milliseconds until its
// scenario is painted. The pause before it lets the page finish writing its address.
func (b *browser) timeLink(fragment string) float64 {
	b.t.Helper()
	return evaluate[float64](b, `(async () => {
		await new Promise(r => setTimeout(r, 1000));
		const start = performance.now();
		location.hash = `+quote(fragment)+`;
		while (!/step 0 of [0-9]{3,4}:/.test(document.querySelector(".where").textContent)) await new Promise(r => requestAnimationFrame(r));
		await new Promise(r => requestAnimationFrame(r));
		return performance.now() - start;
	})()`)
}

// countLongTasks plays from the beginning for eight seconds, and counts the tasks of more
// than 50 ms, during which the page cannot react.
func (b *browser) countLongTasks() int {
	b.t.Helper()
	return evaluate[int](b, `(async () => {
		let n = 0;
		const speed = document.querySelector("#speed");
		speed.value = "4"; speed.dispatchEvent(new Event("change", {bubbles: true}));
		const o = new PerformanceObserver(list => { n += list.getEntries().length });
		o.observe({type: "longtask"});
		document.querySelector("[data-do=play]").click();
		await new Promise(r => setTimeout(r, 8000));
		document.querySelector("[data-do=play]").click();
		return n;
	})()`)
}

// longestTask returns the milliseconds of the longest task while do runs and a second after, 0
// if none takes 50.
func (b *browser) longestTask(do func()) float64 {
	b.t.Helper()
	b.run(`(longTasks = [], new PerformanceObserver(l => longTasks.push(...l.getEntries())).observe({type: "longtask"}))`)
	do()
	return evaluate[float64](b, `new Promise(r => setTimeout(() => r(Math.max(0, ...longTasks.map(t => t.duration))), 1000))`)
}

// quoteAll returns strings as JavaScript literals, separated by commas.
func quoteAll(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = quote(s)
	}
	return strings.Join(out, ", ")
}

// longLink returns a link to a scenario with the given number of steps.
func longLink(b *testing.B, steps int) string {
	b.Helper()
	return linkOf(b, strings.Repeat("client SSL_write 5\nserver SSL_read 5\nserver SSL_write 7\nclient SSL_read 9\n", steps/4))
}

// longestLink returns a link to a scenario with as many steps as a link can have.
func longestLink(b *testing.B) string {
	b.Helper()
	return linkOf(b, strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 2048))
}

// linkOf returns a link to a scenario with these steps.
func linkOf(b *testing.B, steps string) string {
	b.Helper()
	s, err := script.Parse("# A long conversation\n\n" + steps)
	if err != nil {
		b.Fatal(err)
	}
	fragment, err := link.Encode(library.Shipped(), s, 0, script.Codes{})
	if err != nil {
		b.Fatal(err)
	}
	return fragment
}

// serveFloor serves the page that the playground is compared with.
func serveFloor(b *testing.B) *httptest.Server {
	dir := os.Getenv("FLOOR")
	if dir == "" {
		b.Fatal("FLOOR is not set: make bench-ui sets it")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := filepath.Base(r.URL.Path); name == "floor.wasm" || name == "wasm_exec.js" {
			http.ServeFile(w, r, filepath.Join(dir, name))
			return
		}
		fmt.Fprint(w, floorPage)
	}))
	b.Cleanup(server.Close)
	return server
}

// floorPage is the page of the smallest go-app program.
var floorPage = goAppPage("<div></div>", "floor.wasm")

// goAppPage is a page that has no more in it than go-app needs, with the body that is shown
// until the program runs.
func goAppPage(body, program string) string {
	return `<!DOCTYPE html><link rel="icon" href="data:,"><body>` + body + `<p id="app-wasm-loader-label"></p>
<script src="/wasm_exec.js"></script><script>
function goappGetenv(name) { return {GOAPP_STATIC_RESOURCES_URL: "", GOAPP_INTERNAL_URLS: "[]"}[name] }
function goappOnUpdate() {}
function goappOnAppInstallChange() {}
function goappNav() {}
const go = new Go();
WebAssembly.instantiateStreaming(fetch("/` + program + `"), go.importObject).then(p => go.run(p.instance));
</script></body>`
}
