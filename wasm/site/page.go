package site

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
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
	// OEmbed is the path of the oEmbed JSON of the page, "" for none.
	OEmbed string
	// Lessons is what the client knows of the shipped scenarios when it begins: a
	// scenarios.Library, as a text.
	Lessons string
}

// An Article is a page that stands by itself: it is read without the program.
type Article struct {
	Page
	// Body is what the page says.
	Body template.HTML
	// Card is the page's picture for link previews, a PNG; nil for none.
	Card []byte
	// Scripts are the names of the scripts that the page runs, in order: "web/course/page.js".
	Scripts []string
	// Data is the name of a file that the scripts fetch, "" for none.
	Data string
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
	Scripts     []pageFile // of an article
	Data        pageFile   // of an article
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
	return a.execute("app", a.place.file(p.Path), a.pageData(p, content))
}

// renderNotFound returns the page for an address that does not exist, with a list of those
// that do. It does not load the client.
func renderNotFound(a assets, pages []Page) ([]byte, error) {
	data := a.pageData(Page{Title: "Not found – close_notify"}, "")
	data.Others = pages
	return a.execute("notfound", "404.html", data)
}

// renderArticle returns a whole page that does not load the client.
func renderArticle(a assets, p Article) ([]byte, error) {
	data := a.pageData(p.Page, string(p.Body))
	for _, name := range slices.Concat(p.Scripts, []string{p.Data}) {
		if name != "" && a.build[name] == nil {
			return nil, fmt.Errorf("page %s: there is no %s", p.Path, name)
		}
	}
	for _, name := range p.Scripts {
		data.Scripts = append(data.Scripts, a.file(name))
	}
	if p.Data != "" {
		data.Data = a.file(p.Data)
	}
	return a.execute("article", a.place.file(p.Path), data)
}

// pageData is what all pages need.
func (a assets) pageData(p Page, content string) pageData {
	return pageData{
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
	}
}

// execute fills a template of page.html, for a file of the site.
func (a assets) execute(name, file string, data pageData) ([]byte, error) {
	var b bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&b, name, data); err != nil {
		return nil, fmt.Errorf("page %s: %w", data.Path, err)
	}
	return a.place.settle(file, b.Bytes()), nil
}
