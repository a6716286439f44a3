package model

import (
	"closenotify/engine"
	"strings"
)

// flagSentences says which flags a step set or cleared.
func flagSentences(h engine.History, id engine.NodeID) string {
	var b strings.Builder
	for _, c := range flagChanges(h, id) {
		verb := " is set."
		if !c.Set {
			verb = " is cleared."
		}
		b.WriteString(" The " + c.Role.String() + "'s " + c.Flag.String() + " flag" + verb)
	}
	return b.String()
}

// flagChange is a flag that a step set or cleared.
type flagChange struct {
	Role engine.Role
	Flag engine.ShutdownFlags
	Set  bool
}

// flagChanges compares a moment with the one before it.
func flagChanges(h engine.History, id engine.NodeID) []flagChange {
	before, ok := h.Parent(id)
	if !ok {
		return nil
	}
	var list []flagChange
	for _, r := range engine.Roles {
		was, is := h.World(before).Endpoint(r).Shutdown(), h.World(id).Endpoint(r).Shutdown()
		for _, f := range []engine.ShutdownFlags{engine.Sent, engine.Received} {
			if was.Has(f) != is.Has(f) {
				list = append(list, flagChange{r, f, is.Has(f)})
			}
		}
	}
	return list
}
