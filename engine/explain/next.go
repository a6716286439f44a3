package explain

import "closenotify/engine"

// Next is what the application should do after the step to a moment: the advice of the last
// rule that has one, "" for none. Advice to make a call that the library would refuse is left
// out.
func Next(h engine.History, id engine.NodeID) string {
	s := h.Step(id)
	rules := s.Rules()
	for i := len(rules) - 1; i >= 0; i-- {
		r := rules[i]
		if r.Advice != "" && fits(r, h.World(id).Endpoint(s.Op.Role)) && (r.Call == 0 || !isRefused(h.World(id), s.Op.Role, r.Call)) {
			return r.Advice
		}
	}
	return ""
}

// fits reports whether the advice of a rule is of use after a step: to call SSL_shutdown before
// close(2) is not if that was done, nor to ask SSL_pending if nothing is pending.
func fits(r engine.Rule, after engine.Endpoint) bool {
	switch r.Name {
	case engine.RuleClose.Name:
		return !after.Shutdown().Has(engine.SentShutdown)
	case engine.RulePollWaits.Name:
		return after.Pending() > 0
	}
	return true
}

// isRefused makes a call and reports whether the library refuses it, whatever the transport
// is like.
func isRefused(w engine.World, r engine.Role, v engine.Verb) bool {
	op := engine.Op{Verb: v, Role: r}
	if v.TakesArgument() {
		op.N = 1
	}
	_, s, err := w.Apply(op)
	if err != nil {
		return true
	}
	for _, refusal := range refusals {
		if s.Fired(refusal) {
			return true
		}
	}
	return false
}

// refusals are the rules by which a call is refused.
var refusals = []*engine.Rule{
	engine.RuleFreed, engine.RuleBlocked, engine.RuleAfterFatalError, engine.RuleShutdownInInit, engine.RuleWriteAfterClose,
	engine.RuleBadLength, engine.RuleBadWriteRetry,
}
