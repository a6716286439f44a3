package find

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"closenotify/scenarios/library"
)

// Texts of people, with their lessons: words are learned from the first file, not from the other.
const (
	examplesFile = "data/examples.txt"
	heldOutFile  = "testdata/heldout.txt"
)

// forms reads one of these files.
func forms(t *testing.T, file string) []example {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	list := readExamples(string(text))
	for i, f := range list {
		if f.where == "" || strings.TrimSpace(f.text) == "" {
			t.Fatalf("%s: block %d, %q, has no source or no text", file, i+1, f.lessons)
		}
	}
	return list
}

// index is the Index of the library. The tables mention no lesson and no rule that is not there.
func index(t testing.TB) *Index {
	t.Helper()
	x, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// right reports whether the answer is what the form wants.
func (f example) right(a Answer) bool {
	if !a.Found {
		return slices.Contains(f.lessons, "none")
	}
	return slices.Contains(f.lessons, a.Lessons[0].Name)
}

func TestExamples(t *testing.T) {
	x := index(t)
	for _, f := range forms(t, examplesFile) {
		if a := x.Find(f.text); !f.right(a) {
			t.Errorf("%s: %s\nwant %v, have\n%s", f.where, f.text, f.lessons, a.Report())
		}
	}
}

// TestHeldOut: texts that were written down before the tables, or found after their last change,
// and are not looked at when these are changed, are found nearly as well.
func TestHeldOut(t *testing.T) {
	x := index(t)
	list := forms(t, heldOutFile)
	found := 0
	for _, f := range list {
		if a := x.Find(f.text); f.right(a) {
			found++
		}
	}
	t.Logf("%d of %d are found", found, len(list))
	if 10*found < 9*len(list) {
		t.Errorf("%d of %d are found, want 90 %%", found, len(list))
	}
}

// TestSentences: most sentences find their lesson. They are less clear than real texts: several
// lessons fit some of them.
func TestSentences(t *testing.T) {
	x := index(t)
	found, all := 0, 0
	for _, e := range new(tables).examples() {
		if e.where != aSentence {
			continue
		}
		all++
		if e.right(x.Find(e.text)) {
			found++
		}
	}
	t.Logf("%d of %d are found", found, all)
	if 5*found < 4*all {
		t.Errorf("%d of %d are found, want 80 %%", found, all)
	}
}

// TestExamplesAreBroad: there are enough texts, of enough tools, for every lesson, and no two that
// differ in their numbers only.
func TestExamplesAreBroad(t *testing.T) {
	of, tools, texts := map[string]int{}, map[string]bool{}, map[string]bool{}
	number := regexp.MustCompile(`[0-9]+`)
	for _, f := range forms(t, examplesFile) {
		of[f.lessons[0]]++
		tools[strings.Fields(f.where)[0]] = true
		text := number.ReplaceAllString(strings.Join(strings.Fields(f.text), " "), "0")
		if texts[text] && len(text) > 12 { // a bare number is nothing but a number
			t.Errorf("this is there twice: %s", f.text)
		}
		texts[text] = true
	}
	for _, l := range library.All() {
		if of[l.Name] < 2 {
			t.Errorf("%d texts belong to %s", of[l.Name], l.Name)
		}
	}
	if n := len(texts) - of["none"]; n < 120 || of["none"] < 30 || len(tools) < 8 {
		t.Errorf("%d texts belong to lessons, %d to none, from %d tools", n, of["none"], len(tools))
	}
}

// TestProfiles: a release, a package or an image has the profile to choose.
func TestProfiles(t *testing.T) {
	x := index(t)
	for text, want := range map[string]string{
		"OpenSSL 3.0.15 3 Sep 2024 (Library: OpenSSL 3.0.15 3 Sep 2024)": "openssl-3.0",
		"OpenSSL 1.1.1w  11 Sep 2023":                                    "openssl-1.1.1",
		"golang:1.22":                                                    "openssl-3.0",
		"golang:1.27-trixie":                                             "openssl-3.5",
		"FreeBSD 14.2-RELEASE":                                           "openssl-3.0",
		"OpenSSL 3.5.4 30 Sep 2025":                                      "openssl-3.5",
		"OpenSSL 3.3.2 3 Sep 2024":                                       "openssl-3.5",
		"OpenSSL 3.1.4 24 Oct 2023":                                      "openssl-3.0",
		"OpenSSL 3.6.0 1 Oct 2025":                                       "openssl-3.6",
		"OpenSSL 4.0.0 14 Apr 2026":                                      "openssl-4.0",
		"OpenSSL 1.0.2k-fips  26 Jan 2017":                               "",
		"LibreSSL 3.3.6":                                                 "",
		"libssl3 3.0.15-1~deb12u1":                                       "openssl-3.0",
		"libssl3t64 3.0.13-0ubuntu3.5":                                   "openssl-3.0",
		"libssl1.1 1.1.1w-0+deb11u1":                                     "openssl-1.1.1",
		"openssl-1:1.1.1k-7.el8_6":                                       "openssl-1.1.1",
		"openssl-libs-3.2.2-6.el9_5.x86_64":                              "openssl-3.5",
		"openssl-libs-1:3.0.7-27.el9.x86_64":                             "openssl-3.0",
		"debian:bookworm":                                                "openssl-3.0", "debian:trixie-slim": "openssl-3.5", "debian:11": "openssl-1.1.1",
		"ubuntu:22.04": "openssl-3.0", "ubuntu:20.04": "openssl-1.1.1", "alpine:3.20": "openssl-3.5",
		"python:3.12-slim-bookworm": "openssl-3.0", "python:3.12-slim": "openssl-3.5", "python:3.9-alpine3.15": "openssl-1.1.1",
		"node:20": "openssl-3.0", "node:20-bookworm": "openssl-3.0", "node:24-alpine": "openssl-3.5",
		"nginx:1.27": "openssl-3.0", "nginx:1.27-alpine3.20": "openssl-3.5", "registry.access.redhat.com/ubi8/ubi": "openssl-1.1.1",
		"ubuntu:24.10": "openssl-3.5", "ubuntu:26.04": "openssl-3.5", "alpine:3.24": "openssl-3.5", "alpine:3.19": "openssl-3.0",
		"node:22": "openssl-3.5", "node:22.11.0": "openssl-3.0", "Node.js v20.13.1": "openssl-3.0", "Node.js v22.14.0": "openssl-3.0",
		"python:3.8-slim": "openssl-3.0", "python:3.12-alpine": "openssl-3.5", "php:7.4-fpm-alpine": "", "php:7.4-fpm": "openssl-1.1.1",
		"redis:7": "openssl-3.0", "redis:6.2": "openssl-3.0", "postgres:15": "openssl-3.5", "nginx:1.28": "openssl-3.5", "mariadb:11": "openssl-3.0",
		"libssl3:amd64 3.0.2-0ubuntu1.18":                                "openssl-3.0",
		"Red Hat Enterprise Linux release 9.4 (Plow)":                    "openssl-3.0",
		"openssl version 3.0.13":                                         "openssl-3.0",
		"gems/openssl-4.0.2/lib/openssl/buffering.rb:213":                "", // Ruby's package has releases of its own
		"haproxy[3012]: 172.21.6.4:14396 proxy/1: SSL handshake failure": "",
		"how to bake bread":                                              "",
	} {
		if a := x.Find(text); a.Profile != want {
			t.Errorf("%s: profile %q (%s), want %q", text, a.Profile, a.Why, want)
		}
	}
}
