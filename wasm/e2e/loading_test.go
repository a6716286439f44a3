package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sendHalf sends a little more than half of the program, and the rest after release.
func sendHalf(release <-chan struct{}) func(http.Handler) http.Handler {
	return replaceProgram(func(w http.ResponseWriter, r *http.Request) {
		data, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(r.URL.Path)))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		middle := len(data)/2 + 1
		w.Header().Set("Content-Type", "application/wasm")
		w.Write(data[:middle])
		w.(http.Flusher).Flush()
		select {
		case <-release:
			w.Write(data[middle:])
		case <-r.Context().Done():
		}
	})
}

// replaceProgram has requests for the program answered by another handler.
func replaceProgram(answer http.HandlerFunc) func(http.Handler) http.Handler {
	return func(site http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/app.wasm") {
				answer(w, r)
			} else {
				site.ServeHTTP(w, r)
			}
		})
	}
}

func TestThePageIsReadableWhileTheProgramLoads(t *testing.T) {
	release := make(chan struct{})
	b := newBrowser(t, atSite(serve(t, sendHalf(release)).URL))
	b.visit("/")
	b.waitText("#boot", "Loading")
	b.waitText("#boot-percent", "50 %")
	b.wait(`document.getElementById("boot-progress").value === 50`)
	if text := b.text("body"); !strings.Contains(text, "close_notify") {
		t.Errorf("while it loads the page says only:\n%s", text)
	}
	close(release)
	b.waitRunning()
}

func TestAProgramThatCannotBeLoadedSaysWhy(t *testing.T) {
	for _, test := range []struct {
		name   string
		answer http.HandlerFunc
		says   string
		allow  []string
	}{
		{"gone", http.NotFound, "the server answered 404", []string{"404"}},
		{"cut off", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) },
			"cannot be reached", []string{"ERR_EMPTY_RESPONSE"}},
		{"damaged", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("not a program")) },
			"the program arrived damaged", []string{"integrity"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBrowser(t, atSite(serve(t, replaceProgram(test.answer)).URL))
			for _, text := range test.allow {
				b.complaints.allow(text)
			}
			b.visit("/")
			b.waitText("#boot", test.says)
			if !strings.Contains(b.text("#boot"), "Reload") {
				t.Error("there is no button to try again")
			}
			if !strings.Contains(b.text("body"), "close_notify") {
				t.Error("the prerendered page is gone")
			}
		})
	}
}
