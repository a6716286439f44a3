package e2e

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"closenotify/engine/script"
)

// openShare opens the share dialog at step 4 of a lesson.
func openShare(b *browser) {
	b.t.Helper()
	b.open("/s/truncation#t.s-SSL_write-40.s2c-fin.c-SSL_read-100.c-SSL_read-100.c-SSL_free.4")
	b.waitStep(4, 5)
	b.click(button("share"))
	b.waitFor("#dialog-share[open] #share-link")
}

// TestShareByKeyboard: the dialog fits a phone and a page at 200 %, all of it can be reached by
// Tab, and its choices change the link.
func TestShareByKeyboard(t *testing.T) {
	for _, size := range [][2]int64{{390, 640}, {720, 450}} {
		b := newBrowser(t)
		b.resize(size[0], size[1])
		openShare(b)
		if wide := evaluate[bool](b, `(d => d.scrollWidth > d.clientWidth || d.getBoundingClientRect().bottom > innerHeight)(document.querySelector("#dialog-share"))`); wide {
			t.Errorf("%v: the dialog does not fit", size)
		}
		reached := map[string]bool{}
		for range 20 {
			reached[evaluate[string](b, `document.activeElement.dataset.do ?? document.activeElement.id`)] = true
			if hidden := evaluate[bool](b, `(r => r.bottom > innerHeight || r.top < 0)(document.activeElement.getBoundingClientRect())`); hidden {
				t.Errorf("%v: what has the keyboard is out of sight", size)
			}
			b.press(kb.Tab)
		}
		for _, want := range []string{"hide-dialog", "share-step", "share-text", "share-form", "share-link", "share-copy link", "share-copy markdown", "show-qr", "share-copy iframe", "share-copy component", "export-format", "export-save", "export-copy"} {
			if !reached[want] {
				t.Errorf("%v: Tab does not come to %s", size, want)
			}
		}
		b.focus("#share-step")
		b.press(kb.ArrowDown)
		b.wait(`!document.querySelector("#share-link").value.endsWith(".4")`)
		b.focus("#share-form")
		b.press(kb.ArrowDown)
		b.wait(`document.querySelector("#share-link").value.includes("#t.s-SSL_write-40")`)
		b.press(kb.ArrowDown)
		b.wait(`document.querySelector("#share-link").value.includes("?s=2")`)
		b.press(kb.Escape)
		b.wait(`!document.querySelector("dialog[open]")`)
	}
}

// TestTheQRCodeCanBeRead takes a picture of the code, and another program reads it.
func TestTheQRCodeCanBeRead(t *testing.T) {
	b := newBrowser(t)
	b.setTheme("dark")
	b.resize(390, 844)
	openShare(b)
	b.loadAxe()
	link := evaluate[string](b, `document.querySelector("#share-link").value`)
	b.click(button("show-qr"))
	b.waitFor(".qr img")
	b.wait(`document.querySelector(".qr img").complete`)
	b.checkAccessible("QR code")
	var picture []byte
	b.do(chromedp.Screenshot(".qr img", &picture, chromedp.ByQuery))
	drawn, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(drawn)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := qrcode.NewQRCodeReader().Decode(bitmap, nil); err != nil || got.GetText() != link {
		t.Errorf("%v, %v, want %s", err, got, link)
	}
}

// TestExportsOfThePage saves each format. The answer for an issue is that of the command.
func TestExportsOfThePage(t *testing.T) {
	folder := t.TempDir()
	b := newBrowser(t)
	openShare(b)
	b.do(cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithBrowserContextID(b.contextID).WithDownloadPath(folder))
	link := evaluate[string](b, `document.querySelector("#share-link").value`)
	formats := evaluate[[]string](b, `[...document.querySelector("#export-format").options].map(o => o.value)`)
	files := map[string][]byte{}
	for _, format := range formats {
		b.choose("#export-format", format)
		b.click(button("export-save"))
		name := strings.TrimPrefix(format, "share-set ")
		files[name] = b.downloaded(folder)
	}
	for name, begin := range map[string]string{"svg": "<svg", "svg-animated": "<svg", "png": "\x89PNG", "script": "# Truncation\n", "json": "{", "pcapng": "\x0a\x0d\x0d\x0a", "issue": "With OpenSSL"} {
		if !bytes.HasPrefix(files[name], []byte(begin)) {
			t.Errorf("%s begins with %.40q", name, files[name])
		}
	}
	s, err := script.Parse(string(files["script"]))
	if err != nil || len(s.Steps) != 5 {
		t.Fatalf("%v: %s", err, files["script"])
	}
	command := exec.Command("go", "run", "./scenarios/cmd/answer")
	command.Dir, command.Stdin = root, bytes.NewReader(files["script"])
	want, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := string(files["issue"]); got != string(want)+"\n[Step through it](<"+link+">)\n" {
		t.Errorf("the answer is\n%s\nwant\n%s", got, want)
	}
	if evaluate[string](b, `document.querySelector(".notices")?.innerText ?? ""`) != "" {
		t.Errorf("%s", b.text(".notices"))
	}
}

// downloaded waits for the file that is saved in the folder, and takes it away.
func (b *browser) downloaded(folder string) []byte {
	b.t.Helper()
	for deadline := time.Now().Add(timeout); ; time.Sleep(20 * time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(folder, "*"))
		if len(files) == 1 && !strings.HasSuffix(files[0], ".crdownload") {
			if data, err := os.ReadFile(files[0]); err == nil && os.Remove(files[0]) == nil {
				return data
			}
		}
		if time.Now().After(deadline) {
			b.t.Fatalf("no file was saved; the page says:\n%s", b.says())
		}
	}
}

// TestCopies: the clipboard has what the buttons say.
func TestCopies(t *testing.T) {
	b := newBrowser(t)
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		b.do(cdpbrowser.SetPermission(&cdpbrowser.PermissionDescriptor{Name: name}, cdpbrowser.PermissionSettingGranted).WithBrowserContextID(b.contextID))
	}
	openShare(b)
	link := evaluate[string](b, `document.querySelector("#share-link").value`)
	copied := func(action, want string) {
		t.Helper()
		b.run(`navigator.clipboard.writeText("")`)
		b.click(button(action))
		b.wait("navigator.clipboard.readText()")
		if got := evaluate[string](b, "navigator.clipboard.readText()"); !strings.HasPrefix(got, want) {
			t.Errorf("%s copies\n%s\nwant\n%s", action, got, want)
		}
	}
	copied("share-copy link", link)
	copied("share-copy markdown", "[Truncation](<"+link+">)")
	copied("share-copy iframe", `<iframe src="`+b.url+`/embed/truncation?step=4#2`)
	copied("share-copy component", `<script src="`+b.url+`/embed.js" defer></script>`)
	b.choose("#export-format", "share-set script")
	copied("export-copy", "# Truncation\n")
	b.press(kb.Escape)
	b.wait(`!document.querySelector("dialog[open]")`)
	b.openPane("why")
	copied("copy-step", "  4  client SSL_read(100) → 0 SSL_ERROR_SSL (unexpected eof while reading)")
	copied("copy-error", "SSL_ERROR_SSL, SSL_R_UNEXPECTED_EOF_WHILE_READING\nerror:0A000126:")
}

// TestShareNatively: the button is there where a browser can share, and the page says why sharing was refused.
func TestShareNatively(t *testing.T) {
	b := newBrowser(t)
	openShare(b)
	const share = `navigator.share = async (what) => { shared = what; if (refusal) throw new DOMException("not now", refusal); }`
	b.beforeLoad("var shared = null, refusal = ''; " + share)
	b.reload()
	b.click(button("share"))
	b.click(button("share-native"))
	b.wait("shared")
	got := evaluate[map[string]string](b, "shared")
	if got["title"] != "Truncation" || got["url"] != evaluate[string](b, `document.querySelector("#share-link").value`) {
		t.Errorf("%v", got)
	}
	b.run(`refusal = "AbortError"`)
	b.click(button("share-native"))
	b.run(`refusal = "NotAllowedError"`)
	b.click(button("share-native"))
	b.waitText("#dialog-share .notice.bad", "not now")
	if n := b.count(".notice"); n != 1 {
		t.Errorf("%d notices", n)
	}
}

// TestImports: a script and a trace, dropped, pasted and chosen as a file. What was on the stage
// can be brought back.
func TestImports(t *testing.T) {
	const text = "# From elsewhere\n\nversion tls1.2\n\nclient SSL_shutdown\nserver SSL_read 10\n"
	command := exec.Command("go", "run", "./engine/cmd/trace", "-json")
	command.Dir, command.Stdin = root, strings.NewReader(text)
	trace, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	b := newBrowser(t)
	b.open("/s/half-close")
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	unsaved := "step 1 of 1:"
	dropped := func(name, text string) {
		b.run(`(data => { data.items.add(new File([` + quote(text) + `], ` + quote(name) + `));
			for (const type of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
		})(new DataTransfer())`)
	}
	pasted := func(text string) {
		b.run(`(data => { data.setData("text/plain", ` + quote(text) + `);
			document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
		})(new DataTransfer())`)
	}
	dropped("mine.txt", text)
	b.waitStep(0, 2)
	b.waitText(".notices", "From elsewhere")
	b.click(`.notices [data-do^="press-notice"]`)
	b.waitText(".where", unsaved)
	pasted(string(trace))
	b.waitStep(0, 2)
	for _, c := range []struct{ name, text, want string }{
		{"bad.txt", "client SSL_shutdown\nclient SSL_shutdwon\n", "“bad.txt” cannot be opened: line 2"},
		{"bad.json", "{\"n\":1,\"step\":\"client SSL_shutdown\"}\n{\"n\":2}\n", "“bad.json” cannot be opened: line 2 has no \"step\""},
		{"bad.json", "{\"n\":1,", "line 1 is not a JSON object"},
		{"empty.txt", " \n", "it is empty"},
		{"large.txt", strings.Repeat("#", 5<<20), "it is larger than 4 MiB"},
	} {
		dropped(c.name, c.text)
		b.waitText(".notice.bad:last-child", c.want)
		b.waitText(".where", "step 0 of 2:")
	}
	pasted(b.url + "/s/truncation")
	b.waitStep(0, 5)
	file := filepath.Join(t.TempDir(), "exported.json")
	exported, _ := json.Marshal(map[string]any{"script": text})
	if err := os.WriteFile(file, exported, 0o600); err != nil {
		t.Fatal(err)
	}
	b.openPane("script")
	b.do(chromedp.SetUploadFiles("#import-file", []string{file}, chromedp.ByQuery))
	b.waitStep(0, 2)
	b.wait(`document.querySelector("#script-text").value.startsWith("# From elsewhere")`)
}

// TestCompareTwoLinksByKeyboard: with a link, with a damaged one, and with a saved scenario.
func TestCompareTwoLinksByKeyboard(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/truncation")
	b.loadAxe()
	b.openPane("compare")
	b.fill("#compare-link", "t.s-SSL_write-40.s2c-fin.c-SSL_read-100.c-SSL_shutdown")
	b.press(kb.Enter)
	b.waitText(".versus-part .verdict", "The first difference is at step 4.")
	b.checkAccessible("compared with a link")
	if rows := b.texts(".versus-row"); len(rows) != 6 || !strings.Contains(rows[5], "only there") || !strings.Contains(rows[3], "only here") {
		t.Errorf("%q", rows)
	}
	b.fill("#compare-link", "t.c-SSL_shutdwon")
	b.press(kb.Enter)
	b.waitText("#compare-problem", "This link cannot be compared: part 1")
	b.checkAccessible("a damaged link")
	b.click(button("save"))
	b.waitText(".notices", "Saved")
	b.click(button("show-dialog saved"))
	b.waitFor(`#dialog-saved[open] [data-do^="compare-saved"]`)
	b.run(`document.querySelector('[data-do^="compare-saved"]').focus()`)
	b.press(kb.Enter)
	b.waitText(".versus-part .verdict", "No step differs.")
}
