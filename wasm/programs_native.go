//go:build !js

package main

import (
	"fmt"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/library"
	"closenotify/scenarios/programs"
)

// shippedPrograms compiles the programs that come with the page, those to begin with and those of
// the scenarios and challenges, for every release. So nobody waits for the compiler because of them.
func shippedPrograms() ([]byte, error) {
	var texts []string
	for _, p := range programs.All() {
		texts = append(texts, p.Text)
	}
	for _, l := range library.All() {
		for _, s := range []*scenarios.Scenario{&l.Scenario, l.Wrong, l.Right} {
			if s != nil {
				texts = append(texts, s.Script.Programs[0].Text, s.Script.Programs[1].Text)
			}
		}
	}
	for _, c := range challenges.All() {
		texts = append(texts, c.Script.Programs[0].Text, c.Script.Programs[1].Text)
	}
	return compileForAll(texts)
}

// compileForAll compiles texts for every release. A text without anything in it is no program.
func compileForAll(texts []string) ([]byte, error) {
	var codes script.Codes
	for _, text := range texts {
		for _, p := range engine.Profiles() {
			u := script.TranslationUnit{Text: text, Release: p.VersionNumber()}
			if _, done := codes.Find(u); done || text == "" {
				continue
			}
			made := compile.Unit(u)
			if made.Code == nil {
				return nil, fmt.Errorf("a shipped program cannot be compiled for %s: %+v", p.Name, made.Errors)
			}
			codes = codes.With(u, made)
		}
	}
	return codes.Encode(), nil
}
