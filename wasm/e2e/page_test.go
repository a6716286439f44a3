package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"closenotify/engine/explain"
	"closenotify/scenarios/library"
)

func TestThePlaygroundStarts(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	if b.count("h1") != 1 {
		t.Errorf("the page has %d headings of the first level, want 1", b.count("h1"))
	}
	if evaluate[bool](b, `document.getElementById("boot").checkVisibility()`) {
		t.Error("the loading box is still there")
	}
	if lang := evaluate[string](b, "document.documentElement.lang"); lang != "en" {
		t.Errorf("the page's language is %q, want en", lang)
	}
}

func TestEveryPageStarts(t *testing.T) {
	titles := map[string]string{}
	b := newBrowser(t)
	for _, path := range pagePaths(t) {
		b.open(path)
		title := evaluate[string](b, "document.title")
		if other, taken := titles[title]; taken {
			t.Errorf("%s and %s have the same title, %q", path, other, title)
		}
		titles[title] = path
		if description := evaluate[string](b, `document.querySelector("meta[name=description]").content`); description == "" {
			t.Errorf("%s has no description", path)
		}
	}
}

// seen is the text that is visible, in the order of the page: not what has no box, is hidden or
// transparent, or is cut away by an element around it.
const seen = `(() => {
	const shown = (node) => {
		const range = document.createRange();
		range.selectNodeContents(node);
		const text = range.getBoundingClientRect();
		if (!node.parentElement.checkVisibility({opacityProperty: true, visibilityProperty: true}) || text.width < 2 || text.height < 2) return false;
		for (let e = node.parentElement; e; e = e.parentElement) {
			const style = getComputedStyle(e), box = e.getBoundingClientRect();
			if (style.clipPath !== "none" || style.overflow !== "visible" && (box.width < 2 || box.height < 2)) return false;
		}
		return true;
	};
	const words = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) if (shown(walk.currentNode)) words.push(walk.currentNode.data);
	return words.join(" ");
})()`

// TestAPageIsReadableWithoutJavaScript: each page tells all steps of its scenario. A test can
// still ask such a page, but nothing in it has a timer.
func TestAPageIsReadableWithoutJavaScript(t *testing.T) {
	b := newBrowser(t)
	b.do(emulation.SetScriptExecutionDisabled(true))
	for _, path := range pagePaths(t) {
		b.visit(path)
		text, err := evaluateNow[string](b, timeout, seen)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range append([]string{"close_notify", "allow JavaScript"}, sentencesOf(t, path)...) {
			if !strings.Contains(text, want) {
				t.Errorf("%s without JavaScript does not say %q but:\n%s", path, want, text)
			}
		}
		for _, wrong := range []string{"Loading", "Not yet"} {
			if strings.Contains(text, wrong) {
				t.Errorf("%s without JavaScript says %q", path, wrong)
			}
		}
	}
}

// sentencesOf tells the steps of the scenario of a page. A challenge has none to tell: its page is
// read at /challenges/.
func sentencesOf(t *testing.T, path string) []string {
	t.Helper()
	s := library.All()[0]
	if name, ok := strings.CutPrefix(path, "/s/"); ok {
		lesson, isLesson := library.Find(name)
		if !isLesson {
			return nil
		}
		s = lesson
	}
	h, tip, err := s.Script.Run()
	if err != nil || len(s.Script.Steps) == 0 {
		t.Fatalf("%s has %d steps: %v", path, len(s.Script.Steps), err)
	}
	var sentences []string
	for _, id := range h.Path(tip)[1:] {
		sentences = append(sentences, explain.Sentence(h, id))
	}
	return sentences
}

func TestThePageAllowsZoom(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	viewport := evaluate[string](b, `document.querySelector("meta[name=viewport]").content`)
	for _, forbidden := range []string{"user-scalable", "maximum-scale", "minimum-scale"} {
		if strings.Contains(viewport, forbidden) {
			t.Errorf("the viewport is %q, which limits zoom", viewport)
		}
	}
}

func TestAnUnknownAddressSaysSo(t *testing.T) {
	b := newBrowser(t)
	b.complaints.allow("404")
	b.visit("/s/no-such-scenario")
	b.waitText("h1", "no such page")
	for _, s := range library.All() {
		if b.count(`a[href="/s/`+s.Name+`"]`) != 1 {
			t.Errorf("%s is not listed", s.Name)
		}
	}
	b.click("a[href='/']")
	b.waitRunning()
}

// A browser that blocks cookies throws an exception at every access to localStorage.
func TestBlockedStorageDoesNotStopThePlayground(t *testing.T) {
	b := newBrowser(t, withPreferences(`{"profile": {"default_content_setting_values": {"cookies": 2}}}`))
	b.visit("/no-such-page-with-a-program")
	b.complaints.allow("404")
	blocked := evaluate[bool](b, "(() => { try { return !localStorage } catch { return true } })()")
	if !blocked {
		t.Fatal("the browser does not block storage, so this test would show nothing")
	}
	b.open("/")
}

func TestTheManifestAndItsIconsAreThere(t *testing.T) {
	server := serve(t)
	var manifest struct {
		StartURL string `json:"start_url"`
		Icons    []struct{ Src, Type string }
	}
	body := fetch(t, server.URL+"/manifest.webmanifest", "application/manifest+json")
	if err := json.Unmarshal(body, &manifest); err != nil {
		t.Fatal(err)
	}
	if manifest.StartURL != "./" || len(manifest.Icons) == 0 {
		t.Errorf("the manifest starts at %q and has %d icons", manifest.StartURL, len(manifest.Icons))
	}
	for _, icon := range manifest.Icons {
		fetch(t, server.URL+"/"+icon.Src, icon.Type)
	}
}
