package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// CompareScene is the Compare panel: what the steps of the branch do under all releases and
// versions, and step by step beside one of them or beside another scenario.
type CompareScene struct {
	Groups          []CompareGroup
	Lacking         []string // why some releases are left out: a program is being compiled for them, or cannot be
	Compared        int      // how many steps are played under all releases, if the branch is longer; else 0
	Here, There     string   // what is compared step by step: "OpenSSL 3.5, TLS 1.3"
	Title           string   // of the other scenario, "" if the steps are those on the stage
	Link, Problem   string   // the link to a scenario that was given last, and why it cannot be compared
	Verdict         string   // how they compare, in a sentence
	FirstDifference int      // the step to go to for the first difference, 0 for none
	AtDifference    bool     // the cursor is at it
	RowsBefore      int      // as in Ladder
	Rows            []CompareRow
	RowsAfter       int
}

// CompareRow is a step in both runs.
type CompareRow struct {
	N           int    // 0 if only the other scenario has it
	There       int    // its number in the other scenario if that is not N, 0 for none
	Call        string // "client SSL_shutdown()"
	HereCell    CompareCell
	ThereCell   CompareCell
	Result      StepComparison
	Difference  string              // the first thing that differs, "" for none
	Releases    []engine.Difference // what the releases do differently, in the row where it shows first
	IsFirst     bool                // it is the first row that differs
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
		Here: configLabel(m.Config), There: configLabel(config), Title: m.Other.Title, Link: m.compareLink, Problem: m.compareProblem}
	if m.Other.path == nil {
		c.Verdict = "This scenario cannot be played with that release."
		if len(m.All.missing) > 0 {
			c.Verdict = "The program is being compiled for that release."
		}
		return c
	}
	if c.Title != "" {
		c.There = "\u201c" + c.Title + "\u201d, " + configLabel(m.Other.history.World(0).Config())
	}
	if k := m.Other.firstDifference; k > 0 {
		c.FirstDifference = m.stepOfRow(k)
	}
	c.Verdict, c.AtDifference = m.compareVerdict(), m.At > 0 && m.At == c.FirstDifference
	first, last := m.compareWindow()
	c.RowsBefore, c.RowsAfter = first-1, m.compareRowCount()-last
	for k := first; k <= last; k++ {
		c.Rows = append(c.Rows, m.compareRow(k))
	}
	return c
}

// compareRow is row k.
func (m *Model) compareRow(k int) CompareRow {
	pair := m.compareRowPair(k)
	r := CompareRow{N: pair.here, Releases: m.Other.differences[k], IsFirst: k == m.Other.firstDifference, Current: pair.here > 0 && pair.here == m.At, Ahead: m.stepOfRow(k) > m.At}
	r.Result, r.Difference = m.comparePair(pair)
	r.Highlighted = r.N > 0 && r.N == m.highlightedCause().Step
	if pair.there != pair.here {
		r.There = pair.there
	}
	if pair.there > 0 {
		s := m.Other.step(pair.there)
		r.Call, r.ThereCell = compareCall(s), outcomeCell(s, m.Other.world(pair.there))
	}
	if pair.here > 0 {
		s := m.Step(pair.here)
		r.Call, r.HereCell = compareCall(s), outcomeCell(s, m.History.World(m.Path[pair.here]))
	}
	return r
}

// stepOfRow is the step on the stage in row k, or the last one before it, 0 for none.
func (m *Model) stepOfRow(k int) int {
	for ; k > 0; k-- {
		if n := m.compareRowPair(k).here; n > 0 {
			return n
		}
	}
	return 0
}

// compareVerdict says in a sentence how the two runs compare.
func (m *Model) compareVerdict() string {
	k := m.Other.firstDifference
	text := ""
	switch {
	case m.compareRowCount() == 0:
		return "There is no step to compare yet."
	case k > 0 && m.compareRowPair(k).here > 0:
		text = "The first difference is at " + stepName(m.compareRowPair(k).here) + "."
	case k > 0:
		text = "The first difference is " + stepName(m.compareRowPair(k).there) + " of the other scenario, which is only there."
	case m.Other.firstSizeDifference > 0:
		text = "An application sees no difference. Only the number of bytes on the wire differs, from " + stepName(m.stepOfRow(m.Other.firstSizeDifference)) + " on."
	default:
		text = "No step differs."
	}
	if m.Other.unaligned {
		text += " The scenarios are too long and too different to be aligned in between."
	}
	return text
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
