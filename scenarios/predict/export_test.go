package predict

import "closenotify/engine"

// Wrong is what somebody with a confusion expects of step i.
func Wrong(c *Confusion, h engine.History, path []engine.NodeID, i int) (Answer, bool) {
	a, fits := c.wrong(momentAt(h, path, i))
	a.Aspect = c.Aspect
	return a, fits
}

// AnswerAt is what step i does in one aspect.
func AnswerAt(h engine.History, path []engine.NodeID, i int, a Aspect) (Answer, bool) {
	return momentAt(h, path, i).answer(a)
}
