// What somebody drops on the page, pastes into it, or chooses as a file: the text of a script, a
// trace in JSON, or a link. The program sets openImported, which takes the script.
"use strict";

const importLimit = 4 << 20; // bytes, as Go's script.MaxLength

// openImported(name, text, problem), set by the program, takes the name of a file or "", the script, or
// what is wrong with it.
var openImported = null;
let isOwnDrag = false; // what is dragged comes from this page
let newestImport = null;

// importFrom reads a file, or a text, and opens it, unless another one came while it was being read.
async function importFrom(source) {
  const name = typeof source === "string" ? "" : source.name;
  const of = (newestImport = {});
  let text = "";
  let why = "";
  try {
    text = scriptOf(await textOf(source));
  } catch (problem) {
    why = typeof problem === "string" ? problem : "it cannot be read";
  }
  if (of === newestImport) openImported?.(name, text, why);
}

async function textOf(source) {
  if ((source.size ?? source.length) > importLimit) throw "it is larger than 4 MiB";
  if (typeof source === "string") return source;
  const bytes = await source.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw "it is not UTF-8 text";
  }
}

// scriptOf returns a script unchanged, and finds that of a trace: one JSON object a line, as the command
// trace -json prints it. The first object of a trace that the page has made has the whole script.
// Others have only the steps.
function scriptOf(text) {
  if (!/^\s*\{/.test(text)) return text;
  const steps = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const object = parsedLine(line, i + 1);
    if (steps.length === 0 && typeof object.script === "string") return object.script;
    if (typeof object.step !== "string" || /[\r\n]/.test(object.step)) throw `line ${i + 1} has no "step"`;
    if (object.n !== steps.length + 1) throw `line ${i + 1} is step ${Number(object.n)}, not ${steps.length + 1}: it is not the trace of one script`;
    steps.push(object.step);
  }
  return steps.join("\n") + "\n";
}

function parsedLine(line, number) {
  let object;
  try {
    object = JSON.parse(line);
  } catch {
    throw `line ${number} is not a JSON object`;
  }
  if (typeof object !== "object" || object === null) throw `line ${number} is not a JSON object`;
  return object;
}

// isBusy reports whether an event belongs to a field or a dialog.
function isBusy(event) {
  return event.defaultPrevented || document.querySelector("dialog[open]") || event.target.closest?.("input, textarea, select, [contenteditable]");
}

function canDrop(event) {
  const types = event.dataTransfer.types;
  return openImported && !isOwnDrag && !isBusy(event) && (types.includes("Files") || types.includes("text/plain"));
}

document.addEventListener("dragstart", () => (isOwnDrag = true));
document.addEventListener("dragend", () => (isOwnDrag = false));
document.addEventListener("dragover", (event) => {
  const can = canDrop(event);
  document.documentElement.toggleAttribute("data-dropping", Boolean(can));
  if (can) event.preventDefault();
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.documentElement.removeAttribute("data-dropping");
});
document.addEventListener("drop", (event) => {
  document.documentElement.removeAttribute("data-dropping");
  if (!canDrop(event)) return;
  event.preventDefault();
  importFrom(event.dataTransfer.files[0] ?? event.dataTransfer.getData("text/plain"));
});
document.addEventListener("paste", (event) => {
  const source = event.clipboardData.files[0] ?? event.clipboardData.getData("text/plain");
  if (!openImported || isBusy(event) || source === "") return;
  event.preventDefault();
  importFrom(source);
});
document.addEventListener("change", ({ target }) => {
  if (target.id !== "import-file" || !target.files[0]) return;
  importFrom(target.files[0]);
  target.value = ""; // the same file can be chosen again
});
