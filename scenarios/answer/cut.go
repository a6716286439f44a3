package answer

import (
	"strconv"
	"strings"
)

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
	return strings.ToValidUTF8(text[:end], "") + "\u2026 (" + strconv.Itoa(rest) + " more lines)\n"
}
