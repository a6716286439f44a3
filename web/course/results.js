// The teacher's page: reads files with results and shows them as tables. Nothing leaves the device.
"use strict";

const resultsData = document.currentScript.dataset; // file and integrity of the key
const maxFiles = 200;
const drop = document.getElementById("drop");
const picker = document.getElementById("files");
const problems = document.getElementById("problems");
const resultsStatus = document.getElementById("status");
const tables = document.getElementById("tables");
let results = []; // each with the name of its file
let resultsKey = null;

picker.addEventListener("change", async () => {
  const files = [...picker.files];
  picker.value = ""; // so that the same file can be chosen again
  await addFiles(files);
});

for (const type of ["dragenter", "dragover"]) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  addFiles([...event.dataTransfer.files]);
});

// addFiles reads files. Those that cannot be read are listed, and the others are added.
async function addFiles(files) {
  const bad = [];
  let added = 0;
  try {
    resultsKey ??= await fetchData(resultsData);
  } catch {
    resultsStatus.textContent = "The key could not be loaded, so no file was read. Check the connection and choose the files again.";
    return;
  }
  for (const file of files) {
    try {
      added += Number(await addFile(file));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      bad.push([file.name, error.message]);
    }
  }
  results.sort((x, y) => compareTexts(sameName(x.name), sameName(y.name)) || compareTexts(x.date, y.date) || compareTexts(x.form, y.form));
  problems.replaceChildren(...bad.map(([name, message]) => makeElement("li", {}, makeElement("b", {}, name), ": " + message + ".")));
  resultsStatus.textContent = `${count(added, "result")} read${bad.length ? `, ${count(bad.length, "file")} not` : ""}. There are ${count(results.length, "result")} on this page.`;
  showTables();
}

async function addFile(file) {
  if (results.length >= maxFiles) throw new FileError(`it was not read, because the page holds ${maxFiles} results at most`);
  if (file.size > resultLimits.length * 4) throw new FileError(`it has ${file.size} bytes, so it is no result of the inventory`);
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new FileError("the browser could not read it");
  }
  const text = decodeText(bytes);
  const same = results.find((r) => r.text === text);
  if (same) throw new FileError(`it holds the same as ${same.file}, which is there already`);
  results.push({ ...readResult(text, resultsKey), file: file.name, text });
  return true;
}

function decodeText(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError("it is not a text in UTF-8");
  }
}

function showTables() {
  tables.hidden = results.length === 0;
  const forms = Object.keys(resultsKey.forms).filter((form) => results.some((r) => r.form === form));
  document.getElementById("answers").replaceChildren(...forms.map(answersTable));
  document.getElementById("common").replaceChildren(...commonParts());
  document.getElementById("compared").replaceChildren(...comparedParts());
}

// answersTable has a row for each result of a form, and the share of right answers in the end.
function answersTable(form) {
  const own = results.filter((r) => r.form === form);
  const items = resultsKey.forms[form].items;
  const head = row("th", { scope: "col" }, "Name", "Date", "Right", ...items.map((_, i) => `${i + 1}`), "");
  const rows = own.map((r) => {
    const cells = markAnswers(r, resultsKey).map((m, i) => markCell(m, r.answers[i]));
    const remove = makeButton("Remove", () => removeResult(r));
    remove.setAttribute("aria-label", `Remove ${r.file}`);
    return makeElement("tr", {}, makeElement("th", { scope: "row", title: r.file }, r.name || "(no name)"), cell(r.date), cell(rightAnswers(r, resultsKey)), ...cells, makeElement("td", { class: "no-print" }, remove));
  });
  const tally = tallyForm(results, resultsKey, form);
  const mean = own.reduce((n, r) => n + rightAnswers(r, resultsKey), 0) / own.length;
  const foot = makeElement("tr", {}, makeElement("th", { scope: "row" }, "Right, of all"), cell(""), cell(mean.toFixed(1)), ...tally.items.map((i) => cell(share(i.right, tally.sheets))), makeElement("td", { class: "no-print" }));
  return scrolled(makeElement("table", {}, makeElement("caption", {}, `Form ${form.toUpperCase()}: ${count(own.length, "result")}`), makeElement("thead", {}, head), makeElement("tbody", {}, ...rows), makeElement("tfoot", {}, foot)), `Form ${form.toUpperCase()}`);
}

// scrolled puts a table into a box that scrolls sideways, by keyboard, too.
function scrolled(table, label) {
  return makeElement("div", { class: "wide", role: "region", tabindex: "0", "aria-label": label }, table);
}

function markCell({ right, open }, answer) {
  const [sign, word, kind] = right ? ["✓", "right", "good"] : open ? ["–", "no answer", "open"] : [answer, "wrong, " + answer, "bad"];
  return makeElement("td", { class: kind }, makeElement("span", { "aria-hidden": "true" }, sign), makeElement("span", { class: "spoken" }, word));
}

function cell(text) {
  return makeElement("td", {}, String(text));
}

function row(tag, attributes, ...texts) {
  return makeElement("tr", {}, ...texts.map((text) => (text === "" ? makeElement("td", { class: "no-print" }) : makeElement(tag, attributes, text))));
}

function share(n, of) {
  return of === 0 ? "–" : Math.round((100 * n) / of) + " %";
}

function commonParts() {
  const items = commonConfusions(results, resultsKey).map(({ id, n }) => {
    const { belief, truth, lesson, title } = resultsKey.confusions[id];
    return makeElement("li", {}, makeElement("p", {}, makeElement("b", {}, `“${belief}”`), ` in ${n} of ${count(results.length, "result")}`), makeElement("p", {}, truth, " Lesson: ", makeElement("a", { href: "/lessons/" + lesson }, title)));
  });
  return items.length ? [makeElement("ol", { class: "confusions" }, ...items)] : [makeElement("p", {}, "No answer stands for a known misconception.")];
}

function comparedParts() {
  const { pairs, unclear } = beforeAndAfter(results);
  const parts = [];
  if (pairs.length === 0) parts.push(makeElement("p", {}, "No name has a result of form A and one of form B."));
  else parts.push(pairsTable(pairs), itemsTable(pairs));
  if (unclear.length) parts.push(makeElement("p", {}, `Not compared, because there are more than two results with this name: ${unclear.join(", ")}.`));
  return parts;
}

function pairsTable(pairs) {
  const right = (r) => rightAnswers(r, resultsKey);
  const rows = pairs.map(({ name, before, after }) => {
    const gone = [...shownIn(before, resultsKey)].filter((id) => !shownIn(after, resultsKey).has(id)).length;
    const kept = [...shownIn(after, resultsKey)].length;
    return makeElement("tr", {}, makeElement("th", { scope: "row" }, name), cell(`${right(before)} (${before.form.toUpperCase()}, ${before.date})`), cell(`${right(after)} (${after.form.toUpperCase()}, ${after.date})`), cell(signed(right(after) - right(before))), cell(gone), cell(kept));
  });
  const mean = (side) => pairs.reduce((n, p) => n + right(p[side]), 0) / pairs.length;
  const foot = makeElement("tr", {}, makeElement("th", { scope: "row" }, "Mean"), cell(mean("before").toFixed(1)), cell(mean("after").toFixed(1)), cell(signed((mean("after") - mean("before")).toFixed(1))), cell(""), cell(""));
  return scrolled(makeElement("table", {}, makeElement("caption", {}, count(pairs.length, "name") + " with both forms"), makeElement("thead", {}, row("th", { scope: "col" }, "Name", "Before", "After", "Change", "Misconceptions gone", "Misconceptions there after")), makeElement("tbody", {}, ...rows), makeElement("tfoot", {}, foot)), "Before and after, by name");
}

function itemsTable(pairs) {
  const marks = pairs.map(({ before, after }) => [markAnswers(before, resultsKey), markAnswers(after, resultsKey)]);
  const items = resultsKey.forms[pairs[0].before.form].items;
  const rows = items.map(({ about }, i) => {
    const [was, is] = [0, 1].map((side) => marks.filter((m) => m[side][i].right).length);
    return makeElement("tr", {}, makeElement("th", { scope: "row" }, String(i + 1)), makeElement("td", { class: "text" }, resultsKey.confusions[about].belief), cell(share(was, pairs.length)), cell(share(is, pairs.length)));
  });
  return scrolled(makeElement("table", {}, makeElement("caption", {}, "Right answers by question"), makeElement("thead", {}, row("th", { scope: "col" }, "Question", "Misconception", "Before", "After")), makeElement("tbody", {}, ...rows)), "Before and after, by question");
}

function signed(n) {
  return Number(n) > 0 ? "+" + n : String(n);
}

function removeResult(result) {
  results = results.filter((r) => r !== result);
  resultsStatus.textContent = `${result.file} has been removed from this page. There are ${count(results.length, "result")} on it.`;
  showTables();
  picker.focus();
}

document.getElementById("csv").addEventListener("click", () => saveFile("inventory-results.csv", "text/csv", "\uFEFF" + resultsCSV(results, resultsKey)));
document.getElementById("print").addEventListener("click", () => print());
for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
