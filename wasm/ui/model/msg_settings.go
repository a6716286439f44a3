package model

// NextTheme, NextMotion and NextKeys go to the next value of a setting.
type (
	NextTheme  struct{}
	NextMotion struct{}
	NextKeys   struct{}
)

// RestoreSetting restores a setting kept from an earlier visit.
type RestoreSetting struct{ Name, Value string }

// SetSize changes how many bytes the action bar fills in.
type SetSize struct {
	Call  string // "read", "write", "deliver"
	Index int    // engine.Role or engine.Direction
	N     int
}

var (
	themes  = []string{"auto", "light", "dark"}
	motions = []string{"auto", "off"}
	keys    = []string{"on", "off"}
)

func (NextTheme) update(m *Model) []Cmd {
	m.Theme = after(themes, m.Theme)
	return []Cmd{StoreSetting{"theme", m.Theme}}
}

func (NextMotion) update(m *Model) []Cmd {
	m.Motion = after(motions, m.Motion)
	return []Cmd{StoreSetting{"motion", m.Motion}}
}

func (NextKeys) update(m *Model) []Cmd {
	m.Keys = after(keys, m.Keys)
	return []Cmd{StoreSetting{"keys", m.Keys}}
}

func (s RestoreSetting) update(m *Model) []Cmd {
	switch {
	case s.Name == "theme" && after(themes, s.Value) != "":
		m.Theme = s.Value
	case s.Name == "motion" && after(motions, s.Value) != "":
		m.Motion = s.Value
	case s.Name == "keys" && after(keys, s.Value) != "":
		m.Keys = s.Value
	}
	return nil
}

// after is the value behind v, going round; "" if v is none of them.
func after(values []string, v string) string {
	for i, x := range values {
		if x == v {
			return values[(i+1)%len(values)]
		}
	}
	return ""
}

func (s SetSize) update(m *Model) []Cmd {
	if s.Index < 0 || s.Index > 1 || s.N < 1 {
		return nil
	}
	switch s.Call {
	case "read":
		m.Sizes.Read[s.Index] = s.N
	case "write":
		m.Sizes.Write[s.Index] = s.N
	case "deliver":
		m.Sizes.Deliver[s.Index] = s.N
	}
	return nil
}
