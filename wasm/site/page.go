package site

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
)

// A Page is one address of the site, with what a search engine or a link
// preview says of it.
type Page struct {
	// Path is the address: "/" or "/s/client-first".
	Path string
	// Title stands in the browser's tab.
	Title string
	// Description is one or two sentences.
	Description string
}

// file is where the page lies in the site. Hosts of static files answer /s/x
// with s/x.html.
func (p Page) file() string {
	if p.Path == "/" {
		return "index.html"
	}
	return strings.TrimPrefix(p.Path, "/") + ".html"
}

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// pageData is what page.html shows.
type pageData struct {
	Page
	Build    string
	Styles   []string
	Content  template.HTML
	Wasm     string
	WasmExec string
	WasmSize int
	Boot     string
	NotFound string
}

// renderPage is a whole page: content in it is what the client will show first.
func renderPage(a assets, p Page, content string) ([]byte, error) {
	return execute("app", a, p, content)
}

// renderNotFound is the page for an address that does not exist. It does without
// the client.
func renderNotFound(a assets) ([]byte, error) {
	return execute("notfound", a, Page{Title: "Not found – close_notify"}, "")
}

func execute(name string, a assets, p Page, content string) ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.ExecuteTemplate(&b, name, pageData{
		Page:     p,
		Build:    "/" + a.folder(),
		Styles:   a.styles(),
		Content:  template.HTML(content),
		Wasm:     a.url("web/app.wasm"),
		WasmExec: a.url("web/wasm_exec.js"),
		WasmSize: len(a.build["web/app.wasm"]),
		Boot:     a.url("web/boot.js"),
		NotFound: a.url("web/notfound.js"),
	})
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", p.Path, err)
	}
	return b.Bytes(), nil
}
