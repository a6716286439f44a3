package draw

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast checks that every text has a contrast of at least 4.5:1 with what it
// stands on, in both themes (WCAG 2.2, success criterion 1.4.3).
func TestContrast(t *testing.T) {
	const least = 4.5
	light, dark, found := strings.Cut(Styles, "@media (prefers-color-scheme:dark)")
	if !found {
		t.Fatal("there is no dark theme")
	}
	for _, c := range []struct{ text, on string }{
		{"text", ".card"}, {".note", ".card"}, {".number", ".card"}, {".remark", ".card"}, {".error", ".card"}, {".retry", ".card"},
		{"text", ".head.client"}, {"text", ".head.server"}, {"text", ".behind"},
		{".label", ".data"}, {".label", ".notify"}, {".label", ".warning"}, {".label", ".handshake"},
		{".on-fatal", ".fatal"}, {".on-forged", ".forged"}, {".on-bar", ".behind"},
		{".flag-text.client", ".flag.client"}, {".flag-text.server", ".flag.server"},
		{".flag-text.client", ".flag.clear"}, {".flag-text.server", ".flag.clear"},
	} {
		for theme, css := range map[string][]string{"light": {light}, "dark": {dark, light}} {
			text, on := fill(t, css, c.text), fill(t, css, c.on)
			if ratio := contrast(text, on); ratio < least {
				t.Errorf("%s: %s on %s has %.2f:1", theme, c.text, c.on, ratio)
			}
		}
	}
}

// fill looks up a colour in the style sheets, the most specific first. Texts on records
// that have no colour of their own have that of all labels.
func fill(t *testing.T, sheets []string, selector string) (rgb [3]float64) {
	t.Helper()
	for _, css := range sheets {
		rule := regexp.MustCompile(`\.close-notify ` + regexp.QuoteMeta(selector) + `(?:\.set)?(?:,[^{]*)?\{[^}]*?fill:#([0-9a-f]+)`)
		if m := rule.FindStringSubmatch(css); m != nil {
			hex := m[1]
			if len(hex) == 3 {
				hex = hex[:1] + hex[:1] + hex[1:2] + hex[1:2] + hex[2:] + hex[2:]
			}
			for i := range rgb {
				n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
				if err != nil {
					t.Fatal(err)
				}
				rgb[i] = float64(n) / 255
			}
			return rgb
		}
	}
	if strings.HasPrefix(selector, ".on-") {
		return fill(t, sheets, ".label")
	}
	t.Fatalf("%s has no colour", selector)
	return rgb
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(rgb [3]float64) float64 {
	for i, c := range rgb {
		if c <= 0.04045 {
			rgb[i] = c / 12.92
		} else {
			rgb[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
}

// TestMotionIsOptional checks that a picture starts no animation unless its viewer
// allows motion, and that a picture that stands still has none at all.
func TestMotionIsOptional(t *testing.T) {
	allowed, rest, _ := strings.Cut(animationStyles, "\n}\n")
	if !strings.HasPrefix(allowed, "@media (prefers-reduced-motion:no-preference){") || strings.Contains(rest, "animation") {
		t.Errorf("animations start outside of the media query:\n%s", animationStyles)
	}
	h, tip := play(t, "client SSL_shutdown\n")
	if svg := string(SVG(h, tip, Options{})); strings.Contains(svg, "animation") || strings.Contains(svg, "@keyframes") {
		t.Errorf("a picture that stands still is animated:\n%s", svg)
	}
}
