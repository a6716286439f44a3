package program

// An openOrder is a list of operands, or arguments, whose order C leaves open.
type openOrder struct {
	before effects // of the operands that are done
	now    effects // of the one that runs
}

// effects are what functions change and depend on, as far as it matters in which order
// they are called.
type effects uint8

const (
	makesCall   effects = 1 << iota // changes what every query says
	asks                            // depends on calls
	readsQueue                      // depends on the error queue
	changesList                     // changes the error queue
)

// conflict reports whether it matters which of two functions comes first.
func (e effects) conflict(f effects) bool {
	return e&makesCall != 0 && f&(makesCall|asks) != 0 || f&makesCall != 0 && e&asks != 0 ||
		e&changesList != 0 && f&(changesList|readsQueue) != 0 || f&changesList != 0 && e&readsQueue != 0
}

func seq(m *machine, _ *Instr) {
	if len(m.order) == maxOrder {
		m.stopf("expressions are nested too deeply")
		return
	}
	m.order = append(m.order, openOrder{})
}

func seqOr(m *machine, _ *Instr) {
	if len(m.order) > 0 {
		top := &m.order[len(m.order)-1]
		top.before |= top.now
		top.now = 0
	}
}

func seqNo(m *machine, _ *Instr) {
	if len(m.order) > 0 {
		m.order = m.order[:len(m.order)-1]
	}
}

// note stops the program if a function may not be called where the order is open.
func (m *machine) note(name string, e effects) bool {
	if e == 0 {
		return true
	}
	for i := range m.order {
		if m.order[i].before.conflict(e) {
			m.stopf("C leaves open whether %s comes before or after another call in this expression", name)
			return false
		}
		m.order[i].now |= e
	}
	return true
}
