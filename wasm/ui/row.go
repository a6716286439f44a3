package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// row is a step of the ladder: the caller's cell, the wire, the other's cell.
func row(r model.Row) app.UI {
	if r.N == 0 { // an empty slot behind the last step
		return el("div.none")
	}
	n := strconv.Itoa(r.N)
	id, fly := no, ""
	switch {
	case r.Current:
		id = at("id", "row-current")
	case r.Highlighted:
		id = at("id", "row-lit")
	}
	if r.Animated > 0 {
		fly = ".fly.fly-" + strconv.Itoa(r.Animated)
	}
	class := "div.row." + r.Side + ".kind-" + string(r.Kind) + when(r.Current, "current") + when(r.Ahead, "ahead") + when(r.Highlighted, "lit") + fly
	return el(class, id, at("style", "order:"+n), at("data-do", "seek "+n),
		el("span.n"+when(r.Breakpoint, "break"), at("data-do", "break "+n), n, ways(r.Branches)),
		el("div.cell.client"+when(r.Blocked[engine.Client], "waits"), call(r, engine.Client), late(r, engine.Client)),
		el("div.cell.wire", wire(r)),
		el("div.cell.server"+when(r.Blocked[engine.Server], "waits"), call(r, engine.Server), late(r, engine.Server)))
}

// late is what calls of earlier steps returned in this one.
func late(r model.Row, role engine.Role) []app.UI {
	var list []app.UI
	for _, l := range r.LateReturns {
		if l.Role == role {
			list = append(list, el("span.late", l.Text))
		}
	}
	return list
}

// call is the call of a peer, or nothing in the lane of the other.
func call(r model.Row, role engine.Role) []app.UI {
	if r.Side != role.String() {
		return nil
	}
	return append([]app.UI{
		el("span.peer", r.Side), el("code.call", r.Call), result(r), queued(r),
	}, effects(r.Effects)...)
}

// result is what the call returned and how to take it.
func result(r model.Row) app.UI {
	var body []app.UI
	if r.Return != "" {
		body = append(body, el("span.return", "\u2192 "+r.Return))
	}
	if r.Error != "" {
		name, title := r.Error, no
		if r.Tone == model.ToneMisleading {
			name += "?"
			title = at("title", "Misleading: SSL_get_error says SSL_ERROR_SYSCALL, but 0 is no error")
		}
		body = append(body, el("span.error.tone-"+string(r.Tone), title, name))
	}
	return el("span.result", body)
}

// queued is what the error queue says, on a line of its own.
func queued(r model.Row) app.UI {
	if r.Reason == "" {
		return el("span.none")
	}
	return el("span.reason", r.Reason)
}

// effects are the small words below a call.
func effects(list []model.Effect) []app.UI {
	if len(list) == 0 {
		return nil
	}
	return []app.UI{el("span.effects", each(list, func(e model.Effect) app.UI {
		return el("span.effect"+when(e.Flag, "effect-flag"), e.Text)
	}))}
}

// wire is what the step did between the peers.
func wire(r model.Row) []app.UI {
	var body []app.UI
	if r.Side == "network" {
		body = append(body, el("div.netstep",
			el("span.peer", "network"), el("span.arrow", arrow(r.Dir)),
			el("code.call", r.Dir.String()+" "+r.Call), effects(r.Effects)))
	}
	return append(body, each(r.Records, func(x model.Record) app.UI { return track(x, r.N) })...)
}

// arrow points where a direction goes.
func arrow(d engine.Direction) string {
	if d == engine.ClientToServer {
		return "\u2192"
	}
	return "\u2190"
}

// track is a record between its sender and its receiver. All of its way chooses it.
func track(r model.Record, step int) app.UI {
	bytes, size := no, el("span.none")
	if r.ID != 0 {
		bytes = at("data-do", "record "+strconv.Itoa(int(r.ID))+" "+strconv.Itoa(step))
	}
	if r.Size != "" {
		size = el("span.size", r.Size)
	}
	return el("div.track."+r.Dir.String()+".fate-"+string(r.Status)+when(r.Moving, "moving")+when(r.Damaged, "damaged")+when(r.Highlighted, "lit"),
		el("div.chip-way", bytes,
			el("div.chip.shape-"+string(r.Shape), at("style", "--part:"+strconv.Itoa(r.Part)+"%"), el("span.name", r.Name), size)),
		el("span.remark", r.Remark))
}

// ways tells that the history forks before a step.
func ways(n int) app.UI {
	if n == 0 {
		return el("span.none")
	}
	return el("span.ways", at("title", strconv.Itoa(n)+" ways lead on from the step before"), glyph("fork"), strconv.Itoa(n))
}
