package model

import (
	"fmt"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/library"
)

// groupText lists the groups of the Compare panel, a line for each.
func groupText(m Model) string {
	var lines []string
	for _, g := range SceneOf(m).Panels.Compare.Groups {
		var parts []string
		for _, x := range g.Members {
			parts = append(parts, x.Version+": "+x.Releases)
		}
		text := strings.Join(parts, "; ") + " " + string(g.Result)
		if g.Step > 0 {
			text += fmt.Sprintf(" at %d", g.Step)
			if g.Difference != "" {
				text += " in " + g.Difference
			}
		}
		for _, d := range g.Differences {
			text += " " + d.Name
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n")
}

func TestCompareGroupsAllReleases(t *testing.T) {
	m := press(t, emptyModel(t), "pane compare", "act server SSL_write 5", "act s2c fin", "act client SSL_read 5", "act client SSL_read 5")
	want := `TLS 1.3: OpenSSL 3.0, 3.0.20, 3.5, 3.5.7, 3.6, 4.0 alike
TLS 1.3: OpenSSL 1.1.1; TLS 1.2: OpenSSL 1.1.1 differs at 4 in what it returns eof-is-fatal
TLS 1.2: OpenSSL 3.0, 3.0.20, 3.5, 3.5.7, 3.6, 4.0 differs at 4 in the client's session`
	if got := groupText(m); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestCompareGroupsAgreeWithSingleRuns: what the table says about a group is true for every
// member, in every scenario, as playing the scenario under that member alone shows.
func TestCompareGroupsAgreeWithSingleRuns(t *testing.T) {
	compared := 0
	for _, p := range library.All() {
		m := press(t, newModel(), "open-preset "+p.Name, "pane compare")
		members := 0
		for _, g := range m.All.groups {
			for _, r := range g.runs {
				var alone run
				if !alone.play(&m.Draft, r.config) {
					t.Fatalf("%s under %+v cannot be played", p.Name, r.config)
				}
				first := 0
				for i := 1; i <= m.Len() && first == 0; i++ {
					if result, _ := m.compareStep(&alone, i); result == g.result {
						first = i
					} else if result == Differs {
						t.Errorf("%s under %+v differs at step %d, and the table says %s", p.Name, r.config, i, g.result)
					}
				}
				if want := g.first; g.result != Alike && first != want {
					t.Errorf("%s under %+v: first %s at %d, the table says %d", p.Name, r.config, g.result, first, want)
				}
				members++
				compared++
			}
		}
		if want := len(engine.Profiles()) * len(engine.Versions); members != want {
			t.Errorf("%s: %d of %d configurations are in the table", p.Name, members, want)
		}
	}
	t.Logf("%d runs compared", compared)
}

// TestCompareGroupsGoOnWithTheBranch: one more call costs one call, and another branch begins
// anew.
func TestCompareGroupsGoOnWithTheBranch(t *testing.T) {
	m := press(t, emptyModel(t), "pane compare", "act s2c fin", "act client SSL_read 5")
	forked := press(t, m, "back", "act client SSL_shutdown")
	if got := groupText(forked); strings.Contains(got, "eof-is-fatal") {
		t.Errorf("the groups are those of the other branch:\n%s", got)
	}
	whole := press(t, emptyModel(t), "act s2c fin", "act client SSL_read 5", "pane compare")
	if got, want := groupText(m), groupText(whole); got != want {
		t.Errorf("step by step\n%s\nat once\n%s", got, want)
	}
}

// TestCompareGroupsBelongToTheScenario: those of the one before are not shown for another.
func TestCompareGroupsBelongToTheScenario(t *testing.T) {
	m := press(t, newModel(), "pane compare", "open-preset half-close", "next")
	want := groupText(press(t, newModel(), "open-preset half-close", "pane compare", "next"))
	if got := groupText(m); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
