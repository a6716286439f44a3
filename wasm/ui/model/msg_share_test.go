package model

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

func TestShareShowsAndCopies(t *testing.T) {
	m := newModel()
	m.BaseURL = "https://example.org"
	m = press(t, m, "seek 2", "share")
	if m.Dialog != "share" || !strings.HasPrefix(m.Link, "https://example.org/s/"+FirstPreset+"#") || !strings.HasSuffix(m.Link, ".2") {
		t.Fatalf("dialog %q, link %q", m.Dialog, m.Link)
	}
	m, cmds := send(m, Share{Copy: true})
	if len(cmds) != 1 || cmds[0] != (Copy{m.Link, "Link"}) {
		t.Fatalf("effects %v", cmds)
	}
	m, cmds = send(m, Copied{What: "Link"})
	if w := cmds[0].(Wait); w.Msg != (DismissNotice{lastNotice(t, m).ID}) || !strings.Contains(lastNotice(t, m).Text, "step 2") {
		t.Errorf("%v, %q", w, lastNotice(t, m).Text)
	}
	if m, _ = send(press(t, m, "hide-dialog"), Copied{"Link", "denied"}); !lastNotice(t, m).Error || m.Dialog != "share" {
		t.Error("a refused copy is not told")
	}
	if m, _ = send(m, Copied{What: "Text"}); lastNotice(t, m).Text != "Text copied." {
		t.Errorf("%q", lastNotice(t, m).Text)
	}
}

// TestSharedLinks opens each link that the dialog makes, with all choices.
func TestSharedLinks(t *testing.T) {
	for _, start := range []string{"open-preset truncation", "new-scenario", "open-preset half-close"} {
		for _, act := range []bool{false, true} {
			m := press(t, newModel(), start)
			if act || m.Len() == 0 {
				m = press(t, m, "act client SSL_shutdown", "act server SSL_read 100")
			}
			m = press(t, m, "last", "share")
			for _, step := range []string{"step", "start"} {
				for _, text := range []string{"full", "bare"} {
					for _, form := range []string{FormShort, FormReadable, FormQuery} {
						shared := press(t, m, "share-set "+step, "share-set "+text, "share-set "+form)
						checkSharedLink(t, shared, step == "start", text == "bare" && form != FormReadable)
					}
				}
			}
		}
	}
}

// checkSharedLink opens the link of the dialog in another page.
func checkSharedLink(t *testing.T, m Model, fromStart, bare bool) {
	t.Helper()
	if m.Sharing.Problem != "" || m.Link == "" {
		t.Fatalf("%+v: no link", m.Sharing)
	}
	if queried := strings.Contains(m.Link, "?s="); queried != (m.Sharing.Form == FormQuery) || queried == strings.Contains(m.Link, "#") {
		t.Errorf("%+v: %s", m.Sharing, m.Link)
	}
	opened, _ := send(newModel(), visitOf("https://example.org"+m.Link))
	want := m.At
	if fromStart {
		want = 0
	}
	if stepLines(opened) != stepLines(m) || opened.At != want {
		t.Errorf("%s opens %q at step %d, want %q at %d", m.Link, stepLines(opened), opened.At, stepLines(m), want)
	}
	if bare && len(m.Intro) > 0 && opened.Title() == m.Title() {
		t.Errorf("%s has the title %q", m.Link, opened.Title())
	}
}

// TestBareLinksAreShort: without a preset and narration, half of the lessons fit into 60 characters.
func TestBareLinksAreShort(t *testing.T) {
	var lengths []int
	for s := range library.Shipped().All() {
		if s.Script.HasPrograms() {
			continue
		}
		m := press(t, press(t, newModel(), "open-preset "+s.Name), "share", "share-set bare")
		_, fragment, _ := strings.Cut(m.Link, "#")
		if decoded, err := link.Decode(library.Shipped(), fragment, script.Codes{}); err != nil || hasTexts(decoded.Script) {
			t.Errorf("%s: %v, %+v", s.Name, err, decoded.Script)
		}
		lengths = append(lengths, len(fragment))
	}
	short := 0
	for _, n := range lengths {
		if n <= 60 {
			short++
		}
	}
	if len(lengths) == 0 || 2*short < len(lengths) {
		t.Errorf("%d of %d links have at most 60 characters: %v", short, len(lengths), lengths)
	}
}

func TestALongLinkIsWarnedOf(t *testing.T) {
	m := press(t, newModel(), "new-scenario")
	m = sendOne(m, EditScript{"# " + strings.Repeat("a long title ", 200) + "\n\nclient SSL_shutdown\n"})
	m = press(t, m, "share")
	if s := SceneOf(m).Share; !strings.Contains(s.Warning, "2000") || s.OffersQR || s.Length != countOf(len(m.Link), "character") {
		t.Errorf("%d characters: %+v", len(m.Link), s)
	}
	if s := SceneOf(press(t, m, "share-set bare")).Share; s.Warning != "" || !s.OffersQR {
		t.Errorf("%+v", s)
	}
}

func TestAScenarioWithoutALinkCanBeExported(t *testing.T) {
	m := sendOne(press(t, newModel(), "new-scenario"), EditScript{strings.Repeat("client SSL_read 1\n", 5000)})
	for _, msg := range []Msg{Share{}, Share{Copy: true}} {
		shared, cmds := send(m, msg)
		s := SceneOf(shared).Share
		if shared.Dialog != "share" || s.Link != "" || !strings.Contains(s.Warning, "at most 4096 steps") || s.Native || s.OffersQR || len(cmds) > 0 {
			t.Errorf("%v, %+v", cmds, s)
		}
		if _, cmds := send(shared, ExportAs{Format: "script"}); len(cmds) != 1 {
			t.Errorf("%v", cmds)
		}
	}
}

// hostile has all that could end a text in HTML or Markdown.
const hostile = `"><script>alert(1)</script>]](http://x) ` + "`` ''</tls-shutdown></iframe> &amp; \\ *_~ \u202e"

func TestMarkdownOfALink(t *testing.T) {
	m := sendOne(newModel(), EditScript{"# " + hostile + "\n\nclient SSL_shutdown\n"})
	m = press(t, m, "share")
	_, cmds := send(m, CopyShared{"markdown"})
	text := cmds[0].(Copy).Text
	title, address, ok := strings.Cut(strings.TrimPrefix(text, "["), "](<")
	if !ok || address != m.Link+">)" {
		t.Fatalf("%s", text)
	}
	for i, c := range title {
		if strings.ContainsRune("[]<>`*_", c) && !strings.HasSuffix(strings.ReplaceAll(title[:i], `\\`, ""), `\`) {
			t.Errorf("%q is not escaped in %s", c, title)
		}
	}
	if strings.Contains(text, "\u202e") {
		t.Errorf("%q has hidden characters", text)
	}
}

// TestEmbeds reads the HTML with an XML parser, in which nothing may be left open.
func TestEmbeds(t *testing.T) {
	for _, title := range []string{"A title", hostile} {
		m := sendOne(newModel(), EditScript{"# " + title + "\n\nclient SSL_shutdown\nserver SSL_read 10\n"})
		m.BaseURL = "https://example.org"
		m = press(t, m, "seek 1", "share")
		_, fragment, _ := strings.Cut(m.Link, "#")
		fragment, _, _ = strings.Cut(fragment, ".")

		iframe := elementsOf(t, m, "iframe")
		want := "https://example.org/embed/?step=1#" + fragment
		if f := iframe[0]; len(iframe) != 2 || f.Name.Local != "iframe" || attribute(f, "src") != want || attribute(f, "loading") != "lazy" ||
			attribute(f, "sandbox") != "allow-scripts allow-popups allow-popups-to-escape-sandbox" || !strings.HasPrefix(attribute(f, "title"), m.sharedTitle()) {
			t.Errorf("%+v, want %s", iframe, want)
		}
		if a := iframe[1]; a.Name.Local != "a" || attribute(a, "href") != m.Link {
			t.Errorf("%+v", a)
		}

		component := elementsOf(t, m, "component")
		names := ""
		for _, e := range component {
			names += e.Name.Local + " "
		}
		if c := component[1]; names != "script tls-shutdown ol li li p a " || attribute(c, "link") != fragment || attribute(c, "step") != "1" || attribute(c, "scenario") != "" {
			t.Errorf("%s: %+v", names, component)
		}
	}
	m := press(t, newModel(), "open-preset truncation", "share")
	if c := elementsOf(t, m, "component")[1]; attribute(c, "scenario") != "truncation" || attribute(c, "step") != "" {
		t.Errorf("%+v", c)
	}
}

// elementsOf are the start tags of the HTML that is copied.
func elementsOf(t *testing.T, m Model, what string) []xml.StartElement {
	t.Helper()
	_, cmds := send(m, CopyShared{what})
	text := strings.Replace(cmds[0].(Copy).Text, `.js" defer>`, `.js" defer="">`, 1)
	var list []xml.StartElement
	for d := xml.NewDecoder(strings.NewReader("<body>" + text + "</body>")); ; {
		token, err := d.Token()
		if err == io.EOF {
			return list[1:]
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok {
			list = append(list, e.Copy())
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestShareNatively(t *testing.T) {
	m := press(t, newModel(), "share")
	if SceneOf(m).Share.Native {
		t.Error("offered where the browser cannot")
	}
	m.Sharing.Native = true
	m = press(t, m, "hide-dialog", "share")
	_, cmds := send(m, ShareNative{})
	if !SceneOf(m).Share.Native || len(cmds) != 1 || cmds[0] != (PassOn{m.Title(), m.Link}) {
		t.Errorf("%v", cmds)
	}
}
