// Compiles programs, exports scenarios and makes questions about them. Two programs do it, each a lab:
// it is fetched when it is needed for the first time, runs in a worker, and is ended and started again
// when it hangs or crashes. `labFiles`, put in front of this file when the site is made, has the names,
// sizes and digests of the files.
"use strict";

const compiler = newLab("compile", "the compiler");
const exporter = newLab("export", "the program for this");

// newLab returns a lab. name is what its program does, and who is what it is for the reader.
function newLab(name, who) {
  return {
    name,
    who,

    // limit is how many milliseconds an answer may take, and hurried how many more if another one
    // waits behind it. startLimit is how many the worker may take to start.
    limit: 10000,
    hurried: 5000,
    startLimit: 30000,

    program: null, // the promise of the program, compiled by the browser
    running: null, // the promise of a function that asks it
    turn: Promise.resolve(), // ends with the last question so far: it answers one at a time
    hurry: () => {}, // gives the question that is being answered only a little longer
  };
}

// labFile is what is known of a file, and its address.
function labFile(name) {
  return { ...labFiles[name], address: build.build + "/" + labFiles[name].name };
}

// compileInLab compiles the text of a program, UTF-8, for a release, an OPENSSL_VERSION_NUMBER.
// Meanwhile it calls advance(loaded, total) while the compiler is on its way. It throws the reason
// if the compiler cannot say anything about the text. The page compiles one text at a time, and
// calls hurryLab when another one waits.
function compileInLab(text, release, advance) {
  return askLab(compiler, [text, release], advance);
}

// exportInLab writes a scenario in another form: format is one of those of Go's forms.Write, such as
// "svg" or "questions", and text what that is written from, UTF-8. It resolves to a Uint8Array, or
// throws the reason as a string. advance is as for compileInLab. PNG is drawn here: the program has no
// fonts. What a program in C is made of is a file of its own. The exporter has no compiler: if the
// programs that come with the page are not all that it needs, it says which are missing, and they are
// compiled.
async function exportInLab(format, text, advance) {
  const drawn = format === "png";
  const support = format === "c" ? await shipped("support") : undefined;
  const programs = [];
  let codes;
  for (;;) {
    const { data, failed, missing } = await askLab(exporter, [drawn ? "svg" : format, text, programs, codes, support], advance);
    if (failed) throw failed;
    if (data) return drawn ? paintedPNG(data) : data;
    if (codes) for (const { text, release } of missing) programs.push({ text, release, made: await compileInLab(text, release, advance) });
    codes ??= await shippedPrograms();
  }
}

// askLab asks a lab once it has answered what it was asked before. question has the arguments of its
// program's function.
function askLab(lab, question, advance) {
  const answer = lab.turn.then(() => answerOfLab(lab, question, advance));
  lab.turn = answer.catch(() => {});
  return answer;
}

async function answerOfLab(lab, question, advance) {
  const file = labFile(lab.name);
  lab.program ??= receive(file, fetch(file.address), inSteps(advance));
  let program;
  try {
    program = await lab.program;
  } catch (reason) {
    lab.program = null;
    const hint = reason === unreachable ? "" : " (if the site has been updated, reload the page)";
    throw `${lab.who} could not be loaded, because ${reason}${hint}`;
  }
  if (!lab.running) {
    lab.running = startWorker(lab, program).catch(() => startInPage(lab, program));
    lab.running.then(
      () => keepLab(lab),
      () => {},
    );
  }
  try {
    return await (await lab.running)(question);
  } catch (reason) {
    lab.running = null;
    throw typeof reason === "string" ? reason : failure(reason, lab.who);
  }
}

function hurryLab() {
  compiler.hurry();
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
async function startWorker(lab, program) {
  if (self.origin === "null") throw "There are no workers here.";
  const { address, integrity } = labFile("worker");
  await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  const worker = new Worker(scriptAddress(address));
  const { ready } = await ask(lab, worker, { name: lab.name, who: lab.who, program }, lab.startLimit);
  if (!ready) {
    worker.terminate();
    throw "The worker did not start.";
  }
  return async (question) => {
    const { answer, failed } = await ask(lab, worker, question, lab.limit, lab.hurried);
    if (answer) return answer;
    worker.terminate();
    throw failed;
  };
}

// ask sends a message to the worker and waits for the next one from it. It answers itself when
// the limit is over or the worker fails. Once another question waits, the limit is hurried.
function ask(lab, worker, message, limit, hurried = limit) {
  return new Promise((resolve) => {
    let timer;
    const end = (data) => {
      clearTimeout(timer);
      lab.hurry = () => {};
      resolve(data);
    };
    const wait = (limit) => {
      clearTimeout(timer);
      timer = setTimeout(end, limit, { failed: `${lab.who} has not finished with it in time` });
    };
    wait(limit);
    lab.hurry = () => {
      lab.hurry = () => {};
      wait(hurried);
    };
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ failed: failure(null, lab.who) });
    };
    worker.postMessage(message);
  });
}

// startInPage runs the program in the page, which cannot be used while it works.
async function startInPage(lab, program) {
  const run = await runLab(lab.name, program, () => (lab.running = null));
  return async (question) => {
    await new Promise((painted) => setTimeout(painted, 50)); // what the page says first
    const answer = run(...question);
    if (!answer) throw failure(null, lab.who);
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

// keepLab has the service worker keep a lab for times without a network, from its first use on. The
// service worker may come later than that.
async function keepLab(lab) {
  const container = self.origin === "null" ? undefined : navigator.serviceWorker;
  if (!container) return;
  if (!container.controller) {
    container.addEventListener("controllerchange", () => keepLab(lab), { once: true });
    return;
  }
  for (const { address, integrity } of [labFile(lab.name), labFile("worker")]) {
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
  const { address, integrity } = labFile(name);
  let answer;
  try {
    answer = await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  } catch {
    throw navigator.onLine ? "it did not arrive (if the site has been updated, reload the page)" : unreachable;
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
