// The worker in which programs are compiled and scenarios exported. The first message is the
// program that does it. Each later one names a function of it and has its arguments, and each is
// answered. The page ends the worker when something else comes than an answer, and starts another.
"use strict";

let functions, who;

onmessage = async ({ data }) => {
  try {
    if (!functions) {
      functions = await runLab(data, () => postMessage({ failed: failure(null, who) }));
      postMessage({ ready: true });
    } else {
      who = data.who;
      postMessage({ answer: functions[data.name](...data.arguments) });
    }
  } catch (error) {
    postMessage({ failed: failure(error, who) });
  }
};
onmessageerror = () => postMessage({ failed: failure(null, who) });
