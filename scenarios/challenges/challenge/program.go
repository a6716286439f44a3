package challenge

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// checkProgram takes the program of the player's script and plays every trial with it.
func (c Challenge) checkProgram(s script.Script, start Starter) (Result, error) {
	text := s.Programs[c.Peer].Text
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
		t := c.Trials[i]
		s := c.TrialScript(i, text)
		w, err := start(s)
		if err != nil {
			return r, err
		}
		if r.Missing, err = t.play(w, s); r.Missing != "" || err != nil {
			r.Trial = t.Title
			return r, err
		}
	}
	r.Reached = true
	return r, nil
}

// TrialScript is the script of trial i with the player's program.
func (c Challenge) TrialScript(i int, program string) script.Script {
	s := c.Trials[i].Script
	s.Config.Profile, s.Config.Version = c.Script.Config.Profile, c.Script.Config.Version
	s.Programs[c.Peer].Text = program
	return s
}

// Assemble returns the program that has these lines. They stand before the last line of the
// program with which the challenge begins.
func (c Challenge) Assemble(lines []string) string {
	head, tail := c.frame()
	return head + strings.Join(append(slices.Clone(lines), ""), "\n") + tail
}

// frame is what stands before the player's lines and after them.
func (c Challenge) frame() (head, tail string) {
	text := c.Script.Programs[c.Peer].Text
	end := strings.LastIndex(text, "}")
	return text[:end], text[end:]
}

// LinesOf are the player's lines in a program. Each must be one of those that the challenge has,
// and be used once.
func (c Challenge) LinesOf(text string) (lines []string, missing string) {
	head, tail := c.frame()
	middle, ok := strings.CutPrefix(text, head)
	if ok {
		middle, ok = strings.CutSuffix(middle, tail)
	}
	if !ok {
		return nil, "Keep the first lines and the last line of the program as they are."
	}
	left := map[string]int{}
	for _, line := range c.Lines {
		left[strings.TrimSpace(line)]++
	}
	for line := range strings.Lines(middle) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if left[line]--; left[line] < 0 {
			return nil, "The line " + strconv.Quote(line) + " is not one of those that are left."
		}
		lines = append(lines, line)
	}
	return lines, ""
}
