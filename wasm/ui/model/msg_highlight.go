package model

import (
	"strconv"

	"closenotify/engine"
)

// Highlight is the flag whose cause is lit up everywhere. On is false while there is
// none.
type Highlight struct {
	On   bool
	Role engine.Role
	Flag engine.ShutdownFlags
}

// flagName is the flag's: "client SENT".
func (l Highlight) flagName() string { return l.Role.String() + " " + l.Flag.String() }

// ToggleHighlight lights the cause of a flag up, or puts it out if it is lit.
type ToggleHighlight struct {
	Role engine.Role
	Flag engine.ShutdownFlags
}

// ClearHighlight puts out what is lit.
type ClearHighlight struct{}

func (l ToggleHighlight) update(m *Model) []Cmd {
	lit := Highlight{true, l.Role, l.Flag}
	if m.Highlight == lit {
		return ClearHighlight{}.update(m)
	}
	m.Highlight = lit
	name := lit.flagName()
	if c := m.highlightedCause(); c.Step > 0 {
		m.Status = name + " was " + m.flagCause(c)
	} else {
		m.Status = name + " is not set at this step"
	}
	return nil
}

func (ClearHighlight) update(m *Model) []Cmd {
	m.Highlight = Highlight{}
	m.Status = m.statusLine()
	return nil
}

// highlightedCause is the step and the record that are lit, zero if there are none.
func (m *Model) highlightedCause() engine.Cause {
	e := m.World().Endpoint(m.Highlight.Role)
	switch {
	case !m.Highlight.On || !e.Shutdown().Has(m.Highlight.Flag):
		return engine.Cause{}
	case m.Highlight.Flag == engine.Sent:
		return e.SentBy()
	}
	return e.ReceivedBy()
}

// msgFromHighlight reads "0 SENT", a peer and its flag.
func msgFromHighlight(_ *Model, arg, _ string) (Msg, bool) {
	for _, r := range engine.Roles {
		for _, f := range []engine.ShutdownFlags{engine.Sent, engine.Received} {
			if arg == highlightArgument(r, f) {
				return ToggleHighlight{r, f}, true
			}
		}
	}
	return nil, false
}

// highlightArgument is what doLight reads.
func highlightArgument(r engine.Role, f engine.ShutdownFlags) string {
	return strconv.Itoa(int(r)) + " " + f.String()
}
