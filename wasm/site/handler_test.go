package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// smallSite is a handler of a site of a few files.
func smallSite(t *testing.T) http.Handler {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"index.html": "front", "s/x.html": "x", "404.html": "nothing here",
		"v/1/app.js": "plain", "v/1/app.js.gz": "gz", "v/1/app.js.br": "br",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rules := []HeaderRule{{For: "/v/*", Values: http.Header{"Cache-Control": {"immutable"}}}}
	return NewHandler(dir, rules)
}

func TestHandlerAnswersAsAStaticHostDoes(t *testing.T) {
	handler := smallSite(t)
	for _, test := range []struct {
		method, path, accept string
		status               int
		body, cache          string
	}{
		{"GET", "/", "", 200, "front", revalidate},
		{"GET", "/s/x", "", 200, "x", revalidate},
		{"GET", "/s/x.html", "", 200, "x", revalidate},
		{"HEAD", "/s/x", "", 200, "", revalidate},
		{"GET", "/s/y", "", 404, "nothing here", revalidate},
		{"GET", "/s", "", 404, "nothing here", revalidate},
		{"GET", "/../go.mod", "", 404, "nothing here", revalidate},
		{"GET", "/v/1/app.js", "", 200, "plain", "immutable"},
		{"GET", "/v/1/app.js", "gzip", 200, "gz", "immutable"},
		{"GET", "/v/1/app.js", "gzip, br", 200, "br", "immutable"},
		{"GET", "/v/2/app.js", "", 404, "nothing here", revalidate},
		{"POST", "/", "", 405, "this site is read only\n", ""},
	} {
		request := httptest.NewRequest(test.method, "http://site"+test.path, nil)
		request.Header.Set("Accept-Encoding", test.accept)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		cache := answer.Header().Get("Cache-Control")
		if answer.Code != test.status || answer.Body.String() != test.body || cache != test.cache {
			t.Errorf("%s %s (%s): %d %q %q, want %d %q %q", test.method, test.path, test.accept,
				answer.Code, answer.Body, cache, test.status, test.body, test.cache)
		}
	}
}

func TestHandlerSparesWhatTheBrowserHas(t *testing.T) {
	handler := smallSite(t)
	ask := func(tag string) *httptest.ResponseRecorder {
		request := httptest.NewRequest(http.MethodGet, "/", nil)
		request.Header.Set("If-None-Match", tag)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		return answer
	}
	if first := ask(""); first.Code != http.StatusOK {
		t.Errorf("the first answer is %d", first.Code)
	} else if second := ask(first.Header().Get("ETag")); second.Code != http.StatusNotModified {
		t.Errorf("the second answer is %d, want %d", second.Code, http.StatusNotModified)
	}
}
