package store

import (
	"strconv"
	"strings"
)

// CopyTitle returns the title of a duplicate: "X (copy)", or "X (copy 2)" and so
// on when existing holds that already. A copy of "X (copy)" counts on from X. It
// is at most MaxTitle runes: X is cut to make room.
func CopyTitle(title string, existing []Saved) string {
	taken := make(map[string]bool, len(existing))
	for _, s := range existing {
		taken[s.Title] = true
	}
	base := []rune(copyBase(CleanTitle(title)))
	for n := 1; ; n++ {
		suffix := " (copy)"
		if n > 1 {
			suffix = " (copy " + strconv.Itoa(n) + ")"
		}
		room := min(len(base), MaxTitle-len(suffix))
		copied := strings.TrimSpace(strings.TrimSpace(string(base[:room])) + suffix)
		if !taken[copied] {
			return copied
		}
	}
}

// copyBase returns title without the suffix that CopyTitle gives.
func copyBase(title string) string {
	open := strings.LastIndex(title, " (copy")
	if open < 0 || !strings.HasSuffix(title, ")") {
		return title
	}
	number := title[open+len(" (copy") : len(title)-1]
	if number == "" {
		return title[:open]
	}
	n, err := strconv.Atoi(strings.TrimPrefix(number, " "))
	if err != nil || n < 2 || number != " "+strconv.Itoa(n) {
		return title
	}
	return title[:open]
}
