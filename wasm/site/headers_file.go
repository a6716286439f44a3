package site

import (
	"cmp"
	"fmt"
	"net/http"
	"os"
	"path"
	"strings"
)

// headersName is a file of header rules at the top of the site, as Netlify and others read
// it: a path, and below it, indented, the fields of its answer.
const headersName = "_headers"

// headers returns the header rules for the files of builds, which never change. There is a
// rule for each file, because one for the folder would also have a 404 kept for a year. But
// every answer is for everybody: a page in a sandboxed frame has no origin of its own, so its
// files come from another one, and without the field it could not tell a 404 from a server
// that does not answer.
func (f Files) headers(p place) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s/*\n  Access-Control-Allow-Origin: *\n", cmp.Or(p.base, "/"), buildsDir)
	for _, name := range f.names() {
		if !strings.HasPrefix(name, buildsDir+"/") || isPacked(name) {
			continue
		}
		fmt.Fprintf(&b, "%s%s\n  Cache-Control: public, max-age=31536000, immutable\n", cmp.Or(p.base, "/"), name)
		if path.Ext(name) == ".wasm" {
			// With this type a browser compiles a program while it arrives.
			b.WriteString("  Content-Type: application/wasm\n")
		}
	}
	return []byte(b.String())
}

// readHeadersFile returns the rules of the site in root. A site without a file has none.
func readHeadersFile(root *os.Root) []HeaderRule {
	data, _ := root.ReadFile(headersName)
	var rules []HeaderRule
	for line := range strings.Lines(string(data)) {
		key, value, isField := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case !isField:
			rules = append(rules, HeaderRule{For: key, Values: http.Header{}})
		case len(rules) > 0:
			rules[len(rules)-1].Values.Add(key, value)
		}
	}
	return rules
}
