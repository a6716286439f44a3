// Runs the program in an embed, where it may store nothing.
"use strict";

// whenCalm is for what others may need later. An embed fetches nothing that was not asked for.
function whenCalm() {}

// runProgram receives the program, runs it, and waits until it has drawn the stage.
async function runProgram(firstAnswer, advance) {
  const link = embed.link;
  try {
    decodeURIComponent(link);
  } catch {
    throw "the link of this embed is damaged"; // go-app cannot read such an address
  }
  for (const name of ["localStorage", "sessionStorage"]) forgetful(name);
  const file = { address: build.program, size: Number(build.size), integrity: build.integrity };
  const program = await receive(file, firstAnswer, (loaded, total) => advance(loaded / total));
  const drawn = new Promise((resolve) => (embed.drawn = resolve));
  const go = new Go();
  const crashed = go.run(await WebAssembly.instantiate(program, go.importObject)).then(sayCrashed);
  await Promise.race([drawn, crashed]);
}

// sayCrashed brings the drawing back.
function sayCrashed() {
  delete root.dataset.running;
  embed.running = false;
  embed.do = embed.linkNow = null;
  throw "it has crashed; reload the page to try again";
}

// The program calls these three: when it runs, when the stage has changed, and when a question is
// answered.
function embedRuns(doThis, link) {
  embed.do = doThis;
  embed.linkNow = link;
}

function embedTold(i, n, playing, title, label, digest, failure) {
  const before = embed.state;
  embed.state = { i, n, playing, title, label, digest };
  element("embed-title").textContent = title;
  if (embed.do && embed.step !== null) {
    const step = embed.step;
    embed.step = null;
    if (step !== i) return embed.do("goto", String(step), "");
  }
  embed.drawn();
  if (failure) tell("error", { message: failure });
  tellStep(before, embed.state);
}

function embedAnswered(step, correct) {
  tell("answer", { i: step, correct });
}
