// What the pages for courses share: making elements, keeping things in the browser, saving files.
"use strict";

// makeElement makes an element with attributes, texts and children.
function makeElement(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// makeButton makes a button that does something.
function makeButton(text, does) {
  const button = makeElement("button", { type: "button" }, text);
  button.addEventListener("click", does);
  return button;
}

const keptPrefix = "close_notify.";

// keepText keeps a text in this browser, under a name. It reports whether that was possible.
function keepText(name, text) {
  try {
    localStorage.setItem(keptPrefix + name, text);
    return true;
  } catch {
    return false; // storage is blocked or full
  }
}

// keptText is the text that was kept under a name, null if there is nothing.
function keptText(name) {
  try {
    return localStorage.getItem(keptPrefix + name);
  } catch {
    return null;
  }
}

// keep and kept do the same with a value.
function keep(name, value) {
  return keepText(name, JSON.stringify(value));
}

function kept(name) {
  try {
    return JSON.parse(keptText(name));
  } catch {
    return null;
  }
}

function forget(name) {
  try {
    localStorage.removeItem(keptPrefix + name);
  } catch {
    // nothing is kept where storage is blocked
  }
}

// saveFile has the browser save a text as a file.
function saveFile(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = makeElement("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

// fetchData fetches the file that a page names for its script, past the caches if what lies there
// is damaged.
async function fetchData({ file, integrity }) {
  const answer = await fetch(file, { integrity }).catch(() => fetch(file, { integrity, cache: "reload" }));
  if (!answer.ok) throw new Error(`${file} is answered with ${answer.status}`);
  return answer.json();
}

// count writes a number with a word.
function count(n, one, many = one + "s") {
  return n === 1 ? "1 " + one : n + " " + many;
}
