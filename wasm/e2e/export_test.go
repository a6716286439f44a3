package e2e

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image/png"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"

	"closenotify/engine/compile"
	"closenotify/engine/export"
	"closenotify/engine/script"
	"closenotify/scenarios/answer"
	"closenotify/scenarios/library"
	"closenotify/scenarios/programs"
)

// exportInLab has the page export a script, and returns the bytes or what it says instead.
func (b *browser) exportInLab(format, text string) (data []byte, failed string) {
	b.t.Helper()
	b.run(`window.exported = undefined`)
	b.run(`exportInLab(` + quote(format) + `, new TextEncoder().encode(` + quote(text) + `), () => {}).then(
		(data) => (exported = "+" + btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""))),
		(reason) => (exported = "-" + reason))`)
	b.wait(`typeof exported === "string"`)
	answer := evaluate[string](b, "exported")
	if failed, ok := strings.CutPrefix(answer, "-"); ok {
		return nil, failed
	}
	data, err := base64.StdEncoding.DecodeString(answer[1:])
	if err != nil {
		b.t.Fatal(err)
	}
	return data, ""
}

// TestExportInThePage: the page writes the same bytes as the command, of scenarios without programs,
// with one that comes with the page and with one of somebody's own, also while the page compiles. Only
// for the last one, the compiler is fetched.
func TestExportInThePage(t *testing.T) {
	b := openScript(t, "/")
	trace := filepath.Join(t.TempDir(), "trace")
	if out, err := exec.Command("go", "build", "-o", trace, "closenotify/engine/cmd/trace").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	own := "# A title\n\n" + programScript("int main(SSL *ssl)\n{\n    return SSL_shutdown(ssl);\n}\n")
	for _, text := range []string{library.All()[0].Script.String(), programScript(programs.All()[0].Text), own} {
		if text == own {
			if b.requestsFor("lab.wasm") > 0 {
				t.Error("the compiler has been fetched")
			}
			b.typeScript(callsInC(33))
		}
		for _, f := range export.Formats {
			got, failed := b.exportInLab(f.Name, text)
			command := exec.Command(trace, "-export", f.Name)
			command.Stdin = strings.NewReader(text)
			want, err := command.Output()
			switch {
			case failed != "" || err != nil || len(want) == 0:
				t.Errorf("%s: %s, %v", f.Name, failed, err)
			case f.Name == "png":
				checkSamePicture(t, got, want)
			case string(got) != string(want):
				t.Errorf("%s: got\n%.500s\nwant\n%.500s", f.Name, got, want)
			}
		}
	}
	s, err := script.Parse(own)
	if err != nil {
		t.Fatal(err)
	}
	want, err := answer.Markdown(s, "https://example.org/", compile.Start) // it plays with all releases
	if got, failed := b.exportInLab("issue", "https://example.org/\n"+own); string(got) != want || err != nil {
		t.Errorf("issue: %s, %v: got\n%s\nwant\n%s", failed, err, got, want)
	}
	b.waitText(".where", "of 34:")
	text := own
	for format, want := range map[string]string{"pdf": `"pdf" is no format; there are `, "svg": `line 6, column 12: "SSL_shutdwn": `} {
		if _, failed := b.exportInLab(format, strings.Replace(text, "SSL_shutdown", "SSL_shutdwn", 1)); !strings.HasPrefix(failed, want) {
			t.Errorf("%s: got %q, want %s", format, failed, want)
		}
	}
}

// checkSamePicture compares the sizes of two drawings: the browser has other fonts than the command.
func checkSamePicture(t *testing.T, got, want []byte) {
	t.Helper()
	a, err1 := png.DecodeConfig(bytes.NewReader(got))
	b, err2 := png.DecodeConfig(bytes.NewReader(want))
	if err := errors.Join(err1, err2); err != nil {
		t.Error(err)
	} else if a.Width*b.Height != a.Height*b.Width {
		t.Errorf("png: %d x %d, want %d x %d", a.Width, a.Height, b.Width, b.Height)
	}
}

// TestExportsWithoutANetwork: the exporter is kept when it has been used, and exports a program that
// comes with the page without a compiler.
func TestExportsWithoutANetwork(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	const kept = `(async () => { for (const name of await caches.keys()) for (const {url} of await (await caches.open(name)).keys()) if (url.endsWith("/export.wasm")) return true })()`
	if evaluate[bool](b, kept) {
		t.Error("the exporter is kept before it has been used")
	}
	text := programScript(programs.All()[0].Text)
	want, _ := b.exportInLab("svg", text)
	b.wait(kept)
	site.down.Store(true)
	b.do(network.ClearBrowserCache())
	b.reload()
	if got, failed := b.exportInLab("svg", text); failed != "" || string(got) != string(want) || len(want) == 0 {
		t.Errorf("%s: %d bytes, want %d", failed, len(got), len(want))
	}
}

// TestExportsInASandbox are made in the page, beside the compiler.
func TestExportsInASandbox(t *testing.T) {
	b := newBrowser(t, atSite(serve(t, sandbox).URL))
	b.open("/")
	text := programScript("int main(SSL *ssl)\n{\n    return SSL_shutdown(ssl) + 5;\n}\n")
	want, err := export.Script("md", text, compile.Start)
	if got, failed := b.exportInLab("md", text); failed != "" || err != nil || string(got) != string(want) {
		t.Errorf("%s, %v: got\n%s\nwant\n%s", failed, err, got, want)
	}
}
