package conformance

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// Release is a row of releases.txt: a release of OpenSSL that the engine is compared
// with.
type Release struct {
	Profile string   // the engine's name for it, "openssl-3.5"
	Gone    bool     // it can no longer be had, so its recordings stay as they are
	Answers []Answer // how it is recognized: all of them must hold
}

// Answer is what the trace of a probe contains.
type Answer struct {
	Probe string // a script
	Text  string
	Not   bool // the trace does not contain Text
}

//go:embed releases.txt
var releasesText string

// Releases are the rows of releases.txt, oldest first.
var Releases = parseReleases(releasesText)

// ReleaseOf finds the release of a profile.
func ReleaseOf(profile string) (Release, bool) {
	i := slices.IndexFunc(Releases, func(r Release) bool { return r.Profile == profile })
	if i < 0 {
		return Release{}, false
	}
	return Releases[i], true
}

// parseReleases reads the table. It panics if a line is not a row.
func parseReleases(text string) []Release {
	probes := map[string]string{}
	var list []Release
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case words[0] == "probe" && len(words) > 2:
			probes[words[1]] = strings.ReplaceAll(strings.Join(words[2:], " "), "|", "\n") + "\n"
		case len(words) == 4:
			list = append(list, Release{Profile: words[0], Gone: words[2] == "gone", Answers: parseAnswers(words[1], probes)})
		default:
			panic("conformance: releases.txt: not a row: " + line)
		}
	}
	return list
}

// parseAnswers reads the column "answers".
func parseAnswers(column string, probes map[string]string) []Answer {
	var list []Answer
	for one := range strings.SplitSeq(column, ",") {
		name, text, _ := strings.Cut(one, "=")
		name, not := strings.CutSuffix(name, "!")
		a := Answer{Probe: probes[name], Text: text, Not: not}
		if a.Probe == "" || a.Text == "" {
			panic("conformance: releases.txt: no such probe, or no text after it: " + one)
		}
		list = append(list, a)
	}
	return list
}

// Profile returns the profile that the binary behaves like, and the OpenSSL that it runs
// on, in the form of Version. Only the answers to probes decide. It is an error if there
// is no such profile.
func (h *Harness) Profile() (profile, version string, err error) {
	if version, err = h.version(); err != nil {
		return "", "", err
	}
	profile, err = profileOf(Releases, func(probe string) (string, error) {
		trace, err := h.Run(probe)
		return strings.Join(trace, "\n"), err
	})
	if err == nil && profile == "" {
		err = fmt.Errorf("%q behaves like no profile in releases.txt", version)
	}
	return profile, version, err
}

// profileOf returns the profile of a library, "" if it has none, given a function that
// returns the traces of probes.
func profileOf(releases []Release, run func(probe string) (string, error)) (string, error) {
	traces := map[string]string{}
	for _, r := range releases {
		matches := true
		for _, a := range r.Answers {
			trace, asked := traces[a.Probe]
			if !asked {
				var err error
				if trace, err = run(a.Probe); err != nil {
					return "", err
				}
				traces[a.Probe] = trace
			}
			matches = matches && strings.Contains(trace, a.Text) != a.Not
		}
		if matches {
			return r.Profile, nil
		}
	}
	return "", nil
}
