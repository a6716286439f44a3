package stacks

import (
	"encoding/json"
	"regexp"
	"slices"
	"testing"
	"time"
)

// TestWhole: every cell has a text that was measured, or a reason why it has none.
func TestWhole(t *testing.T) {
	if len(All()) < 12 || len(Names) != 9 {
		t.Errorf("%d outcomes and %d stacks, want at least 12, and 9", len(All()), len(Names))
	}
	full := 0
	for _, row := range All() {
		if row.Title == "" || row.Peer == "" || len(row.Steps) == 0 || len(row.Cells) != len(Names) {
			t.Errorf("%s lacks a title, a sentence, a step or a cell", row.Name)
		}
		for i, c := range row.Cells {
			if c.Outcome != row.Name || c.Stack != Names[i] {
				t.Errorf("%s, %s stands where %s should", c.Outcome, c.Stack, Names[i])
			}
			if c.Text == "" && c.Reason == "" {
				t.Errorf("%s, %s has neither a text nor a reason", row.Name, c.Stack)
			}
			if c.Text != "" {
				full++
			}
		}
	}
	if full < 80 {
		t.Errorf("only %d cells have a text", full)
	}
}

// local finds what differs from one machine, and from one run, to the next.
var local = regexp.MustCompile(`127\.0\.0\.1|/tmp|\bport \d|:\d{4,5}(,|$)|\b0x[0-9a-f]+`)

// TestMeasured: the file has each cell once, all of it, and none that the table refuses.
func TestMeasured(t *testing.T) {
	var cells []Cell
	if err := json.Unmarshal(measured, &cells); err != nil {
		t.Fatal(err)
	}
	seen := map[[2]string]bool{}
	for _, c := range cells {
		key := [2]string{c.Outcome, c.Stack}
		i := slices.IndexFunc(All(), func(r Row) bool { return r.Name == c.Outcome })
		if i < 0 || !slices.Contains(All()[i].Cells, c) || seen[key] {
			t.Errorf("%v has no place in the table, or stands twice", key)
		}
		seen[key] = true
		if c.Version == "" || c.TLS == "" || c.Call == "" || c.Text == "" {
			t.Errorf("%v is not whole: %+v", key, c)
		}
		if _, err := time.Parse(time.DateOnly, c.Measured); err != nil {
			t.Error(key, err)
		}
		if found := local.FindString(c.Text); found != "" {
			t.Errorf("%v has %q, which another run would not have", key, found)
		}
	}
}

// TestFor: a lesson's rows are in the order of its steps.
func TestFor(t *testing.T) {
	rows := For("after-a-fatal-error")
	if len(rows) != 2 || rows[0].Name != "damaged-record" || rows[1].Name != "fatal-alert" {
		t.Errorf("after-a-fatal-error has %d rows: %+v", len(rows), rows)
	}
	if rows := For("no-such-lesson"); len(rows) != 0 {
		t.Errorf("a lesson that does not exist has %d rows", len(rows))
	}
}

// TestParseRefuses: mistakes in outcomes.txt are found.
func TestParseRefuses(t *testing.T) {
	for _, block := range []string{
		"a\nstep: lesson", "a\nstep: lesson two 0", "a\nempty: Perl: none", "a\nempty: curl", "a\nnote: none",
	} {
		if row, err := parse(block); err == nil {
			t.Errorf("%q was read as %+v", block, row)
		}
	}
}
