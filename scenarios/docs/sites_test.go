package docs

import (
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// command is the path of the command block.
var command string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "docs")
	if err != nil {
		log.Fatal(err)
	}
	command = filepath.Join(dir, "block")
	if out, err := exec.Command("go", "build", "-o", command, "closenotify/scenarios/cmd/block").CombinedOutput(); err != nil {
		log.Fatalf("%v\n%s", err, out)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// A generator is a tool that builds a site, with our piece for it.
type generator struct {
	name  string
	piece string   // its file
	tool  []string // the command that builds the site in the working directory
	made  string   // the folder in which that is
	// wrong is a document of the site with the line "SSL_write 5", and failure what the tool says
	// if that expects something else. Paths are those of the working directory.
	wrong, failure string
}

// build builds a copy of the site in testdata, with an address of a playground or "" for none. It
// returns the folder, what the tool says, and whether it succeeds.
func (g generator) build(t *testing.T, site string, change func(dir string)) (dir, said string, ok bool) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", g.name))); err != nil {
		t.Fatal(err)
	}
	piece, err := os.ReadFile(g.piece)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.Base(g.piece)), piece, 0o600); err != nil {
		t.Fatal(err)
	}
	change(dir)
	tool := exec.Command(g.tool[0], g.tool[1:]...)
	tool.Dir = dir
	tool.Env = append(os.Environ(), "BLOCK="+command, "SITE="+site, "NO_COLOR=1", "CI=1", "DOCUSAURUS_NO_PERSISTENT_CACHE=1")
	out, err := tool.CombinedOutput()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatalf("%v: make setup installs what is missing", err)
	}
	return filepath.Join(dir, g.made), string(out), err == nil
}

// spoil makes an expectation in a document wrong.
func (g generator) spoil(t *testing.T, dir string) {
	t.Helper()
	file := filepath.Join(dir, g.wrong)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const right = "client SSL_write 5\n"
	if strings.Count(string(text), right) != 1 {
		t.Fatalf("%s has not one line %q", file, right)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), right, "client SSL_write 5 => 4\n", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// test builds a site that has a playground, one that has none, and one whose expectation is wrong.
func (g generator) test(t *testing.T, blocks int) {
	t.Helper()
	playground := httptest.NewServer(playground(t))
	defer playground.Close()
	dir, said, ok := g.build(t, playground.URL, func(string) {})
	if !ok {
		t.Fatalf("the site is not built:\n%s", said)
	}
	inBrowser(t, dir, playground.URL, blocks)
	if _, said, ok = g.build(t, "", func(dir string) { g.spoil(t, dir) }); ok || !strings.Contains(said, g.failure) {
		t.Errorf("with an expectation that is not met: succeeded %v, and the tool does not say %q:\n%s", ok, g.failure, said)
	}
}

// playground serves the component, and a page for its frames.
func playground(t *testing.T) http.Handler {
	component, err := os.ReadFile("../../web/embed/embed.js")
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /embed.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(component)
	})
	mux.HandleFunc("GET /embed/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!doctype html><title>Frame</title>"))
	})
	return mux
}

// without builds the site without a playground.
func (g generator) without(t *testing.T) {
	t.Helper()
	dir, said, ok := g.build(t, "", func(string) {})
	if !ok {
		t.Fatalf("the site is not built:\n%s", said)
	}
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil || strings.Contains(string(page), "<tls-shutdown") || strings.Contains(string(page), "embed.js") || !strings.Contains(string(page), `<div class="tls-shutdown"`) {
		t.Errorf("without a playground: %v\n%s", err, page)
	}
}

var sphinx = generator{
	name: "sphinx", piece: "sphinx/tls_shutdown.py", made: "out", wrong: "part.txt", failure: "part.txt:3: expected 4, got 5",
	tool: []string{"sphinx-build", "-q", "-W", "-b", "html", ".", "out"},
}

func TestSphinx(t *testing.T) {
	sphinx.test(t, 3)
	sphinx.without(t)
}

// TestSphinxBook: builders that do not make pages have the transcripts.
func TestSphinxBook(t *testing.T) {
	for builder, file := range map[string]string{"text": "index.txt", "latex": "test.tex", "man": "test.1"} {
		g := sphinx
		g.tool = []string{"sphinx-build", "-q", "-W", "-b", builder, ".", "out"}
		dir, said, ok := g.build(t, "https://h.example", func(string) {})
		if !ok {
			t.Fatalf("%s: %s", builder, said)
		}
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil || strings.Contains(string(text), "tls-shutdown link") || !strings.Contains(string(text), "received close") {
			t.Errorf("%s: %v\n%s", builder, err, text)
		}
	}
}

func TestMkDocs(t *testing.T) {
	mkdocs := generator{
		name: "mkdocs", piece: "mkdocs/tls_shutdown.py", made: "site", wrong: "docs/index.md", failure: "docs/index.md:35: expected 4, got 5",
		tool: []string{"mkdocs", "build", "--strict"},
	}
	mkdocs.test(t, 4)
	mkdocs.without(t)
}

// TestDocusaurus takes a minute.
func TestDocusaurus(t *testing.T) {
	modules, err := filepath.Abs("../../build/npm-docusaurus/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(modules, ".bin", "docusaurus")
	if _, err := os.Stat(tool); err != nil {
		t.Fatalf("%v: make setup installs it", err)
	}
	docusaurus := generator{
		name: "docusaurus", piece: "docusaurus/tls-shutdown.mjs", made: "build", wrong: "docs/index.mdx", failure: "docs/index.mdx:34: expected 4, got 5",
		tool: []string{"sh", "-c", `ln -s "$0" node_modules && "$1" build --no-minify`, modules, tool},
	}
	docusaurus.test(t, 4)
}

// TestHTML fills a page of plain HTML. The second time it stays as it is.
func TestHTML(t *testing.T) {
	html := generator{
		name: "html", piece: "testdata/html/index.html", wrong: "index.html", failure: "index.html:14: expected 4, got 5",
		tool: []string{"sh", "-c", `"$BLOCK" -fill -site "$SITE" index.html && cp index.html once.html && "$BLOCK" -fill -site "$SITE" index.html && cmp once.html index.html`},
	}
	html.test(t, 2)
	html.without(t)
}
