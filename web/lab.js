// Compiles programs: fetches the compiler when it is needed for the first time, runs it in a
// worker, and ends and starts it again when it hangs or crashes. `labFiles`, put in front of this
// file when the site is made, has the names, sizes and digests of the files.
"use strict";

const lab = {
  file: (name) => ({ ...labFiles[name], address: build.build + "/" + labFiles[name].name }),

  get worker() {
    return this.file("worker");
  },

  // limit is how many milliseconds a program may take, and hurried how many more if another one
  // waits behind it. startLimit is how many the worker may take to start.
  limit: 10000,
  hurried: 5000,
  startLimit: 30000,

  program: null, // the promise of lab.wasm
  running: null, // the promise of a function that compiles
  hurry: () => {}, // gives what is being compiled only a little longer
};

// compileInLab compiles the text of a program, UTF-8, for a release, an OPENSSL_VERSION_NUMBER.
// Meanwhile it calls advance(loaded, total) while the compiler is on its way. It throws the reason
// if the compiler cannot say anything about the text. The page compiles one text at a time, and
// calls hurryLab when another one waits.
async function compileInLab(text, release, advance) {
  lab.program ??= receive(lab.file("program"), fetch(lab.file("program").address), inSteps(advance));
  let program;
  try {
    program = await lab.program;
  } catch (reason) {
    lab.program = null;
    const hint = reason === unreachable ? "" : " (if the site has been updated, reload the page)";
    throw `the compiler could not be loaded, because ${reason}${hint}`;
  }
  if (!lab.running) {
    lab.running = startWorker(program).catch(() => startInPage(program));
    lab.running.then(keepLab, () => {});
  }
  try {
    return await (await lab.running)(text, release);
  } catch (reason) {
    lab.running = null;
    throw typeof reason === "string" ? reason : failure(reason);
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

// startWorker runs the compiler in a worker. It throws where there are no workers, or if its
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
  return async (text, release) => {
    const { answer, failed } = await ask(worker, { text, release }, lab.limit, lab.hurried);
    if (answer) return answer;
    worker.terminate();
    throw failed;
  };
}

// ask sends a message to the worker and waits for the next one from it. It answers itself when
// the limit is over or the worker fails. Once another program waits, the limit is hurried.
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
      timer = setTimeout(end, limit, { failed: "the compiler has not finished with it in time" });
    };
    wait(limit);
    lab.hurry = () => {
      lab.hurry = () => {};
      wait(hurried);
    };
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ failed: failure() });
    };
    worker.postMessage(message);
  });
}

// startInPage runs the compiler in the page, which cannot be used while it compiles.
async function startInPage(program) {
  const compile = await runLab(program, () => (lab.running = null));
  return async (text, release) => {
    await new Promise((painted) => setTimeout(painted, 50)); // what the page says first
    const answer = compile(text, release);
    if (!answer) throw failure();
    return answer;
  };
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
