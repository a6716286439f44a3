package draw

import (
	"closenotify/engine"
)

// signals makes the arrows of a FIN or a RST that the step sends.
func (m transition) signals() []arrow {
	var list []arrow
	for _, d := range engine.Directions {
		was, is := m.before.Wire(d), m.after.Wire(d)
		_, hadFIN := was.FIN()
		ahead, hasFIN := is.FIN()
		fin := hasFIN && !hadFIN
		switch {
		case !was.Reset() && is.Reset(), fin && m.closesUnread():
			list = append(list, arrow{dir: d, shape: shapeRST, label: "RST", leaves: true, arrives: true})
		case fin && ahead > is.Readable():
			list = append(list, arrow{dir: d, shape: shapeFIN, label: "FIN", leaves: true, remark: "after what is in flight"})
		case fin:
			list = append(list, arrow{dir: d, shape: shapeFIN, label: "FIN", leaves: true, arrives: true})
		}
	}
	return list
}

// closesUnread reports whether a socket is closed with bytes unread: then it sends a
// RST instead of a FIN (RFC 9293 §3.6.1).
func (m transition) closesUnread() bool {
	return m.step.Fired(engine.RuleCloseUnread)
}
