// Files with a result of the inventory. There is nothing of a page here: tests run it in Node.
//
//   {"version": "close_notify-inventory-2-…", "form": "a", "name": "", "date": "2026-11-27",
//    "answers": [{"answer": "b", "right": false, "about": "0-means-failure", "stands": ["0-means-failure"]}, …],
//    "misconceptions": {"0-means-failure": "SSL_shutdown has returned 0, so it has failed.", …}}
//
// "answer" is the letter of a choice, or null. The version changes when a question does. Because the
// file says what its answers mean, it can be read after that. In the first format "answers" were
// letters only, and there were no "misconceptions": the key has what those answers mean.
"use strict";

const resultFormat = "close_notify-inventory-2-";
const firstFormat = "close_notify-inventory-1-";
const resultKeys = ["version", "form", "name", "date", "answers"];
const answerKeys = ["answer", "right", "about", "stands"];
const resultLimits = { length: 20000, name: 80, depth: 4, answers: 40, stands: 10, misconception: 300 };

// A FileError says what is wrong with a file, and where.
class FileError extends Error {}

// resultText is what is in the file of a result. key is the inventory's key, and answers are letters.
function resultText({ version, form, name, date, answers }, key) {
  const marks = markAnswers(answers, key.forms[form].items);
  const ids = [...new Set(marks.flatMap((m) => [m.about, ...m.stands]))];
  const file = {
    version,
    form,
    name: cleanName(name),
    date,
    answers: marks.map(({ right, about, stands }, i) => ({ answer: answers[i], right, about, stands })),
    misconceptions: Object.fromEntries(ids.map((id) => [id, key.confusions[id].belief])),
  };
  return JSON.stringify(file, null, 1) + "\n";
}

// cleanName takes out of a name what could do harm in a list.
function cleanName(name) {
  const plain = name.normalize("NFC").replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ").replace(/\s+/g, " ");
  return [...plain.trim()].slice(0, resultLimits.name).join("").trim();
}

// resultFileName is the name of the file of a result.
function resultFileName({ form, name, date }) {
  const word = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return ["inventory", form, word.slice(0, 40), date].filter(Boolean).join("-") + ".json";
}

// dateText is a day as in files: that of the reader, not of Greenwich.
function dateText(day) {
  const two = (n) => String(n).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

// readResult reads the file of a result. key is the inventory's key. The answers are letters again,
// and marks say what they mean. current is false if the questions have changed since. It throws a
// FileError.
function readResult(text, key) {
  if (text.length > resultLimits.length) throw new FileError(`it has more than ${resultLimits.length} characters, so it is not a result of the inventory`);
  const file = readJSON(text.replace(/^\uFEFF/, ""));
  if (!isObject(file)) throw new FileError("it holds no object, so it is not a result of the inventory");
  if (!Object.hasOwn(file, "version")) throw new FileError('"version" is missing');
  const { version } = file;
  if (typeof version !== "string" || !(version.startsWith(resultFormat) || version.startsWith(firstFormat))) throw new FileError(`"version" does not begin with ${resultFormat}: the file is no result of the inventory, or of a newer one`);
  const first = version.startsWith(firstFormat);
  checkKeys(file, first ? resultKeys : [...resultKeys, "misconceptions"], "a result");
  if (typeof file.form !== "string" || !Object.hasOwn(key.forms, file.form)) throw new FileError(`"form" must be one of ${Object.keys(key.forms).join(", ")}`);
  checkPerson(file);
  return { ...(first ? readFirst(file, key) : readSecond(file, key)), form: file.form, name: cleanName(file.name), date: file.date };
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function checkKeys(object, keys, what) {
  for (const name of keys) {
    if (!Object.hasOwn(object, name)) throw new FileError(`"${name}" is missing`);
  }
  for (const name of Object.keys(object)) {
    if (!keys.includes(name)) throw new FileError(`"${short(name)}" does not belong in ${what}`);
  }
}

// readFirst reads what a file in the first format says about answers.
function readFirst({ version, form, answers }, key) {
  const known = Object.hasOwn(key.first.questions, version) ? key.first.questions[version] : null;
  if (known === null) throw new FileError(`"version" is ${short(version)}, whose questions this site does not know`);
  if (known.form !== form) throw new FileError(`"form" is ${form}, but "version" is that of form ${known.form}`);
  checkAnswers(answers, known.items);
  const now = resultFormat + version.slice(firstFormat.length); // of the same questions in a file of today
  return { version: now, current: now === key.forms[form].version, answers, marks: markAnswers(answers, known.items), misconceptions: key.first.misconceptions };
}

// readSecond reads what another file says about answers. If they are to the questions of today, the key
// has the last word.
function readSecond({ version, form, answers, misconceptions }, key) {
  const other = Object.keys(key.forms).find((f) => key.forms[f].version === version) ?? form;
  if (other !== form) throw new FileError(`"form" is ${form}, but "version" is that of form ${other}`);
  checkMisconceptions(misconceptions);
  if (!Array.isArray(answers)) throw new FileError('"answers" must be a list');
  if (answers.length === 0 || answers.length > resultLimits.answers) throw new FileError(`"answers" has ${answers.length} entries, but must have 1 to ${resultLimits.answers}`);
  const marks = answers.map((answer, i) => inAnswer(i, () => readMark(answer, misconceptions)));
  const letters = answers.map(({ answer }) => answer);
  const { items, version: today } = key.forms[form];
  const current = version === today;
  if (current) checkAnswers(letters, items);
  return { version, current, answers: letters, marks: current ? markAnswers(letters, items) : marks, misconceptions };
}

// inAnswer says of an error to which question it belongs.
function inAnswer(i, read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileError) throw new FileError(`"answers", question ${i + 1}: ${error.message}`);
    throw error;
  }
}

function readMark(entry, misconceptions) {
  if (!isObject(entry)) throw new FileError("it must be an object");
  checkKeys(entry, answerKeys, "an answer");
  const { answer, right, about, stands } = entry;
  if (answer !== null && !isLetter(answer, "z")) throw new FileError('"answer" must be a letter, or null');
  if (typeof right !== "boolean") throw new FileError('"right" must be true or false');
  if (!Array.isArray(stands) || stands.length > resultLimits.stands) throw new FileError(`"stands" must be a list of at most ${resultLimits.stands}`);
  for (const id of [about, ...stands]) {
    if (typeof id !== "string" || !Object.hasOwn(misconceptions, id)) throw new FileError(`${short(JSON.stringify(id))} is not among the "misconceptions"`);
  }
  if (right && (answer === null || stands.length > 0) || answer === null && stands.length > 0) throw new FileError('"right" and "stands" do not fit the answer');
  return { about, right, open: answer === null, stands: [...new Set(stands)] };
}

function checkMisconceptions(misconceptions) {
  if (!isObject(misconceptions)) throw new FileError('"misconceptions" must be an object');
  for (const [id, belief] of Object.entries(misconceptions)) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > resultLimits.name) throw new FileError(`"misconceptions" has the name "${short(id)}"; names have small letters, digits and hyphens`);
    if (typeof belief !== "string" || belief.length > resultLimits.misconception || belief !== belief.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")) throw new FileError(`"misconceptions", ${id}: it must be a text of one line, with at most ${resultLimits.misconception} characters`);
  }
}

function checkPerson({ name, date }) {
  if (typeof name !== "string") throw new FileError('"name" must be a text');
  if ([...name].length > resultLimits.name) throw new FileError(`"name" has more than ${resultLimits.name} characters`);
  const found = typeof date === "string" && /^(20[0-9]{2})-([0-9]{2})-([0-9]{2})$/.exec(date);
  if (!found || dateText(new Date(+found[1], found[2] - 1, +found[3])) !== date) throw new FileError('"date" must be a day, such as 2026-11-27');
}

// checkAnswers holds letters against the questions.
function checkAnswers(answers, items) {
  if (!Array.isArray(answers)) throw new FileError('"answers" must be a list');
  if (answers.length !== items.length) throw new FileError(`"answers" has ${answers.length} entries, but there are ${items.length} questions`);
  answers.forEach((answer, i) => {
    const last = choiceLetter(items[i].stands.length - 1);
    if (answer !== null && !isLetter(answer, last)) throw new FileError(`"answers", question ${i + 1}: it must be a letter from a to ${last}, or null`);
  });
}

function isLetter(answer, last) {
  return typeof answer === "string" && /^[a-z]$/.test(answer) && answer <= last;
}

function choiceLetter(i) {
  return String.fromCharCode("a".charCodeAt(0) + i);
}

// short is a text that may be long, for a message.
function short(text) {
  return text.length > 40 ? text.slice(0, 40) + "…" : text;
}

// markAnswers says for each answer whether it is right or open, and which misconceptions it stands
// for.
function markAnswers(answers, items) {
  return items.map((item, i) => {
    const choice = answers[i] === null ? -1 : answers[i].charCodeAt(0) - "a".charCodeAt(0);
    return { about: item.about, right: choice === item.right, open: choice < 0, stands: choice < 0 ? [] : item.stands[choice] };
  });
}

// sameQuestions reports whether two versions name the same questions, in files of any format.
function sameQuestions(a, b) {
  return a === b || a === b.replace(resultFormat, firstFormat);
}

const jsonToken = /[ \t\n\r]*([{}[\]:,]|"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])|$)/y;

// readJSON reads JSON. Unlike JSON.parse it says in which line an error is, and refuses a key that
// stands twice.
function readJSON(text) {
  let at = 0; // where the next token begins
  let token = "";
  const fail = (what) => {
    const before = text.slice(0, at - token.length).split("\n");
    throw new FileError(`line ${before.length}, column ${[...before.at(-1)].length + 1}: ${what}`);
  };
  const next = () => {
    jsonToken.lastIndex = at;
    const found = jsonToken.exec(text);
    token = "";
    if (!found) {
      at += /^[ \t\n\r]*/.exec(text.slice(at))[0].length;
      fail("this is not JSON");
    }
    at = jsonToken.lastIndex;
    token = found[1];
  };
  const want = (...allowed) => {
    next();
    if (!allowed.includes(token)) fail(`${allowed.map((a) => a || "the end").join(" or ")} is expected here, not ${short(token) || "the end"}`);
  };
  const value = (depth) => {
    if (depth > resultLimits.depth) fail("the brackets are nested too deeply");
    if (token === "{") return object(depth);
    if (token === "[") return list(depth);
    if (token === "" || /^[}\]:,]$/.test(token)) fail(`a value is expected here, not ${token || "the end"}`);
    return JSON.parse(token);
  };
  // more goes on to the next entry, if there is one.
  const more = (end) => {
    want(",", end);
    if (token === end) return;
    next();
    if (token === end) fail(`an entry is expected here, not ${end}`);
  };
  const object = (depth) => {
    const result = Object.create(null);
    for (next(); token !== "}"; more("}")) {
      if (token[0] !== '"') fail(`a key in quotation marks is expected here, not ${token || "the end"}`);
      const name = JSON.parse(token);
      if (Object.hasOwn(result, name)) fail(`"${short(name)}" is there twice`);
      want(":");
      next();
      result[name] = value(depth + 1);
    }
    return result;
  };
  const list = (depth) => {
    const result = [];
    for (next(); token !== "]"; more("]")) result.push(value(depth + 1));
    return result;
  };
  next();
  const result = value(0);
  want("");
  return result;
}
