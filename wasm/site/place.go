package site

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
)

// A place is where a site will be. Its pages are written for the top of a host, with addresses
// such as /lessons/truncation. At other places they get the addresses that are right there.
type place struct {
	// base is the path of the site, "/" or "/docs/tls/". It is "" if nobody knows it; then all
	// addresses are relative to the page.
	base string
	// folders says that each page is the index.html of a folder. Every static server finds such pages.
	// Hosts of whole sites answer /s/x with s/x.html, too, without another request.
	folders bool
	// pages are the paths of all pages, as they are written.
	pages map[string]bool
}

// basePath is what a base may be. A colon or an encoded slash would be read as something else.
var basePath = regexp.MustCompile(`^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/$`)

// newPlace returns the place for Options.Base.
func newPlace(o Options) (place, error) {
	p := place{base: o.Base, pages: map[string]bool{}}
	switch {
	case o.Zip != "" && o.Base != "":
		return p, fmt.Errorf("a zip works below every path, so it takes no base path")
	case o.Zip == "":
		p.base = "/" + strings.Trim(o.Base, "/") + "/"
		if p.base == "//" {
			p.base = "/"
		}
		if !basePath.MatchString(p.base) {
			return p, fmt.Errorf("the base path %q may only have letters, digits and -._~ between its slashes", o.Base)
		}
	}
	p.folders = p.base != "/"
	for _, page := range o.Pages {
		p.pages[page.Path] = true
	}
	for _, page := range o.Articles {
		p.pages[page.Path] = true
	}
	for _, page := range o.Embeds {
		p.pages[page.Path] = true
	}
	return p, nil
}

// relative is the same place for files that are not to depend on where it is.
func (p place) relative() place {
	p.base = ""
	return p
}

// file returns the file for the page at a path.
func (p place) file(page string) string {
	name := strings.TrimPrefix(page, "/")
	switch {
	case strings.HasSuffix(page, "/"):
		return name + "index.html"
	case p.folders:
		return name + "/index.html"
	}
	return name + ".html"
}

// address returns what stands for an address of the site in one of its files.
func (p place) address(file, address string) string {
	end := len(address)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		end = i
	}
	if p.folders && p.pages[address[:end]] && !strings.HasSuffix(address[:end], "/") {
		address = address[:end] + "/" + address[end:]
	}
	prefix := p.base
	if prefix == "" {
		prefix = cmp.Or(strings.Repeat("../", strings.Count(file, "/")), "./")
	}
	return prefix + strings.TrimPrefix(address, "/")
}

var (
	startTag = regexp.MustCompile(`<[a-zA-Z][^<>]*>`)
	// inTag is an attribute that holds an address of the site. A description is no address, but a picture
	// for link previews is.
	inTag = regexp.MustCompile(` (href|src|data-build|data-program|data-css|data-js|data-index|data-file)="(/[^/"][^"]*|/)"| (content)="(/[^/" ][^" ]*\.png)"`)
)

// settle gives a page the addresses that are right at its place.
func (p place) settle(file string, page []byte) []byte {
	if p.base == "/" {
		return page
	}
	return startTag.ReplaceAllFunc(page, func(tag []byte) []byte {
		return inTag.ReplaceAllFunc(tag, func(attribute []byte) []byte {
			found := inTag.FindSubmatch(attribute)
			name, address := string(found[1])+string(found[3]), string(found[2])+string(found[4])
			return []byte(" " + name + `="` + p.address(file, address) + `"`)
		})
	})
}
