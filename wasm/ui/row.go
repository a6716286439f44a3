package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/wasm/ui/model"
)

// ladderRow is a step: a cell for the client, one for the wire, one for the server.
func ladderRow(r model.Row) app.UI {
	if r.N == 0 { // an empty slot after the last step
		return elem("div.none")
	}
	n := strconv.Itoa(r.N)
	id := none
	switch {
	case r.Current:
		id = attr("id", "row-current")
	case r.Highlighted:
		id = attr("id", "row-highlighted")
	}
	class := "div.row." + r.Side + ".kind-" + string(r.Kind) + classIf(r.Current, "current") + classIf(r.Ahead, "ahead") + classIf(r.Highlighted, "highlighted") + classIf(r.Stopped, "stopped") + motionClasses(r.Motion)
	return elem(class, id, attr("style", "order:"+n), attr("data-do", "seek "+n),
		elem("span.n"+classIf(r.Breakpoint, "break"), attr("data-do", "breakpoint "+n), n, forkCount(r.Branches)),
		elem("div.cell.client"+classIf(r.Blocked[engine.Client], "blocked"), callCell(r, engine.Client), lateReturns(r, engine.Client)),
		elem("div.cell.wire", wireCell(r)),
		elem("div.cell.server"+classIf(r.Blocked[engine.Server], "blocked"), callCell(r, engine.Server), lateReturns(r, engine.Server)),
		each(r.Links, readLine))
}

// motionClasses are the classes by which the style sheet shows a step while it happens.
func motionClasses(m model.Motion) string {
	if m.Turn == 0 {
		return ""
	}
	return ".fly.fly-" + strconv.Itoa(m.Turn) + ".after-" + string(m.After)
}

// readLine is the piece, in a row, of the line from a record to the call that reads it.
func readLine(l model.Link) app.UI {
	return elem("div.link"+linkClasses(l), attr("style", "--slot:"+strconv.Itoa(l.Slot)))
}

// linkClasses say at whose lane a line runs and how it looks.
func linkClasses(l model.Link) string {
	return "." + l.Reader.String() + classIf(!l.Read, "unread") + classIf(l.Ends, "ends")
}

// lateReturns tells what a peer's calls of earlier steps returned in this one.
func lateReturns(r model.Row, role engine.Role) []app.UI {
	var list []app.UI
	for _, l := range r.LateReturns {
		if l.Role == role {
			list = append(list, elem("span.late", l.Text))
		}
	}
	return list
}

// callCell is the call, if it is in the lane of the peer. The client's end at the wire, so the
// place of one would show how long its hidden outcome is. Another text stands for both then.
func callCell(r model.Row, role engine.Role) []app.UI {
	if r.Side != role.String() {
		return nil
	}
	unknown := elem("code.none")
	if r.Ahead && role == engine.Client {
		text := r.Call
		if r.Return != "" {
			text += " \u2192\u00a0?"
		}
		unknown = elem("code.unknown", withBreaks(text))
	}
	return append([]app.UI{
		elem("span.peer", r.Side), unknown, elem("code.call", withBreaks(r.Call)), programLine(r), returnValue(r), reasonText(r), printedText(r),
	}, effectList(r.Effects)...)
}

// returnValue is what the call returned, and what SSL_get_error says about it.
func returnValue(r model.Row) app.UI {
	var body []app.UI
	if r.Return != "" {
		body = append(body, elem("span.return", "\u2192 "+r.Return))
	}
	if r.Found != "" {
		body = append(body, elem("span.found", r.Found))
	}
	if r.Zero != "" {
		body = append(body, elem("span.zero", r.Zero))
	}
	if r.Error != "" {
		body = append(body, elem("span.error.tone-"+string(r.Tone), r.Error))
	}
	return elem("span.result", body)
}

// programLine is the line of the program that made the call.
func programLine(r model.Row) app.UI {
	if r.Line == "" {
		return elem("span.none")
	}
	return elem("span.line", r.Line)
}

// printedText is the beginning of what the program has printed before the call.
func printedText(r model.Row) app.UI {
	if r.Output == "" {
		return elem("code.none")
	}
	return elem("code.row-output", r.Output)
}

// reasonText is the text of the error queue, on a line of its own, or errno.
func reasonText(r model.Row) app.UI {
	switch {
	case r.Reason != "":
		return elem("span.reason", r.Reason)
	case r.Errno != "":
		return elem("span.errno", "errno "+r.Errno)
	}
	return elem("span.none")
}

// effectList has the short texts below a call.
func effectList(list []explain.Effect) []app.UI {
	if len(list) == 0 {
		return nil
	}
	return []app.UI{elem("span.effects", each(list, func(e explain.Effect) app.UI {
		return elem("span.effect"+classIf(e.Flag, "effect-flag"), e.Text)
	}))}
}

// wireCell is what the step did on the wire.
func wireCell(r model.Row) []app.UI {
	var body []app.UI
	if r.Side == "network" {
		body = append(body, elem("div.netstep",
			elem("span.peer", "network"), elem("span.arrow", arrow(r.Dir)),
			elem("code.call", r.Dir.String()+" "+r.Call), effectList(r.Effects)))
	}
	return append(body, each(r.Records, func(x model.Record) app.UI { return recordTrack(x, r.N) })...)
}

// recordTrack is a record between its sender and its receiver. A press anywhere on its way
// shows its bytes.
func recordTrack(r model.Record, step int) app.UI {
	bytes, size, line := none, elem("span.none"), elem("span.none")
	if r.ID != 0 {
		bytes = attr("data-do", "show-record "+strconv.Itoa(int(r.ID))+" "+strconv.Itoa(step))
	}
	if r.Size != "" {
		size = elem("span.size", r.Size)
	}
	if r.Linked {
		line = elem("span.link-begin"+linkClasses(r.Link), attr("style", "--slot:"+strconv.Itoa(r.Link.Slot)))
	}
	return elem("div.track."+r.Dir.String()+".status-"+string(r.Status)+classIf(r.Moving, "moving")+classIf(r.Damaged, "damaged")+classIf(r.Highlighted, "highlighted"),
		elem("div.chip-way", bytes,
			elem("div.chip.shape-"+string(r.Shape), attr("style", "--part:"+strconv.Itoa(r.Part)+"%"), elem("span.name", r.Name), size),
			line),
		elem("span.remark", r.Remark))
}

// forkCount shows that the history forks before a step, into n branches.
func forkCount(n int) app.UI {
	if n == 0 {
		return elem("span.none")
	}
	return elem("span.ways", attr("title", strconv.Itoa(n)+" branches from the step before"), glyph("fork"), strconv.Itoa(n))
}
