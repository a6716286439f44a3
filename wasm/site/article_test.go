package site

import (
	"strings"
	"testing"
)

// TestArticlesLoadTheirScripts: an article loads its scripts in order, with their digests, and tells
// them which file to fetch. The service worker keeps such files when they have been used.
func TestArticlesLoadTheirScripts(t *testing.T) {
	o := input(t, "program")
	o.Made = Files{"web/course/data.json": []byte("{}")}
	o.Articles = []Article{{Page: Page{Path: "/test/"}, Body: "<h1>Test</h1>", Scripts: []string{"web/course/page.js"}, Data: "web/course/data.json"}, {Page: Page{Path: "/plain"}}}
	files := build(t, o)
	page := string(files["test/index.html"])
	script, data := "", ""
	for _, name := range files.names() {
		if strings.HasSuffix(name, "/web/course/page.js") {
			script = name
		} else if strings.HasSuffix(name, "/web/course/data.json") {
			data = name
		}
	}
	quoted := func(name string) string {
		return `"/` + name + `" integrity="` + strings.ReplaceAll(integrity(files[name]), "+", "&#43;") + `"`
	}
	want := `<script defer src=` + quoted(script) + ` crossorigin data-file=` + strings.Replace(quoted(data), " integrity", " data-integrity", 1) + `></script>`
	if !strings.Contains(page, want) {
		t.Errorf("the page lacks\n%s\n%s", want, page)
	}
	if plain := string(files["plain.html"]); strings.Contains(plain, "web/course") {
		t.Errorf("a page without scripts has some:\n%s", plain)
	}
	kept, used, _ := strings.Cut(string(files[workerName]), `"used":`)
	if strings.Contains(kept, "/web/course/") || !strings.Contains(used, `"`+script+`"`) || !strings.Contains(used, `"`+data+`"`) {
		t.Error("files of an article are kept at once, or never")
	}
	o.Articles[0].Data = "web/course/none.json"
	if err := Build(o); err == nil || !strings.Contains(err.Error(), "none.json") {
		t.Errorf("an article that names a file that there is not: %v", err)
	}
}
