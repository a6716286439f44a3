package explain

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// FlagChange is a shutdown flag that a step set or cleared.
type FlagChange struct {
	Role engine.Role
	Flag engine.ShutdownFlags // Sent or Received
	Set  bool                 // else cleared
}

// FlagChanges lists the flags that the step to a moment set or cleared, none at the
// root.
func FlagChanges(h engine.History, id engine.NodeID) []FlagChange {
	parent, ok := h.Parent(id)
	if !ok {
		return nil
	}
	var list []FlagChange
	for _, r := range engine.Roles {
		before, after := h.World(parent).Endpoint(r).Shutdown(), h.World(id).Endpoint(r).Shutdown()
		for _, f := range []engine.ShutdownFlags{engine.SentShutdown, engine.ReceivedShutdown} {
			if before.Has(f) != after.Has(f) {
				list = append(list, FlagChange{r, f, after.Has(f)})
			}
		}
	}
	return list
}

// FlagCause says what set a flag: "set in step 2 by server SSL_read(100), with the
// close_notify of the client". step is the step that c names.
func FlagCause(step engine.Step, c engine.Cause) string {
	text := "set in step " + strconv.Itoa(step.N) + " by " + callerAndCall(step)
	for _, move := range step.ByteMoves() {
		if c.Record != 0 && move.Record.ID == c.Record {
			return text + ", with the " + RecordName(move.Record) + " of the " + move.Record.Sender.String()
		}
	}
	return text
}

// flagSentences says which flags a step set or cleared.
func flagSentences(h engine.History, id engine.NodeID) string {
	var b strings.Builder
	for _, c := range FlagChanges(h, id) {
		change := " is set."
		if !c.Set {
			change = " is cleared."
		}
		b.WriteString(" The " + c.Role.String() + "'s " + c.Flag.String() + " flag" + change)
	}
	return b.String()
}
