// The link of a set of lessons: what stands after the # of /class/. There is nothing of a page here:
// tests run it in Node.
//
//   1        the format
//   0        options, added up: 1 hides everything but the lessons, 2 asks questions, 4 presents
//   abc      the lessons in their order, by number: one sign for 0 to 61, and for a higher one a
//            "-" and two signs
//   xyz      a check over all that
//
// A sign is one of 0-9, A-Z, a-z, and counts 0 to 61. So a link ends in a letter or a digit.
"use strict";

const setSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const setFormat = "1";
const setLimits = { lessons: 100, length: 400, number: setSigns.length ** 2 - 1 };
const setCheckSigns = 3;

// A SetError says what is wrong with a link.
class SetError extends Error {}

// encodeSet writes {hide, ask, present, lessons}, whose lessons are numbers.
function encodeSet({ hide, ask, present, lessons }) {
  const text = setFormat + setSigns[Number(hide) + 2 * Number(ask) + 4 * Number(present)] + lessons.map(lessonSigns).join("");
  return text + setCheck(text);
}

function lessonSigns(number) {
  const n = setSigns.length;
  return number < n ? setSigns[number] : "-" + setSigns[Math.floor(number / n)] + setSigns[number % n];
}

// setCheck is a check of some signs over a text (FNV-1a).
function setCheck(text) {
  let hash = 2166136261;
  for (const c of text) hash = Math.imul(hash ^ c.charCodeAt(0), 16777619) >>> 0;
  let signs = "";
  for (let i = 0; i < setCheckSigns; i++) {
    signs += setSigns[hash % setSigns.length];
    hash = Math.floor(hash / setSigns.length);
  }
  return signs;
}

// decodeSet reads what encodeSet has written. known are the numbers of the lessons that there are.
// It throws a SetError.
function decodeSet(text, known) {
  if (text.length > setLimits.length) throw new SetError(`The link is longer than ${setLimits.length} characters.`);
  const odd = /[^0-9A-Za-z_-]/u.exec(text);
  if (odd) throw new SetError(`The link has the character “${odd[0]}”, which is in no link of a set.`);
  if (text[0] !== setFormat) throw new SetError("The link is of a format that this page does not know. A newer page may know it.");
  const end = text.length - setCheckSigns;
  if (end < 2) throw new SetError("The link is cut off.");
  if (setCheck(text.slice(0, end)) !== text.slice(end)) throw new SetError("The link is cut off or has been changed: its last characters do not fit the others.");
  const options = setSigns.indexOf(text[1]);
  if (options < 0 || options > 7) throw new SetError("The link has options that this page does not know. A newer page may know them.");
  return { hide: (options & 1) > 0, ask: (options & 2) > 0, present: (options & 4) > 0, lessons: lessonNumbers(text.slice(2, end), known) };
}

function lessonNumbers(text, known) {
  const lessons = [];
  for (let at = 0; at < text.length; ) {
    const long = text[at] === "-";
    const signs = [...text.slice(at + Number(long), at + (long ? 3 : 1))].map((c) => setSigns.indexOf(c));
    if (signs.length !== (long ? 2 : 1) || signs.includes(-1)) throw new SetError("The link is damaged: it has no lesson where one should be.");
    const number = signs.reduce((n, s) => n * setSigns.length + s, 0);
    if (long && number < setSigns.length) throw new SetError("The link is damaged: a number is written in a longer form than needed.");
    if (!known.includes(number)) throw new SetError(`The link names lesson ${number}, which is not there. A newer page may have it.`);
    if (lessons.includes(number)) throw new SetError(`The link names lesson ${number} twice.`);
    lessons.push(number);
    at += long ? 3 : 1;
  }
  if (lessons.length === 0) throw new SetError("The link has no lessons.");
  if (lessons.length > setLimits.lessons) throw new SetError(`The link has more than ${setLimits.lessons} lessons.`);
  return lessons;
}
