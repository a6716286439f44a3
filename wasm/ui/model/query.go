package model

// The words that may stand in an address after "?", with "&" between them.
const (
	QueryAsk     = "ask"     // the predict mode is on
	QueryPresent = "present" // only the drawing is shown, in large type
)

// Query is the part of the address after "?", "" for none.
func (m *Model) Query() string {
	switch {
	case m.Ask.On && m.Present:
		return QueryAsk + "&" + QueryPresent
	case m.Ask.On:
		return QueryAsk
	case m.Present:
		return QueryPresent
	}
	return ""
}
