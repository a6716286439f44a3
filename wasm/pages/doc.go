// Package pages writes the pages that are read without the program: the catalogue of lessons, a page
// for each lesson, the same for challenges, the inventory, what a class needs, and the reference.
//
// Everything on them is computed when the site is built: drawings, what each call returns, what
// differs between releases, error texts, and what programs do.
package pages

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"closenotify/engine/draw"
	"closenotify/engine/draw/raster"
	"closenotify/scenarios/library"
	"closenotify/scenarios/manual"
	"closenotify/wasm/site"
)

//go:embed *.html
var sources embed.FS

var templates = template.Must(template.ParseFS(sources, "*.html"))

// Paths of the pages. A lesson's page is below Lessons, its stage below Stage.
const (
	Lessons    = "/lessons/"
	Challenges = "/challenges/"
	Reference  = "/reference/"
	Inventory  = "/inventory/"
	Class      = "/class/"
	Stage      = "/s/"

	EmbedFolder = "/embed/" // what stands in frames of other pages
)

// All returns the pages. recorded is the folder engine/testdata, whose scripts the reference uses.
func All(recorded fs.FS) ([]site.Article, error) {
	lessons, err := lessonPages()
	if err != nil {
		return nil, err
	}
	tasks, err := challengePages()
	if err != nil {
		return nil, err
	}
	tests, err := inventoryPages()
	if err != nil {
		return nil, err
	}
	class, err := classPages()
	if err != nil {
		return nil, err
	}
	reference, err := referencePages(recorded)
	if err != nil {
		return nil, err
	}
	all := slices.Concat(lessons, tasks, tests, class, reference)
	return all, addCards(all)
}

// addCards gives a picture to the pages that have none of their own: their title and what they
// are about, above the drawing of the first lesson.
func addCards(all []site.Article) error {
	first := library.All()[0]
	h, tip, err := play(first.Script)
	if err != nil {
		return err
	}
	ladder := draw.SVG(h, tip, draw.Options{Unstyled: true})
	for i := range all {
		p := &all[i]
		if p.Card != nil {
			continue
		}
		p.Picture = p.Path + ".png"
		if strings.HasSuffix(p.Path, "/") {
			p.Picture = p.Path + "index.png"
		}
		if p.Card, err = raster.Card(p.Name(), p.Description, ladder); err != nil {
			return fmt.Errorf("%s: %w", p.Path, err)
		}
	}
	return nil
}

// lessonPages returns the catalogue and the pages of the lessons.
func lessonPages() ([]site.Article, error) {
	catalogue, err := article(site.Page{
		Path:  Lessons,
		Title: "Lessons – close_notify",
		Description: "Problems with the end of a TLS connection, found by their error text: each with the calls, the records on the wire, " +
			"the wrong and the right code.",
	}, "catalogue.html", catalogueOf(library.Chapters()))
	if err != nil {
		return nil, err
	}
	all := []site.Article{catalogue}
	lessons := library.All()
	for i, l := range lessons {
		view, err := lessonView(lessons, i)
		if err != nil {
			return nil, fmt.Errorf("the page of %s: %w", l.Name, err)
		}
		page := site.Page{Path: Lessons + l.Name, Title: l.Title + " – close_notify", Description: l.Symptom + " " + l.Fix, Picture: Lessons + l.Name + ".png", OEmbed: site.OEmbedPath(l.Name)}
		made, err := article(page, "lesson.html", view)
		if err != nil {
			return nil, err
		}
		if made.Card, err = raster.Card(l.Title, l.Symptom, []byte(view.Ladder.Wide)); err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	return all, nil
}

// referencePage is a page below Reference.
type referencePage struct {
	name, title, description, template string
	data                               any
}

// referencePages returns the tables of rules, of releases, and of the manual page.
func referencePages(recorded fs.FS) ([]site.Article, error) {
	list, err := referenceList(recorded)
	if err != nil {
		return nil, err
	}
	var all []site.Article
	for _, p := range list {
		made, err := article(site.Page{Path: Reference + p.name, Title: p.title + " – close_notify", Description: p.description}, p.template, p.data)
		if err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	return all, nil
}

// referenceList is what referencePages makes.
func referenceList(recorded fs.FS) ([]referencePage, error) {
	x, err := newIndex(recorded)
	if err != nil {
		return nil, err
	}
	changes, err := x.changes(recorded)
	if err != nil {
		return nil, err
	}
	places, err := manualPlaces()
	if err != nil {
		return nil, err
	}
	example, err := docsView()
	if err != nil {
		return nil, err
	}
	links, err := links()
	if err != nil {
		return nil, err
	}
	return []referencePage{
		{"", "Reference", "What decides the end of a TLS connection in OpenSSL: rules, differences between releases, and the manual page.", "reference_index.html",
			map[string]any{"Rules": len(x.rules), "Changes": len(changes), "Title": changesTitle(), "Sentences": len(manual.Sentences())}},
		{"rules", "Rules", "Every rule that decides what a call of OpenSSL does at the end of a connection, with its source and the lessons that show it.", "rules.html", x.ruleGroups()},
		{"releases", changesTitle(), "Every difference between releases of OpenSSL in how a TLS connection ends, with a script that shows it.", "releases.html", map[string]any{"Title": changesTitle(), "Changes": changes}},
		{"manual", "The manual page, sentence by sentence", "SSL_shutdown(3), each sentence with the lesson that shows it, and where the library does something else.", "manual.html", places},
		{"docs", "Scripts in documentation", "How a document says what calls of OpenSSL return, and is checked: Markdown, reStructuredText, Sphinx, MkDocs, Docusaurus and plain HTML.", "docs.html", example},
		{"links", "Links", "How to write a link to a scenario: the grammar of its readable form, with examples.", "links.html", links},
		{"embed", "In your own pages", "How to show a lesson, or any scenario, in a page of your own: a web component, a frame, their messages, and a site on your own server.", "embed.html", map[string]any{"Sandbox": site.EmbedSandbox}},
	}, nil
}

// article fills a template.
func article(page site.Page, name string, data any) (site.Article, error) {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return site.Article{}, fmt.Errorf("%s: %w", page.Path, err)
	}
	return site.Article{Page: page, Body: template.HTML(b.String())}, nil
}
