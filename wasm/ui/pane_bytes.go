package ui

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// bytesPane is a record byte by byte. Bytes and their explanation find each other by
// data-f: the style sheet lights up both when one of them is pointed at or has the
// keyboard; pressing one goes to the other.
func bytesPane(b model.BytesScene) app.UI {
	bar := el("div.bytes-bar",
		menuField("", "record", "chosen", "Record", options(b.Records)),
		press(".call-button", "copybytes", "Copy as hex"),
		press(".call-button", "export", at("title", "The whole scenario as a pcapng file, with the keys that decrypt it"), "Capture for Wireshark"))
	if len(b.Blocks) == 0 {
		return el("div.bytes", bar, el("p.quiet", "Nothing has been sent yet. The capture has the handshake all the same."))
	}
	damage := el("p.none")
	if b.Damage != "" {
		damage = el("p.bytes-damage", glyphless("\u26a1\ufe0e"), b.Damage)
	}
	return el("div.bytes", bar,
		el("p.bytes-title", el("strong", b.Title), " "+b.About), el("p.quiet", b.Progress), damage,
		each(b.Blocks, func(h model.HexBlock) app.UI { return hexBlock(h, b.Fields) }),
		el("h2", "Field by field"),
		el("ol.fields", each(b.Fields, field)))
}

// glyphless is a sign for those who see it.
func glyphless(sign string) app.UI { return el("span", hidden, sign+" ") }

// hexBlock is a part of the record in rows of 16.
func hexBlock(h model.HexBlock, fields []model.FieldScene) app.UI {
	return el("div.hex", at("role", "group"), at("aria-label", h.Title), el("h2", h.Title),
		each(h.Rows, func(r model.HexRow) app.UI { return hexRow(r, fields) }))
}

// hexRow is 16 bytes, or the gap that stands for many.
func hexRow(r model.HexRow, fields []model.FieldScene) app.UI {
	if r.RowsCut > 0 {
		return el("div.hex-cut", strconv.Itoa(r.RowsCut)+" rows more; Copy has them all")
	}
	return el("div.hex-row", el("span.hex-at", hidden, fmt.Sprintf("%04x", r.Offset)),
		each(r.Runs, func(run model.HexRun) app.UI { return hexRun(run, fields[run.Field].Hex) }))
}

// hexRun is some bytes of a field. Its first ones can be reached by keyboard.
func hexRun(r model.HexRun, all string) app.UI {
	n := strconv.Itoa(r.Field)
	class := ".run" + when(r.State != "", "byte-"+string(r.State)) + when(r.Flipped, "flipped")
	to := "field " + n
	if r.Name == "" {
		return el("span"+class, at("data-f", n), at("data-do", to), r.Hex)
	}
	return press(class, to, at("id", model.RunID(r.Field)), at("data-f", n), at("aria-label", r.Name+": "+all), r.Hex)
}

// field explains a run of bytes.
func field(f model.FieldScene) app.UI {
	n := strconv.Itoa(f.ID)
	value := el("code.field-value", f.Value)
	if f.Value == "" {
		value = el("code.field-value.field-hex", f.Hex)
	}
	return el("li.field-row", at("id", model.FieldID(f.ID)), at("data-f", n), at("tabindex", "-1"),
		press(".field-name", "run "+n, at("title", "Go to its bytes"), f.Name),
		value,
		el("span.field-span", span(f.From, f.To)),
		el("p", f.Sentence, " ", el("span.cite", f.RFC)))
}

// span is bytes from <= i < to, in words.
func span(from, to int) string {
	if to-from == 1 {
		return "byte " + strconv.Itoa(from)
	}
	return "bytes " + strconv.Itoa(from) + "\u2013" + strconv.Itoa(to-1)
}
