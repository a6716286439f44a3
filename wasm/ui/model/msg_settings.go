package model

import "slices"

// NextTheme, NextMotion, NextFuture and NextKeys change a setting to its next value.
type (
	NextTheme  struct{}
	NextMotion struct{}
	NextFuture struct{}
	NextKeys   struct{}
)

// RestoreSetting restores a setting that was stored in an earlier visit.
type RestoreSetting struct{ Name, Value string }

// The values of the settings.
var (
	themes  = []string{"auto", "light", "dark"}
	motions = []string{"auto", "off"}
	futures = []string{"hidden", "shown"}
	keys    = []string{"on", "off"}
)

func (NextTheme) update(m *Model) []Cmd {
	m.Theme = nextValue(themes, m.Theme)
	return []Cmd{StoreSetting{"theme", m.Theme}}
}

func (NextMotion) update(m *Model) []Cmd {
	m.Motion = nextValue(motions, m.Motion)
	return []Cmd{StoreSetting{"motion", m.Motion}}
}

func (NextFuture) update(m *Model) []Cmd {
	m.Future = nextValue(futures, m.Future)
	return []Cmd{StoreSetting{"future", m.Future}}
}

func (NextKeys) update(m *Model) []Cmd {
	m.Keys = nextValue(keys, m.Keys)
	return []Cmd{StoreSetting{"keys", m.Keys}}
}

// nextValue is the value after v. The first one follows the last.
func nextValue(values []string, v string) string {
	return values[(slices.Index(values, v)+1)%len(values)]
}

func (r RestoreSetting) update(m *Model) []Cmd {
	switch {
	case r.Name == "theme" && slices.Contains(themes, r.Value):
		m.Theme = r.Value
	case r.Name == "motion" && slices.Contains(motions, r.Value):
		m.Motion = r.Value
	case r.Name == "future" && slices.Contains(futures, r.Value):
		m.Future = r.Value
	case r.Name == "keys" && slices.Contains(keys, r.Value):
		m.Keys = r.Value
	}
	return nil
}
