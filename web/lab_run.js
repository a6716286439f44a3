// Starts the compiler: in its worker, and in the page where there are no workers.
"use strict";

// runLab runs lab.wasm and returns its function, compile(text, release). ended is called if
// the program ends, which it does only when it crashes.
function runLab(program, ended) {
  return new Promise((ready, failed) => {
    globalThis.labReady = ready;
    const go = new Go();
    WebAssembly.instantiate(program, go.importObject)
      .then((instance) => go.run(instance))
      .then(ended)
      .catch(failed);
  });
}

// failure says why the compiler has not answered. It has no more stack than the browser gives it.
function failure(error) {
  return error instanceof RangeError ? "it is nested too deeply, or too long, for the compiler in this browser" : "the compiler has crashed at it";
}
