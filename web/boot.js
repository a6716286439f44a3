// Loads the playground: fetches app.wasm, shows how far it is, starts it, and
// says what is wrong if it cannot. The page above is prerendered and can be read
// meanwhile.
"use strict";

const bootScript = document.getElementById("boot-script").dataset;

// What go-app asks its page for (its own app.js has the same names).
function goappGetenv(name) {
  return { GOAPP_STATIC_RESOURCES_URL: bootScript.build, GOAPP_INTERNAL_URLS: "[]" }[name];
}
function goappOnUpdate() {}
function goappOnAppInstallChange() {}
function goappNav() {}

const boot = {
  box: document.getElementById("boot"),
  label: document.getElementById("app-wasm-loader-label"),
  progress: document.getElementById("boot-progress"),
  percent: document.getElementById("boot-percent"),
  reload: document.getElementById("boot-reload"),

  // Both counts are of uncompressed bytes: a compressed Content-Length would
  // say nothing about them.
  advance(loaded, total) {
    const percent = Math.min(100, Math.floor((100 * loaded) / total));
    this.progress.value = percent;
    this.percent.textContent = percent + " %";
  },

  done() {
    this.box.hidden = true; // the page itself says when it is "running"
  },

  fail(sentence) {
    document.documentElement.dataset.playground = "failed";
    this.label.textContent = sentence;
    this.progress.hidden = this.percent.hidden = true;
    this.reload.hidden = this.box.hidden = false;
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

async function fetchProgram(url, total) {
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw "The playground could not be loaded: the server cannot be reached. Check the connection and reload.";
  }
  if (!response.ok) {
    throw `The playground could not be loaded: the server answered ${response.status}. The site may just have been updated: reload the page.`;
  }
  let loaded = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      boot.advance(loaded, total);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": "application/wasm" } });
}

async function compile(response, imports) {
  try {
    return await WebAssembly.instantiateStreaming(response, imports);
  } catch (error) {
    throw `The playground could not be loaded: ${error.message ?? error}. Reload the page to try again.`;
  }
}

async function start() {
  boot.reload.addEventListener("click", () => location.reload());
  escapeStrayPercent();
  addEventListener("popstate", escapeStrayPercent, { capture: true }); // before go-app hears it
  if (typeof WebAssembly !== "object" || typeof TransformStream !== "function") {
    throw "The playground needs WebAssembly, which this browser does not have or does not allow. The page can be read without it.";
  }
  boot.box.hidden = false;
  boot.advance(0, 1);
  allowForBlockedStorage("localStorage");
  allowForBlockedStorage("sessionStorage");
  const go = new Go();
  const program = await compile(await fetchProgram(bootScript.wasm, Number(bootScript.size)), go.importObject);
  const ended = go.run(program.instance);
  boot.done();
  keepForOffline();
  await ended;
  throw "The playground has stopped because of a mistake in it. What was saved is safe. Reload the page to go on.";
}

// The worker keeps this build for times without a network. Where workers are not
// allowed, in some embeds and private windows, the page does without.
async function keepForOffline() {
  try {
    await navigator.serviceWorker.register("/app-worker.js");
  } catch {}
}

start().catch((reason) => boot.fail(String(reason)));
