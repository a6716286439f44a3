package model

import (
	"strconv"

	"closenotify/engine"
)

// Compare is the panel that holds the stage against its rival.
type Compare struct {
	Here, There string // what each is: "OpenSSL 3.5, TLS 1.3"
	Profiles    []Choice
	Versions    []Choice
	Verdict     string
	First       int // the first step that differs, 0 for none
	Before      int
	Rows        []CompareRow
	After       int
}

// CompareRow is a step here and there.
type CompareRow struct {
	N       int
	Call    string // "client SSL_shutdown()"
	Here    Outcome
	There   Outcome
	How     Difference
	In      string // what differs first, "" for nothing
	First   bool   // of those that differ
	Current bool
	Ahead   bool
	Lit     bool // it set the flag that is lit
}

// Outcome is what a step came to.
type Outcome struct {
	Text  string // "→ 0 ZERO_RETURN"
	Flags string // of client and server, "SENT · 0"
	Bytes string // put on the wire, "24 B", "" for none
}

// compareScene draws the panel at the cursor.
func (m *Model) compareScene() Compare {
	config := m.rivalConfig()
	c := Compare{Here: configLabel(m.Config), There: configLabel(config), First: m.Rival.first}
	c.Profiles, c.Versions = releaseChoices(config)
	if m.Rival.path == nil {
		c.Verdict = "This scenario cannot be played there."
		return c
	}
	c.Verdict = m.verdict()
	first, last := m.window()
	c.Before, c.After = first-1, m.Len()-last
	lit := m.litCause().Step
	for i := first; i <= last; i++ {
		s := m.Step(i)
		how, in := m.differs(i)
		c.Rows = append(c.Rows, CompareRow{
			N: i, Call: who(s.Op) + " " + s.Op.Call(),
			Here:  outcomeOf(s, m.History.World(m.Path[i])),
			There: outcomeOf(m.Rival.played.Step(m.Rival.path[i]), m.Rival.played.World(m.Rival.path[i])),
			How:   how, In: in, First: i == m.Rival.first, Current: i == m.At, Ahead: i > m.At, Lit: i == lit,
		})
	}
	return c
}

// verdict says in a sentence how the two compare.
func (m *Model) verdict() string {
	switch {
	case m.Len() == 0:
		return "There is no step to compare yet."
	case m.Rival.first > 0:
		return "They part at " + stepName(m.Rival.first) + "."
	case m.Rival.sizes > 0:
		return "An application sees no difference. The bytes on the wire differ in number, from " + stepName(m.Rival.sizes) + " on."
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

// outcomeOf is what a step came to.
func outcomeOf(s engine.Step, w engine.World) Outcome {
	var o Outcome
	switch {
	case s.Blocked:
		o.Text = "blocks"
	case s.Returned:
		o.Text = "\u2192 " + strconv.Itoa(s.Ret)
		if s.Error != engine.ErrorNone && !misleading(s) {
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
