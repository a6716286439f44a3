package capture

import "closenotify/engine"

// startBefore is the start at which nothing has happened yet (engine.Starts).
const startBefore = "before"

// startSteps is what the peers did before the first step, as engine.New does it: it
// shakes hands, and reads the tickets unless they are to stay unread.
func startSteps(c engine.Config) []engine.Step {
	start := c.Start
	c.Start, c.Transport = startBefore, engine.DefaultTransport
	if start == c.Start {
		return nil
	}
	w, err := engine.New(c)
	if err != nil {
		panic(err) // it differs from one that can be made in its start alone
	}
	var steps []engine.Step
	both := func(op engine.Op) {
		for _, op.Role = range engine.Roles {
			var s engine.Step
			if w, s, err = w.Apply(op); err != nil {
				panic(err) // it is a call that a script may have
			}
			steps = append(steps, s)
		}
	}
	for w.Endpoint(engine.Client).State() != engine.Established || w.Endpoint(engine.Server).State() != engine.Established {
		both(engine.Op{Verb: engine.VerbDoHandshake})
	}
	if start == engine.DefaultStart {
		both(engine.Op{Verb: engine.VerbRead, N: 1})
	}
	return steps
}
