package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"path"
	"slices"

	"closenotify/engine/draw"
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

	earlyStyle  = "web/early.css"
	earlyScript = "web/early.js"
)

// scripts are the files that are joined, in the order in which they run: into the script of
// the page, that of pages without the program, and that of the worker.
var (
	scripts        = []string{"web/wasm_exec.js", "web/draw.js", "web/receive.js", "web/lab_run.js", labFilesName, "web/lab.js", "web/find.js", "web/find_box.js", "web/boot.js"}
	articleScripts = []string{"web/find.js", "web/find_box.js"}
	workerScripts  = []string{"web/wasm_exec.js", "web/lab_run.js", labWorkerName}
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
	err := a.join(scriptName, scripts)
	for _, name := range slices.Concat(styles, scripts) {
		if name != styleName {
			delete(a.build, name)
		}
	}
	return err
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
