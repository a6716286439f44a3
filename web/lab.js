// Compiles programs, exports scenarios and makes questions about them: fetches the program that does
// it when it is needed for the first time, runs it in a worker, and ends and starts it again when it
// hangs or crashes. `labFiles`, put in front of this file when the site is made, has the names, sizes
// and digests of the files.
"use strict";

const lab = {
  file: (name) => ({ ...labFiles[name], address: build.build + "/" + labFiles[name].name }),

  get worker() {
    return this.file("worker");
  },

  // limit is how many milliseconds an answer may take, and hurried how many more if another one
  // waits behind it. startLimit is how many the worker may take to start.
  limit: 10000,
  hurried: 5000,
  startLimit: 30000,

  program: null, // the promise of lab.wasm
  running: null, // the promise of a function that asks it
  turn: Promise.resolve(), // ends with the last question so far: it answers one at a time
  hurry: () => {}, // gives the question that is being answered only a little longer
};

// compileInLab compiles the text of a program, UTF-8, for a release, an OPENSSL_VERSION_NUMBER.
// Meanwhile it calls advance(loaded, total) while the compiler is on its way. It throws the reason
// if the compiler cannot say anything about the text. The page compiles one text at a time, and
// calls hurryLab when another one waits.
function compileInLab(text, release, advance) {
  return askLab({ name: "compile", arguments: [text, release], who: "the compiler" }, advance);
}

// exportInLab writes a scenario in another form: format is the name of one of Go's export.Formats or
// of another form of package forms, such as "questions", text the script, UTF-8. It resolves to a
// Uint8Array, or throws the reason as a string. advance is as for compileInLab. PNG is drawn here: the
// program has no fonts. What a program in C is made of is a file of its own.
async function exportInLab(format, text, advance) {
  const drawn = format === "png";
  const given = [drawn ? "svg" : format, text];
  if (format === "c") given.push(await shipped("support"));
  const who = format === "questions" ? "the program that makes them" : "the program that makes it";
  const question = { name: "export", arguments: given, who };
  const { data, failed } = await askLab(question, advance);
  if (failed) throw failed;
  return drawn ? paintedPNG(data) : data;
}

// askLab asks the program once it has answered what was asked before.
function askLab(question, advance) {
  const answer = lab.turn.then(() => answerOfLab(question, advance));
  lab.turn = answer.catch(() => {});
  return answer;
}

async function answerOfLab(question, advance) {
  lab.program ??= receive(lab.file("program"), fetch(lab.file("program").address), inSteps(advance));
  let program;
  try {
    program = await lab.program;
  } catch (reason) {
    lab.program = null;
    const hint = reason === unreachable ? "" : " (if the site has been updated, reload the page)";
    throw `${question.who} could not be loaded, because ${reason}${hint}`;
  }
  if (!lab.running) {
    lab.running = startWorker(program).catch(() => startInPage(program));
    lab.running.then(keepLab, () => {});
  }
  try {
    return await (await lab.running)(question);
  } catch (reason) {
    lab.running = null;
    throw typeof reason === "string" ? reason : failure(reason, question.who);
  }
}

function hurryLab() {
  lab.hurry();
}

// inSteps calls advance for each hundredth.
function inSteps(advance) {
  let last = -1;
  return (loaded, total) => {
    const step = Math.floor((100 * loaded) / total);
    if (step > last) advance(loaded, total);
    last = step;
  };
}

// startWorker runs the program in a worker. It throws where there are no workers, or if its
// script does not arrive whole. A page without an origin has no script that a worker could run.
async function startWorker(program) {
  if (self.origin === "null") throw "There are no workers here.";
  const { address, integrity } = lab.worker;
  await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  const worker = new Worker(scriptAddress(address));
  const { ready } = await ask(worker, program, lab.startLimit);
  if (!ready) {
    worker.terminate();
    throw "The worker does not start.";
  }
  return async (question) => {
    const { answer, failed } = await ask(worker, question, lab.limit, lab.hurried);
    if (answer) return answer;
    worker.terminate();
    throw failed;
  };
}

// ask sends a message to the worker and waits for the next one from it. It answers itself when
// the limit is over or the worker fails. Once another question waits, the limit is hurried.
function ask(worker, message, limit, hurried = limit) {
  return new Promise((resolve) => {
    let timer;
    const end = (data) => {
      clearTimeout(timer);
      lab.hurry = () => {};
      resolve(data);
    };
    const wait = (limit) => {
      clearTimeout(timer);
      timer = setTimeout(end, limit, { failed: `${message.who} has not finished with it in time` });
    };
    wait(limit);
    lab.hurry = () => {
      lab.hurry = () => {};
      wait(hurried);
    };
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ failed: failure(null, message.who) });
    };
    worker.postMessage(message);
  });
}

// startInPage runs the program in the page, which cannot be used while it works.
async function startInPage(program) {
  const functions = await runLab(program, () => (lab.running = null));
  return async ({ name, arguments: given, who }) => {
    await new Promise((painted) => setTimeout(painted, 50)); // what the page says first
    const answer = functions[name](...given);
    if (!answer) throw failure(null, who);
    return answer;
  };
}

// paintedPNG paints a drawing, twice as large if there is room for that.
async function paintedPNG(svg) {
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(new TextDecoder().decode(svg)); // the site's policy allows no blob
  await image.decode();
  const most = 16384; // what every browser's canvas has room for, pixels
  const scale = Math.min(2, most / image.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw "this browser cannot paint a drawing of that size";
  return new Uint8Array(await blob.arrayBuffer());
}

// keepLab has the service worker keep the compiler for times without a network, from its first
// use on. The service worker may come later than that.
async function keepLab() {
  const container = self.origin === "null" ? undefined : navigator.serviceWorker;
  if (!container) return;
  if (!container.controller) {
    container.addEventListener("controllerchange", keepLab, { once: true });
    return;
  }
  for (const { address, integrity } of [lab.file("program"), lab.worker]) {
    await fetch(address, { integrity }).catch(() => {}); // the browser has it in its cache
  }
}

// shippedPrograms returns the programs that were compiled when the site was made, shippedLessons
// the texts of all scenarios.
function shippedPrograms() {
  return shipped("shipped");
}

function shippedLessons() {
  return shipped("lessons");
}

// shippedExplanations returns the explanations of the questions of the lessons.
function shippedExplanations() {
  return shipped("explained");
}

// fileBytes returns what is in a file that somebody has chosen.
async function fileBytes(file) {
  if (file.size > 1 << 20) throw "it is too large";
  return new Uint8Array(await file.arrayBuffer());
}

async function shipped(name) {
  const { address, integrity } = lab.file(name);
  let answer;
  try {
    answer = await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  } catch {
    throw navigator.onLine ? "it does not arrive (if the site has been updated, reload the page)" : unreachable;
  }
  if (!answer.ok) throw `the server answered ${answer.status}`;
  return new Uint8Array(await answer.arrayBuffer());
}

// passOn has the browser offer other programs that take a link. It throws why the link was not
// passed on, unless somebody has changed their mind.
async function passOn(title, url) {
  try {
    await navigator.share({ title, url });
  } catch (error) {
    if (error.name !== "AbortError") throw error.message;
  }
  return new Uint8Array();
}
