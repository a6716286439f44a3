// This file replaces go-app's text.go when the client is built (copy.sh).
package app

import "context"

// Text is a text between elements.
func Text(v any) UI { return &text{value: toString(v)} }

type text struct {
	disp   Dispatcher
	parent UI
	value  string
	id     int // of its node, 0 until it is mounted
}

func (t *text) Kind() Kind                      { return SimpleText }
func (t *text) JSValue() Value                  { return drawnNode(t.id) }
func (t *text) Mounted() bool                   { return t.id != 0 }
func (t *text) name() string                    { return "text" }
func (t *text) self() UI                        { return t }
func (t *text) setSelf(UI)                      {}
func (t *text) getContext() context.Context     { return context.Background() }
func (t *text) getDispatcher() Dispatcher       { return t.disp }
func (t *text) getAttributes() attributes       { return nil }
func (t *text) getEventHandlers() eventHandlers { return nil }
func (t *text) getParent() UI                   { return t.parent }
func (t *text) setParent(p UI)                  { t.parent = p }
func (t *text) getChildren() []UI               { return nil }
func (t *text) onComponentEvent(any)            {}
func (t *text) nodeID() int                     { return t.id }

func (t *text) mount(d Dispatcher) error {
	t.disp, t.id = d, newNodeID()
	drawNode(drawText, t.id, t.value)
	return nil
}

func (t *text) dismount() {
	forgetNode(t.id)
	t.id = 0
}

func (t *text) canUpdateWith(n UI) bool { return n.Kind() == SimpleText }

func (t *text) updateWith(n UI) error {
	if next := n.(*text).value; next != t.value {
		t.value = next
		drawNode(drawNewText, t.id, next)
	}
	return nil
}
