package link

import (
	"slices"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// TestLengths prints how long links are, and holds the budgets.
func TestLengths(t *testing.T) {
	var whole, alone []int
	many := script.Script{}
	for _, sc := range withoutPrograms() {
		bare := withoutText(sc.Script)
		whole = append(whole, len(mustEncode(t, sc.Script, 0)))
		alone = append(alone, len(mustEncode(t, bare, 0)))
		many.Steps = append(many.Steps, bare.Steps...)
	}
	for len(many.Steps) < 200 {
		many.Steps = append(many.Steps, many.Steps...)
	}
	many.Steps = many.Steps[:200]
	slices.Sort(alone)
	dozen := mustParse(t, "client SSL_write 10\nserver SSL_read 100\nclient SSL_shutdown\nserver SSL_read 100\nserver SSL_write 10\nserver SSL_shutdown\n"+
		"client SSL_read 100\nclient SSL_read 100\nclient SSL_shutdown\nserver SSL_shutdown\nclient SSL_free\nserver SSL_free\n")
	for _, row := range []struct {
		what         string
		length, most int
	}{
		{"a shipped scenario, the longest", slices.Max(whole), 34},
		{"the median shipped scenario's steps alone", alone[len(alone)/2], 60},
		{"one call more in a shipped scenario, the longest", longestWithOneMore(t), 40},
		{"a dozen steps", len(mustEncode(t, dozen, 0)), 34},
		{"200 steps of the shipped scenarios", len(mustEncode(t, many, 0)), 450},
	} {
		t.Logf("%-50s %4d characters, at most %d", row.what, row.length, row.most)
		if row.length > row.most {
			t.Errorf("%s: %d characters, at most %d", row.what, row.length, row.most)
		}
	}
}

// longestWithOneMore inserts every verb into the shipped scenarios, at every place, and
// gives the length of the longest link.
func longestWithOneMore(t *testing.T) int {
	longest := 0
	for _, sc := range withoutPrograms() {
		for i := range len(sc.Script.Steps) + 1 {
			for _, op := range longestOps(t) {
				more := sc.Script
				more.Steps = slices.Insert(slices.Clone(more.Steps), i, script.Step{Op: op})
				longest = max(longest, len(mustEncode(t, more, 0)))
			}
		}
	}
	return longest
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
