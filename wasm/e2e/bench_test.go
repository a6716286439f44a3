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
	"closenotify/scenarios/link"
)

// BenchmarkPage prints what a step of the playground takes, as a multiple of the
// least that a go-app page can do: one text node changed by a key. All figures
// are medians of one run on one machine; FLOOR is the directory of that page.
func BenchmarkPage(b *testing.B) {
	floor := newBrowser(b, on(serveFloor(b).URL))
	floor.open("/")
	least := floor.steps("x")
	fmt.Printf("\n%-34s %10s %7s %12s\n", "median of 20", "to paint", "ratio", "processor")
	print := func(what string, s taken) {
		fmt.Printf("%-34s %7.1f ms %6.2fx %9.1f ms\n", what, s.paint, s.paint/least.paint, s.work)
	}
	print("go-app, one text node", least)

	page := newBrowser(b)
	var at100 taken
	for _, length := range []int{100, 2000} {
		page.open("/")
		opened := page.openLink(longLink(b, length))
		page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'End', bubbles: true}))")
		page.where(length, length)
		forward := page.steps("ArrowLeft", "ArrowRight")
		print(fmt.Sprintf("a step of %d", length), forward)
		print(fmt.Sprintf("a call behind %d", length), page.calls())
		fmt.Printf("%-34s %7.1f ms %6.1f frames\n", fmt.Sprintf("a link of %d steps, opened", length), opened, opened*60/1000)
		fmt.Printf("%-34s %7d\n", "elements in the page", page.count("*"))
		if length == 100 {
			at100 = forward
		} else {
			fmt.Printf("%-34s %7.2fx\n", "a step of 2000 to one of 100", forward.paint/at100.paint)
		}
	}
	page.openLink(longLink(b, 2000))
	fmt.Printf("%-34s %7d\n", "tasks over 50 ms while playing", page.longTasks())
}

// taken is what something took, in milliseconds: until its frame was painted, and
// of the main thread's processor time.
type taken struct{ paint, work float64 }

// steps presses the keys in turn, forty times, and measures the last of them.
func (b *browser) steps(keys ...string) taken {
	b.t.Helper()
	return b.measure(`document.body.dispatchEvent(new KeyboardEvent("keydown", {key: [` + quoted(keys) + `][i % ` + fmt.Sprint(len(keys)) + `], bubbles: true}))`)
}

// calls makes calls at the end of the branch.
func (b *browser) calls() taken {
	b.t.Helper()
	return b.measure(`document.querySelector("[data-do^='act client SSL_write']").click()`)
}

// measure does something twenty times and takes the median until the frame that
// shows it is painted, and the mean of the main thread's processor time.
func (b *browser) measure(do string) taken {
	b.t.Helper()
	before := b.taskTime()
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
	return taken{(times[9] + times[10]) / 2, (b.taskTime() - before) * 1000 / 20}
}

// taskTime is how much processor time the main thread has had so far, in seconds.
func (b *browser) taskTime() float64 {
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
	b.t.Fatal("the browser does not tell how long its tasks are")
	return 0
}

// openLink follows a link in the running page, once its address has come to rest:
// milliseconds until the stage that it opens is painted.
func (b *browser) openLink(fragment string) float64 {
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

// longTasks plays from the beginning for some seconds and counts the tasks that
// keep the page from answering for more than 50 ms.
func (b *browser) longTasks() int {
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

// evaluate runs a statement for its effect.
func (b *browser) evaluate(statement string) {
	b.t.Helper()
	evaluate[any](b, "("+statement+", null)")
}

// quoted are strings of JavaScript's, with commas.
func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = quote(s)
	}
	return strings.Join(out, ", ")
}

// longLink is a link to a conversation of so many steps.
func longLink(b *testing.B, steps int) string {
	b.Helper()
	text := strings.Repeat("client SSL_write 5\nserver SSL_read 5\nserver SSL_write 7\nclient SSL_read 9\n", steps/4)
	s, err := script.Parse("# A long conversation\n\n" + text)
	if err != nil {
		b.Fatal(err)
	}
	fragment, err := link.Encode(s, 0)
	if err != nil {
		b.Fatal(err)
	}
	return fragment
}

// serveFloor serves the least page.
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

// floorPage is a page with as little in it as go-app allows.
const floorPage = `<!DOCTYPE html><link rel="icon" href="data:,"><body><div></div><p id="app-wasm-loader-label"></p>
<script src="/wasm_exec.js"></script><script>
function goappGetenv(name) { return {GOAPP_STATIC_RESOURCES_URL: "", GOAPP_INTERNAL_URLS: "[]"}[name] }
function goappOnUpdate() {}
function goappOnAppInstallChange() {}
function goappNav() {}
const go = new Go();
WebAssembly.instantiateStreaming(fetch("/floor.wasm"), go.importObject).then(p => go.run(p.instance));
</script></body>`
