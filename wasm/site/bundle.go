package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"closenotify/engine/draw"
	"closenotify/scenarios/store"
)

// What a page loads are one stylesheet and one script, each joined from several files, and
// the program. Each request fewer lets the page be painted sooner. What it needs before them
// is in the page itself. The compiler's worker has a script of its own.
const (
	styleName   = "web/app.css"
	scriptName  = "web/app.js"
	programName = "web/app.wasm"

	articleStyleName  = "web/article.css" // of the pages that do without the program
	articleScriptName = "web/article.js"

	courseFolder = "web/course/" // what only pages for courses load

	storeScriptName = "web/store.js" // of package store

	earlyStyle  = "web/early.css"
	earlyScript = "web/early.js"
)

// programScripts are what the program needs. The others are the files that are joined, in the order in
// which they run: into the script of the page, that of pages without the program, that of the worker,
// that of an embed, and what an embed loads with the program.
var (
	programScripts = []string{"web/wasm_exec.js", "web/goapp.js", "web/draw.js", "web/receive.js", "web/lab_run.js", labFilesName, "web/lab.js"}

	scripts             = slices.Concat([]string{"web/base.js", "web/trusted.js"}, programScripts, []string{"web/import.js", "web/find.js", "web/find_box.js", storeScriptName, "web/drafts.js", "web/boot.js"})
	articleScripts      = []string{"web/base.js", "web/find.js", "web/find_box.js"}
	workerScripts       = []string{"web/wasm_exec.js", "web/lab_run.js", labWorkerName}
	embedScripts        = []string{"web/base.js", "web/trusted.js", embedFolder + "page.js", embedFolder + "messages.js"}
	embedProgramScripts = slices.Concat(programScripts, []string{embedFolder + "program.js"})
)

// bundle joins the stylesheets and the scripts of the build, and takes out what goes into the
// pages. The script of the page has the digest of the worker's.
func (a *assets) bundle() error {
	a.early = Files{}
	for _, name := range []string{earlyStyle, earlyScript} {
		if a.build[name] == nil {
			return fmt.Errorf("there is no %s", path.Base(name))
		}
		a.early[name] = a.build[name]
		delete(a.build, name)
	}
	component, ok := a.build[embedFolder+componentName]
	if !ok {
		return fmt.Errorf("there is no %s", componentName)
	}
	delete(a.build, embedFolder+componentName)
	a.build[componentName], a.root[componentName] = component, component
	var styles []string
	for _, name := range a.build.names() {
		if path.Ext(name) == ".css" && path.Dir(name) == "web" {
			styles = append(styles, name)
		}
	}
	if err := errors.Join(a.joinArticleStyle(), a.join(articleScriptName, articleScripts), a.join(styleName, styles), a.join(labWorkerName, workerScripts)); err != nil {
		return err
	}
	if err := a.addLabFiles(); err != nil {
		return err
	}
	a.build[storeScriptName] = []byte(store.Script)
	err := errors.Join(a.join(scriptName, scripts), a.join(embedScriptName, embedScripts), a.join(embedProgramName, embedProgramScripts), a.joinEmbedStyle())
	for _, name := range slices.Concat(styles, scripts, embedScripts, embedProgramScripts) {
		if name != styleName {
			delete(a.build, name)
		}
	}
	return err
}

// joinEmbedStyle joins the stylesheets of embeds. A page that frames one may choose another theme than
// the system's, so the drawing has its dark colours twice.
func (a *assets) joinEmbedStyle() error {
	light, dark, ok := strings.Cut(draw.Styles, "@media (prefers-color-scheme:dark){")
	if !ok {
		return errors.New("the drawing has no dark colours")
	}
	dark = strings.TrimSpace(dark)
	dark = strings.TrimSuffix(dark, "}")
	const drawing = embedFolder + "drawing.css"
	a.build[drawing] = []byte(light + "@media (prefers-color-scheme:dark){" + below(`:root:not([data-theme="light"])`, dark) + "}\n" + below(`:root[data-theme="dark"]`, dark))
	err := a.join(embedStyleName, []string{"web/tokens.css", drawing, embedFolder + "page.css"})
	delete(a.build, drawing)
	delete(a.build, embedFolder+"page.css")
	return err
}

// below puts an ancestor before every selector of rules, each of which is a line.
func below(ancestor, rules string) string {
	return strings.ReplaceAll(strings.ReplaceAll("\n"+rules, "\n.", "\n"+ancestor+" ."), ",.", ","+ancestor+" .")
}

// joinArticleStyle joins the stylesheets of the articles: the colours of the site, those of the
// drawing, dialogs, and their own.
func (a *assets) joinArticleStyle() error {
	a.build["web/article/drawing.css"] = []byte(draw.Styles)
	own := []string{"web/article/drawing.css", "web/article/article.css", "web/article/course.css"}
	err := a.join(articleStyleName, append([]string{"web/tokens.css", "web/dialog.css", "web/find.css"}, own...))
	for _, name := range own {
		delete(a.build, name)
	}
	return err
}

// join joins files into one.
func (a *assets) join(name string, from []string) error {
	var joined [][]byte
	for _, part := range from {
		if a.build[part] == nil {
			return fmt.Errorf("there is no %s", path.Base(part))
		}
		joined = append(joined, a.build[part])
	}
	a.build[name] = bytes.Join(joined, []byte("\n"))
	return nil
}

// integrity returns the digest of data in the form of an integrity attribute, which is also
// that of a Content-Security-Policy.
func integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
