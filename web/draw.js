// Makes the changes to the page that the program has noted, all those of a drawing in one
// call. wasm/_goapp/drawing.go says what they are.
//
// Others change the page, too: a translator replaces texts, a password manager adds
// buttons. So this file remembers which children each element was given. If one of them
// is missing when they are drawn again, or if a text is new, what others have put there
// goes. Otherwise it stays.
"use strict";

const nodes = new Map(); // by number
const childrenOf = new WeakMap(); // an element's own children, in order
const parentOf = new WeakMap();
let page = document.body.firstElementChild; // at first the prerendered one

// These attributes say only how an element begins. Their properties say how it is now.
const flags = new Set(["checked", "disabled", "hidden", "open", "selected"]);

const draw = {
  element: (id, tag, namespace) =>
    nodes.set(id, namespace ? document.createElementNS(namespace, tag) : document.createElement(tag)),

  text: (id, text) => nodes.set(id, document.createTextNode(text)),

  forget: (id) => nodes.delete(id),

  newText(id, text) {
    nodes.get(id).data = text;
    takeBack(parentOf.get(nodes.get(id)));
  },

  attribute(id, name, value) {
    const element = nodes.get(id);
    if (flags.has(name)) {
      element[name] = value === "true";
    } else if (name === "value") {
      element.value = value;
    } else {
      element.setAttribute(name, value);
    }
  },

  noAttribute: (id, name) => nodes.get(id).removeAttribute(name),

  children(id, list) {
    const element = nodes.get(id);
    const next = list.split(" ").filter(Boolean).map((child) => nodes.get(child));
    giveChildren(element, next);
  },

  page(id) {
    page.replaceWith(nodes.get(id));
    page = nodes.get(id);
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
  return nodes.get(String(id));
}

// giveChildren gives an element other children than it had.
function giveChildren(element, next) {
  const had = childrenOf.get(element) ?? [];
  const complete = hasAll(element, had);
  const kept = new Set(next);
  for (const child of had) {
    if (!kept.has(child)) {
      parentOf.delete(child);
      if (complete) child.remove();
    }
  }
  childrenOf.set(element, next);
  for (const child of next) {
    parentOf.set(child, element);
  }
  if (!complete) {
    element.replaceChildren(...next);
    return;
  }
  for (let i = next.length - 1; i >= 0; i--) {
    if (next[i].parentNode !== element) element.insertBefore(next[i], next[i + 1] ?? null);
  }
}

// hasAll reports whether an element holds all of these nodes in order. There may be others
// between them.
function hasAll(element, children) {
  let node = element.firstChild;
  for (const child of children) {
    while (node && node !== child) node = node.nextSibling;
    if (!node) return false;
    node = node.nextSibling;
  }
  return true;
}

// takeBack takes out of an element what others have put there, and puts back what they
// have taken away: also the element itself, and those around it.
function takeBack(element) {
  const own = childrenOf.get(element);
  if (element.childNodes.length !== own.length || !hasAll(element, own)) {
    element.replaceChildren(...own);
  }
  if (!element.isConnected) {
    for (let child = element, parent; (parent = parentOf.get(child)); child = parent) {
      if (child.parentNode !== parent) parent.replaceChildren(...childrenOf.get(parent));
    }
  }
}
