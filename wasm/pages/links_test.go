package pages

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

// TestExamplesOfLinks: each is what EncodeReadable writes, but for the order of directives, and opens as
// the script beside it.
func TestExamplesOfLinks(t *testing.T) {
	v, err := links()
	if err != nil || len(v.Examples) < 4 {
		t.Fatal(err, len(v.Examples))
	}
	for _, e := range v.Examples {
		l, err := link.Decode(library.Shipped(), e.Link, script.Codes{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := script.Parse(e.Script)
		if err != nil || s.String() != l.Script.String() {
			t.Errorf("%s: %v\n%s", e.Link, err, e.Script)
		}
		again, err := link.EncodeReadable(s, l.Step)
		if parts, want := sorted(again), sorted(e.Link); err != nil || !slices.Equal(parts, want) {
			t.Errorf("%s is written as %s, %v", e.Link, again, err)
		}
	}
}

// sorted is the parts of a link in another order.
func sorted(text string) []string {
	parts := strings.Split(text, ".")
	slices.Sort(parts)
	return parts
}
