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

// recordFindings runs the scripts of the findings on every release, and writes the results.
func recordFindings(s settings, out io.Writer) error {
	dir := filepath.Join(s.out, "findings")
	findings, err := explore.ReadFindings(dir)
	if err != nil {
		return err
	}
	for _, f := range findings {
		recorded, err := recordScript(s, f.Script)
		if err != nil {
			return err
		}
		f.Recordings = merge(f.Recordings, recorded)
		if err := os.WriteFile(filepath.Join(dir, f.Name+".txt"), []byte(f.String()), 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%d findings\n", len(findings))
	return nil
}

// recordScript runs a script on every release, in both versions of TLS.
func recordScript(s settings, script string) ([]conformance.Recording, error) {
	var list []conformance.Recording
	for _, path := range s.harnesses {
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

// merge returns the new recordings of a finding and the old ones of other releases, sorted
// by profile and version.
func merge(old, recorded []conformance.Recording) []conformance.Recording {
	list := slices.Clone(recorded)
	for _, r := range old {
		if !slices.ContainsFunc(recorded, func(a conformance.Recording) bool { return a.Head == r.Head }) {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b conformance.Recording) int { return strings.Compare(a.Head, b.Head) })
	return list
}
