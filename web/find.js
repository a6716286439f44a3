// Finds the lesson for a text. This is package scenarios/find once more, for no text may leave
// the device; a test holds both to the same answers. Everything known is in the index, a JSON
// file that is made with the site.
"use strict";

const findChanges = [
  [/\x1b\[[0-9;]*m/g, ""],
  [/&(#[0-9]+|[a-z]+);/g, " "],
  [/\\[nrt]/g, " "],
  [/_ssl\.c:(1[5-9]|2[0-9])[0-9][0-9]\b/g, " pythonio "],
  [/_ssl\.c:([4-9]|1[0-4])[0-9][0-9]\b/g, " pythonhandshake "],
  [/_ssl\.c:[0-9]+/g, " "],
  [/gems\/openssl-[0-9]/g, " "],
  [/远程主机强迫关闭|连接被对[端方]重[设置]|强制切断|разорвано другой стороной|принудительно разорвал|강제로 끊|強制的に切断/g, " connection reset "],
  [/断开的管道|Обрыв канала/g, " broken pipe "],
  [/[^\x00-\x7f]/g, " "],
  [/(:\/\/[^/\x00- ]+|GET |PUT |POST )\/[^\x00- "'<>)]+/g, "$1 "],
  [/([a-z])([A-Z])/g, "$1 $2"],
  [/([A-Z])([A-Z][a-z])/g, "$1 $2"],
];
const findMaxText = 20000;
const findMaxLessons = 5;
const findMaxGap = 60;
const findTenPoints = 5;
const findMinKnown = 4;
const findEnding = /^([a-z]{3,}?)(ations?|ings?|edly|ed|ers?|es|s|ly|e)$/;

// normalText makes a text comparable: words in lower case with one blank around each. It also
// returns words about it: that it is short, and one for each form of a packed number.
function normalText(x, text) {
  text = [...text].slice(0, findMaxText).join("");
  for (const [pattern, change] of findChanges) text = text.replace(pattern, change);
  text = text.toLowerCase().replace(/([a-z0-9])-/g, "$1 ");
  let normal = " ";
  const words = text.match(/-[0-9]+|[a-z0-9]+/g) ?? [];
  let forms = words.length <= 5 ? "fewwords " : "";
  for (const word of words) {
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
  const said = (library, reason) => x.Codes[`${library}.${reason}`] ?? x.Codes[`${library}.*`] ?? "";
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
    if (!words || words === "fewwords" || (!label && !used.has(i)) || said.some((other) => other.includes(words) || (!label && words.includes(other)))) return;
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

// lessonPoints adds up what speaks for each lesson.
function lessonPoints(x, normal, found) {
  const points = wordPoints(x, normal, found);
  for (const r of x.Rules) {
    if (conditionHolds(r, found)) points[r.Lesson] += r.Weight;
  }
  return points;
}

function wordPoints(x, normal, found) {
  const words = normal.split(" ").filter((word) => /^[a-z]{3,}$/.test(word)).map((word) => word.replace(findEnding, "$1"));
  found.forEach((phrase, i) => phrase && words.push("@" + i));
  const lists = [...new Set(words)].filter((word) => Object.hasOwn(x.Words, word)).map((word) => x.Words[word]);
  if (lists.length < findMinKnown) return x.Starts.map(() => 0);
  const sums = [...x.Starts];
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 2) sums[list[i]] += list[i + 1];
  }
  const best = Math.max(...sums);
  return sums.map((sum) => Math.max(0, x.Limit - Math.floor(((best - sum) * findTenPoints) / 10)));
}

function conditionHolds(c, found) {
  return (c.With ?? []).every((i) => found[i]) && (c.Without ?? []).every((i) => !found[i]);
}

const noNote = { Text: "", Source: "" };

function firstNote(notes, found, lesson) {
  return notes.find((n) => (n.Lesson < 0 || n.Lesson === lesson) && conditionHolds(n, found)) ?? noNote;
}
