package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"path"
)

// What a page loads are one stylesheet and one script, each joined from several files, and
// the program. Each request fewer lets the page be painted sooner. What it needs before them
// is in the page itself.
const (
	styleName   = "web/app.css"
	scriptName  = "web/app.js"
	programName = "web/app.wasm"

	earlyStyle  = "web/early.css"
	earlyScript = "web/early.js"
)

// scripts are the files that are joined, in the order in which they run.
var scripts = []string{"web/wasm_exec.js", "web/draw.js", "web/boot.js"}

// bundle joins the stylesheets and the scripts of the build, and takes out what goes into the
// pages.
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
	for name, from := range map[string][]string{styleName: styles, scriptName: scripts} {
		var joined [][]byte
		for _, part := range from {
			if a.build[part] == nil {
				return fmt.Errorf("there is no %s", path.Base(part))
			}
			joined = append(joined, a.build[part])
			delete(a.build, part)
		}
		a.build[name] = bytes.Join(joined, []byte("\n"))
	}
	return nil
}

// integrity returns the digest of data in the form of an integrity attribute, which is also
// that of a Content-Security-Policy.
func integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
