package site

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"strings"
)

// headersName is a file of header rules at the top of the site, as Netlify and others read
// it: a path, and below it, indented, the fields of its answer.
const headersName = "_headers"

// headers returns the header rules for the files of the build, which never change. There is a
// rule for each file, because one for the folder would also have a 404 kept for a year.
func (a assets) headers() []byte {
	var b strings.Builder
	for _, name := range a.build.names() {
		fmt.Fprintf(&b, "%s\n  Cache-Control: public, max-age=31536000, immutable\n", a.url(name))
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
