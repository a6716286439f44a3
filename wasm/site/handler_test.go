package site

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// writeFiles writes files, by their slash-separated paths, to a new directory.
func writeFiles(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// smallSite returns a directory that holds a site of a few files.
func smallSite(t *testing.T) (dir string) {
	t.Helper()
	return writeFiles(t, map[string]string{
		"index.html": "front", "s/x.html": "x", "404.html": "nothing here",
		"v/1/app.js": "plain", "v/1/app.js.gz": "gz", "v/1/app.js.br": "br",
	})
}

// request sends a request to a handler without a connection.
func request(handler http.Handler, method, path string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://site"+path, nil)
	for field := range slices.Chunk(header, 2) {
		r.Header.Set(field[0], field[1])
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, r)
	return answer
}

func TestHandlerAnswersAsAStaticHostDoes(t *testing.T) {
	rules := []HeaderRule{{For: "/v/*", Values: http.Header{"Cache-Control": {"immutable"}}}}
	handler := NewHandler(smallSite(t), rules)
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
		{"POST", "/", "", 405, "this site is read-only\n", ""},
	} {
		answer := request(handler, test.method, test.path, "Accept-Encoding", test.accept)
		cache := answer.Header().Get("Cache-Control")
		if answer.Code != test.status || answer.Body.String() != test.body || cache != test.cache {
			t.Errorf("%s %s (%s): %d %q %q, want %d %q %q", test.method, test.path, test.accept,
				answer.Code, answer.Body, cache, test.status, test.body, test.cache)
		}
	}
}

func TestAnUnchangedFileIsNotSentAgain(t *testing.T) {
	handler := NewHandler(smallSite(t), nil)
	first := request(handler, "GET", "/")
	if first.Code != http.StatusOK {
		t.Errorf("the first answer is %d, want 200", first.Code)
	}
	second := request(handler, "GET", "/", "If-None-Match", first.Header().Get("ETag"))
	if second.Code != http.StatusNotModified || second.Body.Len() > 0 {
		t.Errorf("the second answer is %d with %d bytes, want 304 with none", second.Code, second.Body.Len())
	}
}

// An answer that announces a length and then sends no body cannot be read.
func TestARefusedConditionIsAWholeAnswer(t *testing.T) {
	server := start(t, newServer(NewHandler(smallSite(t), nil)), time.Minute)
	for field, value := range map[string]string{
		"If-Match": `"other"`, "If-Unmodified-Since": "Thu, 01 Jan 2015 00:00:00 GMT",
	} {
		for _, encoding := range []string{"identity", "gzip", "br"} {
			r, err := http.NewRequest(http.MethodGet, "http://"+server.address+"/v/1/app.js", nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set(field, value)
			r.Header.Set("Accept-Encoding", encoding)
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if answer.StatusCode != http.StatusPreconditionFailed || len(body) > 0 || err != nil {
				t.Errorf("%s, %s: %s with %d bytes, %v; want 412 with none", field, encoding, answer.Status, len(body), err)
			}
		}
	}
}

func TestManyRangesGetTheWholeFile(t *testing.T) {
	handler := NewHandler(writeFiles(t, map[string]string{"data.txt": strings.Repeat("0123456789", 1000), "data.txt.gz": "gz"}), nil)
	for _, test := range []struct {
		name, method, ranges string
		status, length       int
	}{
		{"one", "GET", "bytes=2-4", http.StatusPartialContent, 3},
		{"the end", "GET", "bytes=-5", http.StatusPartialContent, 5},
		{"five", "GET", "bytes=0-0,2-2,4-4,6-6,8-8", http.StatusOK, 10_000},
		{"1,500", "GET", "bytes=0-0" + strings.Repeat(",2-2", 1499), http.StatusOK, 10_000},
		{"beyond the end", "GET", "bytes=20000-", http.StatusRequestedRangeNotSatisfiable, -1},
		{"without a body", "HEAD", "bytes=2-4", http.StatusOK, 0},
	} {
		answer := request(handler, test.method, "/data.txt", "Range", test.ranges)
		if answer.Code != test.status || test.length >= 0 && answer.Body.Len() != test.length {
			t.Errorf("%s: %d with %d bytes, want %d with %d", test.name, answer.Code, answer.Body.Len(), test.status, test.length)
		}
	}
	four := request(handler, "GET", "/data.txt", "Range", "bytes=0-0,2-2,4-4,6-6")
	parts := strings.Count(four.Body.String(), "Content-Range: ")
	if four.Code != http.StatusPartialContent || parts != 4 {
		t.Errorf("four ranges: %d with %d parts, want 206 with 4", four.Code, parts)
	}
	packed := request(handler, "GET", "/data.txt", "Range", "bytes=0-0"+strings.Repeat(",2-2", 9), "Accept-Encoding", "gzip")
	if packed.Body.String() != "gz" {
		t.Errorf("an ignored Range still keeps the file from being compressed: %d bytes", packed.Body.Len())
	}
}

func TestHiddenFilesAreNotServed(t *testing.T) {
	handler := NewHandler(writeFiles(t, map[string]string{
		"index.html": "front", ".git/config": "secret", ".env": "secret", "s/.draft.html": "secret", "s/a.b/x.txt": "dots",
	}), nil)
	for _, path := range []string{"/.git/config", "/.git", "/.env", "/s/.draft.html", "/s/.draft", "/%2egit/config", "/s/../.env"} {
		if answer := request(handler, "GET", path); answer.Code != http.StatusNotFound || strings.Contains(answer.Body.String(), "secret") {
			t.Errorf("%s: %d %q, want 404", path, answer.Code, answer.Body)
		}
	}
	if answer := request(handler, "GET", "/s/a.b/x.txt"); answer.Body.String() != "dots" {
		t.Errorf("a dot inside a name: %d %q", answer.Code, answer.Body)
	}
}

func TestLinksOutOfTheSiteAreNotFollowed(t *testing.T) {
	outside := writeFiles(t, map[string]string{"secret.txt": "secret"})
	dir := smallSite(t)
	for name, target := range map[string]string{
		"file.txt": filepath.Join(outside, "secret.txt"), "folder": outside, "v/1/app.css.gz": filepath.Join(outside, "secret.txt"),
		"up.txt": "../" + filepath.Base(outside) + "/secret.txt", "inside.html": "s/x.html",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "v/1/app.css"), []byte("css"), 0o644); err != nil {
		t.Fatal(err)
	}
	handler := NewHandler(dir, nil)
	for path, want := range map[string]string{
		"/file.txt": "nothing here", "/folder/secret.txt": "nothing here", "/up.txt": "nothing here",
		"/v/1/app.css": "css", "/inside": "x",
	} {
		if answer := request(handler, "GET", path, "Accept-Encoding", "gzip"); answer.Body.String() != want {
			t.Errorf("%s: %d %q, want %q", path, answer.Code, answer.Body, want)
		}
	}
}

func TestASiteCanBeRebuiltWhileItIsServed(t *testing.T) {
	dir := smallSite(t)
	handler := NewHandler(dir, nil)
	if answer := request(handler, "GET", "/"); answer.Body.String() != "front" {
		t.Fatalf("the first build: %d %q", answer.Code, answer.Body)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if answer := request(handler, "GET", "/"); answer.Code != http.StatusServiceUnavailable {
		t.Errorf("between two builds: %d %q, want 503", answer.Code, answer.Body)
	}
	if err := os.Rename(writeFiles(t, map[string]string{"index.html": "later"}), dir); err != nil {
		t.Fatal(err)
	}
	if answer := request(handler, "GET", "/"); answer.Body.String() != "later" {
		t.Errorf("the second build: %d %q", answer.Code, answer.Body)
	}
}
