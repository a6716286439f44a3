// Files with a result of the inventory. There is nothing of a page here: tests run it in Node.
//
//   {"version": "close_notify-inventory-1-…", "form": "a", "name": "", "date": "2026-11-27",
//    "answers": ["b", null, …]}
//
// A letter is a choice, null is no answer. The version changes when a question does.
"use strict";

const resultFormat = "close_notify-inventory-1-";
const resultKeys = ["version", "form", "name", "date", "answers"];
const resultLimits = { length: 20000, name: 80, depth: 3 };

// A FileError says what is wrong with a file, and where.
class FileError extends Error {}

// resultText is what is in the file of a result.
function resultText({ version, form, name, date, answers }) {
  return JSON.stringify({ version, form, name: cleanName(name), date, answers }, null, 1) + "\n";
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

// readResult reads the file of a result. key is the inventory's key. It throws a FileError.
function readResult(text, key) {
  if (text.length > resultLimits.length) throw new FileError(`it has more than ${resultLimits.length} characters, so it is no result of the inventory`);
  const result = readJSON(text.replace(/^\uFEFF/, ""));
  if (result === null || typeof result !== "object" || Array.isArray(result)) throw new FileError("it holds no object, so it is no result of the inventory");
  for (const name of resultKeys) {
    if (!Object.hasOwn(result, name)) throw new FileError(`"${name}" is missing`);
  }
  for (const name of Object.keys(result)) {
    if (!resultKeys.includes(name)) throw new FileError(`"${short(name)}" does not belong in a result`);
  }
  checkVersion(result, key);
  checkPerson(result);
  checkAnswers(result.answers, key.forms[result.form].items);
  return { ...result, name: cleanName(result.name) };
}

function checkVersion({ version, form }, key) {
  if (typeof version !== "string" || !version.startsWith(resultFormat)) throw new FileError(`"version" does not begin with ${resultFormat}: the file is no result of the inventory, or of a newer one`);
  if (typeof form !== "string" || !Object.hasOwn(key.forms, form)) throw new FileError(`"form" must be one of ${Object.keys(key.forms).join(", ")}`);
  const want = key.forms[form].version;
  if (version !== want) throw new FileError(`"version" is ${short(version)}, but the questions of this site are ${want}: the answers are to other questions`);
}

function checkPerson({ name, date }) {
  if (typeof name !== "string") throw new FileError('"name" must be a text');
  if ([...name].length > resultLimits.name) throw new FileError(`"name" has more than ${resultLimits.name} characters`);
  const found = typeof date === "string" && /^(20[0-9]{2})-([0-9]{2})-([0-9]{2})$/.exec(date);
  if (!found || dateText(new Date(+found[1], found[2] - 1, +found[3])) !== date) throw new FileError('"date" must be a day, such as 2026-11-27');
}

function checkAnswers(answers, items) {
  if (!Array.isArray(answers)) throw new FileError('"answers" must be a list');
  if (answers.length !== items.length) throw new FileError(`"answers" has ${answers.length} entries, but there are ${items.length} questions`);
  answers.forEach((answer, i) => {
    const last = choiceLetter(items[i].stands.length - 1);
    const fits = answer === null || (typeof answer === "string" && /^[a-z]$/.test(answer) && answer <= last);
    if (!fits) throw new FileError(`"answers", question ${i + 1}: it must be a letter from a to ${last}, or null`);
  });
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
function markAnswers({ form, answers }, key) {
  return key.forms[form].items.map((item, i) => {
    const choice = answers[i] === null ? -1 : answers[i].charCodeAt(0) - "a".charCodeAt(0);
    const stands = choice < 0 ? [] : item.stands[choice];
    return { about: item.about, right: choice === item.right, open: choice < 0, stands };
  });
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
      if (Object.hasOwn(result, name)) fail(`"${short(name)}" stands twice`);
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
