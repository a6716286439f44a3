// This file is added to go-app when the client is built (copy.sh).
//
// go-app changes the page with a call to the browser for each node and attribute. A call
// takes about a microsecond, and a translator may have replaced the node that it is for:
// then the call panics, or the new text is never seen. Here the changes are collected,
// and web/draw.js makes them after each drawing, all in one call. It knows the children
// that each element should have and puts back what others have taken away.
package app

import (
	"strconv"
	"strings"
)

// The changes, as web/draw.js calls them. Each is followed by the number of a node and then
// by what is in brackets.
const (
	drawElement     = "element"     // a new element (tag, namespace or "")
	drawText        = "text"        // a new text node (text)
	drawForget      = "forget"      // the node is not used any more
	drawNewText     = "newText"     // of a text node (text)
	drawAttribute   = "attribute"   // of an element (name, value)
	drawNoAttribute = "noAttribute" // an element has lost one (name)
	drawChildren    = "children"    // of an element (their numbers, separated by spaces)
	drawPage        = "page"        // the node that is the page
)

// drawing has the changes since the last call, the new elements that listen to events, the
// newest number of a node, and numbers that are free again.
var drawing struct {
	changes   []byte
	listeners []*htmlElement
	newest    int
	free      []int
}

// separator ends each part of a change. A page cannot hold this character.
const separator = 0

// newNodeID is the number of a new node. Numbers begin with 1.
func newNodeID() int {
	if last := len(drawing.free) - 1; last >= 0 {
		id := drawing.free[last]
		drawing.free = drawing.free[:last]
		return id
	}
	drawing.newest++
	return drawing.newest
}

// forgetNode frees the number of a node.
func forgetNode(id int) {
	drawNode(drawForget, id)
	drawing.free = append(drawing.free, id)
}

// drawNode notes a change of a node.
func drawNode(change string, id int, parts ...string) {
	drawing.changes = append(append(drawing.changes, change...), separator)
	drawing.changes = append(strconv.AppendInt(drawing.changes, int64(id), 10), separator)
	for _, part := range parts {
		part = strings.ReplaceAll(part, string(rune(separator)), "")
		drawing.changes = append(append(drawing.changes, part...), separator)
	}
}

// drawChildrenOf notes which children an element has now.
func drawChildrenOf(id int, children []UI) {
	drawing.changes = append(append(drawing.changes, drawChildren...), separator)
	drawing.changes = append(strconv.AppendInt(drawing.changes, int64(id), 10), separator)
	for i, c := range children {
		if i > 0 {
			drawing.changes = append(drawing.changes, ' ')
		}
		drawing.changes = strconv.AppendInt(drawing.changes, int64(nodeID(c)), 10)
	}
	drawing.changes = append(drawing.changes, separator)
}

// flushDrawing makes the changes that have been noted.
func flushDrawing() {
	if len(drawing.changes) == 0 {
		return
	}
	changes := string(drawing.changes)
	drawing.changes = drawing.changes[:0]
	Window().Call("drawChanges", changes)
	// Only now it is known whether an element takes over a prerendered node.
	listeners := drawing.listeners
	drawing.listeners = nil
	for _, e := range listeners {
		if e.id != 0 {
			e.eventHandlers.Mount(e)
		}
	}
}

// drawnNode is a node as the browser knows it.
func drawnNode(id int) Value {
	flushDrawing()
	return Window().Call("drawnNode", id)
}

// nodeID is the number of the node that shows a component, an element or a text.
func nodeID(n UI) int { return n.(interface{ nodeID() int }).nodeID() }

func (c *Compo) nodeID() int { return nodeID(c.root) }

// replaceRoot shows another element for the component.
func (c *Compo) replaceRoot(root UI) error {
	if err := mount(c.getDispatcher(), root); err != nil {
		return err
	}
	old := c.root
	root.setParent(c.self())
	c.root = root
	dismount(old)
	for p := c.getParent(); p != nil; p = p.getParent() {
		if p.Kind() == HTML {
			drawChildrenOf(nodeID(p), p.getChildren())
			break
		}
	}
	return nil
}
