package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"closenotify/engine/conformance"
	"closenotify/engine/explore"
)

// recordFindings asks every release for what the findings' scripts do.
func recordFindings(s settings, paths []string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(s.out, "findings", "*.txt"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		f, err := explore.ParseFinding(string(text))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		asked, err := ask(s, paths, f.Script)
		if err != nil {
			return err
		}
		f.Recordings = joined(f.Recordings, asked)
		if err := os.WriteFile(file, []byte(f.String()), 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%d findings\n", len(files))
	return nil
}

// ask runs a script on every release, in both versions of TLS.
func ask(s settings, paths []string, script string) ([]conformance.Recording, error) {
	var list []conformance.Recording
	for _, path := range paths {
		r, err := newRecorder(s, path)
		if err != nil {
			return nil, err
		}
		defer r.harness.Close()
		for _, version := range conformance.Versions {
			one, err := r.harness.Record(conformance.WithProfile(script, r.profile, version))
			if err != nil {
				return nil, err
			}
			list = append(list, one)
		}
	}
	return list, nil
}

// joined are the recordings of a finding, sorted by profile and version: the new
// ones, and the old ones of releases that were not asked.
func joined(old, asked []conformance.Recording) []conformance.Recording {
	list := slices.Clone(asked)
	for _, r := range old {
		if !slices.ContainsFunc(asked, func(a conformance.Recording) bool { return a.Head == r.Head }) {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b conformance.Recording) int { return strings.Compare(a.Head, b.Head) })
	return list
}
