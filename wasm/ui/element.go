package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// attribute is an attribute of an element.
type attribute struct{ name, value string }

// attr is an attribute, numbers are for people to read.
func attr(name, value string) attribute { return attribute{name, value} }

// attrInt is an attribute that is a number.
func attrInt(name string, n int) attribute { return attribute{name, strconv.Itoa(n)} }

// none is none part at all, for places where there may be one.
var none attribute

// elem makes an element: "div.row.client" with its attributes, texts and children
// in any order. It is the only way in which elements are made here. go-app has a
// type for each HTML tag, and each that is used adds 20 kB to the program.
func elem(spec string, parts ...any) app.HTMLElem {
	words := strings.Split(spec, ".")
	e := app.Elem(words[0])
	if len(words) > 1 {
		e = e.Class(words[1:]...)
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

// input makes the one element that has no end tag.
func input(class string, attrs ...attribute) app.UI {
	e := app.ElemSelfClosing("input").Class(class)
	for _, a := range attrs {
		if a != none {
			e = e.Attr(a.name, a.value)
		}
	}
	return e
}

// button is a button that does what its words say: see model.Model.Do.
func button(class, do string, parts ...any) app.HTMLElem {
	return elem("button"+class, append(parts, attr("type", "button"), attr("data-do", do))...)
}

// iconButton is a button that shows a drawing of the style sheet; its name is for
// whoever does not see it.
func iconButton(do, icon, name string) app.HTMLElem {
	return button(".icon."+icon, do, attr("aria-label", name), attr("title", name), glyph(icon))
}

// glyph is a drawing of the style sheet.
func glyph(icon string) app.UI { return elem("span.glyph.glyph-"+icon, ariaHidden) }

// ariaHidden keeps something from screen readers.
var ariaHidden = attr("aria-hidden", "true")

// screenReaderText is text for screen readers alone.
func screenReaderText(text string) app.UI { return elem("span.unseen", text) }

// each draws every element of a list.
func each[T any](list []T, draw func(T) app.UI) []app.UI {
	drawn := make([]app.UI, len(list))
	for i, x := range list {
		drawn[i] = draw(x)
	}
	return drawn
}

// classIf is a class behind what stands before it, if on.
func classIf(on bool, class string) string {
	if on {
		return "." + class
	}
	return ""
}

// ariaBool is the word that ARIA attributes want.
func ariaBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
