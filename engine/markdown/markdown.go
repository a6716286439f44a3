// Package markdown writes texts into Markdown (CommonMark, with GitHub's extensions) so that they
// are shown as they are and cannot become markup.
package markdown

import (
	"strings"

	"closenotify/engine/script"
)

// Fenced is a block of code in a language, "" for none. Its fence is longer than any run of
// backticks in the text, so that nothing in it ends the block.
func Fenced(language, text string) string {
	text = visible(text)
	fence := strings.Repeat("`", max(3, longestRun(text)+1))
	return fence + language + "\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

// Code is code within a line.
func Code(text string) string {
	text = strings.ReplaceAll(visible(text), "\n", " ")
	fence := strings.Repeat("`", longestRun(text)+1)
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

// longestRun is the length of the longest run of backticks.
func longestRun(text string) int {
	longest, run := 0, 0
	for _, c := range text {
		if c != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// Text is a text on one line, "" if there is nothing to see in it. It may begin a paragraph.
func Text(text string) string {
	var b strings.Builder
	for _, word := range strings.Fields(visible(text)) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		writeWord(&b, word, b.Len() == 0)
	}
	return b.String()
}

// writeWord writes a word, which may be the first of a paragraph.
func writeWord(b *strings.Builder, word string, first bool) {
	digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
	lower := strings.ToLower(word)
	link := strings.Contains(lower, "://") || strings.Contains(lower, "www.") // GitHub makes links of these
	for i, c := range word {
		switch {
		case strings.ContainsRune("\\`*[]<>{}&#!|~$@", c),
			c == '_' && !insideName(word, i),
			link && (c == ':' || c == '.'),
			first && i == 0 && strings.ContainsRune("-+=:", c),
			first && i == digits && (c == '.' || c == ')'):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
}

// insideName reports whether a character has a letter or a digit of ASCII on both sides, as the
// underscore in SSL_read, which then is no emphasis.
func insideName(word string, i int) bool {
	isPart := func(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }
	return 0 < i && i < len(word)-1 && isPart(word[i-1]) && isPart(word[i+1])
}

// visible is a text without hidden characters, other than the ends of its lines.
func visible(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n':
			return c
		case c == '\t':
			return ' '
		case script.IsHidden(c):
			return -1
		}
		return c
	}, text)
}
