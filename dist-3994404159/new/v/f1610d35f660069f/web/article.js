// Finds the lesson for a text. This is package scenarios/find once more, for no text may leave
// the device; a test holds both to the same answers. Everything known is in the index, a JSON
// file that is made with the site.
"use strict";

const findChanges = [
  [/\x1b\[[0-9;]*m/g, ""],
  [/&(#[0-9]+|[a-z]+);/g, " "],
  [/\\[nrt]/g, " "],
  [/_ssl\.c:[0-9]+/g, " "],
  [/[^\x00-\x7f]/g, " "],
  [/([a-z])([A-Z])/g, "$1 $2"],
  [/([A-Z])([A-Z][a-z])/g, "$1 $2"],
];
const findMaxText = 20000;
const findMaxLessons = 5;
const findMaxGap = 60;

// normalText makes a text comparable: words in lower case with one blank around each. It also
// returns a word for each form of a packed number.
function normalText(x, text) {
  text = [...text].slice(0, findMaxText).join("");
  for (const [pattern, change] of findChanges) text = text.replace(pattern, change);
  text = text.toLowerCase().replace(/([a-z0-9])-/g, "$1 ");
  let normal = " ";
  let forms = "";
  for (const word of text.match(/-[0-9]+|[a-z0-9]+/g) ?? []) {
    const [form, said] = codeWords(x, word);
    normal += word + " " + (said && said + " ");
    forms += said && form + " ";
  }
  for (const [two, one] of x.Joins) normal = normal.replaceAll(two, one);
  return [normal, forms];
}

// codeWords are the form of the packed number of an error and what it says, "" if the word is none.
function codeWords(x, word) {
  const decimal = /^[0-9]{9}$/.test(word);
  if (!decimal && !/^(0x)?[0-9a-f]{7,8}$/.test(word)) return ["", ""];
  const n = parseInt(word.replace(/^0x/, ""), decimal ? 10 : 16);
  const part = (bits) => Math.floor(n / 2 ** bits);
  const said = (library, reason) => x.Codes[`${library}.${reason}`] ?? "";
  if (part(31) === 1) return ["codenew", said(2, n % 2 ** 31)];
  const modern = said(part(23), n % 2 ** 23);
  return modern ? ["codenew", modern] : ["codeold", said(part(24), n % 2 ** 12)];
}

// findLessons returns what Index.Find returns.
function findLessons(x, text) {
  const [normal, forms] = normalText(x, text);
  const found = x.Features.map((f) => firstPhrase(normal + forms, f.Phrases));
  const points = lessonPoints(x, normal, found);
  const order = [...points.keys()].filter((i) => 2 * points[i] >= x.Threshold).sort((a, b) => points[b] - points[a]);
  const none = x.Lessons.length - 1;
  const answer = { Lessons: [], Found: order.length > 0 && order[0] !== none && points[order[0]] >= x.Threshold };
  let first = -1;
  for (const i of order) {
    if (i === none || (first >= 0 && points[i] < x.Also) || answer.Lessons.length === findMaxLessons) continue;
    if (first < 0) first = i;
    answer.Lessons.push(x.Lessons[i]);
  }
  const cause = answer.Found ? firstNote(x.Causes, found, first) : noNote;
  const profile = firstNote(x.Profiles, found, first);
  answer.Cause = cause.Text;
  answer.Source = cause.Source;
  answer.Release = answer.Found ? firstNote(x.Releases, found, first).Text : "";
  answer.Profile = profile.Text;
  answer.Why = profile.Source;
  answer.Recognised = recognisedParts(x, found, first, profile.With ?? []);
  return answer;
}

function recognisedParts(x, found, lesson, more) {
  const used = new Set(more);
  for (const r of x.Rules) {
    if (r.Lesson === lesson && r.Weight > 0 && conditionHolds(r, found)) (r.With ?? []).forEach((i) => used.add(i));
  }
  const said = [];
  const list = [];
  x.Features.forEach(({ Label: label }, i) => {
    const words = found[i];
    if (!words || (!label && !used.has(i)) || said.some((other) => other.includes(words) || (!label && words.includes(other)))) return;
    said.push(words);
    list.push(label.startsWith("=") ? label.slice(1) : (label && label + " ") + "“" + words + "”");
  });
  return list;
}

function firstPhrase(normal, phrases) {
  for (const phrase of phrases) {
    const words = phraseIn(normal, phrase);
    if (words) return words;
  }
  return "";
}

function phraseIn(normal, phrase) {
  const parts = phrase.split("~");
  for (let from = 0; ; from++) {
    from = normal.indexOf(parts[0], from);
    if (from < 0) return "";
    const to = phraseEnd(normal, from, parts);
    if (to > 0) return normal.slice(from, to).trim();
  }
}

function phraseEnd(normal, from, parts) {
  let to = from + parts[0].length;
  for (const part of parts.slice(1)) {
    const at = normal.indexOf(part, to - 1);
    if (at < 0 || at - to + 1 > findMaxGap) return 0;
    to = at + part.length;
  }
  return normal.indexOf(" ", to - 1);
}

function lessonPoints(x, normal, found) {
  const points = x.Lessons.map(() => 0);
  for (const word of new Set(normal.trim().split(" "))) {
    for (const p of Object.hasOwn(x.Words, word) ? x.Words[word] : []) {
      points[p.Lesson] = Math.min(points[p.Lesson] + p.Weight, x.Limit);
    }
  }
  for (const r of x.Rules) {
    if (conditionHolds(r, found)) points[r.Lesson] += r.Weight;
  }
  return points;
}

function conditionHolds(c, found) {
  return (c.With ?? []).every((i) => found[i]) && (c.Without ?? []).every((i) => !found[i]);
}

const noNote = { Text: "", Source: "" };

function firstNote(notes, found, lesson) {
  return notes.find((n) => (n.Lesson < 0 || n.Lesson === lesson) && conditionHolds(n, found)) ?? noNote;
}

// The box in which people find a lesson: they type or paste anything, and the lessons are there
// at once. "/" opens it, and so does each element of the class find-open. The index is fetched
// when it is first opened.
"use strict";

const findFile = document.currentScript.dataset; // index, its address, and its digest

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
  const about = "An error text or number, a line of a log, a traceback, a call, a question, or the version of a package. Nothing of it leaves this device.";
  findBox.text = findElement("textarea", { id: "find-text", rows: "3", spellcheck: "false", autocomplete: "off", autocapitalize: "off", translate: "no", placeholder: example, "aria-describedby": "find-about" });
  findBox.status = findElement("p", { class: "find-status", role: "status" });
  findBox.list = findElement("ul", { class: "find-list" });
  findBox.more = findElement("dl", { class: "find-more" });
  const head = findElement("div", { class: "dialog-head" }, findElement("h2", { id: "find-title" }, "Find a lesson"), close);
  const label = findElement("label", { for: "find-text" }, "What do you see?");
  const body = findElement("div", { class: "dialog-body", role: "search" }, head, label, findBox.text, findElement("p", { id: "find-about", class: "quiet" }, about), findBox.status, findBox.list, findBox.more);
  findBox.dialog = findElement("dialog", { id: "find", class: "dialog find", "aria-labelledby": "find-title" }, body);
  document.body.append(findBox.dialog);
  findBox.text.addEventListener("input", showFound);
  for (const type of ["keydown", "click"]) {
    findBox.dialog.addEventListener(type, (event) => event.stopPropagation()); // the page has keys of its own
  }
  findBox.dialog.addEventListener("keydown", moveInFindBox);
  findBox.dialog.addEventListener("pointerdown", (event) => event.target === findBox.dialog && findBox.dialog.close());
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
  const play = findElement("a", { href: "/s/" + name, class: "find-lesson" }, title);
  const read = findElement("a", { href: "/lessons/" + name, class: "find-read", "aria-label": "Read about: " + title }, "Read");
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
