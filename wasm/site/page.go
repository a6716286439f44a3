package site

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
)

// A Page is one address of the site, and what search engines and link previews say
// about it.
type Page struct {
	// Path is the path of the address: "/" or "/s/half-close".
	Path string
	// Title is the title of the browser's tab.
	Title string
	// Description has one or two sentences.
	Description string
	// Picture is the path of the picture for link previews, "" for none.
	Picture string
	// Lessons is what the client knows of the shipped scenarios when it begins: a
	// scenarios.Library, as a text.
	Lessons string
}

// file returns the path of the page's file. Static hosts answer /s/x with s/x.html.
func (p Page) file() string {
	if strings.HasSuffix(p.Path, "/") {
		return strings.TrimPrefix(p.Path, "/") + "index.html"
	}
	return strings.TrimPrefix(p.Path, "/") + ".html"
}

// An Article is a page that stands by itself: it is read without the program.
type Article struct {
	Page
	// Body is what the page says.
	Body template.HTML
	// Card is the page's picture for link previews, a PNG; nil for none.
	Card []byte
}

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// pageData is the input of page.html.
type pageData struct {
	Page
	Site        string // where the site will be, "https://example.org"; "" if that is not known
	Build       string
	EarlyStyle  template.CSS
	EarlyScript template.JS
	Style       pageFile
	Article     pageFile
	Script      pageFile
	Index       pageFile // of web/find.js
	Reader      pageFile // the script of an article
	Program     pageFile
	ProgramSize int
	NotFound    pageFile
	Content     template.HTML
	Others      []Page
}

// Name returns the title without the name of the site.
func (p Page) Name() string {
	name, _, _ := strings.Cut(p.Title, " – close_notify")
	return name
}

// pageFile is a file that a page loads. A browser takes it only if it has this digest.
type pageFile struct{ URL, Integrity string }

// renderPage returns a whole page. Its content is what the client will show first.
func renderPage(a assets, p Page, content string) ([]byte, error) {
	return execute("app", a, p, content)
}

// renderNotFound returns the page for an address that does not exist, with a list of those
// that do. It does not load the client.
func renderNotFound(a assets, pages []Page) ([]byte, error) {
	return execute("notfound", a, Page{Title: "Not found – close_notify"}, "", pages...)
}

// renderArticle returns a whole page that does not load the client.
func renderArticle(a assets, p Article) ([]byte, error) {
	return execute("article", a, p.Page, string(p.Body))
}

// execute fills a template of page.html. others are the pages that it lists.
func execute(name string, a assets, p Page, content string, others ...Page) ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.ExecuteTemplate(&b, name, pageData{
		Page:        p,
		Site:        a.site,
		Build:       "/" + a.folder(),
		EarlyStyle:  template.CSS(a.early[earlyStyle]),
		EarlyScript: template.JS(a.early[earlyScript]),
		Style:       a.file(styleName),
		Article:     a.file(articleStyleName),
		Script:      a.file(scriptName),
		Index:       a.file(indexName),
		Reader:      a.file(articleScriptName),
		Program:     a.file(programName),
		ProgramSize: len(a.build[programName]),
		NotFound:    a.file("web/notfound.js"),
		Content:     template.HTML(content),
		Others:      others,
	})
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", p.Path, err)
	}
	return b.Bytes(), nil
}
