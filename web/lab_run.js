// Starts the compiler: in its worker, and in the page where there are no workers.
"use strict";

// runLab runs lab.wasm and returns its functions, compile(text, release) and export(format, text, support).
// ended is called if the program ends, which it does only when it crashes.
function runLab(program, ended) {
  return new Promise((ready, failed) => {
    globalThis.labReady = (compile, exported) => ready({ compile, export: exported });
    const go = new Go();
    WebAssembly.instantiate(program, go.importObject)
      .then((instance) => go.run(instance))
      .then(ended)
      .catch(failed);
  });
}

// failure says why the program has not answered. who is what it is for the reader. The program
// has no more stack than the browser gives it.
function failure(error, who = "the compiler") {
  return error instanceof RangeError ? `it is nested too deeply, or too long, for ${who} in this browser` : `${who} has crashed at it`;
}
