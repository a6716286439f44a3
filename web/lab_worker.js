// The worker in which programs are compiled. The first message is the compiler, each later one
// a program, and each is answered. The page ends the worker when something else comes than an
// answer, and starts another.
"use strict";

let compiler;

onmessage = async ({ data }) => {
  try {
    if (!compiler) {
      compiler = await runLab(data, () => postMessage({ failed: failure() }));
      postMessage({ ready: true });
    } else {
      postMessage({ answer: compiler(data.text, data.release) });
    }
  } catch (error) {
    postMessage({ failed: failure(error) });
  }
};
onmessageerror = () => postMessage({ failed: failure() });
