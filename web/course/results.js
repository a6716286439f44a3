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

// Files may be dropped anywhere: beside the marked place the browser would leave the page and open them.
for (const type of ["dragenter", "dragover"]) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) drop.classList.remove("over"); // the page was left, not a part of it
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  addFiles([...event.dataTransfer.files]);
});

// addFiles reads files. Those that cannot be read are listed, and the others are added.
async function addFiles(files) {
  if (files.length === 0) {
    resultsStatus.textContent = "That was not a file.";
    return;
  }
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
  resultsStatus.textContent = `${count(added, "result")} read${bad.length ? `, ${count(bad.length, "file")} not` : ""}. ${onThisPage()}`;
  showTables();
}

// onThisPage says how many results there are, and how many are to questions of another time.
function onThisPage() {
  const old = results.filter((r) => !r.current).length;
  const there = results.length === 1 ? "There is 1 result" : `There are ${results.length} results`;
  return `${there} on this page${old ? `, ${old} of them to other questions than today's` : ""}.`;
}

async function addFile(file) {
  if (results.length >= maxFiles) throw new FileError(`it was not read, because the page holds ${maxFiles} results at most`);
  if (file.size > resultLimits.length * 4) throw new FileError(`it has ${file.size} bytes, so it is not a result of the inventory`);
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
  document.getElementById("answers").replaceChildren(...groupsOf(results).flatMap(answersParts));
  document.getElementById("common").replaceChildren(...commonParts());
  document.getElementById("compared").replaceChildren(...comparedParts());
}

// answersParts are the table of a group, with a note if its questions are not today's.
function answersParts(group) {
  if (group.current) return [answersTable(group, `Form ${group.form.toUpperCase()}`)];
  const note = makeElement("p", { class: "small" }, "The next table has answers to questions of this form that have been changed since. What each answer stands for is taken from the files.");
  return [note, answersTable(group, `Form ${group.form.toUpperCase()}, other questions (${group.version.split("-").at(-1)})`)];
}

// answersTable has a row for each result of a group, and the share of right answers in the end.
function answersTable(group, label) {
  const own = group.results;
  const tally = tallyGroup(group);
  const head = row("th", { scope: "col" }, "Name", "Date", "Right");
  head.append(...tally.map((_, i) => makeElement("th", { scope: "col" }, makeElement("span", { class: "spoken" }, "Question "), `${i + 1}`)), makeElement("td", { class: "no-print" }));
  const rows = own.map((r) => {
    const cells = r.marks.map((m, i) => markCell(m, r.answers[i]));
    const remove = makeButton("Remove", () => removeResult(r));
    remove.setAttribute("aria-label", `Remove ${r.file}`);
    return makeElement("tr", {}, makeElement("th", { scope: "row", title: r.file }, r.name || "(no name)"), cell(r.date), cell(rightAnswers(r)), ...cells, makeElement("td", { class: "no-print" }, remove));
  });
  const mean = own.reduce((n, r) => n + rightAnswers(r), 0) / own.length;
  const foot = makeElement("tr", {}, makeElement("th", { scope: "row" }, "All results"), cell(""), cell(mean.toFixed(1)), ...tally.map((i) => cell(share(i.right, own.length))), makeElement("td", { class: "no-print" }));
  return scrolled(makeElement("table", {}, makeElement("caption", {}, `${label}: ${count(own.length, "result")}`), makeElement("thead", {}, head), makeElement("tbody", {}, ...rows), makeElement("tfoot", {}, foot)), label);
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
  const items = commonConfusions(results).map(({ id, n }) => {
    const now = resultsKey.confusions[id]; // nothing for one that only files know
    const parts = [makeElement("p", {}, makeElement("b", {}, `“${beliefIn(results, resultsKey, id)}”`), ` in ${n} of ${count(results.length, "result")}`)];
    if (now) parts.push(makeElement("p", {}, now.truth, " Lesson: ", makeElement("a", { href: siteBase() + "lessons/" + now.lesson }, now.title)));
    return makeElement("li", {}, ...parts);
  });
  return items.length ? [makeElement("ol", { class: "confusions" }, ...items)] : [makeElement("p", {}, "No answer stands for a known misconception.")];
}

function comparedParts() {
  const { pairs, unclear } = beforeAndAfter(results);
  const parts = [];
  if (pairs.length === 0 && unclear.length === 0) parts.push(makeElement("p", {}, "No name has a result of form A and one of form B."));
  if (pairs.length > 0) parts.push(pairsTable(pairs), itemsTable(pairs));
  if (unclear.length) parts.push(makeElement("p", {}, `Not compared, because there are more than two results with this name: ${unclear.join(", ")}.`));
  return parts;
}

function pairsTable(pairs) {
  const rows = pairs.map(({ name, before, after }) => {
    const gone = [...shownIn(before)].filter((id) => !shownIn(after).has(id)).length;
    const [was, is] = [before, after].map((r) => `${rightAnswers(r)} (${r.form.toUpperCase()}, ${r.date})`);
    return makeElement("tr", {}, makeElement("th", { scope: "row" }, name), cell(was), cell(is), cell(signed(rightAnswers(after) - rightAnswers(before))), cell(gone), cell(shownIn(after).size));
  });
  const mean = (side) => pairs.reduce((n, p) => n + rightAnswers(p[side]), 0) / pairs.length;
  const foot = makeElement("tr", {}, makeElement("th", { scope: "row" }, "Mean"), cell(mean("before").toFixed(1)), cell(mean("after").toFixed(1)), cell(signed((mean("after") - mean("before")).toFixed(1))), cell(""), cell(""));
  return scrolled(makeElement("table", {}, makeElement("caption", {}, count(pairs.length, "name") + " with both forms"), makeElement("thead", {}, row("th", { scope: "col" }, "Name", "Before", "After", "Change", "Misconceptions gone", "Misconceptions there after")), makeElement("tbody", {}, ...rows), makeElement("tfoot", {}, foot)), "Before and after, by name");
}

function itemsTable(pairs) {
  const rows = comparedItems(pairs).map(({ about, before, after }) =>
    makeElement("tr", {}, makeElement("th", { scope: "row", class: "text" }, beliefIn(results, resultsKey, about)), cell(share(before.right, before.n)), cell(share(after.right, after.n))));
  return scrolled(makeElement("table", {}, makeElement("caption", {}, "Right answers by misconception"), makeElement("thead", {}, row("th", { scope: "col" }, "The question is about", "Before", "After")), makeElement("tbody", {}, ...rows)), "Before and after, by misconception");
}

function signed(n) {
  return Number(n) > 0 ? "+" + n : String(n);
}

function removeResult(result) {
  results = results.filter((r) => r !== result);
  resultsStatus.textContent = `${result.file} has been removed from this page. ${onThisPage()}`;
  showTables();
  picker.focus();
}

document.getElementById("csv").addEventListener("click", () => saveFile("inventory-results.csv", "text/csv", "\uFEFF" + resultsCSV(results)));
document.getElementById("print").addEventListener("click", () => print());
for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
