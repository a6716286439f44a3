package draw

import (
	"closenotify/engine"
)

// signals makes the arrows of the FINs and RSTs that the step sends.
func (m transition) signals() []arrow {
	var list []arrow
	for _, s := range m.step.Signals() {
		x := arrow{dir: s.Dir, shape: shapeFIN, label: s.Kind.String(), leaves: true, arrives: true}
		if s.Kind == engine.RST {
			x.shape = shapeRST
		}
		if !m.after.Arrived(s) {
			x.arrives, x.remark = false, "after what is in flight"
		}
		list = append(list, x)
	}
	return list
}
