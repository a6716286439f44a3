package e2e

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// waitHeard waits until the page has heard an event whose name and detail are these, as JSON.
func (b *browser) waitHeard(event string) {
	b.t.Helper()
	b.wait("heard.some((e) => JSON.stringify(e).includes(" + quote(event) + "))")
}

// TestAnEmbedInASandbox: the component's frame has no origin. The program runs there when it is wanted, and
// says what it does.
func TestAnEmbedInASandbox(t *testing.T) {
	b := openHost(t, serve(t).URL, component+`<tls-shutdown scenario="half-close" step="2" theme="dark"><ol><li>the transcript</li></ol></tls-shutdown>`)
	f := b.frames("/embed/half-close", 1)[0]
	if origin := evaluate[string](f, "self.origin"); origin != "null" {
		t.Fatalf("the frame is not in a sandbox but at %s", origin)
	}
	if n := evaluate[int](f, `performance.getEntriesByName(new URL(build.program, location).href).length`); n != 0 {
		t.Error("the program is fetched before it is wanted")
	}
	if text := evaluate[string](f, `document.querySelector("#drawing svg").textContent`); !strings.Contains(text, "SSL_shutdown() → 0") {
		t.Errorf("the drawing says %q", text)
	}
	address := evaluate[string](f, "location.href + ' ' + history.length")
	f.startEmbed()
	f.waitText(".where", "step 2 of 11:")
	b.waitHeard(`["step",{"i":2,"n":11`)
	b.run(`document.querySelector("tls-shutdown").goto(11)`)
	b.waitHeard(`["end",{"n":11}]`)
	f.waitText(".where", "step 11 of 11:")
	if theme := evaluate[string](f, "document.documentElement.dataset.theme + getComputedStyle(document.body).colorScheme"); theme != "darkdark" {
		t.Errorf("the theme is %q", theme)
	}
	if now := evaluate[string](f, "location.href + ' ' + history.length"); now != address {
		t.Errorf("the address was %s and is now %s", address, now)
	}
	link := evaluate[string](b, `document.querySelector("tls-shutdown").getLink().then((l) => l.url)`)
	if !strings.Contains(link, "/s/half-close#") {
		t.Errorf("the link is %s", link)
	}
	if href := evaluate[string](f, `(document.getElementById("open").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})), document.getElementById("open").href)`); href != link {
		t.Errorf("the link to the playground is %s", href)
	}
}

// stored counts what the site has stored: entries of localStorage and sessionStorage, databases, workers.
func (b *browser) stored() string {
	return evaluate[string](b, `(async () => {
		const frame = document.createElement("iframe"); // one that has not replaced its storage
		document.body.append(frame);
		const { localStorage, sessionStorage, indexedDB } = frame.contentWindow;
		return [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length].join();
	})()`)
}

// TestAnEmbedStoresNothing, not even what the page itself would.
func TestAnEmbedStoresNothing(t *testing.T) {
	b := newBrowser(t)
	b.visit("/embed/half-close?mode=play")
	b.startEmbed()
	b.press(kb.ArrowRight)
	b.waitStep(1, 11)
	b.click(button("act server SSL_shutdown"))
	b.waitStep(2, 2)
	if stored := b.stored(); stored != "0,0,0,0" {
		t.Errorf("stored in localStorage, sessionStorage, databases, workers: %s", stored)
	}
	if address := evaluate[string](b, "location.pathname + location.search + location.hash + history.length"); address != "/embed/half-close?mode=play2" { // about:blank is the first
		t.Errorf("the address is %s", address)
	}
}

// TestAnEmbedStoresNoAnswers, and not that its lesson was played to the end, where it could store both.
// The program has written them: to the storage that lasts as long as the page.
func TestAnEmbedStoresNoAnswers(t *testing.T) {
	b := newBrowser(t)
	b.visit("/embed/client-closes-first?mode=predict")
	b.startEmbed()
	b.wait(`(document.querySelector("[data-do=next]").click(), document.querySelector(".ask-choice"))`)
	b.run(`document.querySelector(".ask-choice").click()`)
	b.wait(`localStorage.getItem("close_notify.answers")`)
	b.wait(`(document.querySelector("[data-do=next]").click(), document.querySelector(".ask-choice")?.click(), localStorage.getItem("close_notify.played"))`)
	if stored := b.stored(); stored != "0,0,0,0" {
		t.Errorf("stored in localStorage, sessionStorage, databases, workers: %s", stored)
	}
}

// TestTwentyEmbeds on a page: each is a drawing, and only those have a program that were started.
func TestTwentyEmbeds(t *testing.T) {
	b := openHost(t, serve(t).URL, component+strings.Repeat(`<tls-shutdown scenario="half-close" loading="eager"></tls-shutdown>`, 20))
	all := b.frames("/embed/half-close", 20)
	used := func() (megabytes int64) {
		for _, f := range all {
			var heap float64
			f.do(chromedp.ActionFunc(func(ctx context.Context) error {
				used, _, _, backing, err := runtime.GetHeapUsage().Do(ctx)
				heap = used + backing
				return err
			}))
			megabytes += int64(heap) >> 20
		}
		return megabytes
	}
	before := used()
	programs := func() (n int) {
		for _, f := range all {
			// A frame out of sight does not draw, so it would not settle.
			fetched, err := evaluateNow[bool](f, timeout, `performance.getEntriesByType("resource").some((e) => e.name.endsWith(".wasm"))`)
			if err != nil {
				t.Fatal(err)
			}
			if fetched {
				n++
			}
		}
		return n
	}
	if n := programs(); n != 0 {
		t.Errorf("%d programs before any was started", n)
	}
	all[3].startEmbed()
	all[17].startEmbed()
	if n := programs(); n != 2 {
		t.Errorf("%d programs, want 2", n)
	}
	t.Logf("20 drawings: %d MB of JavaScript; with two programs: %d MB", before, used())
	all[3].run(`document.querySelector("[data-do=last]").click()`)
	all[3].waitText(".where", "step 11 of 11:")
	all[17].waitText(".where", "step 0 of 11:")
}

// TestAnEmbedWithoutItsProgram: the drawing stays and says why, and the program can be tried again.
func TestAnEmbedWithoutItsProgram(t *testing.T) {
	for name, want := range map[string]string{"offline": "the server cannot be reached", "404": "the server answered 404", "damaged": "damaged"} {
		t.Run(name, func(t *testing.T) {
			gone := false
			site := serve(t, func(site http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					switch {
					case !gone || !strings.HasSuffix(r.URL.Path, "/web/app.wasm"):
						site.ServeHTTP(w, r)
					case name == "404":
						w.Header().Set("Access-Control-Allow-Origin", "*")
						http.NotFound(w, r)
					case name == "offline":
						panic(http.ErrAbortHandler)
					default:
						w.Header().Set("Access-Control-Allow-Origin", "*")
						fmt.Fprint(w, "not the program")
					}
				})
			}).URL
			gone = true
			b := openHost(t, site, component+`<tls-shutdown scenario="half-close"></tls-shutdown>`)
			f := b.frames("/embed/half-close", 1)[0]
			f.run(`document.getElementById("start").click()`)
			f.waitText("#said", want)
			if !evaluate[bool](f, `document.getElementById("drawing").checkVisibility()`) {
				t.Error("the drawing is gone")
			}
			gone = false
			f.startEmbed()
			f.waitText(".where", "step 0 of 11:")
			if !evaluate[bool](b, "heard.length === 0 || heard[0][0] === 'error'") {
				t.Error("the page has heard something else than the error")
			}
		})
	}
}

// TestAnEmbedGoesOnWithoutANetwork: once it runs it needs nothing more.
func TestAnEmbedGoesOnWithoutANetwork(t *testing.T) {
	var site switchableSite
	b := openHost(t, serve(t, site.wrap).URL, component+`<tls-shutdown scenario="half-close" mode="play"></tls-shutdown>`)
	f := b.frames("/embed/half-close", 1)[0]
	f.startEmbed()
	site.down.Store(true)
	f.run(`document.querySelector("[data-do=last]").click()`)
	f.waitText(".where", "step 11 of 11:")
	f.run(`document.querySelector("[data-do='act server SSL_shutdown']").click()`)
	f.waitText(".where", "step 12 of 12:")
}

// TestTheFrameOfAnEmbedFits: it has the height of what it shows, also after that has become lower.
func TestTheFrameOfAnEmbedFits(t *testing.T) {
	b := openHost(t, serve(t).URL, component+`<tls-shutdown scenario="half-close" mode="play"></tls-shutdown>`)
	f := b.frames("/embed/half-close", 1)[0]
	height := func() int {
		t.Helper()
		f.waitSettled()
		b.wait(fmt.Sprintf(`document.querySelector("tls-shutdown").shadowRoot.querySelector("iframe").clientHeight === %d`, evaluate[int](f, "Math.ceil(document.body.getBoundingClientRect().height)")))
		if evaluate[bool](f, "document.documentElement.scrollHeight > innerHeight") {
			t.Error("the frame scrolls")
		}
		return evaluate[int](b, `document.querySelector("tls-shutdown").offsetHeight`)
	}
	poster := height()
	f.startEmbed()
	f.run(`document.querySelector("[data-do='pane state']").click()`)
	state := height()
	f.run(`document.querySelector("[data-do='pane why']").click()`)
	why := height()
	if state <= why || why <= poster {
		t.Errorf("the heights are %d for the drawing, %d with the panel State, %d with Why", poster, state, why)
	}
}

// TestAnEmbedLeavesThePageAlone: it takes neither the keyboard nor the wheel.
func TestAnEmbedLeavesThePageAlone(t *testing.T) {
	b := openHost(t, serve(t).URL, component+`<input id="own" value="x"><tls-shutdown scenario="half-close" loading="eager"></tls-shutdown><div style="height: 3000px"></div>`)
	b.focus("#own")
	f := b.frames("/embed/half-close", 1)[0]
	hasKeyboard := func(when string) {
		t.Helper()
		time.Sleep(200 * time.Millisecond)
		if id := evaluate[string](b, "document.activeElement.id"); id != "own" {
			t.Errorf("%s the keyboard is at %q", when, id)
		}
	}
	f.wait(`!document.getElementById("start").hidden`)
	hasKeyboard("with the drawing")
	b.run(`document.querySelector("tls-shutdown").goto(1)`)
	f.waitText(".where", "step 1 of 11:")
	hasKeyboard("with the program")
	b.press(kb.ArrowRight)
	b.press("abc")
	if text := evaluate[string](b, `document.getElementById("own").value`); text != "xabc" {
		t.Errorf("the field has %q", text)
	}
	f.waitText(".where", "step 1 of 11:")
	b.do(chromedp.MouseEvent("mouseWheel", 200, 300, func(p *input.DispatchMouseEventParams) *input.DispatchMouseEventParams {
		return p.WithDeltaX(0).WithDeltaY(400)
	}))
	b.wait("scrollY > 300")
	b.run("scrollTo(0, 0)")
	at := evaluate[[]float64](b, `(({x, y}) => [x + 250, y + 200])(document.querySelector("tls-shutdown").getBoundingClientRect())`)
	b.do(chromedp.MouseClickXY(at[0], at[1])) // gives the keyboard to the frame
	b.press(kb.ArrowRight)
	f.waitText(".where", "step 2 of 11:")
}
