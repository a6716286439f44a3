package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// CompareScene is the Compare panel: what the steps of the branch do under all releases and
// versions, and step by step under two of them.
type CompareScene struct {
	Groups          []CompareGroup
	Lacking         []string // why some releases are left out: a program is being compiled for them, or cannot be
	Compared        int      // how many steps are played under all releases, if the branch is longer; else 0
	Here, There     string   // the configurations that are compared step by step: "OpenSSL 3.5, TLS 1.3"
	Verdict         string   // how they compare, in a sentence
	FirstDifference int      // the first step that differs, 0 for none
	AtDifference    bool     // the cursor is at it
	RowsBefore      int      // as in Ladder
	Rows            []CompareRow
	RowsAfter       int
}

// CompareRow is a step under both configurations.
type CompareRow struct {
	N           int
	Call        string // "client SSL_shutdown()"
	Here        CompareCell
	There       CompareCell
	Result      StepComparison
	Difference  string              // the first thing that differs, "" for none
	Releases    []engine.Difference // what the releases do differently, in the row where it shows first
	IsFirst     bool                // it is the first step that differs
	Current     bool
	Ahead       bool
	Highlighted bool // it set the flag that is highlighted
}

// CompareCell is the outcome of a step.
type CompareCell struct {
	Text  string // "→ 0 ZERO_RETURN"
	Flags string // of client and server after it, "SENT · 0"
	Bytes string // how many it put on the wire, "24 B"; "" for none
}

// compareScene is the panel at the cursor.
func (m *Model) compareScene() CompareScene {
	config := m.otherConfig()
	c := CompareScene{Groups: m.compareGroups(), Lacking: m.All.lacking(), Compared: m.All.compared(&m.Draft),
		Here: configLabel(m.Config), There: configLabel(config), FirstDifference: m.Other.firstDifference}
	if m.Other.path == nil {
		c.Verdict = "This scenario cannot be played with that release."
		if len(m.All.missing) > 0 {
			c.Verdict = "The program is being compiled for that release."
		}
		return c
	}
	c.Verdict, c.AtDifference = m.compareVerdict(), m.At > 0 && m.At == c.FirstDifference
	first, last := m.visibleSteps()
	c.RowsBefore, c.RowsAfter = first-1, m.Len()-last
	highlighted := m.highlightedCause().Step
	for i := first; i <= last; i++ {
		s := m.Step(i)
		result, difference := m.compareStep(&m.Other.run, i)
		c.Rows = append(c.Rows, CompareRow{
			N: i, Call: compareCall(s),
			Here:   outcomeCell(s, m.History.World(m.Path[i])),
			There:  outcomeCell(m.Other.step(i), m.Other.world(i)),
			Result: result, Difference: difference, Releases: m.Other.differences[i], IsFirst: i == m.Other.firstDifference,
			Current: i == m.At, Ahead: i > m.At, Highlighted: i == highlighted,
		})
	}
	return c
}

// compareVerdict says in a sentence how the two runs compare.
func (m *Model) compareVerdict() string {
	switch {
	case m.Len() == 0:
		return "There is no step to compare yet."
	case m.Other.firstDifference > 0:
		return "The first difference is at " + stepName(m.Other.firstDifference) + "."
	case m.Other.firstSizeDifference > 0:
		return "An application sees no difference. Only the number of bytes on the wire differs, from " + stepName(m.Other.firstSizeDifference) + " on."
	}
	return "No step differs."
}

// configLabel names a release and a version.
func configLabel(c engine.Config) string {
	return profileLabel(c.Profile) + ", " + c.Version.Label()
}

// profileLabel is the name of a release that people use.
func profileLabel(profile string) string {
	if p, ok := engine.ProfileNamed(profile); ok {
		return p.Label()
	}
	return profile
}

// compareCall names the call of a step and who makes it.
func compareCall(s engine.Step) string { return explain.Subject(s.Op) + " " + s.Op.Call() }

// programCell is what a program did in a step, apart from what its call returned.
func programCell(s engine.Step) string {
	ran, _ := s.Program()
	if ran.Call == "" {
		return explain.ProgramEnd(s)
	}
	return explain.CallText(s) + " "
}

// outcomeCell is the outcome of a step, with the World after it.
func outcomeCell(s engine.Step, w engine.World) CompareCell {
	c := CompareCell{Text: programCell(s)}
	switch {
	case s.Blocked:
		c.Text += "blocks"
	case s.Returned:
		c.Text += "\u2192 " + explain.ReturnText(s)
		if s.Error != engine.ErrorNone && !explain.Misleading(s) {
			c.Text += " " + s.Error.Short()
		}
		if reason := explain.ReasonOf(s); reason != "" {
			c.Text += ", " + reason
		}
	}
	n := 0
	for _, move := range s.ByteMoves() {
		if move.Kind == engine.Queued {
			n += move.To - move.From
		}
	}
	if n > 0 {
		c.Bytes = strconv.Itoa(n) + " B"
	}
	c.Flags = w.Endpoint(engine.Client).Shutdown().String() + " \u00b7 " + w.Endpoint(engine.Server).Shutdown().String()
	return c
}
