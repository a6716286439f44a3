package link

import (
	"slices"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// TestLengths prints how long links are, and holds the budgets.
func TestLengths(t *testing.T) {
	var whole, own []int
	longest := ""
	for _, sc := range scenarios.Library() {
		whole = append(whole, len(mustEncode(t, sc.Script, 0)))
		own = append(own, len(mustEncode(t, withoutText(sc.Script), 0)))
		for i := range len(sc.Script.Steps) + 1 {
			for _, op := range longestOps(t) {
				changed := sc.Script
				changed.Steps = slices.Insert(slices.Clone(changed.Steps), i, script.Step{Op: op})
				if link := mustEncode(t, changed, 0); len(link) > len(longest) {
					longest = link
				}
			}
		}
	}
	many := withoutText(scenarios.Library()[0].Script)
	for i := 1; len(many.Steps) < 200; i++ {
		many.Steps = append(many.Steps, withoutText(scenarios.Library()[i%15].Script).Steps...)
	}
	many.Steps = many.Steps[:200]
	slices.Sort(whole)
	slices.Sort(own)
	dozen := mustParse(t, "client SSL_write 10\nserver SSL_read 100\nclient SSL_shutdown\nserver SSL_read 100\nserver SSL_write 10\nserver SSL_shutdown\n"+
		"client SSL_read 100\nclient SSL_read 100\nclient SSL_shutdown\nserver SSL_shutdown\nclient SSL_free\nserver SSL_free\n")
	for _, row := range []struct {
		what         string
		length, most int
	}{
		{"a shipped scenario, the longest", whole[len(whole)-1], 27},
		{"the median shipped scenario's steps alone", own[len(own)/2], 60},
		{"one call more in a shipped scenario, the longest", len(longest), 40},
		{"a dozen steps", len(mustEncode(t, dozen, 0)), 34},
		{"200 steps of the shipped scenarios", len(mustEncode(t, many, 0)), 450},
	} {
		t.Logf("%-50s %4d characters, at most %d", row.what, row.length, row.most)
		if row.length > row.most {
			t.Errorf("%s: %d characters, at most %d", row.what, row.length, row.most)
		}
	}
}

// longestOps is every verb by or from both peers with its largest argument.
func longestOps(t testing.TB) []engine.Op {
	var list []engine.Op
	ops := everyOp(t)
	for i, op := range ops {
		if i+1 == len(ops) || ops[i+1].Verb != op.Verb || ops[i+1].Role != op.Role || ops[i+1].Dir != op.Dir {
			list = append(list, op)
		}
	}
	return list
}
