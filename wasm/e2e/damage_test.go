package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// damage has files of the build answered with half of what is in them, whole as an answer,
// and to be kept for ever, until it is repaired.
type damage struct {
	suffix   string
	repaired atomic.Bool
	answered atomic.Int32 // how often it was answered with half
}

func (d *damage) wrap(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if d.repaired.Load() || !strings.HasSuffix(r.URL.Path, d.suffix) {
			site.ServeHTTP(w, r)
			return
		}
		d.answered.Add(1)
		data, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(r.URL.Path)))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		types := map[string]string{".wasm": "application/wasm", ".js": "text/javascript", ".css": "text/css"}
		w.Header().Set("Content-Type", types[filepath.Ext(r.URL.Path)])
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		w.Write(data[:len(data)/2])
	})
}

// repairAfter repairs the file once it was answered with half so often.
func (d *damage) repairAfter(n int32) func(http.Handler) http.Handler {
	return func(site http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if d.answered.Load() >= n {
				d.repaired.Store(true)
			}
			site.ServeHTTP(w, r)
		})
	}
}

// TestADamagedFileIsFetchedAgain: half a file lies in the browser's cache as one that never
// changes. The page gets past it by itself.
func TestADamagedFileIsFetchedAgain(t *testing.T) {
	for _, suffix := range []string{"/app.wasm", "/app.js", "/app.css"} {
		t.Run(suffix, func(t *testing.T) {
			d := &damage{suffix: suffix}
			b := newBrowser(t, atSite(serve(t, d.wrap, d.repairAfter(1)).URL))
			if suffix != "/app.wasm" {
				b.complaints.allow("integrity")
			}
			b.visit("/")
			b.wait(`[...document.styleSheets].some(s => s.href?.endsWith("/app.css"))`) // not in a page that is about to load itself again
			b.waitRunning()
			if n := d.answered.Load(); n != 1 {
				t.Errorf("half the file was sent %d times", n)
			}
			b.reload()
		})
	}
}

// TestAFileThatStaysDamagedIsSaid: the page shows what is wrong, with a style.
func TestAFileThatStaysDamagedIsSaid(t *testing.T) {
	for suffix, says := range map[string]string{"/app.wasm": "arrived damaged", "/app.js": "missing or damaged", "/app.css": "missing or damaged"} {
		t.Run(suffix, func(t *testing.T) {
			b := newBrowser(t, atSite(serve(t, (&damage{suffix: suffix}).wrap).URL))
			b.complaints.allow("integrity")
			b.visit("/")
			b.waitText("#boot", says)
			b.checkLoadFailureIsStyled()
		})
	}
}

// TestAPageWhoseBuildIsGoneSaysSo: another deploy has taken the files of this page away.
func TestAPageWhoseBuildIsGoneSaysSo(t *testing.T) {
	gone := func(site http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, "/v/") {
				r.URL.Path = "/v/0000000000000000/gone"
			}
			site.ServeHTTP(w, r)
		})
	}
	b := newBrowser(t, atSite(serve(t, gone).URL))
	for _, text := range []string{"404", "MIME", "ERR_ABORTED", "integrity"} {
		b.complaints.allow(text)
	}
	b.visit("/")
	b.waitText("#boot", "may just have been updated")
	b.wait(`document.documentElement.dataset.unstyled === ""`)
	b.checkLoadFailureIsStyled()
}

// checkLoadFailureIsStyled checks that the message stands out and that there is a button.
func (b *browser) checkLoadFailureIsStyled() {
	b.t.Helper()
	if evaluate[string](b, `getComputedStyle(document.querySelector("#boot")).position`) != "fixed" || !strings.Contains(b.text("#boot"), "Reload") {
		b.t.Errorf("the message has no style or no button: %q", b.text("#boot"))
	}
	if font := evaluate[string](b, "getComputedStyle(document.body).fontFamily"); !strings.Contains(font, "system-ui") && !strings.Contains(font, "sans") {
		b.t.Errorf("the page is in %s", font)
	}
}

// TestAPoisonedWorkerIsRepaired: what the service worker keeps is damaged later.
func TestAPoisonedWorkerIsRepaired(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.waitWorker()
	for _, suffix := range []string{"/app.wasm", "/app.js"} {
		kept := `(async (change) => {
			const cache = await caches.open((await caches.keys())[0]);
			const request = (await cache.keys()).find(r => r.url.endsWith(` + quote(suffix) + `));
			const response = await cache.match(request), bytes = new Uint8Array(await response.arrayBuffer());
			bytes[bytes.length >> 1] ^= change;
			if (change) await cache.put(request, new Response(bytes, {headers: response.headers}));
			return bytes[bytes.length >> 1];
		})`
		whole := evaluate[int](b, kept+"(0)")
		evaluate[int](b, kept+"(1)")
		if evaluate[int](b, kept+"(0)") == whole {
			t.Fatal("the file has not been damaged")
		}
		other := b.newTab() // this one may have the file in its memory
		if suffix == "/app.js" {
			other.complaints.allow("integrity")
		}
		other.visit("/s/half-close")
		other.waitRunning()
		if evaluate[int](other, kept+"(0)") != whole {
			t.Errorf("%s is still damaged", suffix)
		}
	}
}

// TestTheWorkerKeepsNothingDamaged: the worker does not install with half a file.
func TestTheWorkerKeepsNothingDamaged(t *testing.T) {
	d := &damage{suffix: "/icon.svg"}
	b := newBrowser(t, atSite(serve(t, d.wrap).URL))
	b.open("/")
	for deadline := time.Now().Add(timeout); d.answered.Load() < 2; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no worker has asked for the file")
		}
	}
	if evaluate[bool](b, "navigator.serviceWorker.controller !== null") {
		t.Error("a worker has taken half a file")
	}
}
