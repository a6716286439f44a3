// Makes the changes to the page that the program has noted, all those of a drawing in one
// call. wasm/_goapp/drawing.go says what they are.
//
// Others change the page, too: a translator replaces texts, a password manager adds
// buttons. So this file remembers which children each element was given. If one of them
// is missing when they are drawn again, or if a text is new, what others have put there
// goes. Otherwise it stays.
"use strict";

// What is known of each node, by its number: a text or an element's own name, attributes
// and children, and the element that it is in. Its node is made when it gets to the page.
const drawn = [];
let page = document.getElementById("place") ?? document.body.firstElementChild; // at first the prerendered one

// These attributes say only how an element begins. Their properties say how it is now.
const flags = new Set(["checked", "disabled", "hidden", "open", "selected"]);

const draw = {
  element(id, tag, namespace) {
    drawn[id] = { node: null, parent: null, children: [], tag, namespace: namespace || document.documentElement.namespaceURI, attributes: new Map() };
  },

  text(id, text) {
    drawn[id] = { node: null, parent: null, children: [], text };
  },

  forget(id) {
    drawn[id] = null;
  },

  newText(id, text) {
    const item = drawn[id];
    item.text = text;
    if (item.node) {
      item.node.data = text;
      takeBack(item.parent);
    }
  },

  attribute(id, name, value) {
    const { node, attributes } = drawn[id];
    node ? setAttribute(node, name, value) : attributes.set(name, value);
  },

  noAttribute(id, name) {
    const { node, attributes } = drawn[id];
    node ? node.removeAttribute(name) : attributes.delete(name);
  },

  children(id, list) {
    const next = list === "" ? [] : list.split(" ").map((child) => drawn[child]);
    giveChildren(drawn[id], next);
  },

  page(id) {
    const before = page;
    page = nodeOf(drawn[id], before);
    if (page !== before) before.replaceWith(page);
  },
};

// drawChanges makes changes. Each has its name, the number of a node and its other parts,
// all of which end with a NUL.
function drawChanges(text) {
  const parts = text.split("\0");
  for (let at = 0; at < parts.length - 1; ) {
    const change = draw[parts[at]];
    change(parts[at + 1], parts[at + 2], parts[at + 3]);
    at += 1 + change.length;
  }
  if (!page.isConnected) {
    document.body.prepend(page);
  }
}

function drawnNode(id) {
  return nodeOf(drawn[id]);
}

// nodeOf returns the node of an item. If it has none yet, it takes over the prerendered
// one if that is of the same kind, with what is in it, and else makes one. The browser has
// styled and painted the prerendered nodes, and does not do so again.
function nodeOf(item, prerendered) {
  if (item.node) return item.node;
  if (item.text !== undefined) {
    item.node = prerendered?.nodeType === Node.TEXT_NODE ? prerendered : document.createTextNode("");
    if (item.node.data !== item.text) item.node.data = item.text;
    return item.node;
  }
  const fits = prerendered?.localName === item.tag && prerendered.namespaceURI === item.namespace;
  const node = fits ? prerendered : document.createElementNS(item.namespace, item.tag);
  item.node = node;
  for (const { name } of [...node.attributes]) {
    if (!item.attributes.has(name)) node.removeAttribute(name);
  }
  for (const [name, value] of item.attributes) {
    if (node.getAttribute(name) !== value) setAttribute(node, name, value);
  }
  item.attributes = null;
  const had = [...node.childNodes];
  const children = item.children.map((child, i) => nodeOf(child, had[i]));
  if (had.length !== children.length || had.some((child, i) => child !== children[i])) {
    node.replaceChildren(...children);
  }
  return node;
}

function setAttribute(element, name, value) {
  if (flags.has(name)) {
    element[name] = value === "true";
  } else if (name === "value") {
    element.value = value;
  } else {
    element.setAttribute(name, value);
  }
}

// giveChildren gives an element other children than it had.
function giveChildren(element, next) {
  const { node, children: had } = element;
  element.children = next;
  const complete = node && hasAll(node, had);
  for (const child of had) child.parent = null;
  for (const child of next) child.parent = element;
  if (!node) {
    return;
  }
  if (!complete) {
    putBack(element);
    return;
  }
  for (const child of had) {
    if (child.parent === null) child.node.remove();
  }
  for (let i = next.length - 1, after = null; i >= 0; i--) {
    const child = nodeOf(next[i]);
    if (child.parentNode !== node) node.insertBefore(child, after);
    after = child;
  }
}

// hasAll reports whether an element holds all of these children in order. There may be
// others between them.
function hasAll(node, children) {
  let at = node.firstChild;
  for (const child of children) {
    while (at && at !== child.node) at = at.nextSibling;
    if (!at) return false;
    at = at.nextSibling;
  }
  return true;
}

// takeBack takes out of an element what others have put there, and puts back what they
// have taken away: also the element itself, and those around it.
function takeBack(element) {
  if (element.node.childNodes.length !== element.children.length || !hasAll(element.node, element.children)) {
    putBack(element);
  }
  for (let child = element; !child.node.isConnected && child.parent; child = child.parent) {
    if (child.node.parentNode !== child.parent.node) putBack(child.parent);
  }
}

function putBack(element) {
  element.node.replaceChildren(...element.children.map((child) => nodeOf(child)));
}
