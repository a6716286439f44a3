// Results of a class, counted. There is nothing of a page here: tests run it in Node.
"use strict";

// groupsOf puts results to the same questions together: by form, those to today's questions first.
function groupsOf(results) {
  const groups = new Map();
  for (const r of results) {
    const group = groups.get(r.form + r.version) ?? { form: r.form, version: r.version, current: r.current, results: [] };
    group.results.push(r);
    groups.set(r.form + r.version, group);
  }
  return [...groups.values()].sort((x, y) => compareTexts(x.form, y.form) || y.current - x.current || compareTexts(x.version, y.version));
}

// tallyGroup counts the answers of a group, question by question.
function tallyGroup({ results }) {
  return results[0].marks.map(({ about }, i) => ({
    about,
    right: results.filter((r) => r.marks[i]?.right).length,
    open: results.filter((r) => r.marks[i]?.open).length,
  }));
}

// rightAnswers is how many answers of a result are right.
function rightAnswers(result) {
  return result.marks.filter((m) => m.right).length;
}

// shownIn are the misconceptions that somebody's answers stand for, each once.
function shownIn(result) {
  return new Set(result.marks.flatMap((m) => m.stands));
}

// commonConfusions lists which misconceptions are seen in how many results, the most common first.
function commonConfusions(results) {
  const counts = new Map();
  for (const result of results) {
    for (const id of shownIn(result)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

// beliefIn is a misconception in a sentence: as the key has it, or else as the files do.
function beliefIn(results, key, id) {
  return key.confusions[id]?.belief ?? results.find((r) => Object.hasOwn(r.misconceptions, id)).misconceptions[id];
}

// sameName is a name as it is compared.
function sameName(name) {
  return cleanName(name).toLowerCase();
}

// beforeAndAfter finds the results of both forms that have the same name. The older one comes
// first, form A if both are of one day. Names with two results of one form are unclear.
function beforeAndAfter(results) {
  const byName = new Map();
  for (const r of results) {
    const name = sameName(r.name);
    byName.set(name, [...(byName.get(name) ?? []), r]);
  }
  const pairs = [];
  const unclear = [];
  for (const [name, own] of byName) {
    const forms = new Set(own.map((r) => r.form));
    if (name === "" || forms.size < 2) continue;
    if (own.length > 2) {
      unclear.push(own[0].name);
      continue;
    }
    const [before, after] = [...own].sort((x, y) => compareTexts(x.date, y.date) || compareTexts(x.form, y.form));
    pairs.push({ name: before.name, before, after });
  }
  return { pairs: pairs.sort((x, y) => compareTexts(x.name, y.name)), unclear };
}

function compareTexts(a, b) {
  return a < b ? -1 : Number(a > b);
}

// comparedItems says for each misconception that questions of the pairs are about how many were right,
// and how many there were, before and after.
function comparedItems(pairs) {
  const items = new Map();
  for (const pair of pairs) {
    for (const side of ["before", "after"]) {
      for (const { about, right } of pair[side].marks) {
        const item = items.get(about) ?? { about, before: { n: 0, right: 0 }, after: { n: 0, right: 0 } };
        item[side].n++;
        item[side].right += Number(right);
        items.set(about, item);
      }
    }
  }
  return [...items.values()];
}

// resultsCSV is a table for spreadsheets: 1 for a right answer, 0 for a wrong one, nothing for none.
function resultsCSV(results) {
  const n = Math.max(...results.map((r) => r.marks.length));
  const head = ["file", "name", "form", "questions", "date", "right", ...Array.from({ length: n }, (_, i) => `question ${i + 1}`), "misconceptions"];
  const rows = results.map((r) => {
    const marks = Array.from({ length: n }, (_, i) => (r.marks[i]?.open ?? true ? "" : Number(r.marks[i].right)));
    return [r.file ?? "", r.name, r.form, r.version, r.date, rightAnswers(r), ...marks, [...shownIn(r)].join(" ")];
  });
  return [head, ...rows].map((row) => row.map(csvField).join(",") + "\r\n").join("");
}

// csvField quotes a field. A spreadsheet takes what begins with one of these signs for a formula.
function csvField(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
