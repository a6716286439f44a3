// Results of a class, counted. There is nothing of a page here: tests run it in Node.
"use strict";

// tallyForm counts the answers of one form, question by question.
function tallyForm(results, key, form) {
  const marks = results.filter((r) => r.form === form).map((r) => markAnswers(r, key));
  return {
    sheets: marks.length,
    items: key.forms[form].items.map(({ about }, i) => ({
      about,
      right: marks.filter((m) => m[i].right).length,
      open: marks.filter((m) => m[i].open).length,
    })),
  };
}

// rightAnswers is how many answers of a result are right.
function rightAnswers(result, key) {
  return markAnswers(result, key).filter((m) => m.right).length;
}

// shownIn are the misconceptions that somebody's answers stand for, each once.
function shownIn(result, key) {
  return new Set(markAnswers(result, key).flatMap((m) => m.stands));
}

// commonConfusions lists which misconceptions are seen in how many results, the most common first.
function commonConfusions(results, key) {
  const counts = new Map();
  for (const result of results) {
    for (const id of shownIn(result, key)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
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

// resultsCSV is a table for spreadsheets: 1 for a right answer, 0 for a wrong one, nothing for none.
function resultsCSV(results, key) {
  const n = Math.max(...Object.values(key.forms).map((f) => f.items.length));
  const head = ["file", "name", "form", "date", "right", ...Array.from({ length: n }, (_, i) => `question ${i + 1}`), "misconceptions"];
  const rows = results.map((r) => {
    const marks = markAnswers(r, key).map((m) => (m.open ? "" : Number(m.right)));
    return [r.file ?? "", r.name, r.form, r.date, rightAnswers(r, key), ...marks, [...shownIn(r, key)].join(" ")];
  });
  return [head, ...rows].map((row) => row.map(csvField).join(",") + "\r\n").join("");
}

// csvField quotes a field. A spreadsheet takes what begins with one of these signs for a formula.
function csvField(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
