package model

import (
	"strconv"

	"closenotify/engine"
)

// Highlight is the flag whose cause is highlighted everywhere on the page. On is false
// while there is none.
type Highlight struct {
	On   bool
	Role engine.Role
	Flag engine.ShutdownFlags
}

// flagName names the flag and its peer: "client SENT".
func (h Highlight) flagName() string { return h.Role.String() + " " + h.Flag.String() }

// ToggleHighlight highlights the cause of a flag, or nothing if it is highlighted
// already.
type ToggleHighlight struct {
	Role engine.Role
	Flag engine.ShutdownFlags
}

// ClearHighlight ends the highlighting.
type ClearHighlight struct{}

func (t ToggleHighlight) update(m *Model) []Cmd {
	h := Highlight{true, t.Role, t.Flag}
	if m.Highlight == h {
		return ClearHighlight{}.update(m)
	}
	m.Highlight = h
	if c := m.highlightedCause(); c.Step > 0 {
		m.Status = h.flagName() + " was " + m.flagCause(c)
	} else {
		m.Status = h.flagName() + " is not set at this step"
	}
	return nil
}

func (ClearHighlight) update(m *Model) []Cmd {
	m.Highlight = Highlight{}
	m.Status = m.spokenLine()
	return nil
}

// highlightedCause is the step and the record to highlight. It is zero if no flag is
// highlighted, or if the flag is not set at the cursor.
func (m *Model) highlightedCause() engine.Cause {
	e := m.World().Endpoint(m.Highlight.Role)
	switch {
	case !m.Highlight.On || !e.Shutdown().Has(m.Highlight.Flag):
		return engine.Cause{}
	case m.Highlight.Flag == engine.SentShutdown:
		return e.SentBy()
	}
	return e.ReceivedBy()
}

// highlightAction is what an element says that toggles the highlighting of a flag:
// "highlight 0 SENT".
func highlightAction(r engine.Role, f engine.ShutdownFlags) string {
	return "highlight " + strconv.Itoa(int(r)) + " " + f.String()
}

// msgFromHighlight reads such an action.
func msgFromHighlight(_ *Model, arg, _ string) (Msg, bool) {
	for _, r := range engine.Roles {
		for _, f := range []engine.ShutdownFlags{engine.SentShutdown, engine.ReceivedShutdown} {
			if "highlight "+arg == highlightAction(r, f) {
				return ToggleHighlight{r, f}, true
			}
		}
	}
	return nil, false
}
