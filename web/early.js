// Runs in the page's head, before anything else is there. It begins to fetch the program,
// and it says what is wrong if another file is missing or damaged. It is in each page;
// netlify.toml has its digest.
"use strict";

const build = { ...document.currentScript.dataset };
for (const name of ["build", "program"]) build[name] = new URL(build[name], location.href).pathname; // the address will change

const canRun = typeof WebAssembly === "object";
const firstAnswer = canRun ? fetch(build.program) : Promise.reject();
firstAnswer.catch(() => {}); // boot.js tells it

// sayFailed shows a sentence, and a button to try again, in place of the progress.
function sayFailed(sentence) {
  document.documentElement.dataset.playground = "failed";
  const show = () => {
    for (const id of ["boot-progress", "boot-percent"]) document.getElementById(id).hidden = true;
    document.getElementById("app-wasm-loader-label").textContent = sentence;
    const button = document.getElementById("boot-reload");
    button.onclick = () => location.reload();
    document.getElementById("boot").hidden = button.hidden = false;
  };
  afterLoad(show);
}

function afterLoad(then) {
  if (document.readyState === "complete") {
    then();
  } else {
    addEventListener("load", then);
  }
}

// A damaged file may lie in a cache, as one that never changes. So it is fetched again past
// the caches, and then the page, once.
async function fetchAgain(element) {
  try {
    await fetch(element.href ?? element.src, { cache: "reload", integrity: element.integrity });
    if (!history.state?.fetchedAgain) {
      history.replaceState({ fetchedAgain: true }, "");
      afterLoad(() => location.reload());
      return;
    }
  } catch {}
  sayFailed("Some files of this page are missing or damaged. The site may just have been updated: reload the page.");
}

addEventListener(
  "error",
  (event) => {
    if (!event.target.integrity) return;
    if (event.target.rel === "stylesheet") document.documentElement.dataset.unstyled = "";
    fetchAgain(event.target);
  },
  { capture: true },
);
