// The box in which people find a lesson: they type or paste anything, and the lessons are there
// at once. "/" opens it, and so does each element of the class find-open. The index is fetched
// when it is first opened.
"use strict";

const findFile = { ...document.currentScript.dataset }; // index, its address, and its digest
findFile.index = new URL(findFile.index, location.href).pathname; // the address of the page will change

const findBox = {
  dialog: null,
  index: null, // a promise
  list: null,
  more: null,
  status: null,
  text: null,
};

// make makes an element with a class, attributes, texts and children.
function findElement(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function makeFindBox() {
  const close = findElement("button", { type: "button", class: "tool" }, "Close");
  close.onclick = () => findBox.dialog.close();
  const example = "curl: (56) OpenSSL SSL_read: error:0A000126:SSL routines::unexpected eof while reading";
  const about = "An error text or number, a line of a log, a traceback, a call, a question, or the version of a package. None of it leaves this device.";
  findBox.text = findElement("textarea", { id: "find-text", rows: "3", spellcheck: "false", autocomplete: "off", autocapitalize: "off", translate: "no", placeholder: example, "aria-describedby": "find-about" });
  findBox.status = findElement("p", { class: "find-status", role: "status" });
  findBox.list = findElement("ul", { class: "find-list" });
  findBox.more = findElement("dl", { class: "find-more" });
  const head = findElement("div", { class: "dialog-head" }, findElement("h2", { id: "find-title" }, "Find a lesson"), close);
  const label = findElement("label", { for: "find-text" }, "What do you see?");
  const body = findElement("div", { class: "dialog-body", role: "search" }, head, label, findBox.text, findElement("p", { id: "find-about", class: "quiet" }, about), findBox.status, findBox.list, findBox.more, findPages());
  findBox.dialog = findElement("dialog", { id: "find", class: "dialog find", "aria-labelledby": "find-title" }, body);
  document.body.append(findBox.dialog);
  findBox.text.addEventListener("input", showFound);
  for (const type of ["keydown", "click"]) {
    findBox.dialog.addEventListener(type, (event) => event.stopPropagation()); // the page has keys of its own
  }
  findBox.dialog.addEventListener("keydown", moveInFindBox);
  findBox.dialog.addEventListener("pointerdown", (event) => event.target === findBox.dialog && findBox.dialog.close());
}

// findPages are the pages that list everything, for who would rather look around.
function findPages() {
  const pages = { "All lessons": "lessons/", Challenges: "challenges/", Reference: "reference/" };
  const links = Object.entries(pages).map(([name, path]) => findElement("a", { href: siteBase() + path }, name));
  return findElement("p", { class: "find-pages" }, "Or look around: ", ...links.flatMap((link, i) => (i ? [" · ", link] : [link])));
}

function openFindBox() {
  if (!findBox.dialog) makeFindBox();
  if (!findBox.dialog.open) findBox.dialog.showModal();
  findBox.text.focus();
  findBox.text.select();
  showFound();
}

// fetchFindIndex fetches the index once, and past the caches if what lies there is damaged.
function fetchFindIndex() {
  const integrity = findFile.integrity;
  findBox.index ??= fetch(findFile.index, { integrity })
    .catch(() => fetch(findFile.index, { integrity, cache: "reload" }))
    .then((answer) => answer.json());
  findBox.index.catch(() => (findBox.index = null));
  return findBox.index;
}

// showFound shows what is found for the text that is in the box now.
async function showFound() {
  const text = findBox.text.value;
  let index;
  try {
    index = await fetchFindIndex();
  } catch {
    findBox.status.textContent = "The index could not be loaded. Check the connection and type again.";
    return;
  }
  if (text !== findBox.text.value) return;
  const answer = text.trim() ? findLessons(index, text) : { Lessons: [], Recognised: [] };
  findBox.list.replaceChildren(...answer.Lessons.map(findItem));
  findBox.more.replaceChildren(...findFacts(answer));
  findBox.status.textContent = text.trim() ? sayFound(answer) : "";
}

function sayFound({ Found: found, Lessons: lessons, Profile: profile, Why: why }) {
  if (found) return lessons.length === 1 ? "One lesson:" : `${lessons.length} lessons, the best first:`;
  if (profile || why) return "";
  return lessons.length ? "No lesson is about this. The nearest:" : "No lesson is about this.";
}

// findItem is a lesson in the list.
function findItem({ Name: name, Title: title, Symptom: symptom }) {
  const play = findElement("a", { href: siteBase() + "s/" + name, class: "find-lesson" }, title);
  const read = findElement("a", { href: siteBase() + "lessons/" + name, class: "find-read", "aria-label": "Read about: " + title }, "Read");
  return findElement("li", {}, play, " ", read, findElement("p", {}, symptom));
}

// findFacts is what else there is to say, as terms with descriptions.
function findFacts({ Release: release, Cause: cause, Source: source, Profile: profile, Why: why, Recognised: parts }) {
  const choose = profile ? `Choose ${profile.replace("openssl-", "OpenSSL ")}: ${why}.` : why && why + ".";
  const rule = cause && (source ? `${cause} (${source})` : cause);
  const facts = { "Which release to choose": choose, "Printed by": release, "The rule": rule, Recognised: parts.join("; ") };
  return Object.entries(facts)
    .filter(([, text]) => text)
    .flatMap(([term, text]) => [findElement("dt", {}, term), findElement("dd", {}, text)]);
}

// moveInFindBox moves between the text and the lessons with the arrows. Enter opens the first.
function moveInFindBox(event) {
  const lessons = [...findBox.list.querySelectorAll(".find-lesson")];
  const at = lessons.indexOf(document.activeElement); // -1 in the text
  const inText = document.activeElement === findBox.text;
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const { value, selectionStart } = findBox.text;
  if (event.key === "Enter" && inText && lessons[0]) {
    lessons[0].click();
  } else if (event.key === "ArrowDown" && (at >= 0 || (inText && !value.slice(selectionStart).includes("\n")))) {
    lessons[at + 1]?.focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (lessons[at - 1] ?? findBox.text).focus();
  } else {
    return;
  }
  event.preventDefault();
}

// singleKeysOff reports whether the reader has turned single-letter shortcuts off.
function singleKeysOff() {
  try {
    return localStorage.getItem("close_notify.keys") === "off";
  } catch {
    return false; // storage is blocked
  }
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing || singleKeysOff()) return;
  event.preventDefault();
  openFindBox();
});
document.addEventListener("click", (event) => event.target.closest?.(".find-open") && openFindBox());
for (const button of document.querySelectorAll(".find-open")) button.hidden = false;
