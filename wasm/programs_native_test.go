//go:build !js

package main

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/programs"
)

// TestShippedProgramsAreCompiled for every release.
func TestShippedProgramsAreCompiled(t *testing.T) {
	encoded, err := shippedPrograms()
	if err != nil {
		t.Fatal(err)
	}
	codes, err := script.DecodeCodes(encoded)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs.All() {
		for _, profile := range engine.Profiles() {
			if made, _ := codes.Find(script.TranslationUnit{Text: p.Text, Release: profile.VersionNumber()}); made.Code == nil {
				t.Errorf("%s is not compiled for %s", p.Name, profile.Name)
			}
		}
	}
	if _, err := compileForAll([]string{"", "int main(SSL *ssl) { return q; }\n"}); err == nil || !strings.Contains(err.Error(), "q") {
		t.Errorf("the error of a wrong program is %v", err)
	}
}
