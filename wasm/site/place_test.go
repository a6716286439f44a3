package site

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// withEmbeds is input with what names other pages: an article and embeds.
func withEmbeds(t *testing.T, program string) Options {
	t.Helper()
	o := input(t, program)
	o.Articles = []Article{{Page: Page{Path: "/lessons/", Title: "All"}, Body: `<a href="/s/x#part">one</a> <a href="/s/x?ask">two</a> <a href="/">three</a> <p title="/s/x">/s/x href=/s/x</p>`},
		{Page: Page{Path: "/lessons/x", Picture: "/lessons/x.png", OEmbed: OEmbedPath("x")}, Card: []byte("png")}}
	o.Embeds = []Embed{{Page: Page{Path: "/embed/x", Title: "X", Picture: "/lessons/x.png"}, Stage: "/s/x", About: "/lessons/x", Width: 7, Height: 8}, {Page: Page{Path: "/embed/"}, Stage: "/"}}
	return o
}

// address is an attribute that holds an address.
var address = regexp.MustCompile(` (?:href|src|data-build|data-program|data-css|data-js|data-index|data-file)="([^"#]*)`)

// TestASiteBelowAPathDoesNotLeaveIt: wasm/e2e crawls the real one.
func TestASiteBelowAPathDoesNotLeaveIt(t *testing.T) {
	o := withEmbeds(t, "program")
	o.Base = "docs/tls"
	files := build(t, o)
	checked := 0
	for name, text := range files {
		if !strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "v/") {
			continue
		}
		for _, found := range address.FindAllStringSubmatch(string(text), -1) {
			if strings.HasPrefix(found[1], "/") && !strings.HasPrefix(found[1], "/docs/tls/") {
				t.Errorf("%s leads to %s", name, found[1])
			}
			checked++
		}
	}
	if checked < 40 {
		t.Errorf("only %d addresses", checked)
	}
	if !strings.Contains(string(files["lessons/index.html"]), `<a href="/docs/tls/s/x/#part">one</a> <a href="/docs/tls/s/x/?ask">two</a> <a href="/docs/tls/">three</a> <p title="/s/x">/s/x href=/s/x</p>`) {
		t.Errorf("the article says\n%s", files["lessons/index.html"])
	}
	if !strings.HasPrefix(string(files[headersName]), "/docs/tls/v/*\n  Access-Control-Allow-Origin: *\n/docs/tls/v/") {
		t.Errorf("the headers are\n%s", files[headersName])
	}
}

func TestBasePaths(t *testing.T) {
	for base, want := range map[string]string{"": "/", "/": "/", "docs": "/docs/", "/docs/tls": "/docs/tls/", "/a.b_c~d-e/": "/a.b_c~d-e/"} {
		if p, err := newPlace(Options{Base: base}); err != nil || p.base != want || p.folders != (want != "/") {
			t.Errorf("%q: %q, %v", base, p.base, err)
		}
	}
	for _, base := range []string{"/docs/../tls/", "a b", "/a//b/", "/%2e/", "https://host/"} {
		if p, err := newPlace(Options{Base: base}); err == nil {
			t.Errorf("%q: %q", base, p.base)
		}
	}
	if _, err := newPlace(Options{Base: "/x/", Zip: "x.zip"}); err == nil {
		t.Error("a zip takes a base path")
	}
}

// TestAZipHasRelativeAddressesOnly: it works wherever its files are.
func TestAZipHasRelativeAddressesOnly(t *testing.T) {
	o := withEmbeds(t, "program")
	o.Zip = filepath.Join(filepath.Dir(o.Out), "site.zip")
	if err := Build(o); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(o.Zip)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	files := Files{}
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(content); err != nil {
			t.Fatal(err)
		}
	}
	checked := 0
	for name, text := range files {
		if isPacked(name) {
			t.Errorf("the zip has %s", name)
		}
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, found := range address.FindAllStringSubmatch(string(text), -1) {
			if strings.HasPrefix(found[1], "/") {
				t.Errorf("%s leads to %s", name, found[1])
			}
			checked++
		}
	}
	if checked < 60 {
		t.Errorf("only %d addresses", checked)
	}
	if _, err := os.Stat(o.Out); err == nil {
		t.Error("there is a directory besides the zip")
	}
}

// TestABuildKeepsEarlierOnes with their compressed files and header rules.
func TestABuildKeepsEarlierOnes(t *testing.T) {
	first := withEmbeds(t, strings.Repeat("one ", 100))
	before := build(t, first)
	second := withEmbeds(t, strings.Repeat("two ", 100))
	second.Keep = first.Out
	both := build(t, second)
	third := withEmbeds(t, strings.Repeat("three ", 100))
	third.Keep = second.Out
	all := build(t, third)
	kept := 0
	for name, data := range before {
		if !strings.HasPrefix(name, "v/") {
			continue
		}
		kept++
		if string(both[name]) != string(data) || string(all[name]) != string(data) {
			t.Errorf("%s is not kept", name)
		}
		if rule := "/" + name + "\n  Cache-Control"; strings.Contains(string(all[headersName]), rule) == isPacked(name) {
			t.Errorf("the headers of %s", name)
		}
	}
	if kept < 10 {
		t.Errorf("%d files are kept", kept)
	}
	first.Keep = t.TempDir()
	if err := Build(first); err == nil || !strings.Contains(err.Error(), "no earlier site") {
		t.Errorf("keeping nothing: %v", err)
	}
}

// TestOEmbedHasAbsoluteAddressesOnlyOfAKnownSite.
func TestOEmbedHasAbsoluteAddressesOnlyOfAKnownSite(t *testing.T) {
	o := withEmbeds(t, "program")
	json := string(build(t, o)["oembed/x.json"])
	if strings.Contains(json, "://") || !strings.Contains(json, `src=\"/embed/x\"`) {
		t.Errorf("without the address of the site: %s", json)
	}
	o = withEmbeds(t, "program")
	o.Site, o.Base = "https://example.org", "/docs/"
	files := build(t, o)
	json = string(files["oembed/x.json"])
	for _, want := range []string{"https://example.org/docs/embed/x/", "https://example.org/docs/lessons/x.png", `"version":"1.0"`, `"type":"rich"`, `"width":7`, `"height":8`} {
		if !strings.Contains(json, want) {
			t.Errorf("oEmbed lacks %s: %s", want, json)
		}
	}
	if page := string(files["lessons/x/index.html"]); !strings.Contains(page, `<link rel="alternate" type="application/json+oembed" href="https://example.org/docs/oembed/x.json"`) {
		t.Errorf("the page does not lead to it:\n%s", page)
	}
}

// TestTheComponentIsSmall: at most 6 kB, compressed.
func TestTheComponentIsSmall(t *testing.T) {
	_, files := repositorySite(t)
	packed, err := gzipped(files[componentName])
	if err != nil {
		t.Fatal(err)
	}
	if n := len(packed); n > 6000 || n < 1000 {
		t.Errorf("%s has %d bytes, compressed; at most 6000 are allowed", componentName, n)
	}
}
