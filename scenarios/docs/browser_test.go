package docs

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// seen is what a reader finds on a page.
type seen struct {
	Components int    // <tls-shutdown> with a link
	Buttons    int    // of those that the script has taken over: they load a frame
	Frames     int    // that the first of these buttons loads, with the link in their address
	Drawings   int    // that are shown and have a size
	Steps      string // the first words of the first step
	Narration  string
	Title      string // of the first component
	Step       string // at which it opens
	Scripts    int    // that load the component
	Foreign    int    // elements that the narration would make if it were HTML
}

// look finds it.
const look = `(() => {
	const all = [...document.querySelectorAll("tls-shutdown[link]")];
	const text = (element) => element ? element.innerText : "";
	return {
		Components: all.length,
		Buttons: all.filter((element) => element.shadowRoot?.querySelector("button")).length,
		Frames: all.filter((element) => {
			const frame = element.shadowRoot?.querySelector("iframe");
			return frame && frame.src.startsWith(PLAYGROUND + "/embed/?step=1&") && frame.src.endsWith("#" + element.getAttribute("link"));
		}).length,
		Drawings: all.filter((element) => {
			const image = element.querySelector("img");
			return image && image.complete && image.naturalWidth > 0 && image.clientWidth > 100;
		}).length,
		Steps: text(all[0]?.querySelector("li code")),
		Narration: text(all[0]?.querySelector("li p")),
		Title: all[0]?.getAttribute("title"),
		Step: all[0]?.getAttribute("step"),
		Scripts: document.querySelectorAll("script[src$='/embed.js']").length,
		Foreign: document.querySelectorAll("tls-shutdown b").length,
	};
})()`

// inBrowser opens the front page of a site that was built, with and without scripts.
func inBrowser(t *testing.T, dir, playground string, blocks int) {
	t.Helper()
	site := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer site.Close()
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	defer stop()
	for _, scripts := range []bool{false, true} {
		ctx, closeTab := chromedp.NewContext(allocator)
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		want := seen{Components: blocks, Drawings: blocks, Steps: "client SSL_shutdown() → 0 SSL_ERROR_SYSCALL; sent close_notify",
			Narration: "Narration <b>stays</b> text.", Title: "Top <level>", Step: "1", Scripts: 1}
		if scripts {
			want.Buttons, want.Frames = blocks, 1
		}
		got, err := lookAt(ctx, site.URL, strings.ReplaceAll(look, "PLAYGROUND", strconv.Quote(playground)), scripts, want)
		if err != nil || got != want {
			t.Errorf("with scripts %v: %v\ngot  %+v\nwant %+v", scripts, err, got, want)
		}
		cancel()
		closeTab()
	}
}

// lookAt opens a page and looks until it is as it should be, for some seconds.
func lookAt(ctx context.Context, url, look string, scripts bool, want seen) (got seen, err error) {
	err = chromedp.Run(ctx, emulation.SetScriptExecutionDisabled(!scripts), chromedp.Navigate(url))
	for range 50 {
		if err != nil || got == want {
			return got, err
		}
		if got.Buttons == want.Buttons && got.Frames < want.Frames {
			err = chromedp.Run(ctx, chromedp.Evaluate(`document.querySelector("tls-shutdown").shadowRoot.querySelector("button").click()`, nil))
		}
		time.Sleep(200 * time.Millisecond)
		err = errors.Join(err, chromedp.Run(ctx, chromedp.Evaluate(look, &got)))
	}
	return got, fmt.Errorf("the page does not become as it should be")
}
