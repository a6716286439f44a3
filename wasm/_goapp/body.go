// This file is added to go-app when the client is built (copy.sh).
package app

// htmlBody is the body of the page. It has one child, the component of the address. What
// else is in the body belongs to others.
type htmlBody struct{ htmlElement }

// newClientBody is the body with the prerendered page, which the first component replaces.
func newClientBody(d Dispatcher) *htmlBody {
	body := &htmlBody{htmlElement{tag: "body", dispatcher: d, id: newNodeID()}}
	body.jsElement = Window().Get("document").Get("body")
	body.setSelf(body)
	body.children = []UI{&htmlElement{tag: "div", dispatcher: d, parent: body}}
	return body
}

func (b *htmlBody) replaceChildAt(i int, page UI) error {
	if err := mount(b.dispatcher, page); err != nil {
		return err
	}
	page.setParent(b.self())
	drawNode(drawPage, nodeID(page))
	if old := b.children[i]; old.Mounted() {
		dismount(old)
	}
	b.children[i] = page
	return nil
}

// notFound stands for an address without a route. The playground has a route for all.
type notFound struct{ Compo }

// Render shows nothing.
func (*notFound) Render() UI { return Elem("div") }
