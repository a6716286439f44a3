package capture

import "closenotify/engine"

// startSteps gives the steps that lead to the start that c asks for. engine.New
// reaches it in the same way: both peers call SSL_do_handshake until they are
// done, then both read once, unless the tickets are to stay unread.
func startSteps(c engine.Config) []engine.Step {
	start := c.Start
	c.Start, c.Transport = engine.StartBefore, engine.DefaultTransport
	if start == engine.StartBefore {
		return nil
	}
	w, err := engine.New(c)
	if err != nil {
		panic(err) // the caller has made a World that differs in start and transport only
	}
	var steps []engine.Step
	call := func(op engine.Op) {
		var s engine.Step
		if w, s, err = w.Apply(op); err != nil {
			panic(err) // both calls are valid
		}
		steps = append(steps, s)
	}
	established := func(r engine.Role) bool { return w.Endpoint(r).State() == engine.Established }
	for !established(engine.Client) || !established(engine.Server) {
		call(engine.Op{Verb: engine.VerbDoHandshake, Role: engine.Client})
		call(engine.Op{Verb: engine.VerbDoHandshake, Role: engine.Server})
	}
	if start == engine.DefaultStart {
		call(engine.Op{Verb: engine.VerbRead, Role: engine.Client, N: 1})
		call(engine.Op{Verb: engine.VerbRead, Role: engine.Server, N: 1})
	}
	return steps
}
