package engine_test

import (
	"testing"

	"closenotify/engine"
)

// TestReleasesOfRules plays every recorded script with every release: a rule fires in
// those releases that have it, and in no others.
func TestReleasesOfRules(t *testing.T) {
	fired := map[string]map[string]bool{} // the rule, and the profiles in which it fires
	rules := map[string]engine.Rule{}
	for _, s := range recordedScripts(t) {
		for _, p := range engine.Profiles() {
			s.Config.Profile = p.Name
			eachStep(t, s, func(_ engine.World, _ engine.Op, _ engine.World, step engine.Step) {
				for _, r := range step.Rules() {
					if rules[r.Name] = r; fired[r.Name] == nil {
						fired[r.Name] = map[string]bool{}
					}
					fired[r.Name][p.Name] = true
				}
			})
		}
	}
	ranged := 0
	for name, r := range rules {
		if r.Releases() != "" {
			ranged++
		}
		for _, p := range engine.Profiles() {
			if fired[name][p.Name] != r.In(p.Patch) {
				t.Errorf("rule %s (%s): fires with %s: %v", name, r.Releases(), p.Name, fired[name][p.Name])
			}
		}
	}
	if ranged == 0 {
		t.Error("every rule is in all releases")
	}
}

// TestRuleReleases: the range in words.
func TestRuleReleases(t *testing.T) {
	for want, r := range map[string]*engine.Rule{
		"OpenSSL 3.0 and later": engine.RuleUnexpectedEOF, "OpenSSL before 3.0": engine.RuleSilentEOF, "": engine.RuleRead,
	} {
		if got := r.Releases(); got != want {
			t.Errorf("%s: %q, want %q", r.Name, got, want)
		}
	}
}
