package model

import (
	"strconv"

	"closenotify/engine"
)

// Effect is what a step did besides writing, in a few words.
type Effect struct {
	Text string
	Flag bool // it set or cleared one
}

// effectsOf lists the effects of step i: records first, then flags.
func (m *Model) effectsOf(i int) []Effect {
	const most = 3
	list := blockedEffects(m.Step(i))
	waits, moves := len(list), m.Step(i).Moves()
	for _, move := range moves {
		if text := effectText(move); text != "" && len(list) < most+waits {
			list = append(list, Effect{Text: text})
		}
	}
	if n := len(moves) - most; n > 0 && len(list) == most+waits {
		list[most+waits-1].Text = "and " + strconv.Itoa(n+1) + " more"
	}
	for _, c := range flagChanges(m.History, m.Path[i]) {
		text := "+" + c.Flag.String()
		if !c.Set {
			text = "\u2212" + c.Flag.String()
		}
		if sideOf(m.Step(i).Op) != c.Role.String() {
			text = c.Role.String() + " " + text
		}
		list = append(list, Effect{text, true})
	}
	return list
}

// blockedEffects says that a call has not returned, and if none ever will.
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

// waitEffects says which calls have not returned, and which have at last.
func waitEffects(s engine.Step) []Effect {
	list := blockedEffects(s)
	for _, late := range s.LateReturns() {
		list = append(list, Effect{Text: lateText(late)})
	}
	return list
}

// lateText says what a call returned that had been blocked.
func lateText(late engine.LateReturn) string {
	text := late.Peer.String() + "’s call of step " + strconv.Itoa(late.Step) + " returns " + strconv.Itoa(late.Ret)
	if late.Error != engine.ErrorNone {
		text += ", " + late.Error.String()
	}
	return text
}

// effectText is what happened to a record, "" if it was only written: then it is
// drawn.
func effectText(m engine.Move) string {
	n := strconv.Itoa(m.To-m.From) + " B"
	switch m.Kind {
	case engine.Consumed:
		return "took " + recordName(m.Record) + " " + n
	case engine.Delivered:
		return recordName(m.Record) + " " + n + " arrived"
	case engine.Lost:
		return recordName(m.Record) + " " + n + " lost"
	case engine.Damaged:
		return recordName(m.Record) + " damaged"
	}
	return ""
}
