package manual

import (
	"flag"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/replay"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

// To record what each release does in the scripts that the sentences show, build the harnesses in
// engine/conformance and run
//
//	go test ./scenarios/manual -run TestShown -record DIR
var record = flag.String("record", "", "record the scripts again with the harnesses in this folder")

// sentencesOfThePage is how many the page of 2018 has.
const sentencesOfThePage = 46

// TestEverySentenceIsMapped: each sentence has a place and a paraphrase, and leads to a step of a
// lesson.
func TestEverySentenceIsMapped(t *testing.T) {
	all := Sentences()
	if len(all) != sentencesOfThePage {
		t.Errorf("%d sentences, want %d", len(all), sentencesOfThePage)
	}
	seen := map[string]bool{}
	for i, s := range all {
		if s.Place == "" || !strings.HasSuffix(s.Says, ".") || len(s.Digest) != 12 || seen[s.Digest] {
			t.Errorf("sentence %d: %+v", i+1, s)
		}
		seen[s.Digest] = true
		l, ok := library.Find(s.Lesson)
		if !ok || s.Step < 1 || s.Step > len(l.Script.Steps) {
			t.Errorf("sentence %d leads to step %d of %q, which is not there", i+1, s.Step, s.Lesson)
		}
		if (s.But == "") != (len(s.Shown.Steps) == 0) {
			t.Errorf("sentence %d: %q is shown by %d steps", i+1, s.But, len(s.Shown.Steps))
		}
	}
}

// TestShown: what a sentence gets wrong is so in every release and version, and in OpenSSL.
func TestShown(t *testing.T) {
	scripts := map[string]string{}
	for i, s := range Sentences() {
		if s.But == "" {
			continue
		}
		scripts[strconv.Itoa(i+1)] = s.Shown.String()
		if !slices.ContainsFunc(s.Shown.Steps, func(step script.Step) bool { return step.Expect != nil }) {
			t.Errorf("sentence %d expects nothing", i+1)
		}
		for _, p := range engine.Profiles() {
			for _, v := range engine.Versions {
				s.Shown.Config.Profile, s.Shown.Config.Version = p.Name, v
				h, tip, err := s.Shown.Run()
				if err != nil {
					t.Fatal(err)
				}
				path := h.Path(tip)
				for _, unmet := range s.Shown.Unmet(func(i int) engine.Step { return h.Step(path[i+1]) }) {
					t.Errorf("sentence %d, %s, %s: %s", i+1, p.Name, v, unmet)
				}
			}
		}
	}
	for _, err := range replay.CheckTraces("recorded.gz", *record, scripts) {
		t.Error(err)
	}
}

func TestSplit(t *testing.T) {
	got := Split("=pod\n\n=head1 NAME\n\nx - y\n\n=head1 NOTES\n\nFirst B<one>: it\nends. Second.\n\n=over 4\n\n=item 1\n\nThird, see L<x(3)>.\n\n=cut\n")
	want := []string{"First one: it ends.", "Second.", "Third, see x(3)."}
	for i, s := range got {
		if i >= len(want) || s.Place != "NOTES" || s.Says != want[i] || s.Digest != Digest(want[i]) {
			t.Errorf("sentence %d: %+v", i+1, s)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d sentences, want %d", len(got), len(want))
	}
	if unmapped := Unmapped("=head1 NOTES\n\nA sentence of no manual.\n"); len(unmapped) != 1 {
		t.Errorf("%d sentences are unmapped", len(unmapped))
	}
}
