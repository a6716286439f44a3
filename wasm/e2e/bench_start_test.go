package e2e

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// BenchmarkStart prints how late the page runs, beside go-app's hello world, which is built
// as go-app comes. The two start in turn, each time with a new profile; the figures are
// medians of 12.
func BenchmarkStart(b *testing.B) {
	const rounds = 12
	hello := serveHello(b)
	site := serve(b)
	var starts [2][]startTimes
	for range rounds {
		starts[0] = append(starts[0], measureStart(b, hello.URL, `document.querySelector("h1[class]") === null && document.querySelector("h1") !== null && document.body.firstElementChild.localName === "h1"`))
		starts[1] = append(starts[1], measureStart(b, site.URL, `document.documentElement.dataset.playground === "running"`))
	}
	fmt.Printf("\n%-34s %10s %10s %7s\n", "start, medians of 12", "hello", "page", "ratio")
	for i, name := range []string{"the program's fetch begins", "first paint", "instantiated", "running", "from instantiated to running"} {
		var medians [2]float64
		for page := range starts {
			var list []float64
			for _, s := range starts[page] {
				list = append(list, s[i])
			}
			slices.Sort(list)
			medians[page] = (list[rounds/2-1] + list[rounds/2]) / 2
		}
		fmt.Printf("%-34s %7.0f ms %7.0f ms %6.2fx\n", name, medians[0], medians[1], medians[1]/medians[0])
	}
}

// startTimes are the moments of a start, in milliseconds after the navigation.
type startTimes [5]float64

// measureStart opens a page with a new profile and waits until it runs.
func measureStart(b *testing.B, url, running string) startTimes {
	b.Helper()
	tab := newBrowser(b, atSite(url))
	tab.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(fmt.Sprintf(watchStart, running)).Do(ctx)
		return err
	}))
	// Chromium has just opened a window, whose own controls keep it busy for a while. Whoever
	// follows a link has had the window before.
	time.Sleep(2 * time.Second)
	tab.visit("/")
	tab.wait("window.startTimes")
	return evaluate[startTimes](tab, `(async () => {
		const [instantiated, running] = window.startTimes;
		await new Promise(r => setTimeout(r, 300));
		const program = performance.getEntriesByType("resource").find(e => e.name.endsWith(".wasm"));
		return [program.startTime, performance.getEntriesByName("first-contentful-paint")[0].startTime, instantiated, running, running - instantiated];
	})()`)
}

// watchStart notes when the program is instantiated and when the page runs.
const watchStart = `{
	let instantiated = 0;
	for (const name of ["instantiate", "instantiateStreaming"]) {
		const original = WebAssembly[name];
		WebAssembly[name] = async (...args) => { const result = await original.apply(WebAssembly, args); instantiated = performance.now(); return result };
	}
	const observer = new MutationObserver(() => {
		if (instantiated > 0 && (%s)) {
			observer.disconnect();
			window.startTimes = [instantiated, performance.now()];
		}
	});
	observer.observe(document, {subtree: true, childList: true, attributes: true});
}`

// serveHello serves go-app's hello world, compressed.
func serveHello(b *testing.B) *httptest.Server {
	dir := os.Getenv("FLOOR")
	if dir == "" {
		b.Fatal("FLOOR is not set: make bench-ui sets it")
	}
	packed := map[string][]byte{}
	for _, name := range []string{"hello.wasm", "wasm_exec.js"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			b.Fatal(err)
		}
		var out bytes.Buffer
		w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
		w.Write(data)
		w.Close()
		packed["/"+name] = out.Bytes()
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", map[string]string{".wasm": "application/wasm", ".js": "text/javascript", "": "text/html"}[filepath.Ext(r.URL.Path)])
		if data := packed[r.URL.Path]; data != nil {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(data)
			return
		}
		fmt.Fprint(w, helloPage)
	}))
	b.Cleanup(server.Close)
	return server
}

// helloPage shows what the program will show.
var helloPage = goAppPage(`<div><h1 class="prerendered">Hello World!</h1></div>`, "hello.wasm")
