package site

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// greeting is a component to render.
type greeting struct{ app.Compo }

// Render shows a heading.
func (g *greeting) Render() app.UI {
	return app.Main().Body(app.H1().Text("a & b"))
}

// input writes the files that a site is made from, and returns options that name
// them.
func input(t *testing.T, program string) Options {
	t.Helper()
	dir := writeFiles(t, map[string]string{
		"web/app.css": "css", "web/more.css": "more", "web/tokens.css": "tokens", "web/article/article.css": "article", "web/article/course.css": "course", "web/course/page.js": "page", "web/early.css": "early style", "web/early.js": "early script",
		"web/boot.js": "js", "web/drafts.js": "drafts", "web/draw.js": "draw", "web/receive.js": "receive", "web/notfound.js": "search", "web/root/icon.svg": "svg",
		"web/dialog.css": "dialog", "web/find.css": "find", "web/find.js": "find", "web/find_box.js": "box",
		"web/base.js": "base", "web/trusted.js": "trusted", "web/goapp.js": "goapp",
		"web/embed/embed.js": "component", "web/embed/page.css": "frame", "web/embed/page.js": "frame", "web/embed/messages.js": "messages", "web/embed/program.js": "run",
		"web/lab.js": "lab", "web/import.js": "import", "web/lab_run.js": "run", "web/lab_worker.js": "work",
		"web/root/app-worker.js": "use(build);\n", "app.wasm": program, "lab.wasm": "compiler", "export.wasm": "exporter", "wasm_exec.js": "exec",
	})
	return Options{
		Web: filepath.Join(dir, "web"), Wasm: filepath.Join(dir, "app.wasm"), Lab: filepath.Join(dir, "lab.wasm"), Export: filepath.Join(dir, "export.wasm"),
		WasmExec: filepath.Join(dir, "wasm_exec.js"), Programs: []byte("programs"), Lessons: []byte("lessons"), Index: []byte("{}"),
		Out:   filepath.Join(dir, "dist"),
		Pages: []Page{{Path: "/", Title: "Front", Description: "What it is.", Lessons: "all"}, {Path: "/s/x", Title: "X & Y", Description: "A <scenario>.", Lessons: "script 1 <2 & 3>"}},
	}
}

// build makes a site and reads it back.
func build(t *testing.T, o Options) Files {
	t.Helper()
	app.Route("/", &greeting{})
	app.Route("/s/x", &greeting{})
	if err := Build(o); err != nil {
		t.Fatal(err)
	}
	files := Files{}
	if err := files.readDir(o.Out, ""); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuild(t *testing.T) {
	program := strings.Repeat("program ", 100)
	files := build(t, input(t, program))
	page := string(files["s/x.html"])
	for _, want := range []string{
		"<title>X &amp; Y</title>", `content="A &lt;scenario&gt;."`, "<h1>a &amp; b</h1>", `data-size="800"`, "/web/app.css",
		"<style>early style</style>", ">early script</script>",
		`<template id="lessons">script 1 &lt;2 &amp; 3&gt;</template>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of /s/x lacks %s:\n%s", want, page)
		}
	}
	i := slices.IndexFunc(files.names(), func(name string) bool { return strings.HasSuffix(name, "/web/app.wasm") })
	if i < 0 {
		t.Fatalf("no program among %v", files.names())
	}
	name := files.names()[i]
	if string(files[name]) != program || len(files[name+".gz"]) == 0 {
		t.Errorf("%s is not the program, or has no .gz", name)
	}
	worker := string(files["app-worker.js"])
	if !strings.Contains(worker, `"`+name+`"`) || !strings.HasSuffix(worker, "use(build);\n") {
		t.Errorf("the worker does not keep the program:\n%s", worker)
	}
	if _, ok := files["icon.svg"]; !ok {
		t.Error("the icon is not at the top of the site")
	}
}

// TestTheCompilerIsNotFetchedAtOnce: the service worker keeps it when it has been used, and the
// page knows its digest.
func TestTheCompilerIsNotFetchedAtOnce(t *testing.T) {
	files := build(t, input(t, "program"))
	find := func(suffix string) string {
		for _, name := range files.names() {
			if strings.HasSuffix(name, suffix) {
				return name
			}
		}
		t.Fatalf("there is no %s", suffix)
		return ""
	}
	if text := string(files[find("/lab_worker.js")]); text != "exec\nrun\nwork" {
		t.Errorf("the script of the worker is %q", text)
	}
	kept, used, _ := strings.Cut(string(files[workerName]), `"used":`)
	script := string(files[find("/app.js")])
	for suffix, always := range map[string]bool{"/lab.wasm": false, "/export.wasm": false, "/lab_worker.js": false, "/programs.bin": true, "/lessons.txt": true} {
		name := find(suffix)
		sum := integrity(files[name])
		entry := `"` + name + `":"` + sum + `"`
		if strings.Contains(kept, entry) != always || strings.Contains(used, entry) == always {
			t.Errorf("%s is kept at once, or not at all", suffix)
		}
		if !strings.Contains(script, `"name":"web`+suffix+`","size":`+strconv.Itoa(len(files[name]))+`,"integrity":"`+sum+`"`) {
			t.Errorf("the page does not know %s:\n%s", suffix, script)
		}
	}
}

func TestBuildsDifferOnlyIfTheirInputDoes(t *testing.T) {
	first, again, other := build(t, input(t, "one")), build(t, input(t, "one")), build(t, input(t, "two"))
	if first.digest() != again.digest() {
		t.Error("the same input makes two different sites")
	}
	for _, name := range []string{"index.html", "app-worker.js"} {
		if string(first[name]) == string(other[name]) {
			t.Errorf("%s is the same for two programs", name)
		}
	}
}

func TestABuildReplacesTheLastOne(t *testing.T) {
	o := input(t, "one")
	build(t, o)
	if err := os.WriteFile(filepath.Join(o.Out, "stale.html"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, stale := build(t, o)["stale.html"]; stale {
		t.Error("a file of the last build is still there")
	}
	if left, err := filepath.Glob(o.Out + "-*"); err != nil || len(left) > 0 {
		t.Errorf("left beside the site: %v, %v", left, err)
	}
}

func TestBuildReportsWhatIsMissing(t *testing.T) {
	for name, want := range map[string]string{
		"app.wasm": "app.wasm", "lab.wasm": "lab.wasm", "export.wasm": "export.wasm", "web/lab_worker.js": "lab_worker.js", "wasm_exec.js": "wasm_exec.js", "web": "static assets", "web/root": "fixed address",
		"web/root/app-worker.js": "app-worker.js", "web/boot.js": "boot.js", "web/early.js": "early.js",
	} {
		o := input(t, "program")
		if err := os.RemoveAll(filepath.Join(filepath.Dir(o.Out), name)); err != nil {
			t.Fatal(err)
		}
		if err := Build(o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("without %s: %v, want an error with %q", name, err, want)
		}
		if _, err := os.Stat(o.Out); err == nil {
			t.Errorf("without %s there is a site all the same", name)
		}
	}
}
