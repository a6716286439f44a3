package site

import (
	"cmp"
	"fmt"
	"net/http"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	// revalidate is the Cache-Control of a file that no rule covers, as on Netlify.
	revalidate = "public, max-age=0, must-revalidate"

	// maxRanges is how many ranges one request may ask for. Browsers ask for one.
	maxRanges = 4

	// slowest is the rate, in bytes per second, at which a client must take a
	// file: less than the 50 kbit/s of GPRS.
	slowest = 4 << 10
)

// NewHandler serves the site in dir as a static host does. /s/x is s/x.html, /lessons/ is lessons/index.html, and
// an address without a file gets 404.html. A client that accepts the encoding of a
// precompressed file gets that file. The rules add header fields. Hidden files, and
// symbolic links that lead out of dir, count as missing. Its file _headers adds others. The site may be rebuilt while
// the handler is in use.
func NewHandler(dir string, rules []HeaderRule) http.Handler {
	return handler{dir, rules}
}

type handler struct {
	dir   string
	rules []HeaderRule
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "this site is read-only", http.StatusMethodNotAllowed)
		return
	}
	// A rebuild replaces the directory, and an open Root would keep the old one. So
	// each request opens its own.
	root, err := os.OpenRoot(h.dir)
	if err != nil {
		http.Error(w, "the site is missing; it may be being rebuilt", http.StatusServiceUnavailable)
		return
	}
	defer root.Close()
	for _, rule := range slices.Concat(h.rules, readHeadersFile(root)) {
		if rule.matches(r.URL.Path) {
			for key, values := range rule.Values {
				w.Header()[key] = values
			}
		}
	}
	if name, ok := find(root, r.URL.Path); ok {
		serveFile(w, limitRanges(r), root, name)
	} else {
		notFound(w, root)
	}
}

// limitRanges returns the request without its Range field if the field names too
// many ranges. The answer would have a part with a header for each of them, so a short
// request could cause a very long answer. A server may ignore Range, and must ignore it
// for methods other than GET, which net/http does not do (RFC 9110, section 14.2).
func limitRanges(r *http.Request) *http.Request {
	if r.Method == http.MethodGet && strings.Count(r.Header.Get("Range"), ",") < maxRanges {
		return r
	}
	r = r.Clone(r.Context())
	r.Header.Del("Range")
	return r
}

// find returns the name of the file at an address.
func find(root *os.Root, address string) (name string, ok bool) {
	// A segment that begins with a dot is a hidden file or directory, such as .git.
	if address == "/"+headersName || !strings.HasPrefix(address, "/") || path.Clean(address) != cmp.Or(strings.TrimSuffix(address, "/"), "/") || strings.Contains(address, "/.") {
		return "", false
	}
	name = strings.TrimPrefix(address, "/")
	if strings.HasSuffix(address, "/") {
		name += "index"
	}
	for _, candidate := range []string{name, name + ".html"} {
		if isFile(root, candidate) {
			return candidate, true
		}
	}
	return "", false
}

// isFile reports whether the name is that of a regular file. Opening a named pipe
// would block.
func isFile(root *os.Root, name string) bool {
	info, err := root.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// serveFile answers with the named file, precompressed if possible.
func serveFile(w http.ResponseWriter, r *http.Request, root *os.Root, name string) {
	encoding, extension := chooseEncoding(r, root, name)
	file, err := root.Open(name + extension)
	if err != nil {
		http.Error(w, "the file cannot be opened", http.StatusInternalServerError)
		return
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	header := w.Header()
	setDefault(header, "Cache-Control", revalidate)
	setDefault(header, "Content-Type", contentType(name))
	header.Add("Vary", "Accept-Encoding")
	if encoding != "" {
		header.Set("Content-Encoding", encoding)
	}
	header.Set("ETag", fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), encoding))
	allowTime(w, info.Size())
	http.ServeContent(w, r, name, info.ModTime(), file)
}

// chooseEncoding returns the smallest form of the named file that the request
// accepts, and that form's extension. Both are empty for the file itself, which is
// also the form of which a range is taken.
func chooseEncoding(r *http.Request, root *os.Root, name string) (encoding, extension string) {
	if r.Header.Get("Range") != "" {
		return "", ""
	}
	for _, e := range encodings {
		if accepts(r.Header.Get("Accept-Encoding"), e.name) && isFile(root, name+e.extension) {
			return e.name, e.extension
		}
	}
	return "", ""
}

// allowTime sets the time limit for an answer of the given size. The limit grows
// with the size, so that a slow client gets all of a large file.
func allowTime(w http.ResponseWriter, size int64) {
	limit := writeTimeout + time.Duration(size/slowest)*time.Second
	// This fails only for a writer without a connection, which has no limit.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(limit))
}

// notFound answers with the site's 404 page.
func notFound(w http.ResponseWriter, root *os.Root) {
	page, err := root.ReadFile("404.html")
	if err != nil {
		page = []byte("there is no such page, and the site has no 404.html\n")
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
