package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// get fetches an address with the header fields, passes the answer to check, and returns
// its body.
func get(t *testing.T, address string, header http.Header, check func(*http.Response)) []byte {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if header != nil {
		request.Header = header
	}
	// The default transport would ask for gzip and decode the answer.
	answer, err := (&http.Transport{DisableCompression: true}).RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		t.Errorf("%s answers %s", address, answer.Status)
	}
	check(answer)
	return body
}

// pagePaths returns the paths of the pages in dist.
func pagePaths(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dist, "s", "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenario has a page in %s (%v)", dist, err)
	}
	paths := []string{"/"}
	for _, file := range files {
		paths = append(paths, "/s/"+strings.TrimSuffix(filepath.Base(file), ".html"))
	}
	return paths
}

// program returns the path and the content of the client.
func program(t *testing.T) (path string, data []byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dist, "v", "*", "web", "app.wasm"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d builds in %s, want 1 (%v)", len(files), dist, err)
	}
	data, err = os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	path, err = filepath.Rel(dist, files[0])
	if err != nil {
		t.Fatal(err)
	}
	return "/" + filepath.ToSlash(path), data
}

func TestTheProgramIsServedCompressed(t *testing.T) {
	server := serve(t)
	path, data := program(t)
	for _, test := range []struct{ accept, encoding string }{
		{"gzip, deflate, br, zstd", "br"},
		{"gzip, deflate", "gzip"},
		{"br;q=0, gzip", "gzip"},
		{"", ""},
	} {
		header := http.Header{}
		header.Set("Accept-Encoding", test.accept)
		body := get(t, server.URL+path, header, func(answer *http.Response) {
			for field, want := range map[string]string{
				"Content-Type":     "application/wasm",
				"Content-Encoding": test.encoding,
				"Vary":             "Accept-Encoding",
				"Cache-Control":    "public, max-age=31536000, immutable",
			} {
				if have := answer.Header.Get(field); have != want {
					t.Errorf("Accept-Encoding %q: %s is %q, want %q", test.accept, field, have, want)
				}
			}
		})
		switch test.encoding {
		case "":
			if !bytes.Equal(body, data) {
				t.Error("the program served is not the one in dist")
			}
		case "gzip":
			unpacked, err := gzip.NewReader(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			if plain, err := io.ReadAll(unpacked); err != nil || !bytes.Equal(plain, data) {
				t.Errorf("the gzip form is not the program (%v)", err)
			}
		case "br":
			if len(body) > len(data)/4 {
				t.Errorf("brotli leaves %d of %d bytes", len(body), len(data))
			}
		}
	}
}

func TestPagesAreCheckedForNewBuildsAndGuarded(t *testing.T) {
	server := serve(t)
	for _, path := range append(pagePaths(t), "/app-worker.js") {
		get(t, server.URL+path, nil, func(answer *http.Response) {
			if have := answer.Header.Get("Cache-Control"); have != "public, max-age=0, must-revalidate" {
				t.Errorf("%s: Cache-Control is %q", path, have)
			}
			if have := answer.Header.Get("X-Content-Type-Options"); have != "nosniff" {
				t.Errorf("%s: X-Content-Type-Options is %q", path, have)
			}
			policy := answer.Header.Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none'; ") || !strings.Contains(policy, "require-trusted-types-for 'script'") || strings.Contains(policy, "frame-ancestors") {
				t.Errorf("%s: Content-Security-Policy is %q", path, policy)
			}
		})
	}
}

func TestPagesNameNoOtherHostAndNoInlineHandler(t *testing.T) {
	server := serve(t)
	elsewhere := regexp.MustCompile(`(?:src|href|content|data-[a-z]+)="(?:https?:)?//`)
	// What a person may follow is no request: a challenge that begins with steps cites the manual.
	followed := regexp.MustCompile(`<a [^>]*>`)
	inline := regexp.MustCompile(`\son[a-z]+="`)
	for _, path := range pagePaths(t) {
		page := fetch(t, server.URL+path, "text/html; charset=utf-8")
		if found := elsewhere.Find(followed.ReplaceAll(page, nil)); found != nil {
			t.Errorf("%s names another host: %s", path, found)
		}
		if found := inline.Find(page); found != nil {
			t.Errorf("%s has something inline that the policy forbids: %s", path, found)
		}
	}
}

// fetch returns what is at the address, and checks its media type.
func fetch(t *testing.T, address, contentType string) []byte {
	t.Helper()
	return get(t, address, nil, func(answer *http.Response) {
		if have := answer.Header.Get("Content-Type"); have != contentType {
			t.Errorf("%s has the type %q, want %q", address, have, contentType)
		}
	})
}
