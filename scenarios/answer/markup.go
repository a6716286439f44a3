package answer

import (
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// fenced is a block of code. Its fence is longer than any run of backticks in the text, so that
// nothing in it ends the block.
func fenced(language, text string) string {
	text = visible(text)
	fence := strings.Repeat("`", max(3, longestRun(text)+1))
	return fence + language + "\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

// codeSpan is code within a line.
func codeSpan(text string) string {
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

// prose is a sentence that Markdown shows as it is. Names of C have underscores.
func prose(text string) string {
	var b strings.Builder
	for _, c := range strings.Join(strings.Fields(visible(text)), " ") {
		if strings.ContainsRune("\\`*_[]<>&#!|~$@", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
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

// cut is a text of at most maxBlock bytes, in whole lines, and says how many are missing.
func cut(text string) string {
	if len(text) <= maxBlock {
		return text
	}
	end := strings.LastIndexByte(text[:maxBlock], '\n') + 1
	if end == 0 {
		end = maxBlock
	}
	rest := strings.Count(strings.TrimRight(text[end:], "\n"), "\n") + 1
	return strings.ToValidUTF8(text[:end], "") + "\u2026 (" + itoa(rest) + " more lines)\n"
}

func itoa(n int) string { return strconv.Itoa(n) }
