// Package pages writes the pages that are read without the program: the catalogue of lessons and
// a page for each lesson.
//
// Everything on them is computed from the lessons when the site is built: the drawing, what each
// call returns, what differs between releases, the error texts, and what the programs do.
package pages

import (
	"embed"
	"fmt"
	"html/template"
	"strings"

	"closenotify/engine/draw/raster"
	"closenotify/scenarios/library"
	"closenotify/wasm/site"
)

//go:embed *.html
var sources embed.FS

var templates = template.Must(template.ParseFS(sources, "*.html"))

// Paths of the pages. A lesson's page is below Lessons, its stage below Stage.
const (
	Lessons = "/lessons/"
	Stage   = "/s/"
)

// All returns the pages.
func All() ([]site.Article, error) {
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
	for i := range lessons {
		view, err := lessonView(lessons, i)
		if err != nil {
			return nil, fmt.Errorf("the page of %s: %w", lessons[i].Name, err)
		}
		page := site.Page{Path: Lessons + lessons[i].Name, Title: lessons[i].Title + " – close_notify", Description: lessons[i].Symptom + " " + lessons[i].Fix}
		page.Picture = page.Path + ".png"
		made, err := article(page, "lesson.html", view)
		if err != nil {
			return nil, err
		}
		if made.Card, err = raster.Card(view.Title, view.Symptom, []byte(view.Ladder)); err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	return all, nil
}

// article fills a template.
func article(page site.Page, name string, data any) (site.Article, error) {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return site.Article{}, fmt.Errorf("%s: %w", page.Path, err)
	}
	return site.Article{Page: page, Body: template.HTML(b.String())}, nil
}
