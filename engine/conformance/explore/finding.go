package explore

import (
	"fmt"
	"slices"
	"strings"

	"closenotify/engine/conformance"
)

// Finding is a promise that a real OpenSSL breaks: a script whose last step does
// so, and what the releases did with it. Its text form, testdata/findings/*.txt, is
// the script, whose comment tells the story and begins with a line
//
//	# Broken promise: flags stay
//
// and below it a section for each profile and version with the recorded trace.
type Finding struct {
	Promise    Promise
	Script     string
	Recordings []conformance.Recording
}

// What marks a finding's parts.
const (
	promiseLine = "# Broken promise: "
	sectionLine = "\n== "
)

// ParseFinding reads the text form.
func ParseFinding(text string) (Finding, error) {
	parts := strings.Split(text, sectionLine)
	f := Finding{Script: strings.TrimRight(parts[0], "\n") + "\n"}
	first, _, _ := strings.Cut(parts[0], "\n")
	promise, ok := strings.CutPrefix(first, promiseLine)
	f.Promise = Promise(promise)
	if !ok || !slices.Contains(Promises, f.Promise) {
		return f, fmt.Errorf("line 1: %q: expected %q and one of %q", first, promiseLine, Promises)
	}
	for _, part := range parts[1:] {
		lines := strings.Split(strings.TrimRight(part, "\n"), "\n")
		profile, version, ok := strings.Cut(lines[0], " ")
		if !ok {
			return f, fmt.Errorf("section %q: expected a profile and a version", lines[0])
		}
		r := conformance.NewRecording(conformance.Headed(f.Script, profile, version), lines[1:])
		if len(r.Trace) != len(r.Steps) {
			return f, fmt.Errorf("section %q: expected %d lines, found %d", lines[0], len(r.Steps), len(r.Trace))
		}
		f.Recordings = append(f.Recordings, r)
	}
	return f, nil
}

// String writes the text form.
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

// section names a recording by its directives.
func section(head string) string {
	words := strings.Fields(head) // profile P version V
	return words[1] + " " + words[3]
}

// Call is what breaks the promise: the last step's verb.
func (f Finding) Call() string {
	if len(f.Recordings) == 0 {
		return ""
	}
	steps := f.Recordings[0].Steps
	return strings.Fields(steps[len(steps)-1])[1]
}
