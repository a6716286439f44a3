package store

import (
	"strings"
	"testing"
)

func TestCopyTitle(t *testing.T) {
	long := strings.Repeat("é", MaxTitle)
	for _, c := range []struct {
		title    string
		existing []string
		want     string
	}{
		{"X", nil, "X (copy)"},
		{"X", []string{"X"}, "X (copy)"},
		{"X", []string{"X", "X (copy)"}, "X (copy 2)"},
		{"X (copy)", []string{"X (copy)"}, "X (copy 2)"},
		{"X (copy 2)", []string{"X (copy)", "X (copy 2)"}, "X (copy 3)"},
		{"X (copy 2)", []string{"X (copy 2)"}, "X (copy)"},
		{"X (copy 1)", nil, "X (copy 1) (copy)"},
		{"X (copy 02)", nil, "X (copy 02) (copy)"},
		{"X (copy2)", nil, "X (copy2) (copy)"},
		{"X (copying)", nil, "X (copying) (copy)"},
		{"X (copy) Y", nil, "X (copy) Y (copy)"},
		{" X\n ", nil, "X (copy)"},
		{"", nil, "(copy)"},
		{"(copy)", nil, "(copy) (copy)"},
		{long, nil, long[:2*(MaxTitle-len(" (copy)"))] + " (copy)"},
		{long, []string{long[:2*(MaxTitle-len(" (copy)"))] + " (copy)"}, long[:2*(MaxTitle-len(" (copy 2)"))] + " (copy 2)"},
	} {
		var existing []Entry
		for _, title := range c.existing {
			existing = append(existing, Entry{Title: title})
		}
		got := CopyTitle(c.title, existing)
		if got != c.want {
			t.Errorf("CopyTitle(%q, %q) = %q, want %q", c.title, c.existing, got, c.want)
		}
		if _, err := checkedTitle(got); err != nil {
			t.Errorf("CopyTitle(%q) gives %q, which cannot be stored: %v", c.title, got, err)
		}
	}
}
