// Makes the changes to the page that the program has noted, all those of a drawing in one
// call. wasm/_goapp/drawing.go says what they are.
//
// Others change the page, too: a translator replaces texts, a password manager adds
// buttons. So this file remembers which children each element was given. If one of them
// is missing when they are drawn again, or if a text is new, what others have put there
// goes. Otherwise it stays.
"use strict";

// What is known of each node, by its number: the node, what it was put into, and an
// element's own children in order.
const drawn = [];
let page = document.body.firstElementChild; // at first the prerendered one

// These attributes say only how an element begins. Their properties say how it is now.
const flags = new Set(["checked", "disabled", "hidden", "open", "selected"]);

const draw = {
  element(id, tag, namespace) {
    const node = namespace ? document.createElementNS(namespace, tag) : document.createElement(tag);
    drawn[id] = { node, parent: null, children: [] };
  },

  text(id, text) {
    drawn[id] = { node: document.createTextNode(text), parent: null, children: [] };
  },

  forget(id) {
    drawn[id] = null;
  },

  newText(id, text) {
    drawn[id].node.data = text;
    takeBack(drawn[id].parent);
  },

  attribute(id, name, value) {
    const element = drawn[id].node;
    if (flags.has(name)) {
      element[name] = value === "true";
    } else if (name === "value") {
      element.value = value;
    } else {
      element.setAttribute(name, value);
    }
  },

  noAttribute(id, name) {
    drawn[id].node.removeAttribute(name);
  },

  children(id, list) {
    const next = list === "" ? [] : list.split(" ").map((child) => drawn[child]);
    giveChildren(drawn[id], next);
  },

  page(id) {
    page.replaceWith(drawn[id].node);
    page = drawn[id].node;
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
  return drawn[id].node;
}

// giveChildren gives an element other children than it had.
function giveChildren(element, next) {
  const { node, children: had } = element;
  element.children = next;
  const complete = hasAll(node, had);
  for (const child of had) child.parent = null;
  for (const child of next) child.parent = element;
  if (!complete) {
    node.replaceChildren(...next.map((child) => child.node));
    return;
  }
  for (const child of had) {
    if (child.parent === null) child.node.remove();
  }
  for (let i = next.length - 1, after = null; i >= 0; i--) {
    if (next[i].node.parentNode !== node) node.insertBefore(next[i].node, after);
    after = next[i].node;
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
  element.node.replaceChildren(...element.children.map((child) => child.node));
}
