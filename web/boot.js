// Starts the playground: takes the program that early.js has begun to fetch, shows how far
// it is, starts it, and says what is wrong if it cannot. The page above is prerendered and
// can be read meanwhile.
"use strict";

// What go-app asks its page for (its own app.js has the same names).
function goappGetenv(name) {
  return { GOAPP_STATIC_RESOURCES_URL: build.build, GOAPP_INTERNAL_URLS: "[]" }[name];
}
function goappOnUpdate() {}
function goappOnAppInstallChange() {}
function goappNav() {}

const boot = {
  box: document.getElementById("boot"),
  progress: document.getElementById("boot-progress"),
  percent: document.getElementById("boot-percent"),

  // Both counts are of uncompressed bytes: a compressed Content-Length would
  // say nothing about them.
  advance(loaded, total) {
    const percent = Math.min(100, Math.floor((100 * loaded) / total));
    this.progress.value = percent;
    this.percent.textContent = percent + " %";
  },
};

// A browser that blocks storage throws when it is touched, and go-app touches it
// at the start. Give it a store that lasts as long as the page.
function allowForBlockedStorage(name) {
  try {
    window[name].length;
  } catch {
    const items = new Map();
    const store = {
      get length() { return items.size; },
      key: (i) => [...items.keys()][i] ?? null,
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, String(value)),
      removeItem: (key) => void items.delete(key),
      clear: () => items.clear(),
    };
    Object.defineProperty(window, name, { value: store, configurable: true });
  }
}

// A % that begins no escape, as a link that was cut off or typed may have it, ends
// go-app, which cannot read such an address. Escaped, it is a broken link like others.
function escapeStrayPercent() {
  const fragment = location.hash.replace(/%(?![0-9a-f]{2})/gi, "%25");
  if (fragment !== location.hash) {
    history.replaceState(history.state, "", fragment);
  }
}

// receive returns the program. What has come may be half of it, or another one, out of a
// cache that takes it for whole. Then it is fetched once more, past the caches.
async function receive() {
  const answer = await firstAnswer.catch(() => {
    throw "The playground could not be loaded: the server cannot be reached. Check the connection and reload.";
  });
  if (!answer.ok) {
    throw `The playground could not be loaded: the server answered ${answer.status}. The site may just have been updated: reload the page.`;
  }
  try {
    return await compile(answer);
  } catch {}
  try {
    return await compile(await fetch(build.program, { cache: "reload", integrity: build.integrity }));
  } catch {
    throw "The playground could not be loaded: the program arrives damaged. The site may just have been updated: reload the page.";
  }
}

// compile reads an answer, shows meanwhile how much of it has arrived, and compiles it. It
// throws if the answer is not the program of this page. Without https there are no digests,
// and only the length counts.
async function compile(answer) {
  const total = Number(build.size);
  const bytes = new Uint8Array(total);
  let loaded = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, loaded); // throws if it is too long
    loaded += value.length;
    boot.advance(loaded, total);
  }
  const [program, sum] = await Promise.all([WebAssembly.compile(bytes), globalThis.crypto?.subtle ? digest(bytes) : build.integrity]);
  if (loaded !== total || sum !== build.integrity) {
    throw "The answer is not the program.";
  }
  return program;
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return "sha256-" + btoa(String.fromCharCode(...sum));
}

async function start() {
  escapeStrayPercent();
  addEventListener("popstate", escapeStrayPercent, { capture: true }); // before go-app hears it
  if (!canRun) {
    throw "The playground needs WebAssembly, which this browser does not have or does not allow. The page can be read without it.";
  }
  const slow = setTimeout(() => (boot.box.hidden = false), 300);
  allowForBlockedStorage("localStorage");
  allowForBlockedStorage("sessionStorage");
  const go = new Go();
  const [program] = await Promise.all([receive(), firstPaint()]);
  const ended = go.run(await WebAssembly.instantiate(program, go.importObject));
  clearTimeout(slow);
  boot.box.hidden = true; // the page itself says when it is "running"
  whenCalm(keepForOffline);
  lookForUpdates();
  await ended;
  throw "The playground has crashed. This is a mistake in the page; your saved scenarios are safe. Reload the page to go on.";
}

// firstPaint waits until the prerendered page is painted. A tab in the background is not.
function firstPaint() {
  return new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
    if (document.hidden) painted();
  });
}

// whenCalm calls a function once the page has started.
function whenCalm(then) {
  globalThis.requestIdleCallback ? requestIdleCallback(then, { timeout: 5000 }) : setTimeout(then, 2000);
}

// The worker keeps this build for times without a network. Where workers are not
// allowed, in some embeds and private windows, the page does without.
async function keepForOffline() {
  const address = "/app-worker.js";
  const policy = globalThis.trustedTypes?.createPolicy("close_notify", { createScriptURL: () => address });
  try {
    await navigator.serviceWorker.register(policy ? policy.createScriptURL("") : address);
  } catch {}
}

// lookForUpdates tells the program when the site has another build than this page: each half
// hour, and when somebody comes back to the tab or to the network.
function lookForUpdates() {
  const often = 30 * 60 * 1000;
  let last = Date.now();
  const look = async () => {
    last = Date.now();
    try {
      const page = await fetch("/", { cache: "no-cache" });
      if (page.ok && !(await page.text()).includes(build.build)) goappOnUpdate();
    } catch {} // there is no network
  };
  setInterval(look, often);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last > often / 6) look();
  });
}

start().catch((reason) => sayFailed(String(reason)));
