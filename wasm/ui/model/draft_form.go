package model

import (
	"reflect"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// inFormOf is the text of a script in the form that s has: steps that s has, too, keep their
// lines with the comments and blank lines before them. A Source without text has no form.
func (s Source) inFormOf(next script.Script) Source {
	if s.Text != "" {
		if isSameScript(s.Script, next) {
			return s
		}
		text, head := s.formed(next)
		if said, err := script.Parse(text); err == nil {
			src := newSource(text, said)
			if s.unroll(&src, head) && isSameScript(src.Script, next) {
				return src
			}
		}
	}
	text := next.String()
	said, err := script.Parse(text)
	if err != nil { // never; but without it the editor still has its text
		said = next
	}
	return newSource(text, said)
}

// unroll puts the steps that each step run stands for in its place, in a text that begins with the
// first lines of s. It reports false if a run comes after them: there it could stand for others.
func (s Source) unroll(src *Source, lines int) bool {
	if len(src.runs) == 0 {
		return true
	}
	if src.runs[len(src.runs)-1] > lines {
		return false
	}
	var steps []script.Step
	for _, step := range src.Script.Steps {
		if !step.Run {
			steps = append(steps, step)
			continue
		}
		for i := s.firstAt(step.Line); i < len(s.Script.Steps) && s.Script.Steps[i].Line == step.Line; i++ {
			steps = append(steps, s.Script.Steps[i])
		}
	}
	src.Script.Steps = steps
	return true
}

// firstAt is the first step in a line or after it, from 0.
func (s *Source) firstAt(line int) int {
	i, _ := slices.BinarySearchFunc(s.Script.Steps, line, func(step script.Step, line int) int { return step.Line - line })
	return i
}

// formed puts the text of next together of lines of s, and of its own for the steps that s
// has not got. The first lines are those of s. A step run is kept only there: what it stands for
// depends on all before it.
func (s Source) formed(next script.Script) (text string, head int) {
	was, is := s.Script.Steps, next.Steps
	begin, end := 0, 0 // how many steps at the beginning and at the end keep their lines
	for s.hasHeadOf(next) && begin < min(len(was), len(is)) && isSameStep(was[begin], is[begin]) {
		begin++
	}
	for 0 < begin && begin < len(was) && was[begin-1].Line == was[begin].Line {
		begin-- // the run would stand for more
	}
	// The lines before the first step belong to the head, too.
	for end < min(len(was), len(is))-max(begin, 1) && isSameStep(was[len(was)-1-end], is[len(is)-1-end]) && !slices.Contains(s.runs, was[len(was)-1-end].Line) {
		end++
	}
	lines := strings.SplitAfter(s.Text, "\n")
	text = endLine(strings.Join(lines[:s.line(begin)], "")) + ownText(next, begin, len(is)-end)
	text = endLine(text + strings.Join(lines[s.line(len(was)-end):s.line(len(was))], ""))
	if s.Script.Outro == next.Outro && len(was) > 0 {
		return text + strings.Join(lines[s.line(len(was)):], ""), s.line(begin)
	}
	return text + script.Script{Outro: next.Outro}.String(), s.line(begin)
}

// hasHeadOf reports whether s has the title, the summary and the directives of next.
func (s Source) hasHeadOf(next script.Script) bool {
	return slices.Equal(s.Script.Intro, next.Intro) && isSameConfig(s.Script, next)
}

// ownText is the text of the steps from <= i < to in the canonical form, with what comes
// before them if they are the first.
func ownText(s script.Script, from, to int) string {
	own := script.Script{Steps: s.Steps[from:to]}
	if from == 0 {
		own.Intro, own.Config, own.Programs = s.Intro, s.Config, s.Programs
	}
	text := own.String()
	if from > 0 && from < to && own.Steps[0].Note != "" {
		text = "\n" + text
	}
	return text
}

// endLine ends the last line.
func endLine(text string) string {
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return text
}

// isSameConfig reports whether the directives say the same, and the peers have the same programs.
func isSameConfig(a, b script.Script) bool {
	return a.Config.Sparse() == b.Config.Sparse() && hasSamePrograms(a.Programs, b.Programs)
}

// hasSamePrograms compares the texts of programs.
func hasSamePrograms(a, b [2]script.Program) bool {
	return a[engine.Client].Text == b[engine.Client].Text && a[engine.Server].Text == b[engine.Server].Text
}

// isSameStep compares all but the lines.
func isSameStep(a, b script.Step) bool {
	return a.Op == b.Op && a.Note == b.Note && (a.Expect == b.Expect || a.Expect != nil && b.Expect != nil && *a.Expect == *b.Expect)
}

// isSameScript compares all but the lines of the steps.
func isSameScript(a, b script.Script) bool {
	return reflect.DeepEqual(a.Intro, b.Intro) && isSameConfig(a, b) && a.Outro == b.Outro && slices.EqualFunc(a.Steps, b.Steps, isSameStep)
}
