package e2e

import (
	"archive/zip"
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// makeSite has the command that made dist make the site again, with other flags.
func makeSite(t *testing.T, flags ...string) {
	t.Helper()
	goRoot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runner := filepath.Join(strings.TrimSpace(string(goRoot)), "lib", "wasm", "wasm_exec.js")
	command := exec.Command("build/tool", append([]string{"build", "-exec", runner}, flags...)...)
	command.Dir = root
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// linked are the attributes of pages that hold addresses.
var linked = regexp.MustCompile(` (?:href|src|data-build|data-program|data-css|data-js|data-index|data-file)="([^"]+)"`)

// crawl follows every address from the front page, and returns how many pages there are. Each address
// must answer, and be below base.
func crawl(t *testing.T, server, base string) (pages int) {
	t.Helper()
	seen, left := map[string]bool{base: true}, []string{base, base + "embed/", base + "embed/half-close"}
	for len(left) > 0 {
		path := left[0]
		left = left[1:]
		answer, err := http.Get(server + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			t.Errorf("%s is answered with %d", path, answer.StatusCode)
		}
		if !strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
			continue
		}
		pages++
		text, _, _ := strings.Cut(string(body), `<template id="lessons">`)
		for _, found := range linked.FindAllStringSubmatch(text, -1) {
			to, err := answer.Request.URL.Parse(strings.ReplaceAll(found[1], "&amp;", "&"))
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			to.Fragment, to.RawQuery = "", ""
			switch {
			case to.Scheme == "data" || to.Host != answer.Request.URL.Host || strings.HasPrefix(found[0], " data-build"):
			case !strings.HasPrefix(to.Path, base):
				t.Errorf("%s leads to %s", path, found[1])
			case !seen[to.Path]:
				seen[to.Path] = true
				left = append(left, to.Path)
			}
		}
	}
	return pages
}

// useBelow uses a site below a path: stage, links, lessons, the search box, an embed, and all that without
// a network.
func useBelow(t *testing.T, server, base string, down func()) {
	t.Helper()
	if pages := crawl(t, server, base); pages < 150 {
		t.Errorf("the crawl has found %d pages", pages)
	}
	b := newBrowser(t, atSite(server))
	b.open(base + "s/half-close")
	b.press(kb.ArrowRight)
	b.waitStep(1, 11)
	b.wait("location.hash.length > 1")
	if path := evaluate[string](b, "location.pathname"); strings.TrimSuffix(path, "/") != base+"s/half-close" {
		t.Errorf("the address has the path %s", path)
	}
	b.reload()
	b.waitStep(1, 11)
	b.click(button("share"))
	link := evaluate[string](b, `document.querySelector("#share-link").value`)
	if !strings.HasPrefix(link, server+base+"s/half-close#") {
		t.Errorf("the link is %s", link)
	}
	b.press(kb.Escape)
	b.press(kb.End)
	b.waitFor("a.read[href*=lessons]")
	if href := evaluate[string](b, `document.querySelector("a.read[href*=lessons]").getAttribute("href")`); href != base+"lessons/half-close" {
		t.Errorf("the lesson is at %s", href)
	}
	b.press("/")
	b.fill("#find-text", "application data after close notify")
	b.waitFor(".find-lesson")
	if href := evaluate[string](b, `document.querySelector(".find-lesson").href`); !strings.HasPrefix(href, server+base+"s/") {
		t.Errorf("the search leads to %s", href)
	}
	b.press(kb.Escape)
	b.waitWorker()
	b.visit(base + "embed/half-close/")
	b.startEmbed()
	b.press(kb.ArrowRight)
	b.waitStep(1, 11)
	if to := evaluate[string](b, "stageLink()"); !strings.HasPrefix(to, base+"s/half-close#") {
		t.Errorf("the embed leads to %s", to)
	}
	down()
	b.open(base + "s/truncation")
	b.press(kb.ArrowRight)
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	b.open(u.Path + "#" + u.Fragment)
	b.waitStep(1, 11)
}

func TestTheSiteBelowAPath(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "docs"), 0o755); err != nil {
		t.Fatal(err)
	}
	makeSite(t, "-base", "/docs/tls/", "-o", filepath.Join(dir, "docs", "tls"))
	var down atomic.Bool
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if down.Load() {
			panic(http.ErrAbortHandler)
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	useBelow(t, server.URL, "/docs/tls/", func() { down.Store(true) })
}

// TestTheZipFromPythonsServer unpacks the zip below a path, where Python's server finds it.
func TestTheZipFromPythonsServer(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "site.zip")
	makeSite(t, "-zip", file)
	unzip(t, file, filepath.Join(dir, "any", "where"))
	server := exec.Command("python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", dir, "0")
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	stop := func() { server.Process.Kill(); server.Wait() }
	t.Cleanup(stop)
	line, err := bufio.NewReader(out).ReadString('\n')
	address := regexp.MustCompile(`http://[0-9.:]+`).FindString(line)
	if address == "" {
		t.Fatalf("the server says %q (%v)", line, err)
	}
	useBelow(t, address, "/any/where/", stop)
}

// unzip unpacks an archive into a new directory.
func unzip(t *testing.T, archive, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := os.CopyFS(dir, r); err != nil {
		t.Fatal(err)
	}
}
