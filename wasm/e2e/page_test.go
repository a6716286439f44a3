package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"closenotify/scenarios"
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

func TestAPageIsReadableWithoutJavaScript(t *testing.T) {
	b := newBrowser(t)
	b.do(emulation.SetScriptExecutionDisabled(true))
	for _, path := range pagePaths(t) {
		b.visit(path)
		b.do(emulation.SetScriptExecutionDisabled(false))
		// With scripts on again, the browser hides the noscript element.
		text := b.text("body") + evaluate[string](b, `document.querySelector("noscript").textContent`)
		b.do(emulation.SetScriptExecutionDisabled(true))
		for _, want := range []string{"close_notify", "allow JavaScript"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s without JavaScript does not say %q but:\n%s", path, want, text)
			}
		}
		if strings.Contains(text, "Loading") {
			t.Errorf("%s without JavaScript claims to be loading", path)
		}
	}
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
	for _, s := range scenarios.Library() {
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
	if manifest.StartURL != "/" || len(manifest.Icons) == 0 {
		t.Errorf("the manifest starts at %q and has %d icons", manifest.StartURL, len(manifest.Icons))
	}
	for _, icon := range manifest.Icons {
		fetch(t, server.URL+icon.Src, icon.Type)
	}
}
