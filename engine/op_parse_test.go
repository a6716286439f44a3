package engine_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"closenotify/engine"
)

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":                           `""`,
		"SSL_read":                   `"SSL_read"`,
		`a "b" \c`:                   `"a \"b\" \\c"`,
		"é\u0301 שלום 全":             "\"é\u0301 שלום 全\"",
		"a\nb\x1b\u202e\u2028\ufeff": `"a\nb\x1b\u202e\u2028\ufeff"`,
		"\U000E0041\xff\u00a0":       `"\U000e0041\xff\u00a0"`,
		strings.Repeat("x", 60):      `"` + strings.Repeat("x", 60) + `"`,
		strings.Repeat("x", 61):      `"` + strings.Repeat("x", 60) + `…"`,
		strings.Repeat("\u200b", 99): `"` + strings.Repeat(`\u200b`, 10) + `…"`,
	} {
		if got := engine.Quote(text); got != want {
			t.Errorf("Quote(%q) = %s, want %s", text, got, want)
		}
	}
}

// TestSyntaxErrorsAreSafeToShow, whatever the line repeats.
func TestSyntaxErrorsAreSafeToShow(t *testing.T) {
	hostile := strings.Repeat("\u202e\u2028<b>\x1b]0;", 2000)
	for _, line := range []string{
		hostile, "client " + hostile, "client SSL_shutdown " + hostile, "client SSL_read " + hostile,
		"client SSL_read " + hostile + " 1", "client SSL_read " + strings.Repeat("0", 5000) + "1 " + hostile,
		"c2s deliver all " + hostile, "client SSL_set_shutdown " + hostile,
	} {
		_, err := engine.ParseOp(line)
		if err == nil {
			t.Fatalf("%.40q is accepted", line)
		}
		unsafe := func(c rune) bool { return !unicode.IsPrint(c) }
		if text := err.Error(); strings.ContainsFunc(text, unsafe) || utf8.RuneCountInString(text) > 400 {
			t.Errorf("%.40q: the error is %q", line, text)
		}
	}
}
