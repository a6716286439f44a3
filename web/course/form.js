// The sheet of the inventory: keeps the answers in this browser, marks them when they are handed in,
// and saves the result as a file.
"use strict";

const formData = document.currentScript.dataset; // file and integrity of the key
const sheet = document.getElementById("sheet");
const formName = sheet.dataset.form;
const keptName = "inventory." + formName;
const questions = [...sheet.querySelectorAll("fieldset")];
const nameField = document.getElementById("name");
const handIn = document.getElementById("hand-in");
const formStatus = document.getElementById("status");
const resultBox = document.getElementById("result");
const unknownAnswer = "-"; // of the choice "I do not know"
let askedAboutOpen = false;

function currentState(date) {
  const answers = questions.map((q) => q.querySelector("input:checked")?.value ?? null);
  return { version: sheet.dataset.version, form: formName, name: nameField.value, date, answers };
}

// keepState keeps what is on the sheet, with the file of the result once there is one: if the questions
// change, the file can still be saved.
function keepState(date = null, file = null) {
  const could = keep(keptName, { ...currentState(date), file });
  if (!could) formStatus.textContent = "This browser does not let the page store data. Do not reload the page before you have saved your result.";
}

// restoreState puts kept answers back, if they are to these questions.
function restoreState() {
  const state = kept(keptName);
  if (typeof state?.version !== "string" || !Array.isArray(state.answers)) return;
  if (!sameQuestions(state.version, sheet.dataset.version)) {
    showOld(state);
    return;
  }
  nameField.value = typeof state.name === "string" ? state.name : "";
  questions.forEach((q, i) => {
    const choice = [...q.querySelectorAll("input")].find((input) => input.value === state.answers[i]);
    if (choice) choice.checked = true;
  });
  if (typeof state.date === "string") showResult(state.date);
}

// showOld says that answers to other questions are kept, and offers their file.
function showOld({ name, date, file }) {
  const parts = ["The questions of this form have changed since you answered them in this browser. Your answers to the old ones are not shown."];
  if (typeof file === "string" && typeof date === "string") {
    const save = makeButton("Save the old result as a file", () => saveFile(resultFileName({ form: formName, name: cleanName(String(name)), date }), "application/json", file));
    parts.push(" Your result is still there until you answer the new ones. ", save);
  }
  formStatus.replaceChildren(...parts);
}

function openQuestions() {
  return questions.filter((q) => !q.querySelector("input:checked"));
}

sheet.addEventListener("input", () => {
  askedAboutOpen = false;
  handIn.textContent = "Hand in";
  formStatus.textContent = "";
  keepState();
});

sheet.addEventListener("submit", (event) => {
  event.preventDefault();
  const open = openQuestions();
  if (open.length > 0 && !askedAboutOpen) {
    askedAboutOpen = true;
    handIn.textContent = "Hand in all the same";
    const numbers = open.map((q) => q.dataset.n).join(", ");
    formStatus.textContent = `${count(open.length, "question has", "questions have")} no answer: ${numbers}. An unanswered question counts as wrong.`;
    return;
  }
  showResult(dateText(new Date()), true);
});

async function showResult(date, isNew = false) {
  let key;
  keepState(date);
  try {
    key = await fetchData(formData);
  } catch {
    formStatus.textContent = "The key could not be loaded. Your answers are kept. Check the connection and hand in again.";
    return;
  }
  formStatus.textContent = "";
  for (const q of questions) q.disabled = true;
  nameField.disabled = handIn.hidden = true;
  const state = currentState(date);
  state.answers = state.answers.map((a) => (a === unknownAnswer ? null : a));
  const result = { ...state, name: cleanName(state.name) };
  keepState(date, resultText(result, key));
  resultBox.replaceChildren(...resultParts(result, key));
  resultBox.hidden = false;
  document.body.classList.add("handed-in");
  if (isNew) resultBox.querySelector("h2").focus();
}

function resultParts(result, key) {
  const marks = markAnswers(result.answers, key.forms[formName].items);
  const right = marks.filter((m) => m.right).length;
  const who = [result.name, `form ${formName.toUpperCase()}`, result.date].filter(Boolean).join(", ");
  return [
    makeElement("h2", { tabindex: "-1" }, `${right} of ${marks.length} right`),
    makeElement("p", { class: "small" }, who),
    ...confusionParts(marks, key),
    ...restParts(marks, key),
    makeElement("p", { class: "actions" }, makeButton("Save as a file", () => saveFile(resultFileName(result), "application/json", resultText(result, key))), " ", makeButton("Print", () => print()), " ", makeButton("Delete my answers", deleteAnswers)),
    makeElement("p", { class: "small" }, "The file is for your teacher. It holds the name that you have given, the date, your answers, and the misconceptions that they stand for. Your answers stay in this browser until you delete them."),
  ];
}

// confusionParts name the misconceptions that wrong answers stand for.
function confusionParts(marks, key) {
  const byID = new Map();
  marks.forEach((m, i) => m.stands.forEach((id) => byID.set(id, [...(byID.get(id) ?? []), i + 1])));
  if (byID.size === 0) return [];
  const items = [...byID].map(([id, numbers]) => {
    const { belief, truth } = key.confusions[id];
    return makeElement("li", {}, makeElement("p", {}, makeElement("b", {}, `“${belief}”`), " ", makeElement("span", { class: "small" }, `(question ${numbers.join(", ")})`)), makeElement("p", {}, truth), makeElement("p", {}, "Lesson: ", lessonLink(key.confusions[id])));
  });
  return [makeElement("h3", {}, "What your answers suggest you believe"), makeElement("ul", { class: "confusions" }, ...items)];
}

// restParts list questions that are open, or wrong without a known misconception.
function restParts(marks, key) {
  const rest = marks.flatMap((m, i) => (m.right || m.stands.length > 0 ? [] : [{ ...m, n: i + 1 }]));
  if (rest.length === 0) return [];
  const items = rest.map((m) => makeElement("li", {}, `Question ${m.n}, ${m.open ? "no answer" : "wrong"}: `, lessonLink(key.confusions[m.about])));
  return [makeElement("h3", {}, "Also worth a look"), makeElement("ul", {}, ...items)];
}

function lessonLink({ lesson, title }) {
  return makeElement("a", { href: siteBase() + "lessons/" + lesson }, title);
}

function deleteAnswers(event) {
  const button = event.target;
  if (!button.dataset.sure) {
    button.dataset.sure = "yes";
    button.textContent = "Delete them: press again";
    return;
  }
  forget(keptName);
  sheet.reset();
  resultBox.hidden = true;
  document.body.classList.remove("handed-in");
  for (const q of questions) q.disabled = false;
  nameField.disabled = handIn.hidden = false;
  handIn.textContent = "Hand in";
  formStatus.textContent = "Your answers have been deleted from this browser.";
  scrollTo(0, 0);
  questions[0].querySelector("input").focus();
}

for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
restoreState();
