package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// attribute is an attribute of an element.
type attribute struct{ name, value string }

// attr makes an attribute.
func attr(name, value string) attribute { return attribute{name, value} }

// attrInt makes an attribute that is a number.
func attrInt(name string, n int) attribute { return attribute{name, strconv.Itoa(n)} }

// none is no attribute, for places where there may be one.
var none attribute

// elem makes an element from its tag and classes, "div.row.client", with attributes, texts
// and children in any order. All elements are made with it: go-app has a type for each HTML
// tag, and each type that is used adds 20 kB to the program.
func elem(spec string, parts ...any) app.HTMLElem {
	tag, classes, _ := strings.Cut(spec, ".")
	e := app.Elem(tag)
	if classes != "" {
		e = e.Class(strings.ReplaceAll(classes, ".", " "))
	}
	if first, _, _ := strings.Cut(classes, "."); isVerbatim(tag, first) {
		e = e.Attr("translate", "no")
	}
	var children []app.UI
	for _, p := range parts {
		switch p := p.(type) {
		case attribute:
			if p != none {
				e = e.Attr(p.name, p.value)
			}
		case string:
			children = append(children, app.Text(p))
		case app.UI:
			children = append(children, p)
		case []app.UI:
			children = append(children, p...)
		}
	}
	return e.Body(children...)
}

// isVerbatim reports whether an element, given by its tag and its first class, holds what
// must not be translated: C, calls and their results, hex, and the names of records, flags
// and errors.
func isVerbatim(tag, class string) bool {
	switch tag {
	case "code", "pre", "kbd", "textarea":
		return true
	}
	switch class {
	case "return", "error", "reason", "chip", "pill", "hex-row", "late", "versus-call", "versus-text", "versus-bytes", "versus-flags":
		return true
	}
	return false
}

// input makes an input element, which has no end tag.
func input(class string, attrs ...attribute) app.UI {
	e := app.ElemSelfClosing("input").Class(class)
	for _, a := range attrs {
		if a != none {
			e = e.Attr(a.name, a.value)
		}
	}
	return e
}

// withBreaks is a long name that a line may break after its underscores and parentheses,
// so that no word is split. A <wbr> adds nothing to what is copied.
func withBreaks(name string) []app.UI {
	const short = 15 // shorter names fit everywhere
	var parts []app.UI
	for from, i := 0, 0; i < len(name); i++ {
		switch {
		case i == len(name)-1 || len(name) < short:
			return append(parts, app.Text(name[from:]))
		case name[i] == '_' || name[i] == '(' || name[i] == '|':
			parts = append(parts, app.Text(name[from:i+1]), app.ElemSelfClosing("wbr"))
			from = i + 1
		}
	}
	return parts
}

// button makes a button for an action, see model.Model.MsgFromAction.
func button(class, action string, parts ...any) app.HTMLElem {
	return elem("button"+class, append(parts, attr("type", "button"), attr("data-do", action))...)
}

// iconButton makes a button with a drawing. Its name is for people who do not see it, or do
// not know what it means.
func iconButton(action, icon, name string) app.HTMLElem {
	return button(".icon."+icon, action, attr("aria-label", name), attr("title", name), glyph(icon))
}

// glyph is a drawing from the style sheet.
func glyph(icon string) app.UI { return elem("span.glyph.glyph-"+icon, ariaHidden) }

// ariaHidden hides an element from screen readers.
var ariaHidden = attr("aria-hidden", "true")

// ownDirection has a text that a person has written run in the direction of its own letters.
var ownDirection = attr("dir", "auto")

// screenReaderText is a text that only screen readers have.
func screenReaderText(text string) app.UI { return elem("span.unseen", text) }

// each draws every element of a list.
func each[T any](list []T, draw func(T) app.UI) []app.UI {
	drawn := make([]app.UI, len(list))
	for i, x := range list {
		drawn[i] = draw(x)
	}
	return drawn
}

// classIf is one more class for elem if on, else nothing.
func classIf(on bool, class string) string {
	if on {
		return "." + class
	}
	return ""
}

// ariaBool is a value of an ARIA attribute.
func ariaBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// menuField is a menu with its label. With the class ".named" the label can be seen.
func menuField(class, id, action, name string, entries []app.UI) app.UI {
	label := screenReaderText(name)
	if class == ".named" {
		label = elem("span.field-name", name)
	}
	return elem("label.field"+class, label, elem("select", attr("id", id), attr("data-change", action), entries))
}

// options are the entries of a menu. Only the chosen one has the attribute: in HTML any
// value of it means yes.
func options(choices []model.Choice) []app.UI {
	return each(choices, func(c model.Choice) app.UI {
		selected := none
		if c.On {
			selected = attr("selected", "true")
		}
		return elem("option", attr("value", c.Value), ownDirection, selected, c.Text)
	})
}

// plainText replaces what would end an attribute: go-app does not escape it.
func plainText(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '"' || r < ' ' {
			out[i] = '\''
		}
	}
	return string(out)
}

// arrow points in a direction.
func arrow(d engine.Direction) string {
	if d == engine.ClientToServer {
		return "\u2192"
	}
	return "\u2190"
}
