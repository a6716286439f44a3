package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/store"
)

// compared is the Compare panel of one script beside another.
func compared(t *testing.T, here, there string) (Model, CompareScene) {
	t.Helper()
	play := func(steps string) Model {
		return sendOne(press(t, newModel(), "new-scenario"), EditScript{strings.ReplaceAll(steps, "; ", "\n")})
	}
	other := press(t, play(there), "share")
	m := sendOne(press(t, play(here), "pane compare"), CompareLink{" <" + other.Link + "> "})
	if m.compareProblem != "" {
		t.Fatal(m.compareProblem)
	}
	return m, SceneOf(m).Panels.Compare
}

// rowsOf tells the rows in short: "1=1 2: :2 3!3".
func rowsOf(c CompareScene) string {
	var list []string
	for _, r := range c.Rows {
		here, there := r.N, r.There
		if there == 0 && r.Result != OnlyHere {
			there = here
		}
		sign := map[StepComparison]string{Alike: "=", SizeDiffers: "~", Differs: "!", OnlyHere: "-", OnlyThere: "+"}[r.Result]
		list = append(list, string(rune('0'+here))+sign+string(rune('0'+there)))
	}
	return strings.Join(list, " ")
}

func TestCompareWithAnotherScenario(t *testing.T) {
	for _, c := range []struct {
		here, there, rows, verdict string
		first                      int
	}{
		{"client SSL_shutdown; server SSL_read 10", "client SSL_shutdown; server SSL_read 10", "1=1 2=2", "No step differs.", 0},
		{"client SSL_shutdown; server SSL_read 10", "client SSL_write 5; client SSL_shutdown; server SSL_read 10", "0+1 1~2 2!3",
			"The first difference is step 1 of the other scenario, which is only there.", 0},
		{"client SSL_write 5; client SSL_shutdown", "client SSL_shutdown", "1-0 2~1", "The first difference is at step 1.", 1},
		{"client SSL_shutdown; server SSL_shutdown", "client SSL_shutdown; client SSL_shutdown", "1=1 2-0 0+2", "The first difference is at step 2.", 2},
		{"", "client SSL_shutdown", "0+1", "The first difference is step 1 of the other scenario, which is only there.", 0},
	} {
		_, got := compared(t, c.here, c.there)
		if rows := rowsOf(got); rows != c.rows || got.Verdict != c.verdict || got.FirstDifference != c.first {
			t.Errorf("%s beside %s: %s %q %d, want %s %q %d", c.here, c.there, rows, got.Verdict, got.FirstDifference, c.rows, c.verdict, c.first)
		}
	}
}

// TestCompareFollowsTheStage: one more call is one more row, a release ends the comparison.
func TestCompareFollowsTheStage(t *testing.T) {
	m, _ := compared(t, "client SSL_shutdown", "client SSL_shutdown; server SSL_read 10")
	m = press(t, m, "last", "act server SSL_read 10")
	c := SceneOf(m).Panels.Compare
	if rowsOf(c) != "1=1 2=2" || c.Title != "Shared scenario" || !strings.Contains(c.There, "Shared scenario") {
		t.Errorf("%s, %q", rowsOf(c), c.There)
	}
	if slices.ContainsFunc(c.Groups, func(g CompareGroup) bool { return g.Chosen }) {
		t.Error("a release is chosen, too")
	}
	m = press(t, m, "compare-with "+m.Config.Profile+" tls1.2")
	if c := SceneOf(m).Panels.Compare; c.Title != "" || len(c.Rows) != 2 {
		t.Errorf("%+v", c)
	}
}

func TestCompareWithASavedScenario(t *testing.T) {
	m, _ := send(newModel(), listed(store.Saved{Entry: store.Entry{ID: "a", Title: "Mine"}, Script: "client SSL_shutdown\n"}))
	m = press(t, m, "show-dialog saved", "compare-saved a")
	if c := SceneOf(m).Panels.Compare; m.Dialog != "" || m.Pane != PaneCompare || c.Title != "Mine" || len(c.Rows) < m.Len() {
		t.Errorf("%+v", c)
	}
}

func TestADamagedLinkIsNotCompared(t *testing.T) {
	before := press(t, newModel(), "pane compare")
	good := press(t, newModel(), "share").Link
	for _, link := range []string{good[:len(good)-1], "https://example.org/", "https://example.org/s/no-such-scenario", "?", "http://[/#2", strings.Repeat("2", 9000)} {
		m := sendOne(before, CompareLink{link})
		c := SceneOf(m).Panels.Compare
		if c.Problem == "" || c.Title != "" || c.Link != link || len([]rune(c.Problem)) > 260 {
			t.Errorf("%.40s: %q, compared with %q", link, c.Problem, c.Title)
		}
	}
	if m := sendOne(before, CompareLink{"https://example.org/s/truncation"}); m.Other.Title == "" {
		t.Error("the address of a lesson is refused")
	}
}

// TestAlignSteps: every step has one row, in its order, and pairs are of the same call.
func TestAlignSteps(t *testing.T) {
	read := func(n int) engine.Op {
		op, err := engine.ParseOp("client SSL_read " + string(rune('0'+n)))
		if err != nil {
			t.Fatal(err)
		}
		return op
	}
	ops := func(text string) (list []engine.Op) {
		for _, c := range text {
			list = append(list, read(int(c-'0')))
		}
		return list
	}
	for _, c := range []struct {
		here, there string
		pairs       int
	}{{"", "", 0}, {"123", "123", 3}, {"123", "456", 0}, {"1234", "134", 3}, {"1213121", "21312", 5}, {"5551", "1555", 3}, {"12", "1122", 2}} {
		rows, all := alignSteps(ops(c.here), ops(c.there))
		here, there, pairs := 0, 0, 0
		for _, r := range rows {
			if r.here > 0 {
				here++
			}
			if r.there > 0 {
				there++
			}
			if r.here > 0 && r.there > 0 {
				pairs++
			}
			if r.here > 0 && r.here != here || r.there > 0 && r.there != there || r == (stepPair{}) ||
				r.here > 0 && r.there > 0 && c.here[r.here-1] != c.there[r.there-1] {
				t.Errorf("%s beside %s: %v", c.here, c.there, rows)
			}
		}
		if !all || pairs != c.pairs || here != len(c.here) || there != len(c.there) {
			t.Errorf("%s beside %s: %v, %d pairs", c.here, c.there, rows, pairs)
		}
	}
	if rows, all := alignSteps(ops("1"+strings.Repeat("2", 3000)+"3"), ops("1"+strings.Repeat("4", 3000)+"3")); all || len(rows) != 6002 {
		t.Errorf("%d rows, %v", len(rows), all)
	}
}
