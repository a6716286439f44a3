// This file replaces go-app's html.go and html_gen.go when the client is built (copy.sh).
// html_gen.go has a type for each HTML tag; the playground needs none of them.
package app

import (
	"context"
	"strings"
)

// HTMLElem is an element of any tag.
type HTMLElem interface {
	UI

	// Attr sets an attribute.
	Attr(name string, value any) HTMLElem
	// Body sets the children.
	Body(children ...UI) HTMLElem
	// Class adds classes.
	Class(names ...string) HTMLElem
	// On has a function handle an event.
	On(event string, h EventHandler, scope ...any) HTMLElem
	// XMLNS sets the namespace of the tag; without it, that is HTML's.
	XMLNS(namespace string) HTMLElem
}

// Elem makes an element.
func Elem(tag string) HTMLElem { return &htmlElement{tag: tag} }

// ElemSelfClosing makes an element that has no end tag.
func ElemSelfClosing(tag string) HTMLElem { return Elem(tag) }

type htmlElement struct {
	tag           string
	xmlns         string
	attributes    attributes
	eventHandlers eventHandlers
	parent        UI
	children      []UI
	dispatcher    Dispatcher
	this          UI
	id            int   // of its node, 0 until it is mounted
	jsElement     Value // nil until somebody asks for it
}

func (e *htmlElement) Attr(name string, value any) HTMLElem {
	if e.attributes == nil {
		e.attributes = attributes{}
	}
	e.attributes.Set(name, value)
	return e
}

func (e *htmlElement) Body(children ...UI) HTMLElem {
	e.children = FilterUIElems(children...)
	return e
}

func (e *htmlElement) Class(names ...string) HTMLElem {
	return e.Attr("class", strings.Join(names, " "))
}

func (e *htmlElement) On(event string, h EventHandler, scope ...any) HTMLElem {
	if e.eventHandlers == nil {
		e.eventHandlers = eventHandlers{}
	}
	e.eventHandlers.Set(event, h, scope...)
	return e
}

func (e *htmlElement) XMLNS(namespace string) HTMLElem {
	e.xmlns = namespace
	return e
}

func (e *htmlElement) Kind() Kind                      { return HTML }
func (e *htmlElement) Mounted() bool                   { return e.id != 0 }
func (e *htmlElement) name() string                    { return e.tag }
func (e *htmlElement) self() UI                        { return e.this }
func (e *htmlElement) setSelf(v UI)                    { e.this = v }
func (e *htmlElement) getContext() context.Context     { return context.Background() }
func (e *htmlElement) getDispatcher() Dispatcher       { return e.dispatcher }
func (e *htmlElement) getAttributes() attributes       { return e.attributes }
func (e *htmlElement) getEventHandlers() eventHandlers { return e.eventHandlers }
func (e *htmlElement) getParent() UI                   { return e.parent }
func (e *htmlElement) setParent(p UI)                  { e.parent = p }
func (e *htmlElement) getChildren() []UI               { return e.children }
func (e *htmlElement) nodeID() int                     { return e.id }

func (e *htmlElement) onComponentEvent(event any) {
	for _, c := range e.children {
		c.onComponentEvent(event)
	}
}

func (e *htmlElement) JSValue() Value {
	if e.jsElement == nil {
		e.jsElement = drawnNode(e.id)
	}
	return e.jsElement
}

func (e *htmlElement) mount(d Dispatcher) error {
	e.dispatcher, e.id = d, newNodeID()
	drawNode(drawElement, e.id, e.tag, e.xmlns)
	for name, value := range e.attributes {
		e.drawAttribute(name, value)
	}
	for _, c := range e.children {
		if err := mount(d, c); err != nil {
			return err
		}
		c.setParent(e.self())
	}
	if len(e.children) > 0 {
		drawChildrenOf(e.id, e.children)
	}
	if len(e.eventHandlers) > 0 {
		drawing.listeners = append(drawing.listeners, e)
	}
	return nil
}

func (e *htmlElement) dismount() {
	for _, c := range e.children {
		dismount(c)
	}
	for _, h := range e.eventHandlers {
		h.Dismount()
	}
	forgetNode(e.id)
	e.id = 0
}

func (e *htmlElement) canUpdateWith(v UI) bool { return v.Kind() == HTML && v.name() == e.tag }

func (e *htmlElement) updateWith(v UI) error {
	e.updateAttributes(v.getAttributes())
	if e.eventHandlers == nil {
		e.eventHandlers = v.getEventHandlers()
		e.eventHandlers.Mount(e)
	} else {
		e.eventHandlers.Update(e, v.getEventHandlers())
	}
	return e.updateChildren(v.getChildren())
}

// updateChildren has the element's children look like next.
func (e *htmlElement) updateChildren(next []UI) error {
	changed := len(next) != len(e.children)
	for i, c := range next {
		if i < len(e.children) && canUpdate(e.children[i], c) {
			if err := update(e.children[i], c); err != nil {
				return err
			}
			next[i] = e.children[i]
			continue
		}
		if err := mount(e.dispatcher, c); err != nil {
			return err
		}
		c.setParent(e.self())
		changed = true
	}
	for i, old := range e.children {
		if i >= len(next) || next[i] != old {
			dismount(old)
		}
	}
	e.children = next
	if changed {
		drawChildrenOf(e.id, next)
	}
	return nil
}

// updateAttributes has the element's attributes become next.
func (e *htmlElement) updateAttributes(next attributes) {
	for name := range e.attributes {
		if _, ok := next[name]; !ok {
			drawNode(drawNoAttribute, e.id, name)
		}
	}
	for name, value := range next {
		if old, ok := e.attributes[name]; !ok || old != value {
			e.drawAttribute(name, value)
		}
	}
	e.attributes = next
}

func (e *htmlElement) drawAttribute(name, value string) {
	drawNode(drawAttribute, e.id, name, resolveAttributeURLValue(name, value, e.dispatcher.resolveStaticResource))
}
