package e2e

import (
	"encoding/base64"
	"strings"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/export"
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

// TestExportInThePage: the page writes the same bytes as the command, while it compiles.
func TestExportInThePage(t *testing.T) {
	b := openScript(t, "/")
	text := "# A title\n\n" + programScript("int main(SSL *ssl)\n{\n    return SSL_shutdown(ssl);\n}\n")
	b.typeScript(callsInC(33))
	for _, f := range export.Formats {
		got, failed := b.exportInLab(f.Name, text)
		want, err := export.Script(f.Name, text, compile.Start)
		switch {
		case failed != "" || err != nil:
			t.Errorf("%s: %s, %v", f.Name, failed, err)
		case f.Name == "png":
			if !strings.HasPrefix(string(got), "\x89PNG\r\n") || len(got) < 5000 {
				t.Errorf("%d bytes: %.20q", len(got), got)
			}
		case string(got) != string(want):
			t.Errorf("%s: got\n%.500s\nwant\n%.500s", f.Name, got, want)
		}
	}
	b.waitText(".where", "of 34:")
	for format, want := range map[string]string{"pdf": `"pdf" is no format; there are `, "svg": `line 6, column 12: "SSL_shutdwn": `} {
		if _, failed := b.exportInLab(format, strings.Replace(text, "SSL_shutdown", "SSL_shutdwn", 1)); !strings.HasPrefix(failed, want) {
			t.Errorf("%s: got %q, want %s", format, failed, want)
		}
	}
}
