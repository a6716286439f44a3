package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// CompareScene is the panel that holds the stage against its rival.
type CompareScene struct {
	Here, There     string // what each is: "OpenSSL 3.5, TLS 1.3"
	Profiles        []Choice
	Versions        []Choice
	Verdict         string
	FirstDifference int // the first step that differs, 0 for none
	RowsBefore      int
	Rows            []CompareRow
	RowsAfter       int
}

// CompareRow is a step here and there.
type CompareRow struct {
	N           int
	Call        string // "client SSL_shutdown()"
	Here        CompareCell
	There       CompareCell
	Result      StepComparison
	Difference  string // what differs first, "" for nothing
	IsFirst     bool   // of those that differ
	Current     bool
	Ahead       bool
	Highlighted bool // it set the flag that is lit
}

// CompareCell is what a step came to.
type CompareCell struct {
	Text  string // "→ 0 ZERO_RETURN"
	Flags string // of client and server, "SENT · 0"
	Bytes string // put on the wire, "24 B", "" for none
}

// compareScene draws the panel at the cursor.
func (m *Model) compareScene() CompareScene {
	config := m.otherConfig()
	c := CompareScene{Here: configLabel(m.Config), There: configLabel(config), FirstDifference: m.Other.firstDifference}
	c.Profiles, c.Versions = releaseChoices(config)
	if m.Other.path == nil {
		c.Verdict = "This scenario cannot be played there."
		return c
	}
	c.Verdict = m.compareVerdict()
	first, last := m.visibleSteps()
	c.RowsBefore, c.RowsAfter = first-1, m.Len()-last
	lit := m.highlightedCause().Step
	for i := first; i <= last; i++ {
		s := m.Step(i)
		how, in := m.compareStep(i)
		c.Rows = append(c.Rows, CompareRow{
			N: i, Call: explain.Subject(s.Op) + " " + s.Op.Call(),
			Here:   compareCell(s, m.History.World(m.Path[i])),
			There:  compareCell(m.Other.history.Step(m.Other.path[i]), m.Other.history.World(m.Other.path[i])),
			Result: how, Difference: in, IsFirst: i == m.Other.firstDifference, Current: i == m.At, Ahead: i > m.At, Highlighted: i == lit,
		})
	}
	return c
}

// compareVerdict says in a sentence how the two compare.
func (m *Model) compareVerdict() string {
	switch {
	case m.Len() == 0:
		return "There is no step to compare yet."
	case m.Other.firstDifference > 0:
		return "They part at " + stepName(m.Other.firstDifference) + "."
	case m.Other.firstSizeDifference > 0:
		return "An application sees no difference. The bytes on the wire differ in number, from " + stepName(m.Other.firstSizeDifference) + " on."
	}
	return "No step differs."
}

// configLabel names a release and a version.
func configLabel(c engine.Config) string {
	for _, p := range engine.Profiles() {
		if p.Name == c.Profile {
			return p.Label() + ", " + c.Version.Label()
		}
	}
	return c.Profile + ", " + c.Version.Label()
}

// compareCell is what a step came to.
func compareCell(s engine.Step, w engine.World) CompareCell {
	var o CompareCell
	switch {
	case s.Blocked:
		o.Text = "blocks"
	case s.Returned:
		o.Text = "\u2192 " + strconv.Itoa(s.Ret)
		if s.Error != engine.ErrorNone && !explain.Misleading(s) {
			o.Text += " " + s.Error.Short()
		}
		if s.Reason != "" {
			o.Text += ", " + s.Reason
		}
	}
	n := 0
	for _, move := range s.Moves() {
		if move.Kind == engine.Queued {
			n += move.To - move.From
		}
	}
	if n > 0 {
		o.Bytes = strconv.Itoa(n) + " B"
	}
	o.Flags = w.Endpoint(engine.Client).Shutdown().String() + " \u00b7 " + w.Endpoint(engine.Server).Shutdown().String()
	return o
}
