// Progress in a set of lessons, as a file. There is nothing of a page here: tests run it in Node.
//
//   close_notify progress 1
//   set 10abcxyz                      what stands after the # of the link of the set
//   played half-close 20783           a lesson that was played to its end, and the day, counted from 1970
//   answered 0x4k2r8q1v7nz 2 20783    a question with its box, its day and perhaps a link to its scenario, as
//                                     in the file of the practice
"use strict";

const progressHead = "close_notify progress 1";
const deckHead = "close_notify questions 1"; // of the file of the practice
const progressLimits = { length: 250000, played: 1000, answered: 5000, boxes: 5, day: 1000000, link: 2000 };

// A ProgressError says what is wrong with a file, and where.
class ProgressError extends Error {}

// progressText writes the file. played has days by lesson, answered {box, day, link} by the key of a question.
function progressText({ set, played, answered }) {
  const lines = [progressHead, "set " + set];
  for (const name of [...played.keys()].sort()) lines.push(`played ${name} ${played.get(name)}`);
  for (const line of cardLines(answered)) lines.push("answered " + line);
  return lines.join("\n") + "\n";
}

function cardLines(answered) {
  return [...answered.keys()].sort().map((key) => {
    const { box, day, link } = answered.get(key);
    return [key, box, day, ...(link ? [link] : [])].join(" ");
  });
}

// readProgress reads the file. It throws a ProgressError.
function readProgress(text) {
  if (text.length > progressLimits.length) throw new ProgressError(`it has more than ${progressLimits.length} characters`);
  const lines = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n").trim().split("\n");
  if (lines[0] !== progressHead) throw new ProgressError(`it is not the progress of a set: its first line is not “${progressHead}”`);
  const progress = { set: "", played: new Map(), answered: new Map() };
  lines.slice(1).forEach((line, i) => {
    const why = readLine(progress, ...line.split(" "));
    if (why) throw new ProgressError(`line ${i + 2}, “${line.length > 60 ? line.slice(0, 60) + "…" : line}”: ${why}`);
  });
  if (!progress.set) throw new ProgressError("it has no line with the set");
  return progress;
}

// readLine adds the fields of a line to the progress. It returns what is wrong with them, "" for nothing.
function readLine(progress, kind, ...fields) {
  switch (kind) {
    case "set":
      if (progress.set) return "there is a set already";
      if (fields.length !== 1 || !/^[0-9A-Za-z_-]{1,400}$/.test(fields[0])) return "expected the end of a link";
      progress.set = fields[0];
      return "";
    case "played":
      if (fields.length !== 2 || !isLesson(fields[0]) || !isNumber(fields[1], progressLimits.day)) return "expected the name of a lesson and a day";
      if (progress.played.has(fields[0])) return "the lesson is there twice";
      if (progress.played.size === progressLimits.played) return `there are more than ${progressLimits.played} lessons`;
      progress.played.set(fields[0], Number(fields[1]));
      return "";
    case "answered":
      return readCard(progress.answered, fields);
  }
  return "expected set, played or answered";
}

// readCard adds a question with its box, its day and its link.
function readCard(answered, [key, box, day, link, ...more]) {
  if (more.length > 0 || !/^[0-9a-z]{13}$/.test(key)) return "expected the key of a question, a box and a day";
  if (!isNumber(box, progressLimits.boxes) || box === "0") return `expected a box from 1 to ${progressLimits.boxes}`;
  if (!isNumber(day, progressLimits.day)) return `expected a day from 0 to ${progressLimits.day}`;
  if (link !== undefined && (!/^[0-9A-Za-z_.-]+$/.test(link) || link.length > progressLimits.link)) return `expected a link of at most ${progressLimits.link} letters, digits, -, _ and .`;
  if (answered.has(key)) return "the question is there twice";
  if (answered.size === progressLimits.answered) return `there are more than ${progressLimits.answered} questions`;
  answered.set(key, { box: Number(box), day: Number(day), link });
  return "";
}

function isLesson(name) {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 80;
}

function isNumber(text, most) {
  return /^(0|[1-9][0-9]{0,6})$/.test(text ?? "") && Number(text) <= most;
}

// readDeck reads what the practice keeps. What cannot be read counts as nothing, as it does there.
function readDeck(text) {
  const [head, ...lines] = (text ?? "").trim().split("\n");
  const answered = new Map();
  const bad = head !== deckHead || lines.some((line) => readCard(answered, line.split(" ")) !== "");
  return bad ? new Map() : answered;
}

function deckText(answered) {
  return [deckHead, ...cardLines(answered)].join("\n") + "\n";
}

// mergeAnswered adds the answers of a file to others. Of a question that both have, the later answer
// counts, and of two on one day the one in the lower box.
function mergeAnswered(own, added) {
  const all = new Map(own);
  for (const [key, card] of added) {
    const old = all.get(key);
    if (!old || card.day > old.day || (card.day === old.day && card.box < old.box)) all.set(key, card);
  }
  if (all.size > progressLimits.answered) throw new ProgressError(`together there would be more than ${progressLimits.answered} questions`);
  return all;
}

// mergePlayed adds the lessons of a file to others. The first day counts.
function mergePlayed(own, added) {
  const all = new Map(own);
  for (const [name, day] of added) all.set(name, Math.min(day, all.get(name) ?? day));
  return all;
}

// readPlayed reads the list of lessons that the playground keeps: "half-close 20783" in each line.
function readPlayed(text) {
  const played = new Map();
  for (const line of (text ?? "").split("\n")) {
    const [name, day] = line.split(" ");
    if (isLesson(name) && isNumber(day, progressLimits.day)) played.set(name, Number(day));
  }
  return played;
}

function playedText(played) {
  return [...played].map(([name, day]) => `${name} ${day}\n`).join("");
}
