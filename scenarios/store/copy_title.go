package store

import (
	"strconv"
	"strings"
)

// CopyTitle returns the title for a duplicate of the scenario with that title: "X (copy)",
// or the first of "X (copy 2)", "X (copy 3)" and so on that no scenario of existing has.
// The duplicate of "X (copy)" is "X (copy 2)", not "X (copy) (copy)". X is cut where the
// result would be longer than MaxTitle, and cleaned as by CleanTitle.
func CopyTitle(title string, existing []Entry) string {
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
		copied := withSuffix(base, suffix)
		if !taken[copied] {
			return copied
		}
	}
}

// withSuffix is a title with a suffix of ASCII, cut before it where there is no room.
func withSuffix(title []rune, suffix string) string {
	room := min(len(title), MaxTitle-len(suffix))
	return strings.TrimSpace(strings.TrimSpace(string(title[:room])) + suffix)
}

// copyBase returns title without what CopyTitle has added.
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
