// The worker in which a lab runs, see lab.js. The first message is its program, with its name. Each
// later one has the arguments of the program's function, and each is answered. The page ends the
// worker when something else comes than an answer, and starts another.
"use strict";

let run, who;

onmessage = async ({ data }) => {
  try {
    if (!run) {
      who = data.who;
      run = await runLab(data.name, data.program, () => postMessage({ failed: failure(null, who) }));
      postMessage({ ready: true });
    } else {
      postMessage({ answer: run(...data) });
    }
  } catch (error) {
    postMessage({ failed: failure(error, who) });
  }
};
onmessageerror = () => postMessage({ failed: failure(null, who) });
