// The page of an embed: a drawing at first, and the program when somebody wants it. It stores nothing,
// leaves its address alone, and takes the keyboard only when it is given it.
"use strict";

const build = { ...document.currentScript.dataset };
for (const name of ["build", "program", "css", "js"]) build[name] = new URL(build[name], location.href).pathname.replace(/\/$/, "");

const root = document.documentElement;
const element = (id) => document.getElementById(id);

const modes = { view: ["step", "scrub"], play: ["step", "scrub", "calls", "panels"], predict: ["step", "scrub"] };
const themes = ["auto", "light", "dark"];
const controls = ["step", "scrub", "calls", "panels"];

// readParameters reads the part of an address after "?". What it does not know it ignores; steps past
// the end are the last.
function readParameters(search) {
  const given = new URLSearchParams(search);
  const among = (name, values) => (values.includes(given.get(name)) ? given.get(name) : values[0]);
  const mode = among("mode", Object.keys(modes));
  const words = given.get("controls")?.split(/[\s,+]+/) ?? [];
  const chosen = words.includes("none") ? [] : controls.filter((word) => words.includes(word));
  const step = /^-?\d+$/.test(given.get("step") ?? "") ? Math.min(Math.max(Number(given.get("step")), 0), 1e6) : null;
  return { mode, step, theme: among("theme", themes), controls: chosen.length || words.includes("none") ? chosen : modes[mode] };
}

const embed = {
  ...readParameters(location.search),
  preset: presetInPath(location.pathname),
  link: location.hash.slice(1),
  started: null, // the promise that the program runs
  running: false,
  do: null, // what the program can be asked, once it runs
  linkNow: null,
};

// presetInPath is the lesson that an address of an embed names, "" for none.
function presetInPath(path) {
  return path.match(/\/embed\/([a-z0-9-]+)(?:\/|\.html)?(?:index\.html)?$/)?.[1] ?? "";
}

function showSettings() {
  root.dataset.theme = embed.theme;
  root.dataset.mode = embed.mode;
  root.dataset.controls = embed.controls.join(" ");
  root.dataset.preset = embed.preset;
  root.dataset.link = embed.link;
}

// showPoster prepares the page before the program: who will be asked what calls return must not see it.
function showPoster() {
  showSettings();
  const blank = element("blank");
  if (embed.mode === "predict" && blank) {
    element("drawing").firstElementChild.replaceChildren(blank.content);
    blank.remove();
    element("steps").remove();
  }
  element("other").hidden = embed.link === "";
  element("start").hidden = false;
  element("words").hidden = !element("steps") || embed.link !== "";
  element("start").onclick = () => start();
  element("words").onclick = () => {
    const open = root.toggleAttribute("data-words");
    element("words").setAttribute("aria-expanded", open);
  };
}

// start loads the program and runs it. If that fails, the drawing stays, and the page says why.
function start() {
  embed.started ??= run().catch((reason) => {
    embed.started = null;
    element("start").textContent = "Try again";
    element("start").disabled = false;
    element("progress").hidden = true;
    say(`The playground could not be loaded: ${typeof reason === "string" ? reason : "it has failed"}. The drawing shows what it would.`);
    tell("error", { message: element("said").textContent });
    throw reason;
  });
  embed.started.catch(() => {});
  return embed.started;
}

async function run() {
  if (typeof WebAssembly !== "object") throw "this browser has no WebAssembly, or does not allow it";
  element("start").disabled = true;
  element("progress").hidden = false;
  say("Loading the playground…");
  const program = fetch(build.program);
  program.catch(() => {}); // told when it is needed
  await Promise.all([loadSheet(), loadScripts()]);
  const begins = document.activeElement === element("start");
  await runProgram(program, (share) => (element("progress").value = 100 * share));
  root.dataset.running = "";
  embed.running = true;
  say("");
  element("start").hidden = element("words").hidden = element("progress").hidden = true;
  if (begins) document.querySelector(".dock [data-do=next]")?.focus();
}

function say(text) {
  element("said").textContent = text;
}

// loadSheet and loadScripts load what the page with the playground has from the beginning.
async function loadSheet() {
  await loadElement("link", { rel: "stylesheet", href: build.css, integrity: build.cssIntegrity });
}

async function loadScripts() {
  if (typeof runProgram !== "function") await loadElement("script", { src: build.js, integrity: build.jsIntegrity });
}

function loadElement(tag, attributes) {
  return new Promise((resolve, reject) => {
    const loading = Object.assign(document.createElement(tag), { crossOrigin: "anonymous", onload: resolve });
    loading.onerror = () => {
      loading.remove();
      whyMissing(attributes.src ?? attributes.href).then(reject);
    };
    if (attributes.src) loading.src = scriptAddress(attributes.src);
    else loading.href = attributes.href;
    Object.assign(loading, { integrity: attributes.integrity }, attributes.rel && { rel: attributes.rel });
    document.head.append(loading);
  });
}

// whyMissing says why a file has not been loaded.
async function whyMissing(address) {
  try {
    const answer = await fetch(address, { cache: "reload" });
    return answer.ok ? "a file arrived damaged" : `the server answered ${answer.status}`;
  } catch {
    return "the server cannot be reached";
  }
}

// keysOf are the keys that mean something here: all others are for the page around the frame.
function isOurKey({ key, target }) {
  if (target.closest?.("input, select, textarea, dialog, [role=menu], [role=tablist]")) return true;
  const common = ["ArrowLeft", "ArrowRight", "Home", "End", " ", "Enter", "Escape", "Tab"];
  const letters = embed.controls.includes("calls") ? "csndux" : "";
  return common.includes(key) || (embed.mode === "predict" && /^\d$/.test(key)) || (key.length === 1 && letters.includes(key.toLowerCase()));
}

addEventListener(
  "keydown",
  (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (embed.running) {
      if (!isOurKey(event) && !ctrlKey && !metaKey) event.stopImmediatePropagation();
    } else if (key === "ArrowRight" && !ctrlKey && !altKey && !metaKey && !event.target.closest?.("#drawing")) {
      start();
    }
  },
  { capture: true },
);

// Every link leads out of the frame. The one to the playground opens what is on the stage now.
addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    if (link.id === "open" && stageLink()) link.href = stageLink();
    link.target = "_blank";
    link.rel = "noopener";
  },
  { capture: true },
);

// stageLink is the address of what is on the stage, "" if it cannot be put into one.
function stageLink() {
  const now = embed.linkNow?.();
  if (now === "") return "";
  return siteBase() + (now ?? (embed.preset && "/s/" + embed.preset) + (embed.link && "#" + embed.link)).replace(/^\//, "");
}

// load shows another scenario: at once if the program runs, else when it starts.
function load(preset, link, step) {
  Object.assign(embed, { preset, link, step });
  showSettings();
  if (embed.running) embed.do("load", preset, link);
  else element("other").hidden = preset === presetInPath(location.pathname) && link === "";
}

addEventListener("hashchange", () => load(embed.preset, location.hash.slice(1), null));
showPoster();
