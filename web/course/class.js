// The page for a class: makes the link of a set of lessons, and shows the set of a link.
"use strict";

const lessonBoxes = [...document.querySelectorAll("#lessons input")];
const knownLessons = new Map(lessonBoxes.map((box) => [Number(box.dataset.number), { name: box.value, title: box.dataset.title, symptom: box.dataset.symptom, questions: box.dataset.questions.split(" ") }]));
const editor = document.getElementById("editor");
const setView = document.getElementById("set");
const chosenList = document.getElementById("chosen");
const linkStatus = document.getElementById("status"); // of the link of the page
const editStatus = document.getElementById("edit-status");
const linkField = document.getElementById("link");
const hideBox = document.getElementById("hide");
const askBox = document.getElementById("ask");
const pasted = document.getElementById("pasted");
const pageHeading = document.querySelector("h1");
const ownTitle = document.title;
const ownHeading = pageHeading.textContent;
const draftName = "class.draft";
let chosen = []; // numbers of lessons, in order

// The editor.

function currentSet() {
  return { hide: hideBox.checked, ask: askBox.checked, present: false, lessons: chosen };
}

function editSet({ hide, ask, lessons }) {
  chosen = lessons;
  [hideBox.checked, askBox.checked] = [hide, ask];
  showEditor();
}

// editDraft goes on with what was made here last.
function editDraft() {
  try {
    editSet(decodeSet(kept(draftName) ?? "", [...knownLessons.keys()]));
  } catch {
    editSet({ hide: true, ask: false, lessons: [] });
  }
}

function showEditor() {
  for (const box of lessonBoxes) box.checked = chosen.includes(Number(box.dataset.number));
  chosenList.replaceChildren(...chosen.map(chosenItem));
  const code = chosen.length ? encodeSet(currentSet()) : "";
  if (code) keep(draftName, code);
  else forget(draftName);
  document.getElementById("none").hidden = code !== "";
  document.getElementById("made").hidden = code === "";
  linkField.value = location.origin + siteBase() + "class/#" + code;
  document.getElementById("length").textContent = `The link has ${count(linkField.value.length, "character")}. It holds nothing but the set.`;
  const projector = code && encodeSet({ ...currentSet(), present: true });
  for (const [id, href] of [["open", "class/#" + code], ["projector", "class/#" + projector], ["print", "class/print#" + code], ["key", "class/key#" + code]]) document.getElementById(id).href = siteBase() + href;
}

function chosenItem(number, i) {
  const { title } = knownLessons.get(number);
  const up = makeButton("Up", () => moveLesson(i, i - 1, "Up"));
  const down = makeButton("Down", () => moveLesson(i, i + 1, "Down"));
  const out = makeButton("Remove", () => removeLesson(i));
  up.disabled = i === 0;
  down.disabled = i === chosen.length - 1;
  for (const button of [up, down, out]) button.setAttribute("aria-label", `${button.textContent}: ${title}`);
  return makeElement("li", {}, makeElement("span", {}, title), " ", makeElement("span", { class: "moves" }, up, " ", down, " ", out));
}

// moveLesson changes the order. The keyboard stays on the button, or on the other one if that
// cannot be pressed any more.
function moveLesson(from, to, word) {
  const number = chosen[from];
  chosen = chosen.filter((_, i) => i !== from);
  chosen.splice(to, 0, number);
  showEditor();
  const buttons = [...chosenList.children[to].querySelectorAll("button")];
  const same = buttons.find((b) => b.textContent === word);
  (same.disabled ? buttons.find((b) => !b.disabled) : same).focus();
  editStatus.textContent = `${knownLessons.get(chosen[to]).title} is lesson ${to + 1} of ${chosen.length}.`;
}

function removeLesson(i) {
  const { title } = knownLessons.get(chosen[i]);
  chosen = chosen.filter((_, j) => j !== i);
  showEditor();
  editStatus.textContent = `${title} has been removed.`;
  (chosenList.children[Math.min(i, chosen.length - 1)]?.querySelector("button:last-of-type") ?? lessonBoxes[0]).focus();
}

document.getElementById("lessons").addEventListener("change", ({ target }) => {
  const number = Number(target.dataset.number);
  chosen = target.checked ? [...chosen, number] : chosen.filter((n) => n !== number);
  showEditor();
  const { title } = knownLessons.get(number);
  editStatus.textContent = target.checked ? `${title} is lesson ${chosen.length} of ${chosen.length}.` : `${title} has been removed.`;
});
for (const box of [hideBox, askBox]) box.addEventListener("change", showEditor);

document.getElementById("learning-order").addEventListener("click", () => {
  chosen = [...knownLessons.keys()].filter((n) => chosen.includes(n));
  showEditor();
  editStatus.textContent = "The lessons are in the order of the catalogue.";
});

document.getElementById("copy").addEventListener("click", async () => {
  linkField.select();
  try {
    await navigator.clipboard.writeText(linkField.value);
    editStatus.textContent = "The link has been copied.";
  } catch {
    editStatus.textContent = "The browser does not let the page copy. The link is selected: copy it with Ctrl+C.";
  }
});

document.getElementById("change").addEventListener("submit", (event) => {
  event.preventDefault();
  try {
    editSet(readLink(pasted.value));
    pasted.value = "";
    editStatus.textContent = `The set has ${count(chosen.length, "lesson")}.`;
  } catch (error) {
    sayLinkError(error, editStatus);
  }
});

function readLink(text) {
  return decodeSet(text.trim().replace(/^.*(#|%23)/s, ""), [...knownLessons.keys()]);
}

function sayLinkError(error, status) {
  if (!(error instanceof SetError)) throw error;
  status.textContent = error.message;
}

// The set of a link.

function showPage() {
  const code = location.hash.slice(1);
  linkStatus.textContent = editStatus.textContent = "";
  let set = null;
  if (code) {
    try {
      set = readLink(code);
    } catch (error) {
      sayLinkError(error, linkStatus);
    }
  }
  editor.hidden = set !== null;
  setView.hidden = set === null;
  document.body.classList.toggle("only-set", Boolean(set?.hide));
  pageHeading.textContent = set ? "Your lessons" : ownHeading;
  document.title = set ? "Your lessons – close_notify" : ownTitle;
  if (set) showSet(code, set);
  else editDraft();
}

function showSet(code, set) {
  const place = "class." + code;
  const last = kept(place)?.last;
  const at = set.lessons.indexOf(last); // the lesson that was opened last, -1 for none
  const open = (i) => keep(place, { last: set.lessons[i] });
  const done = ownProgress(set);
  const items = set.lessons.map((number, i) => setItem(knownLessons.get(number), i, at, set, done, () => open(i)));
  const next = set.lessons[at + 1];
  const parts = [makeElement("ol", { class: "entries set" }, ...items)];
  if (at >= 0) parts.unshift(makeElement("p", {}, `You last opened lesson ${at + 1} of ${set.lessons.length}.`));
  if (next !== undefined) {
    const link = stageLink(knownLessons.get(next), set, (at < 0 ? "Begin: " : "Next: ") + knownLessons.get(next).title);
    link.className = "button";
    link.addEventListener("click", () => open(at + 1));
    parts.push(makeElement("p", { class: "play" }, link));
  } else {
    parts.push(makeElement("p", {}, "This was the last lesson."));
  }
  parts.push(...progressParts(code, set, done));
  if (!set.hide) {
    const edit = makeButton("Change this set", () => {
      history.pushState(null, "", siteBase() + "class/");
      keep(draftName, code);
      showPage();
      pageHeading.focus();
    });
    parts.push(makeElement("p", { class: "actions" }, edit, " ", makeElement("a", { href: siteBase() + "class/print#" + code }, "Handout")));
  }
  setView.replaceChildren(...parts);
}

function setItem({ name, title, symptom, questions }, i, at, set, done, opened) {
  const play = stageLink({ name }, set, title);
  const read = makeElement("a", { href: siteBase() + "lessons/" + name, "aria-label": "Read about: " + title }, "Read");
  for (const link of [play, read]) link.addEventListener("click", opened);
  return makeElement("li", i === at ? { "aria-current": "step" } : {}, play, " ", read, makeElement("span", {}, symptom), makeElement("span", { class: "done" }, doneText(done.played.has(name), questions.filter((key) => done.answered.has(key)).length)));
}

// doneText says what was done in a lesson, "" for nothing.
function doneText(played, answered) {
  const parts = [];
  if (played) parts.push("Played to the end");
  if (answered) parts.push(count(answered, "question") + " answered");
  return parts.join(", ");
}

// Progress.

// ownProgress is what was played and answered in this browser of a set.
function ownProgress({ lessons }) {
  const own = lessons.map((number) => knownLessons.get(number));
  const names = own.map(({ name }) => name);
  const keys = own.flatMap(({ questions }) => questions);
  const only = (all, wanted) => new Map([...all].filter(([key]) => wanted.includes(key)));
  return { played: only(readPlayed(keptText("played")), names), answered: only(readDeck(keptText("answers")), keys) };
}

function progressParts(code, { lessons }, done) {
  const text = `Played to the end: ${done.played.size} of ${count(lessons.length, "lesson")}. Answered: ${count(done.answered.size, "question")}.`;
  const save = makeButton("Save my progress as a file", () => saveFile("close_notify-progress.txt", "text/plain", progressText({ set: code, ...done })));
  const field = makeElement("input", { type: "file", accept: ".txt,text/plain" });
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (file) await addProgress(file);
  });
  return [
    makeElement("h2", {}, "Progress"),
    makeElement("p", {}, text + " What you do stays in this browser. A file takes it to another one, or to your teacher."),
    makeElement("p", { class: "actions" }, save, " ", makeElement("label", {}, "Add progress from a file: ", field)),
  ];
}

// addProgress adds a file to what is kept in this browser.
async function addProgress(file) {
  try {
    if (file.size > progressLimits.length * 4) throw new ProgressError(`it has ${file.size} bytes`);
    const added = readProgress(await file.text());
    const answered = mergeAnswered(readDeck(keptText("answers")), added.answered);
    const could = keepText("played", playedText(mergePlayed(readPlayed(keptText("played")), added.played))) && keepText("answers", deckText(answered));
    if (!could) throw new ProgressError("this browser does not let the page store data");
    showPage();
    linkStatus.textContent = `Added: ${count(added.played.size, "lesson")} played, ${count(added.answered.size, "question")} answered.`;
  } catch (error) {
    if (!(error instanceof ProgressError || error instanceof DOMException)) throw error;
    linkStatus.textContent = `${file.name} was not added: ${error.message}.`;
  }
}

function stageLink({ name }, { ask, present }, text) {
  const query = [...(ask ? ["ask"] : []), ...(present ? ["present"] : [])].join("&");
  return makeElement("a", { href: siteBase() + "s/" + name + (query && "?" + query) }, text);
}

addEventListener("hashchange", showPage);
addEventListener("popstate", showPage);
addEventListener("pageshow", (event) => event.persisted && showPage()); // back from a lesson
for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
showPage();
