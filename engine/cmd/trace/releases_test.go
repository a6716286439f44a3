package main

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// TestListReleases: every profile and every difference is listed.
func TestListReleases(t *testing.T) {
	var out strings.Builder
	listReleases(&out)
	for _, p := range engine.Profiles() {
		if !strings.Contains(out.String(), p.Name+" ") || !strings.Contains(out.String(), p.Patch) {
			t.Errorf("%s is not listed", p.Name)
		}
	}
	for _, d := range engine.Differences() {
		if !strings.Contains(out.String(), "\n"+d.Name+"\n  "+d.Sentence) {
			t.Errorf("%s is not listed", d.Name)
		}
	}
	if want := "\neof-is-fatal\n"; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in\n%s", want, &out)
	}
}
