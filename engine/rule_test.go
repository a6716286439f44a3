package engine_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/replay"
	"closenotify/engine/script"
)

// recordedScripts parses the scripts under testdata for both versions.
func recordedScripts(t testing.TB) []script.Script {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded scripts: %v", err)
	}
	var list []script.Script
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(string(data), "\n"+section)
		for _, v := range engine.Versions {
			s, err := script.Parse("version " + v.String() + "\n" + text)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			list = append(list, s)
		}
	}
	return list
}

// firedRules plays the recorded scripts, those with programs too, and gives the rules that fire, by name.
func firedRules(t *testing.T) map[string]engine.Rule {
	fired := map[string]engine.Rule{}
	for _, s := range recordedScripts(t) {
		h, tip, err := s.Run()
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range h.Path(tip)[1:] {
			rules := h.Step(id).Rules()
			if len(rules) == 0 {
				t.Errorf("step %q lists no rule", h.Step(id).Op)
			}
			for _, r := range rules {
				fired[r.Name] = r
			}
		}
	}
	for name, text := range programScripts(t) {
		_, err := replay.Trace(text, func(s engine.Step) {
			for _, r := range s.Rules() {
				fired[r.Name] = r
			}
			if len(s.Rules()) == 0 {
				t.Errorf("%s: step %d lists no rule", name, s.N)
			}
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	return fired
}

// TestEveryRuleFires: a rule that no recorded script fires is not confirmed by the real
// library.
func TestEveryRuleFires(t *testing.T) {
	fired := firedRules(t)
	declared := declaredRules(t)
	for _, name := range declared {
		if _, ok := fired[name]; !ok {
			t.Errorf("rule %s fires in no recorded script", name)
		}
	}
	if len(declared) != len(fired) {
		t.Errorf("%d rules are declared, %d fire", len(declared), len(fired))
	}
}

// TestRulesAreWhole: each has a sentence and, unless the network does it, a citation.
func TestRulesAreWhole(t *testing.T) {
	for _, r := range firedRules(t) {
		if !strings.HasSuffix(r.Sentence, ".") {
			t.Errorf("rule %s: sentence %q", r.Name, r.Sentence)
		}
		if r.Man == "" && r.RFC == "" && !strings.HasPrefix(r.Name, "net-") {
			t.Errorf("rule %s cites nothing", r.Name)
		}
	}
}

// sections are those of the manuals of OpenSSL 3.5 and 4.0 that the rules cite.
var sections = map[string]string{
	"SSL_shutdown(3)": "DESCRIPTION;Locally-Initiated Shutdown;Remotely-Initiated Shutdown;Shutdown Lifecycle;" +
		"Effects on Session Reuse;Quiet Shutdown;Session Ticket Handling;RETURN VALUES",
	"SSL_get_error(3)":       "DESCRIPTION;SSL_ERROR_ZERO_RETURN;SSL_ERROR_WANT_READ;SSL_ERROR_WANT_WRITE;SSL_ERROR_SYSCALL;SSL_ERROR_SSL;HISTORY",
	"SSL_write(3)":           "NOTES;WARNINGS;RETURN VALUES",
	"SSL_read(3)":            "NOTES;RETURN VALUES",
	"SSL_free(3)":            "NOTES",
	"SSL_key_update(3)":      "RETURN VALUES",
	"SSL_CTX_set_mode(3)":    "SSL_MODE_AUTO_RETRY;SSL_MODE_ENABLE_PARTIAL_WRITE;SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER",
	"SSL_clear(3)":           "NOTES;WARNINGS;RETURN VALUES",
	"SSL_do_handshake(3)":    "RETURN VALUES",
	"SSL_CTX_set_options(3)": "SSL_OP_IGNORE_UNEXPECTED_EOF;SSL_OP_ALLOW_CLIENT_RENEGOTIATION",
}

// manPage is a page of the manual cited as a whole.
var manPage = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*\([1-8]\)$`)

// TestCitationsExist: a section that a rule cites is there.
func TestCitationsExist(t *testing.T) {
	for _, r := range firedRules(t) {
		if r.Man == "" {
			continue
		}
		page, section, has := strings.Cut(r.Man, ", ")
		if has && !slices.Contains(strings.Split(sections[page], ";"), section) || !manPage.MatchString(page) {
			t.Errorf("rule %s cites %q", r.Name, r.Man)
		}
	}
}
