package explain

import (
	"strconv"

	"closenotify/engine"
)

// Effect is something that a step did, in a few words: "data 27 B lost", "+SENT". Return
// values are not Effects, nor are records that were written or read.
type Effect struct {
	Text string
	Flag bool // a flag was set or cleared
}

// maxRecordEffects is how many Effects a step has for records. If there are more, the last
// one says how many.
const maxRecordEffects = 3

// Effects lists what the step to a moment did: first a call that blocks, then
// records, then flags.
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

// Effects of blocking calls.
const (
	TextBlocks   = "blocks"                             // the call has not returned
	TextDeadlock = "deadlock: each waits for the other" // no call will ever return
)

// blockedEffects says that a call has not returned, and whether any ever will.
func blockedEffects(s engine.Step) []Effect {
	var list []Effect
	if s.Blocked {
		list = append(list, Effect{Text: TextBlocks})
	}
	if s.Deadlock {
		list = append(list, Effect{Text: TextDeadlock})
	}
	return list
}

// recordEffects says what happened to records that were already on the wire.
func recordEffects(s engine.Step) []Effect {
	var list []Effect
	for _, move := range JoinMoves(s.ByteMoves()) {
		if text := recordEffect(move); text != "" {
			list = append(list, Effect{Text: text})
		}
	}
	if more := len(list) - maxRecordEffects; more > 0 {
		list = list[:maxRecordEffects]
		list[maxRecordEffects-1].Text = "and " + strconv.Itoa(more+1) + " more"
	}
	return list
}

// JoinMoves merges moves of the same kind that continue each other: a record that the library
// reads in parts, or that arrives byte by byte in one step, has moved once.
func JoinMoves(moves []engine.ByteMove) []engine.ByteMove {
	var list []engine.ByteMove
	for _, m := range moves {
		if n := len(list); n > 0 {
			last := &list[n-1]
			if last.Kind == m.Kind && last.Record.ID == m.Record.ID && last.To == m.From {
				last.To = m.To
				continue
			}
		}
		list = append(list, m)
	}
	return list
}

// recordEffect is what happened to a record on the wire, "" if it was written or read.
func recordEffect(m engine.ByteMove) string {
	switch m.Kind {
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

// LateReturn says what a call of an earlier step returned after it had blocked: "the
// client's call in step 2 returns 10".
func LateReturn(late engine.LateReturn) string {
	text := "the " + late.Role.String() + "'s call in step " + strconv.Itoa(late.Step) + " returns " + late.Verb.ReturnText(late.Ret, late.Bytes)
	if late.Error != engine.ErrorNone {
		text += ", " + late.Error.String()
	}
	if names := Revents(late.Answer); names != "" {
		text += " (" + names + ")"
	}
	if late.Error != engine.ErrorNone || late.Keys != engine.AllKeys {
		text += withErrno(late.Errno)
	}
	return text
}
