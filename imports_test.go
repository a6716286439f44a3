package closenotify

import (
	"bytes"
	"encoding/json"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the prefix of our own packages.
const module = "closenotify/"

// The import rule, as a statement of policy. Arrows go one way: wasm may know
// scenarios, scenarios may know engine, and engine imports nothing of ours. The engine is
// pure, so that a World is a value: what could bring in a clock, randomness, a
// file, a socket or the browser is not among the packages it may import.
//
// A package obeys the first room that it matches.
var rooms = []room{
	// Commands.
	{"closenotify/engine/cmd/...", []string{"std", "closenotify/engine/..."}, nil},
	// The real library's side shares no code with the engine.
	{"closenotify/engine/conformance", []string{"std"}, nil},
	{"closenotify/engine/conformance/harness", []string{"embed"}, nil},
	// A scenario as C is made of the harness's text.
	{"closenotify/engine/export/reproduce", append([]string{"closenotify/engine", "closenotify/engine/conformance/harness", "closenotify/engine/script", "embed"}, pure...),
		[]string{"std", "closenotify/engine/compile", "closenotify/engine/conformance"}},
	{"closenotify/engine/explore", []string{"std", "closenotify/engine/..."}, nil},
	{"closenotify/engine/replay", []string{"std", "closenotify/engine/..."}, nil},
	// Bytes need ciphers, and tests another TLS stack to read them.
	{"closenotify/engine/capture", append([]string{
		"closenotify/engine", "closenotify/engine/script", "embed", "io", "sync", "time",
		"crypto/aes", "crypto/cipher", "crypto/hkdf", "crypto/hmac", "crypto/sha256",
	}, pure...), []string{"std", "closenotify/engine/conformance"}},
	// Pictures are drawn from values; tests play scripts.
	{"closenotify/engine/draw", append([]string{"closenotify/engine", "closenotify/engine/explain"}, pure...),
		[]string{"std", "closenotify/engine/script", "closenotify/engine/conformance"}},
	{"closenotify/engine/markdown", append([]string{"closenotify/engine/script"}, pure...), []string{"std", "github.com/yuin/goldmark/..."}},
	// Other forms of a scenario are made from values; tests play scripts, and have programs of others read them.
	{"closenotify/engine/export", append([]string{"closenotify/engine", "closenotify/engine/draw", "closenotify/engine/explain", "closenotify/engine/export/reproduce", "closenotify/engine/markdown", "closenotify/engine/script"}, pure...),
		[]string{"std", "closenotify/engine/...", "github.com/yuin/goldmark/..."}},
	// Pixels need fonts.
	{"closenotify/engine/draw/raster", []string{"std", "closenotify/engine/draw", "golang.org/x/image/..."}, []string{"closenotify/engine/script"}},
	// The language, and what explains a step to a person, do not know each other. Tests play
	// random scripts.
	{"closenotify/engine/script", append([]string{"closenotify/engine", "closenotify/engine/program"}, pure...), []string{"std"}},
	{"closenotify/engine/explain", append([]string{"closenotify/engine", "closenotify/engine/program"}, pure...), []string{"std", "closenotify/engine/script", "closenotify/engine/compile", "closenotify/engine/conformance"}},
	// The machine of programs is a leaf. The compiler reads C with another's front end; its tests run gcc.
	{"closenotify/engine/compile", append([]string{"closenotify/engine", "closenotify/engine/cc", "closenotify/engine/program", "closenotify/engine/script"}, pure...), []string{"std"}},
	// Documents whose scripts are checked. Tests ask other programs which blocks they have.
	{"closenotify/engine/document", append([]string{"closenotify/engine", "closenotify/engine/compile", "closenotify/engine/script", "path/filepath", "regexp", goldmark}, pure...), []string{"std"}},
	{"closenotify/engine/program", pure, []string{"std"}},
	{"closenotify/engine/cc", append([]string{"closenotify/engine/program", frontEnd, "embed", "io", "io/fs", "reflect", "regexp"}, pure...), []string{"std"}},
	{"closenotify/engine", append([]string{"closenotify/engine/program"}, pure...), []string{"std", "closenotify/engine/..."}},
	{"closenotify/scenarios", append([]string{"closenotify/engine", "closenotify/engine/script"}, pure...), []string{"std", "closenotify/scenarios/library"}},
	// The lessons. Tests compile their programs.
	{"closenotify/scenarios/library", []string{"embed", "fmt", "io/fs", "path", "strconv", "strings", "sync", "closenotify/engine/script", "closenotify/scenarios", "closenotify/scenarios/stacks"}, []string{"std", "closenotify/engine/..."}},
	// What the lessons' scripts produce is found by playing them.
	{"closenotify/scenarios/find", []string{"std", "closenotify/engine", "closenotify/engine/compile", "closenotify/engine/script", "closenotify/scenarios", "closenotify/scenarios/library"}, []string{"closenotify/scenarios/node"}},
	// Tests of the page's scripts.
	{"closenotify/scenarios/node", []string{"std"}, nil},
	// What was measured is data. Tests play the steps that it belongs to.
	{"closenotify/scenarios/stacks", []string{"std"}, []string{"std", "closenotify/engine/...", "closenotify/scenarios/library"}},
	// HTML for blocks in documents. Tests build sites with real tools and open them in a browser.
	{"closenotify/scenarios/docs", []string{"cmp", "embed", "encoding/base64", "errors", "fmt", "html/template", "maps", "regexp", "slices", "strings", "closenotify/engine", "closenotify/engine/document", "closenotify/engine/export", "closenotify/engine/script", "closenotify/scenarios/library", "closenotify/scenarios/link"},
		[]string{"std", "closenotify/engine/...", chromedp, cdproto}},
	{"closenotify/scenarios/cmd/...", []string{"std", "closenotify/engine/...", "closenotify/scenarios/..."}, nil},
	// Answers for issue threads. Tests read them with another parser of Markdown, and compare with recordings.
	{"closenotify/scenarios/answer", append([]string{"closenotify/engine", "closenotify/engine/explain", "closenotify/engine/export", "closenotify/engine/markdown", "closenotify/engine/script"}, pure...), []string{"std", "closenotify/engine/compile", "closenotify/scenarios/library", "github.com/yuin/goldmark/..."}},
	// The manual page. Tests compare with recordings.
	{"closenotify/scenarios/manual", []string{"crypto/sha256", "embed", "encoding/hex", "fmt", "regexp", "strconv", "strings", "sync", "closenotify/engine/script", "closenotify/scenarios/library"}, []string{"std", "closenotify/engine/..."}},
	// A challenge is checked by playing; the client links that. Tests compile programs.
	{"closenotify/scenarios/challenges/challenge", append([]string{"closenotify/engine", "closenotify/engine/program", "closenotify/engine/script", "closenotify/scenarios"}, pure...), []string{"std", "closenotify/engine/..."}},
	// The challenges that ship, and the search for their shortest solutions.
	{"closenotify/scenarios/challenges", []string{"std", "closenotify/engine/...", "closenotify/scenarios", "closenotify/scenarios/challenges/challenge"}, []string{"closenotify/scenarios/library"}},
	{"closenotify/scenarios/link", append([]string{"closenotify/engine", "closenotify/engine/script", "closenotify/scenarios", "embed"}, pure...), []string{"std", "closenotify/engine/compile", "closenotify/scenarios/challenges", "closenotify/scenarios/library", "closenotify/scenarios/programs"}},
	// Questions are made in the lab and where the site is built. Tests play lessons.
	{"closenotify/scenarios/predict", append([]string{"closenotify/engine", "closenotify/engine/explain", "closenotify/scenarios/predict/deck"}, pure...), []string{"std", "closenotify/engine/...", "closenotify/scenarios/library"}},
	{"closenotify/scenarios/predict/sheet", []string{"fmt", "io", "reflect", "strings", "closenotify/engine", "closenotify/engine/script", "closenotify/scenarios/predict", "closenotify/scenarios/predict/explained", "maps", "slices"},
		[]string{"std", "closenotify/engine/...", "closenotify/scenarios", "closenotify/scenarios/library", "closenotify/scenarios/link"}},
	// A test made of such questions. Tests compare with recordings.
	{"closenotify/scenarios/inventory", []string{"embed", "encoding/json", "fmt", "hash/fnv", "slices", "closenotify/engine", "closenotify/engine/script", "closenotify/scenarios/library", "closenotify/scenarios/predict"}, []string{"std", "closenotify/engine/...", "closenotify/scenarios/node"}},
	// What the client fetches about questions.
	{"closenotify/scenarios/predict/explained", pure, []string{"std"}},
	{"closenotify/scenarios/predict/deck", append([]string{"closenotify/engine"}, pure...), []string{"std"}},
	// Texts of programs. Tests compile them.
	{"closenotify/scenarios/programs", []string{"embed"}, []string{"std", "closenotify/engine/..."}},
	// Saved scenarios need a clock, random names and, in a browser, its database.
	{"closenotify/scenarios/store", []string{"std", "closenotify/engine", "closenotify/engine/script"}, nil},
	{"closenotify/wasm/ui/model", []string{"std", "closenotify/engine/...", "closenotify/scenarios/..."}, nil},
	{"closenotify/wasm/ui/...", []string{"std", "closenotify/engine/...", "closenotify/scenarios/...", "closenotify/wasm/ui/...", goApp}, nil},
	{"closenotify/wasm/e2e", nil, []string{"std", "closenotify/engine/...", "closenotify/scenarios/...", "closenotify/wasm/site", chromedp, cdproto, "github.com/makiuchi-d/gozxing/..."}},
	// It draws scenarios without the client.
	{"closenotify/wasm/site", []string{"std", "closenotify/engine/...", "closenotify/scenarios", "closenotify/scenarios/store", goApp}, nil},
	// Pages that are read without the program are made when the site is built.
	{"closenotify/wasm/pages", []string{"std", "closenotify/engine/...", "closenotify/scenarios/...", "closenotify/wasm/site", chroma}, nil},
	// The compiler is a program of its own.
	{"closenotify/wasm/lab", []string{"closenotify/engine/compile", "closenotify/engine/script", "runtime/debug", "syscall/js"}, nil},
	// So is what exports scenarios. It links no compiler.
	{"closenotify/wasm/export", []string{"errors", "slices", "closenotify/engine", "closenotify/engine/export/reproduce", "closenotify/engine/script", "closenotify/wasm/export/forms", "runtime/debug", "syscall/js"}, nil},
	// What the page saves and copies. Tests read QR codes with another program's decoder.
	{"closenotify/wasm/export/forms", []string{"bytes", "errors", "fmt", "strings", "closenotify/engine", "closenotify/engine/capture", "closenotify/engine/export", "closenotify/engine/script", "closenotify/scenarios/answer", "closenotify/scenarios/predict/explained", "closenotify/scenarios/predict/sheet", "rsc.io/qr"},
		[]string{"std", "closenotify/engine/compile", "github.com/makiuchi-d/gozxing/..."}},
	{"closenotify/wasm/sizefloor", []string{goApp}, nil},
	{"closenotify/wasm/benchfloor", []string{"std", goApp}, nil},
	{"closenotify/wasm", []string{"std", "closenotify/engine", "closenotify/engine/compile", "closenotify/engine/export/reproduce", "closenotify/engine/script", "closenotify/scenarios", "closenotify/scenarios/challenges", "closenotify/scenarios/find", "closenotify/scenarios/library", "closenotify/scenarios/predict/explained", "closenotify/scenarios/predict/sheet", "closenotify/scenarios/programs", "closenotify/wasm/pages", "closenotify/wasm/ui/...", "closenotify/wasm/site", goApp}, nil},
	{"closenotify", nil, []string{"std"}},
}

// A room is a set of packages that obey the same rule. In its patterns, "std" is
// all of the standard library, and "/..." at the end stands for all below.
type room struct {
	packages string
	// may are the packages that it may import.
	may []string
	// tests are those that its tests may import besides. All may import testing
	// and what they test.
	tests []string
}

const (
	goApp     = "github.com/maxence-charriere/go-app/v9/pkg/app"
	indexedDB = "github.com/hack-pad/go-indexeddb/idb"
	chromedp  = "github.com/chromedp/chromedp/..."
	cdproto   = "github.com/chromedp/cdproto/..."
	frontEnd  = "modernc.org/cc/v4"
	goldmark  = "github.com/yuin/goldmark/..."
	chroma    = "github.com/alecthomas/chroma/v2/..."
)

// pure are the packages of the standard library that compute and do nothing
// else.
var pure = []string{
	"bytes", "cmp", "encoding/base64", "encoding/binary", "encoding/hex", "encoding/json", "errors", "fmt", "hash/crc32",
	"iter", "maps", "math", "math/bits", "slices", "sort", "strconv", "strings", "unicode", "unicode/utf16", "unicode/utf8",
}

// exceptions are files that may import what their room may not.
var exceptions = map[string][]string{
	// What they compute is computed once, whoever needs it first.
	"engine/start.go":          {"sync"},
	"engine/program/tables.go": {"sync"},
	// A browser paints by itself.
	"engine/export/png_native.go":                 {"closenotify/engine/draw/raster"},
	"engine/export/reproduce/support_embedded.go": {"sync"},
	"scenarios/lazy.go":                           {"sync"},
	"scenarios/link/predictor.go":                 {"sync"},
	"scenarios/store/indexeddb_js.go":             {indexedDB},
	"scenarios/store/connection_js.go":            {indexedDB},
	"scenarios/store/transaction_js.go":           {indexedDB},
	"scenarios/store/collection_js.go":            {indexedDB},
	"scenarios/store/indexeddb_error_js.go":       {indexedDB},
}

// heavy are packages that the client must not link: each adds to what everyone
// downloads, or has no meaning in a browser.
var heavy = []string{
	"crypto/tls", "crypto/x509", "html/template", "log/slog", "net/http", "os/exec", "testing", "text/template", "closenotify/wasm/site", "closenotify/wasm/pages", "closenotify/engine/draw/raster", "closenotify/scenarios/library", "closenotify/scenarios/challenges", "closenotify/scenarios/stacks",
	"closenotify/engine/cc", frontEnd, "closenotify/engine/document",
}

// A goPackage is what `go list -json` says of a package.
type goPackage struct {
	ImportPath, Dir                    string
	GoFiles, TestGoFiles, XTestGoFiles []string
}

func TestImports(t *testing.T) {
	matched := make([]bool, len(rooms))
	seen := 0
	for _, system := range []string{runtime.GOOS, "js"} {
		for _, p := range list(t, system, "./...") {
			seen++
			room := slices.IndexFunc(rooms, func(r room) bool { return match(r.packages, p.ImportPath) })
			if room < 0 {
				t.Errorf("%s is in no room of the table", p.ImportPath)
				continue
			}
			matched[room] = true
			checkFiles(t, p, p.GoFiles, rooms[room].may)
			own := append([]string{p.ImportPath, "testing"}, rooms[room].may...)
			checkFiles(t, p, slices.Concat(p.TestGoFiles, p.XTestGoFiles), append(own, rooms[room].tests...))
		}
	}
	if seen == 0 {
		t.Fatal("go list names no package")
	}
	for i, r := range rooms {
		if !matched[i] {
			t.Errorf("no package is in the room %s", r.packages)
		}
	}
}

// checkFiles holds the imports of a package's files against what they may be.
func checkFiles(t *testing.T, p goPackage, files, may []string) {
	for _, file := range files {
		path := filepath.Join(p.Dir, file)
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath+"/"+file, module)
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !allowed(imported, may) && !slices.Contains(exceptions[name], imported) {
				t.Errorf("%s imports %s, which its room does not allow", name, imported)
			}
		}
	}
}

func TestExceptionsAreInUse(t *testing.T) {
	for name, imports := range exceptions {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, imported := range imports {
			if !strings.Contains(string(source), strconv.Quote(imported)) {
				t.Errorf("%s does not import %s any more", name, imported)
			}
		}
	}
}

func TestTheClientLinksNothingHeavy(t *testing.T) {
	const modfile = "build/client.mod"
	if out, err := exec.Command("make", modfile).CombinedOutput(); err != nil {
		t.Fatalf("make %s: %v\n%s", modfile, err, out)
	}
	linked := list(t, "js", "-deps", "-modfile="+modfile, "./wasm")
	for _, required := range []string{goApp, indexedDB} {
		if !slices.ContainsFunc(linked, func(p goPackage) bool { return p.ImportPath == required }) {
			t.Errorf("the client does not link %s: it is a requirement that the page is made with go-app, and that scenarios are stored with go-indexeddb", required)
		}
	}
	for _, p := range linked {
		if slices.Contains(heavy, p.ImportPath) {
			t.Errorf("the client links %s", p.ImportPath)
		}
	}
}

// allowed reports whether one of the patterns allows the import.
func allowed(imported string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		// The first element of an import path has a dot unless the package is in
		// the standard library, or one of ours.
		first, _, _ := strings.Cut(imported, "/")
		standard := !strings.Contains(first, ".") && first != "closenotify"
		return match(pattern, imported) || pattern == "std" && standard
	})
}

// match reports whether a pattern stands for a package.
func match(pattern, path string) bool {
	below, tree := strings.CutSuffix(pattern, "/...")
	return path == below || tree && strings.HasPrefix(path, below+"/")
}

// list is the answer of go list for the system, wasm for js.
func list(t *testing.T, system string, arguments ...string) []goPackage {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,TestGoFiles,XTestGoFiles"}, arguments...)...)
	command.Env = append(os.Environ(), "GOOS="+system)
	if system == "js" {
		command.Env = append(command.Env, "GOARCH=wasm")
	}
	var complaint strings.Builder
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, complaint.String())
	}
	var packages []goPackage
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := decoder.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
