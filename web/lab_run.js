// Starts a lab, see lab.js: in its worker, and in the page where there are no workers.
"use strict";

// runLab runs the program of a lab and returns its function. name is what the program does. ended is
// called if the program ends, which it does only when it crashes.
function runLab(name, program, ended) {
  return new Promise((ready, failed) => {
    globalThis[name + "Ready"] = ready; // two programs may start in the page at the same time
    const go = new Go();
    WebAssembly.instantiate(program, go.importObject)
      .then((instance) => go.run(instance))
      .then(ended)
      .catch(failed);
  });
}

// failure says why a program has not answered. who is what it is for the reader. The program has no
// more stack than the browser gives it.
function failure(error, who) {
  return error instanceof RangeError ? `it is nested too deeply, or too long, for ${who} in this browser` : `${who} crashed on it`;
}
