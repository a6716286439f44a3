package link

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"closenotify/engine/script"
)

// damages are what happens to an address on its way, and what people paste.
var damages = map[string]func(address string) string{
	"nothing":                  func(a string) string { return a },
	"only the link":            func(a string) string { return a[strings.Index(a, "#")+1:] },
	"in the query":             func(a string) string { return strings.Replace(a, "#", "?s=", 1) },
	"in the query with others": func(a string) string { return strings.Replace(a, "#", "?ask&s=", 1) + "&utm_source=mail#top" },
	"# escaped":                func(a string) string { return strings.Replace(a, "#", "%23", 1) },
	"# escaped twice":          func(a string) string { return strings.Replace(a, "#", "%2523", 1) },
	"all escaped":              url.QueryEscape,
	"Safe Links": func(a string) string {
		return "https://eur01.safelinks.protection.example/?url=" + url.QueryEscape(a) + "&data=05%7C02%7Ca%40b.example%7C08dd&sdata=x%3D&reserved=0"
	},
	"Safe Links twice": func(a string) string {
		return "https://one.example/?url=" + url.QueryEscape("https://two.example/?url="+url.QueryEscape(a)+"&data=1") + "&data=2"
	},
	"a full stop":                 func(a string) string { return a + "." },
	"a comma":                     func(a string) string { return a + ", and so on" },
	"brackets":                    func(a string) string { return "(" + a + ")." },
	"Markdown":                    func(a string) string { return "[the scenario](" + a + ") shows it" },
	"angle brackets":              func(a string) string { return "<" + a + ">" },
	"quotation marks":             func(a string) string { return "“" + a + "”" },
	"HTML":                        func(a string) string { return `<a href="` + a + `" target=_blank>link</a>` },
	"a sentence around it":        func(a string) string { return "See " + a + " for the rest.\nThanks" },
	"broken into lines":           func(a string) string { return a[:len(a)/2] + "\r\n  " + a[len(a)/2:] },
	"zero-width characters":       func(a string) string { return strings.Join(strings.Split(a, ""), "\u200b") },
	"a byte order mark":           func(a string) string { return "\ufeff" + a + "\u2060" },
	"marks of bidirectional text": func(a string) string { return "\u2066" + a + "\u2069" },
	"no-break spaces":             func(a string) string { return "\u00a0" + a + "\u00a0" },
	"a blank escaped in it":       func(a string) string { return a[:len(a)-3] + "%20" + a[len(a)-3:] },
	"a % that escapes nothing":    func(a string) string { return a + "%" },
}

// TestDamagedAddresses: the link in an address is found whatever has been done to it.
func TestDamagedAddresses(t *testing.T) {
	for _, text := range []string{
		mustEncode(t, shippedScript(t, "half-close"), 3), mustEncode(t, everything(t), 0), "t.tls12.c-SSL_shutdown.s-SSL_read-100.2", "1QDBGRqYBGpkABRGZzW",
		mustEncode(t, mustParse(t, programScripts(t)["one-call.txt"]), 2),
	} {
		for name, damage := range damages {
			damaged := damage("https://host.example/s/half-close#" + text)
			if got := FromText(damaged); got != text {
				t.Errorf("%s: %s gives %s", name, damaged, got)
			}
			_, fragment, _ := strings.Cut(damaged, "#")
			if link, err := decode(fragment); fragment != "" && !strings.Contains(name, "query") && (err != nil || link.Script.Steps == nil) {
				t.Errorf("%s: the fragment %s: %v", name, fragment, err)
			}
		}
	}
	for _, text := range []string{"", "#", "https://host.example/", "Hello.", "12", strings.Repeat("2P", 3*MaxLength)} {
		if got := FromText(text); got != "" {
			t.Errorf("%.40s gives %s", text, got)
		}
	}
}

// shippedScript is the script of a shipped scenario.
func shippedScript(t *testing.T, name string) script.Script {
	t.Helper()
	sc, err := shipped.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return sc.Script
}

func TestQuery(t *testing.T) {
	path := InQuery("/s/half-close", "t.c-SSL_shutdown")
	if path != "/s/half-close?s=t.c-SSL_shutdown" {
		t.Error(path)
	}
	for query, want := range map[string]string{
		"s=t.c-SSL_shutdown": "t.c-SSL_shutdown", "ask&s=2SCBAdBaAAAAAA&x=1": "2SCBAdBaAAAAAA", "s": "", "": "", "ask=s": "", "s=%74.c-SSL_shutdown.": "t.c-SSL_shutdown",
	} {
		if got := FromQuery(query); got != want {
			t.Errorf("%s: %s", query, got)
		}
	}
}

// TestLinksEndInALetterOrADigit, so that a full stop after one is no part of it.
func TestLinksEndInALetterOrADigit(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for _, p := range played(t) {
		readable, err := EncodeReadable(p.script, random.IntN(3))
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{mustEncode(t, p.script, 0), mustEncode(t, p.script, random.IntN(len(p.script.Steps)+1)), readable} {
			if last := rune(text[len(text)-1]); !unicode.IsLetter(last) && !unicode.IsDigit(last) || strings.Trim(text, alphabet+".") != "" {
				t.Errorf("%s", text)
			}
		}
	}
}
