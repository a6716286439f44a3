package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// attr is an attribute of an element.
type attr struct{ name, value string }

// at is an attribute, numbers are for people to read.
func at(name, value string) attr { return attr{name, value} }

// atNumber is an attribute that is a number.
func atNumber(name string, n int) attr { return attr{name, strconv.Itoa(n)} }

// no is no part at all, for places where there may be one.
var no attr

// el makes an element: "div.row.client" with its attributes, texts and children
// in any order. It is the only way in which elements are made here. go-app has a
// type for each HTML tag, and each that is used adds 20 kB to the program.
func el(spec string, parts ...any) app.HTMLElem {
	words := strings.Split(spec, ".")
	e := app.Elem(words[0])
	if len(words) > 1 {
		e = e.Class(words[1:]...)
	}
	var children []app.UI
	for _, p := range parts {
		switch p := p.(type) {
		case attr:
			if p != no {
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
func input(class string, attrs ...attr) app.UI {
	e := app.ElemSelfClosing("input").Class(class)
	for _, a := range attrs {
		if a != no {
			e = e.Attr(a.name, a.value)
		}
	}
	return e
}

// press is a button that does what its words say: see model.Model.Do.
func press(class, do string, parts ...any) app.HTMLElem {
	return el("button"+class, append(parts, at("type", "button"), at("data-do", do))...)
}

// iconPress is a button that shows a drawing of the style sheet; its name is for
// whoever does not see it.
func iconPress(do, icon, name string) app.HTMLElem {
	return press(".icon."+icon, do, at("aria-label", name), at("title", name), glyph(icon))
}

// glyph is a drawing of the style sheet.
func glyph(icon string) app.UI { return el("span.glyph.glyph-"+icon, hidden) }

// hidden keeps something from screen readers.
var hidden = at("aria-hidden", "true")

// unseen is text for screen readers alone.
func unseen(text string) app.UI { return el("span.unseen", text) }

// each draws every element of a list.
func each[T any](list []T, draw func(T) app.UI) []app.UI {
	drawn := make([]app.UI, len(list))
	for i, x := range list {
		drawn[i] = draw(x)
	}
	return drawn
}

// when is a class behind what stands before it, if on.
func when(on bool, class string) string {
	if on {
		return "." + class
	}
	return ""
}

// truth is the word that ARIA attributes want.
func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
