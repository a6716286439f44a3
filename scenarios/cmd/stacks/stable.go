package main

import (
	"regexp"
	"strings"
)

// unstable are the parts of texts that differ from one run to the next, and the words that
// stand for them.
var unstable = []struct {
	pattern *regexp.Regexp
	word    string
}{
	{regexp.MustCompile(`127\.0\.0\.1:\d+`), "ADDRESS:PORT"},
	{regexp.MustCompile(`127\.0\.0\.1`), "ADDRESS"},
	{regexp.MustCompile(`\bport \d+`), "port PORT"},
	{regexp.MustCompile(`(?m)^(.*?)[0-9A-F]{8,16}:error:`), "${1}THREAD:error:"},
	{regexp.MustCompile(`\b\d+ milliseconds`), "N milliseconds"},
	{regexp.MustCompile(`\*\d+ `), "*N "},
}

// stable replaces what differs from one run to the next.
func stable(text, dir string) string {
	text = strings.ReplaceAll(text, dir, "DIRECTORY")
	for _, u := range unstable {
		text = u.pattern.ReplaceAllString(text, u.word)
	}
	return text
}
