package site

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
)

// revalidate is what a browser must do with a file that no rule makes cacheable,
// as on Netlify.
const revalidate = "public, max-age=0, must-revalidate"

// NewHandler serves the site in dir as a host of static files does: /s/x is
// s/x.html, what does not exist is 404.html, a precompressed file goes to who
// accepts it, and rules add header fields. Rebuilding dir needs no restart.
func NewHandler(dir string, rules []HeaderRule) http.Handler {
	return handler{os.DirFS(dir), rules}
}

type handler struct {
	files fs.FS
	rules []HeaderRule
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "this site is read only", http.StatusMethodNotAllowed)
		return
	}
	for _, rule := range h.rules {
		if rule.matches(r.URL.Path) {
			for key, values := range rule.Values {
				w.Header()[key] = values
			}
		}
	}
	if name, ok := h.find(r.URL.Path); ok {
		h.serve(w, r, name)
	} else {
		h.notFound(w)
	}
}

// find returns the file that an address stands for.
func (h handler) find(address string) (name string, ok bool) {
	if !strings.HasPrefix(address, "/") || path.Clean(address) != address {
		return "", false
	}
	name = strings.TrimPrefix(address, "/")
	if name == "" {
		name = "index"
	}
	for _, candidate := range []string{name, name + ".html"} {
		if info, err := fs.Stat(h.files, candidate); err == nil && info.Mode().IsRegular() {
			return candidate, true
		}
	}
	return "", false
}

// serve answers with a file, precompressed if it can be.
func (h handler) serve(w http.ResponseWriter, r *http.Request, name string) {
	header := w.Header()
	setDefault(header, "Cache-Control", revalidate)
	setDefault(header, "Content-Type", contentType(name))
	header.Add("Vary", "Accept-Encoding")
	file, encoding, err := h.open(name, r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer file.Close()
	info, err := file.Stat()
	content, seekable := file.(io.ReadSeeker)
	if err != nil || !seekable {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	if encoding != "" {
		header.Set("Content-Encoding", encoding)
		// ServeContent leaves the length of an encoded file out.
		header.Set("Content-Length", strconv.FormatInt(info.Size(), 10))
	}
	header.Set("ETag", fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), encoding))
	http.ServeContent(w, r, name, info.ModTime(), content)
}

// open opens the named file in the smallest form that the request accepts.
func (h handler) open(name string, r *http.Request) (file fs.File, encoding string, err error) {
	for _, e := range encodings {
		// A range of a compressed file is of no use to anyone.
		if r.Header.Get("Range") != "" || !accepts(r.Header.Get("Accept-Encoding"), e.name) {
			continue
		}
		if file, err := h.files.Open(name + e.extension); err == nil {
			return file, e.name, nil
		}
	}
	file, err = h.files.Open(name)
	return file, "", err
}

// notFound answers with the site's own page for that.
func (h handler) notFound(w http.ResponseWriter) {
	page, err := fs.ReadFile(h.files, "404.html")
	if err != nil {
		page = fmt.Appendf(nil, "the site has no 404.html: %v\n", err)
	}
	w.Header().Set("Cache-Control", revalidate)
	w.Header().Set("Content-Type", contentType("404.html"))
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(http.StatusNotFound)
	w.Write(page)
}

func setDefault(header http.Header, key, value string) {
	if header.Get(key) == "" {
		header.Set(key, value)
	}
}
