package model

import (
	"strconv"

	"closenotify/engine"
)

// Lit is the flag whose cause is lit up everywhere. On is false while there is
// none.
type Lit struct {
	On   bool
	Role engine.Role
	Flag engine.ShutdownFlags
}

// name is the flag's: "client SENT".
func (l Lit) name() string { return l.Role.String() + " " + l.Flag.String() }

// Light lights the cause of a flag up, or puts it out if it is lit.
type Light struct {
	Role engine.Role
	Flag engine.ShutdownFlags
}

// Unlight puts out what is lit.
type Unlight struct{}

func (l Light) update(m *Model) []Cmd {
	lit := Lit{true, l.Role, l.Flag}
	if m.Lit == lit {
		return Unlight{}.update(m)
	}
	m.Lit = lit
	name := lit.name()
	if c := m.litCause(); c.Step > 0 {
		m.Status = name + " was " + m.causeText(c)
	} else {
		m.Status = name + " is not set at this step"
	}
	return nil
}

func (Unlight) update(m *Model) []Cmd {
	m.Lit = Lit{}
	m.Status = m.statusLine()
	return nil
}

// litCause is the step and the record that are lit, zero if there are none.
func (m *Model) litCause() engine.Cause {
	e := m.World().Endpoint(m.Lit.Role)
	switch {
	case !m.Lit.On || !e.Shutdown().Has(m.Lit.Flag):
		return engine.Cause{}
	case m.Lit.Flag == engine.Sent:
		return e.SentBy()
	}
	return e.ReceivedBy()
}

// doLight reads "0 SENT", a peer and its flag.
func doLight(_ *Model, arg, _ string) (Msg, bool) {
	for _, r := range engine.Roles {
		for _, f := range []engine.ShutdownFlags{engine.Sent, engine.Received} {
			if arg == lightArg(r, f) {
				return Light{r, f}, true
			}
		}
	}
	return nil, false
}

// lightArg is what doLight reads.
func lightArg(r engine.Role, f engine.ShutdownFlags) string {
	return strconv.Itoa(int(r)) + " " + f.String()
}
