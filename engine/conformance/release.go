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
	Profile  string // the engine's name for it, "openssl-3.5"
	Gone     bool   // it can no longer be had, so its recordings stay as they are
	since    version
	probe    string // a script that tells it from other rows with the same since; "" if there are none
	response string // what the probe's trace contains
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
		case len(words) == 5:
			list = append(list, parseRelease(words, probes))
		default:
			panic("conformance: releases.txt: not a row: " + line)
		}
	}
	return list
}

func parseRelease(columns []string, probes map[string]string) Release {
	since, ok := parseVersion(columns[1])
	if !ok {
		panic("conformance: releases.txt: not a version: " + columns[1])
	}
	r := Release{Profile: columns[0], since: since, Gone: columns[3] == "gone"}
	if columns[2] == "-" {
		return r
	}
	name, response, _ := strings.Cut(columns[2], "=")
	r.probe, r.response = probes[name], response
	if r.probe == "" || r.response == "" {
		panic("conformance: releases.txt: no such probe, or no text after it: " + columns[2])
	}
	return r
}

// Profile returns the profile that the binary behaves like, and the OpenSSL that it runs
// on, in the form of Version. It is an error if there is no such profile.
func (h *Harness) Profile() (profile, version string, err error) {
	if version, err = h.Version(); err != nil {
		return "", "", err
	}
	profile, err = profileOf(Releases, version, func(probe string) (string, error) {
		trace, err := h.Run(probe)
		return strings.Join(trace, "\n"), err
	})
	return profile, version, err
}

// profileOf returns the profile of a library, given its version, "OpenSSL 3.0.20 7 Apr
// 2026", and a function that returns the traces of probes.
func profileOf(releases []Release, text string, run func(probe string) (string, error)) (string, error) {
	for _, r := range candidatesFor(releases, text) {
		if r.probe == "" {
			return r.Profile, nil
		}
		trace, err := run(r.probe)
		if err != nil {
			return "", err
		}
		if strings.Contains(trace, r.response) {
			return r.Profile, nil
		}
	}
	return "", fmt.Errorf("%q behaves like no profile in releases.txt", text)
}

// candidatesFor lists the releases with the largest since that is not after the version.
func candidatesFor(releases []Release, text string) []Release {
	words := strings.Fields(text)
	if len(words) < 2 {
		return nil
	}
	v, ok := parseVersion(words[1])
	if !ok {
		return nil
	}
	var list []Release
	for _, r := range releases {
		switch {
		case slices.Compare(r.since[:], v[:]) > 0:
		case len(list) > 0 && r.since == list[0].since:
			list = append(list, r)
		case len(list) == 0 || slices.Compare(r.since[:], list[0].since[:]) > 0:
			list = []Release{r}
		}
	}
	return list
}

// version is the number of a release: major, minor, patch.
type version [3]int

// parseVersion reads "3.5.9" or "1.1.1w", without the letter.
func parseVersion(text string) (v version, ok bool) {
	n, _ := fmt.Sscanf(text, "%d.%d.%d", &v[0], &v[1], &v[2])
	return v, n == 3
}
