// This file is added to go-app when the client is built (copy.sh).
package app

import "context"

// start handles what is dispatched, and draws as soon as nothing else waits. go-app draws at
// the next tick of a clock, up to a frame later.
func (e *engine) start(ctx context.Context) {
	e.startOnce.Do(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case d := <-e.dispatches:
				e.handleDispatch(d)
			}
			if len(e.dispatches) == 0 {
				e.handleFrame()
			}
		}
	})
}

// tell has a function of the component called. Unlike dispatch it does not draw the component
// again.
func (c *Compo) tell(fn func(Context)) {
	c.getDispatcher().Dispatch(Dispatch{Mode: Next, Source: c.self(), Function: fn})
}
