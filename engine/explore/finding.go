package explore

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"closenotify/engine/conformance"
)

// Finding is a script whose last step breaks a promise in a real OpenSSL, and what the
// releases did with it. Its text form, testdata/findings/*.txt, is the script, with a
// comment that explains it and begins with a line
//
//	# Broken promise: flags stay
//
// and then a section for each profile and version, with the recorded trace.
type Finding struct {
	Name       string // of its file, without the extension; "" if it was not read from a file
	Promise    Promise
	Script     string
	Recordings []conformance.Recording
}

// The marks of a finding's text form.
const (
	promiseLine = "# Broken promise: "
	sectionLine = "\n== "
)

// parseFinding reads the text form. The error names the line or section.
func parseFinding(text string) (Finding, error) {
	parts := strings.Split(text, sectionLine)
	f := Finding{Script: strings.TrimRight(parts[0], "\n") + "\n"}
	first, _, _ := strings.Cut(parts[0], "\n")
	promise, ok := strings.CutPrefix(first, promiseLine)
	f.Promise = Promise(promise)
	if !ok || !slices.Contains(promises, f.Promise) {
		return f, fmt.Errorf("line 1: %q: expected %q and one of %q", first, promiseLine, promises)
	}
	for _, part := range parts[1:] {
		lines := strings.Split(strings.TrimRight(part, "\n"), "\n")
		profile, version, ok := strings.Cut(lines[0], " ")
		if !ok {
			return f, fmt.Errorf("section %q: expected a profile and a version", lines[0])
		}
		r := conformance.NewRecording(conformance.WithProfile(f.Script, profile, version), lines[1:])
		if len(r.Trace) != len(r.Steps) {
			return f, fmt.Errorf("section %q: expected %d lines, found %d", lines[0], len(r.Steps), len(r.Trace))
		}
		f.Recordings = append(f.Recordings, r)
	}
	return f, nil
}

// String returns the text form.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.Script)
	for _, r := range f.Recordings {
		b.WriteString(sectionLine + section(r.Head) + "\n")
		for _, line := range r.Trace {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// section returns the name of a recording's section. Its directives begin with profile and
// version.
func section(head string) string {
	words := strings.Fields(head) // profile P version V
	return words[1] + " " + words[3]
}

// Break returns the promise that the last step breaks, and its call. A finding that was
// never recorded has no call.
func (f Finding) Break() Break {
	if len(f.Recordings) == 0 {
		return Break{Promise: f.Promise}
	}
	steps := f.Recordings[0].Steps
	return Break{f.Promise, callOf(steps[len(steps)-1])}
}

// callOf returns the first word of the call or step of the network: "inject" of "c2s
// inject alert".
func callOf(step string) string { return strings.Fields(step)[1] }

// Steps returns how many steps the script has, 0 if it was never recorded.
func (f Finding) Steps() int {
	if len(f.Recordings) == 0 {
		return 0
	}
	return len(f.Recordings[0].Steps)
}

// ReadFindings reads the findings in a folder, in the order of their names.
func ReadFindings(dir string) ([]Finding, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var findings []Finding
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		f, err := parseFinding(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		f.Name = strings.TrimSuffix(filepath.Base(file), ".txt")
		findings = append(findings, f)
	}
	return findings, nil
}

// FindingsByBreak lists findings by what they break.
func FindingsByBreak(list []Finding) map[Break]Finding {
	byBreak := map[Break]Finding{}
	for _, f := range list {
		byBreak[f.Break()] = f
	}
	return byBreak
}
