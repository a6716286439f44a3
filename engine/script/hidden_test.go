package script

import (
	"strings"
	"testing"
	"unicode"
)

// TestHiddenCharacters names one character of each kind, and their neighbours that
// people need.
func TestHiddenCharacters(t *testing.T) {
	hidden := []rune{0, '\t', '\n', 0x7F, 0x85, 0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
		0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xD800, 0xFDD0, 0xFDEF, 0xFEFF, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE007F, 0x10FFFF}
	for _, c := range hidden {
		if !IsHidden(c) {
			t.Errorf("%U is not hidden", c)
		}
	}
	for _, c := range " a~é\u00A0\u0301\u05E9\u2013\u3000\uFDCF\uFDF0\uFE0F\uFFFD\U0001F600\U0001F3FD\U000E0100" {
		if IsHidden(c) {
			t.Errorf("%U is hidden", c)
		}
	}
}

// TestEveryFormatCharacterIsHidden asks the tables of package unicode.
func TestEveryFormatCharacterIsHidden(t *testing.T) {
	format := 0
	for c := rune(0); c <= unicode.MaxRune; c++ {
		if !unicode.In(c, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Noncharacter_Code_Point) {
			continue
		}
		format++
		if !IsHidden(c) || strings.Trim(StripHidden("a"+string(c)+"b"), "ab ") != "" {
			t.Errorf("%U is let through", c)
		}
	}
	if format < 200 {
		t.Errorf("only %d characters looked at", format)
	}
}

func TestStripHidden(t *testing.T) {
	for given, want := range map[string]string{
		"a\tb\u2028c":                "a b c",
		"e\u202Evil\u202C \u2066x":   "evil x",
		"\U0001F468\u200D\U0001F469": "\U0001F468\U0001F469",
		"\u0645\u06CC\u200C\u062E":   "\u0645\u06CC\u062E",
		"é\u00A0\u3000\uFE0F stays":  "é\u00A0\u3000\uFE0F stays",
	} {
		if got := StripHidden(given); got != want || StripHidden(got) != got {
			t.Errorf("%q becomes %q, want %q", given, got, want)
		}
	}
}
