package main

import (
	"fmt"
	"strings"
	"testing"
)

// sampleChanges are all changes of the sample: the number of the statement, the line
// before, the line after. Those in parentheses do not compile.
const sampleChanges = `
0 for i := 0; i < len(list); i++ { … >
0 for i := 0; i < len(list); i++ { > for i := 0; i <= len(list); i++ {
0 for i := 0; i < len(list); i++ { > for i := 0; i >= len(list); i++ {
1 for i := 0; i < len(list); i++ { > for i := 1; i < len(list); i++ {
1 for i := 0; i < len(list); i++ { > for i := -1; i < len(list); i++ {
2 for i := 0; i < len(list); i++ { > for i := 0; i < len(list);  {
2 for i := 0; i < len(list); i++ { > for i := 0; i < len(list); i-- {
3 if list[i] >= 0 && !(c == green) { … >
3 if list[i] >= 0 && !(c == green) { > if !(list[i] >= 0 && !(c == green)) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 0 || !(c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 0 {
3 if list[i] >= 0 && !(c == green) { > if !(c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] > 0 && !(c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] < 0 && !(c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 1 && !(c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= -1 && !(c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 0 && (c == green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 0 && !(c != green) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 0 && !(c == red) {
3 if list[i] >= 0 && !(c == green) { > if list[i] >= 0 && !(c == blue) {
4 n += list[i] >
4 n += list[i] > n -= list[i]
4 n += list[i] > n = list[i]
5 switch { … >
6 case c == blue: … >
6 case c == blue: > case c != blue:
6 case c == blue: > case c == green:
7 fire("blue") >
7 fire("blue") > fire("")
8 (return n >)
9 (var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool {  })
9 var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool { return n%2 != 0 }
9 var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool { return n*2 == 0 }
9 var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool { return n%3 == 0 }
9 var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool { return n%1 == 0 }
9 var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool { return n%2 == 1 }
9 var even = func(n int) bool { return n%2 == 0 } > var even = func(n int) bool { return n%2 == -1 }
10 (func failure() int { return -1 } > func failure() int {  })
10 func failure() int { return -1 } > func failure() int { return 1 }
`

// TestChanges lists every change of the sample, and tries whether it compiles.
func TestChanges(t *testing.T) {
	s := loadSample(t)
	var got strings.Builder
	for i, statement := range s.statements() {
		for _, c := range statement.changes {
			text := strings.TrimSpace(c.old + " > " + c.new)
			if !s.compiles(c) {
				text = "(" + text + ")"
			}
			fmt.Fprintf(&got, "%d %s\n", i, text)
		}
	}
	if want := strings.TrimPrefix(sampleChanges, "\n"); got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// TestChangeSaysWhereItIs, and changes only that.
func TestChangeSaysWhereItIs(t *testing.T) {
	s := loadSample(t)
	for _, statement := range s.statements() {
		for _, c := range statement.changes {
			if c.text != "-=" {
				continue
			}
			if got, want := c.String(), "sample.go:16: sum\n- n += list[i]\n+ n -= list[i]\n"; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if got, want := c.applied(sample), strings.Replace(sample, "+=", "-=", 1); got != want {
				t.Errorf("the changed file is\n%s", got)
			}
			return
		}
	}
	t.Error("+= is never replaced by -=")
}
