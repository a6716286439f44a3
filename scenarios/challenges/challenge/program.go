package challenge

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// CheckProgram plays every trial with a program of the player's. The error is that of start.
func (c *Challenge) CheckProgram(text string, start Starter) (Result, error) {
	var r Result
	if c.Kind == Order {
		var lines []string
		if lines, r.Missing = c.LinesOf(text); r.Missing != "" {
			return r, nil
		}
		r.Count = len(lines)
	} else {
		r.Count = changedLines(c.Script.Programs[c.Peer].Text, text)
	}
	for i := range c.Trials {
		s := c.TrialScript(i, text)
		w, err := start(s)
		if err == nil {
			r.Missing, err = c.Trials[i].play(w, s)
		}
		if r.Missing != "" || err != nil {
			r.Trial = i
			return r, err
		}
	}
	r.Reached = true
	return r, nil
}

// TrialScript is the script of trial i with the player's program.
func (c *Challenge) TrialScript(i int, program string) script.Script {
	s := c.Trials[i].Script
	s.Config.Profile, s.Config.Version = c.Script.Config.Profile, c.Script.Config.Version
	s.Programs[c.Peer].Text = program
	return s
}

// Assemble returns the program that has these lines. They stand before the last line of the
// program with which the challenge begins.
func (c *Challenge) Assemble(lines []string) string {
	head, tail := c.Frame()
	return head + strings.Join(append(slices.Clone(lines), ""), "\n") + tail
}

// Frame is what stands before the player's lines and after them.
func (c *Challenge) Frame() (head, tail string) {
	text := c.Script.Programs[c.Peer].Text
	end := strings.LastIndex(text, "}")
	return text[:end], text[end:]
}

// LinesOf returns the player's lines in a program, or says why it cannot be one: each must be one
// of those that the challenge has, and be used once.
func (c *Challenge) LinesOf(text string) (lines []string, missing string) {
	head, tail := c.Frame()
	middle, ok := strings.CutPrefix(text, head)
	if ok {
		middle, ok = strings.CutSuffix(middle, tail)
	}
	if !ok {
		return nil, "Keep the first lines and the last line of the program as they are."
	}
	left := slices.Clone(c.Lines)
	for _, line := range codeLines(middle) {
		i := slices.IndexFunc(left, func(given string) bool { return strings.TrimSpace(given) == line })
		if i < 0 {
			return nil, "The line " + strconv.Quote(line) + " is not one of those that are left."
		}
		left = slices.Delete(left, i, i+1)
		lines = append(lines, line)
	}
	return lines, ""
}
