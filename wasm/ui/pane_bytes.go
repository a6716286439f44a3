package ui

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine/explain"
	"closenotify/wasm/ui/model"
)

// bytesPane shows a record byte by byte. Bytes and their explanation have the same data-f:
// the style sheet highlights both when the pointer or the keyboard is on one of them. A press
// on one goes to the other.
func bytesPane(b model.BytesScene) app.UI {
	bar := elem("div.bytes-bar",
		menuField("", "record", "option", "Record", options(b.Records)),
		button(".call-button", "copy-bytes", "Copy as hex"),
		button(".call-button", "export-capture", attr("title", "The whole scenario as a pcapng file, with the keys that decrypt it"), "Capture for Wireshark"))
	if len(b.Blocks) == 0 {
		return elem("div.bytes", bar, elem("p.quiet", "Nothing has been sent yet. The capture has the handshake all the same."))
	}
	damage := elem("p.none")
	if b.Damage != "" {
		damage = elem("p.bytes-damage", symbol("\u26a1\ufe0e"), b.Damage)
	}
	return elem("div.bytes", bar,
		elem("p.bytes-title", elem("strong", b.Title), " "+b.About), elem("p.quiet", b.Progress), damage,
		each(b.Blocks, func(h model.HexBlock) app.UI { return hexBlock(h, b.Fields) }),
		elem("h2", "Field by field"),
		elem("ol.fields", each(b.Fields, fieldRow)))
}

// symbol is a sign that screen readers do not read.
func symbol(sign string) app.UI { return elem("span", ariaHidden, sign+" ") }

// hexBlock is a part of the record in rows of 16 bytes.
func hexBlock(h model.HexBlock, fields []model.FieldScene) app.UI {
	return elem("div.hex", attr("role", "group"), attr("aria-label", h.Title), elem("h2", h.Title),
		each(h.Rows, func(r model.HexRow) app.UI { return hexRow(r, fields) }))
}

// hexRow is a row, or the gap that stands for many.
func hexRow(r model.HexRow, fields []model.FieldScene) app.UI {
	if r.RowsCut > 0 {
		return elem("div.hex-cut", strconv.Itoa(r.RowsCut)+" rows more; Copy has them all")
	}
	return elem("div.hex-row", elem("span.hex-at", ariaHidden, fmt.Sprintf("%04x", r.Offset)),
		each(r.Runs, func(run model.HexRun) app.UI { return hexRun(run, fields[run.Field].Hex) }))
}

// hexRun is a run of bytes of a field; all has the field's bytes for screen readers. The first
// run of a field can be reached by keyboard.
func hexRun(r model.HexRun, all string) app.UI {
	n := strconv.Itoa(r.Field)
	class := ".run" + classIf(r.State != "", "byte-"+string(r.State)) + classIf(r.Flipped, "flipped")
	action := "focus-field " + n
	if r.Name == "" {
		return elem("span"+class, attr("data-f", n), attr("data-do", action), r.Hex)
	}
	return button(class, action, attr("id", model.FieldBytesID(r.Field)), attr("data-f", n), attr("aria-label", r.Name+": "+all), r.Hex)
}

// fieldRow explains a field.
func fieldRow(f model.FieldScene) app.UI {
	n := strconv.Itoa(f.ID)
	value := elem("code.field-value", f.Value)
	if f.Value == "" {
		value = elem("code.field-value.field-hex", f.Hex)
	}
	return elem("li.field-row", attr("id", model.FieldID(f.ID)), attr("data-f", n), attr("tabindex", "-1"),
		button(".field-name", "focus-bytes "+n, attr("title", "Go to its bytes"), f.Name),
		value,
		elem("span.field-span", byteRange(f.From, f.To)),
		elem("p", f.Sentence, " ", each(explain.CitationsOf(f.RFC, ""), citation)))
}

// byteRange names the bytes from <= i < to.
func byteRange(from, to int) string {
	if to-from == 1 {
		return "byte " + strconv.Itoa(from)
	}
	return "bytes " + strconv.Itoa(from) + "\u2013" + strconv.Itoa(to-1)
}
