package explain

import (
	"strconv"

	"closenotify/engine"
)

// Effect is something that a step did, in a few words: "took data 27 B", "+SENT". What it
// returned and what it wrote is no Effect.
type Effect struct {
	Text string
	Flag bool // a flag was set or cleared
}

// maxRecordEffects is how many records Effects names.
const maxRecordEffects = 3

// Effects lists what the step to a moment did: first a call that blocks, then
// records, then flags. What it wrote is not among them: that is drawn as records.
func Effects(h engine.History, id engine.NodeID) []Effect {
	step := h.Step(id)
	list := append(blockedEffects(step), recordEffects(step)...)
	for _, c := range FlagChanges(h, id) {
		text := "+" + c.Flag.String()
		if !c.Set {
			text = "\u2212" + c.Flag.String()
		}
		if !step.Op.IsCall() || step.Op.Role != c.Role {
			text = c.Role.String() + " " + text
		}
		list = append(list, Effect{text, true})
	}
	return list
}

// blockedEffects says that a call has not returned, and whether any ever will.
func blockedEffects(s engine.Step) []Effect {
	var list []Effect
	if s.Blocked {
		list = append(list, Effect{Text: "blocks"})
	}
	if s.Deadlock {
		list = append(list, Effect{Text: "deadlock: each waits for the other"})
	}
	return list
}

// recordEffects says what happened to records that were already on the wire.
func recordEffects(s engine.Step) []Effect {
	var list []Effect
	moves := s.ByteMoves()
	for _, move := range moves {
		if text := recordEffect(move); text != "" && len(list) < maxRecordEffects {
			list = append(list, Effect{Text: text})
		}
	}
	if more := len(moves) - maxRecordEffects; more > 0 && len(list) == maxRecordEffects {
		list[maxRecordEffects-1].Text = "and " + strconv.Itoa(more+1) + " more"
	}
	return list
}

// recordEffect is what happened to a record, "" if it was only written.
func recordEffect(m engine.ByteMove) string {
	switch m.Kind {
	case engine.Consumed:
		return "took " + sizedName(m)
	case engine.Delivered:
		return sizedName(m) + " arrived"
	case engine.Lost:
		return sizedName(m) + " lost"
	case engine.Damaged:
		return RecordName(m.Record) + " damaged"
	}
	return ""
}

// sizedName names a record with the number of bytes that moved: "data 27 B".
func sizedName(m engine.ByteMove) string {
	return RecordName(m.Record) + " " + strconv.Itoa(m.To-m.From) + " B"
}

// LateReturn says what a call returned that was made in an earlier step and had been
// blocked: "client’s call of step 2 returns 10".
func LateReturn(late engine.LateReturn) string {
	text := late.Role.String() + "\u2019s call of step " + strconv.Itoa(late.Step) + " returns " + strconv.Itoa(late.Ret)
	if late.Error != engine.ErrorNone {
		text += ", " + late.Error.String()
	}
	return text
}
