package engine

// Enabled lists the operations worth trying now, the client's calls first, then the
// server's, then the network's, in the order of the registry. Numbers are filled in with
// values worth trying. A call that would be a mistake is listed like any other. A freed
// peer can only close its socket.
func (w World) Enabled() []Op {
	var ops []Op
	for _, r := range Roles {
		e := w.endpoints[r]
		if _, blocked := e.Blocked(); blocked {
			continue
		}
		for v := Verb(1); v.IsCall(); v++ {
			if e.state == Freed && v != VerbClose {
				continue
			}
			for _, n := range v.suggested(e) {
				ops = append(ops, Op{Verb: v, Role: r, N: n})
			}
		}
	}
	for _, d := range Directions {
		for v := VerbHold; v.valid(); v++ {
			for _, n := range v.suggestedOn(w.wires[d]) {
				ops = append(ops, Op{Verb: v, Dir: d, N: n})
			}
		}
	}
	return ops
}

// suggested lists arguments worth trying in a call of e.
func (v Verb) suggested(e Endpoint) []int {
	if s := &verbs[v]; s.suggest != nil {
		return s.suggest(e)
	}
	return []int{verbs[v].arg.first}
}

// suggestedOn lists arguments worth trying in a step on w.
func (v Verb) suggestedOn(w Wire) []int {
	if s := &verbs[v]; s.suggestOn != nil {
		return s.suggestOn(w)
	}
	return []int{verbs[v].arg.first}
}
