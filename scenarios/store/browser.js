// What package store needs of the browser beside what go-indexeddb offers: the events of a
// connection, word from other tabs, and files.
"use strict";

// watchedFactory is indexedDB, whose connections call tell("blocked") when another tab keeps an older
// version open, and tell("closed") when the browser ends them. The last connection is its db.
function watchedFactory(tell) {
  const factory = {
    open: (...wanted) => {
      const request = indexedDB.open(...wanted);
      request.onblocked = () => tell("blocked");
      request.onsuccess = () => {
        factory.db = request.result;
        factory.db.onclose = factory.db.onversionchange = () => tell("closed");
      };
      return request;
    },
  };
  return factory;
}

// openChannel lets the tabs of this origin tell each other of changes. It calls heard when another tab
// has called what it returns.
function openChannel(name, heard) {
  const channel = self.BroadcastChannel && new BroadcastChannel("close_notify " + name);
  if (channel) channel.onmessage = () => heard();
  return () => channel?.postMessage("changed");
}

// readRecords calls take with the keys and the records of an object store, in tasks of a few records
// each, so that the page can react in between. The promise ends when all are read.
function readRecords(db, store, take) {
  const few = 50;
  return new Promise((resolve, reject) => {
    const tx = db.transaction(store);
    const objects = tx.objectStore(store);
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error ?? new DOMException("", "AbortError"));
    const read = (range) => {
      const keys = objects.getAllKeys(range, few);
      objects.getAll(range, few).onsuccess = ({ target }) => {
        take(keys.result, target.result);
        if (keys.result.length === few) read(IDBKeyRange.lowerBound(keys.result.at(-1), true));
      };
    };
    read();
  });
}

// listRecords calls take with the recordRows, without scripts, and the records. A value that Go takes
// from JavaScript costs it a finalizer, and 100,000 of them pauses of half a second: the rows of many
// records are one text. The promise is for whether the browser promises to keep them.
async function listRecords(db, store, take) {
  await readRecords(db, store, (keys, records) => {
    take(records.map((record, i) => recordRow(record, keyName(keys[i]))).join("\x1e"), records);
  });
  return persisted();
}

// keyName is the ID of a record. Only other programs use keys that are not strings.
function keyName(key) {
  return typeof key === "string" ? key : "#" + JSON.stringify(key);
}

const longest = { id: 640, title: 8000, script: 196608, revision: 64 }; // UTF-16 units; script is Go's MaxScript

// recordRow is a record as text: a key, what is wrong with it, its schema, ID, title, step, times of
// creation and change, and revision, and its script if that is wanted, with \x1f between them. It
// takes nothing for granted: other versions of this page, and other pages of the same origin, can
// write to the database.
function recordRow(record, key, withScript) {
  let problem = "";
  const field = (name, type, fits, why) => {
    const value = record?.[name];
    const wrong = typeof value !== type ? `${name} is ${kindOf(value)}, not a ${type}` : fits(value) ? "" : `${name} ${why(value)}`;
    problem ||= wrong;
    return wrong ? "" : String(value);
  };
  const integer = (name) => field(name, "number", Number.isSafeInteger, (n) => `is ${n}, not an integer`);
  const text = (name) => field(name, "string", ({ length }) => length <= longest[name], ({ length }) => `has ${length} characters, more than ${longest[name]}`);
  const row = [integer("schema"), text("id"), text("title"), integer("step"), integer("created"), integer("modified")];
  row.push(typeof record?.revision === "string" ? text("revision") : ""); // older pages stored none
  const script = text("script");
  if (withScript) row.push(script);
  const escaped = (value) => value.replace(/[\x1d-\x1f]/g, (c) => "\x1d" + "ABC"[c.charCodeAt() - 0x1d]);
  return [key, problem, ...row].map(escaped).join("\x1f");
}

function kindOf(value) {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return (typeof value === "object" ? "an " : "a ") + typeof value;
}

// recordText is what a record holds, at most so many characters of it: JSON, or field by field
// where JSON cannot have it, because it has no BigInt and no cycles.
function recordText(record, most = Infinity) {
  const text = (value) => {
    try {
      return String(JSON.stringify(value));
    } catch {
      return String(value);
    }
  };
  try {
    return String(JSON.stringify(record)).slice(0, most);
  } catch {}
  return Object.keys(record)
    .map((field) => `${field}: ${text(record[field])}\n`)
    .join("")
    .slice(0, most);
}

const collectionFormat = "close_notify saved scenarios";
const collectionVersion = 1;

// collectionFile writes a file that readCollection reads: JSON, with one record a line, so that a
// damaged line loses one record.
function collectionFile() {
  let count = 0;
  let text = `{"format":"${collectionFormat}","version":${collectionVersion},"scenarios":[`;
  const parts = [];
  return {
    add: (record) => {
      let line = recordText(record);
      if (line[0] !== "{") line = JSON.stringify({ unreadable: line });
      text += (count++ ? ",\n" : "\n") + line;
      if (text.length > 1 << 20) {
        parts.push(new Blob([text]));
        text = "";
      }
    },
    end: () => ({ count, file: new Blob([...parts, text, `\n],"count":${count}}\n`], { type: "application/json" }) }),
  };
}

// exportedFile makes a file of all records, unless db is null, and of more. The promise is for the
// file and the number of records.
async function exportedFile(db, store, more) {
  const file = collectionFile();
  if (db) await readRecords(db, store, (_, records) => records.forEach(file.add));
  more.forEach(file.add);
  return file.end();
}

const mostInLine = 4 << 20; // characters; a record has less than half
const mostAtOnce = 64 << 20; // bytes of a file that is read as a whole

// readCollection reads a file of saved scenarios a few at a time: next returns {rows, damaged, done}.
// The rows are recordRows, with the line instead of the key. A sentence says what is damaged. The
// promise is rejected if the file is none.
async function readCollection(file) {
  const lines = linesOf(file);
  const first = (await lines.next()).value ?? [1, ""];
  const head = first[1].endsWith("[") ? parsed(first[1] + "]}") : undefined;
  if (head) checkCollection(head);
  const rest = head ? lines : wholeCollection(file);
  let rows = [], damaged = [], ended = !head, size = 0, count = 0;
  const end = (text) => {
    ended = true;
    const said = parsed('{"scenarios":[' + text)?.count;
    if (said !== count) damaged.push(`the file had ${said ?? "an unknown number of"} scenarios and has ${count} now`);
  };
  const take = ([line, text]) => {
    if (text === "") return;
    if (text.startsWith("]")) return end(text);
    count++;
    size += text.length;
    const record = text.length < mostInLine ? parsed(text.replace(/,$/, "")) : undefined;
    if (typeof record === "object" && record) rows.push(recordRow(record, String(line), true));
    else damaged.push(text.length < mostInLine ? `line ${line} is damaged` : `line ${line} is too long`);
  };
  return {
    next: async () => {
      [rows, damaged, size] = [[], [], 0];
      let done = false;
      for (let n = 0; n < 100 && size < 1 << 18 && !done; n++) {
        const line = await rest.next();
        done = line.done;
        if (!done) take(line.value);
        else if (!ended) damaged.push("the end of the file is missing");
      }
      return { rows: rows.join("\x1e"), damaged: damaged.join("\n"), done };
    },
  };
}

// checkCollection throws if what a file begins with is not that of a collection.
function checkCollection(head) {
  if (head?.format !== collectionFormat || !Array.isArray(head.scenarios)) throw "it is not a file of saved scenarios";
  if (head.version !== collectionVersion) throw `a newer version of this page has written it (format ${head.version}): reload the page`;
}

// wholeCollection gives the lines of a file that another program has written with other line ends.
async function* wholeCollection(file) {
  if (file.size > mostAtOnce) throw "it is not a file of saved scenarios";
  const all = parsed(await file.text());
  checkCollection(all);
  for (const [i, record] of all.scenarios.entries()) yield [i + 1, JSON.stringify(record)];
}

// linesOf gives the lines of a file with their numbers, without white space around them.
async function* linesOf(file) {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = "", n = 0; ; ) {
    const { done, value = "" } = await reader.read();
    const lines = (rest + value).split("\n");
    rest = done ? "" : lines.pop().slice(0, mostInLine);
    for (const line of lines) yield [++n, line.trim()];
    if (done) return;
  }
}

// parsed is what JSON says, undefined if it is none.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {}
}

// persist asks the browser not to clear the storage of this page when the disk is nearly full.
function persist() {
  navigator.storage?.persist?.().catch(() => {});
}

// persisted says whether the browser has promised that. It does not ask.
async function persisted() {
  try {
    return Boolean(await navigator.storage?.persisted?.());
  } catch {
    return false;
  }
}

// downloadFile saves a Blob, as if somebody had followed a link to it.
function downloadFile(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(URL.revokeObjectURL, 60000, link.href);
}
