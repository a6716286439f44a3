// Starts the playground: takes the program that early.js has begun to fetch, shows how far
// it is, starts it, and says what is wrong if it cannot. The page above is prerendered and
// can be read meanwhile.
"use strict";

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
// at the start.
function allowForBlockedStorage(name) {
  try {
    window[name].length;
  } catch {
    forgetful(name);
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

// A link that a mail program has passed on is in the query, because such programs leave out what follows
// a #. It moves to its usual place, but not in a frame, whose address stays.
function moveLinkFromQuery() {
  const parts = location.search.slice(1).split("&");
  const link = parts.find((part) => part.startsWith("s="));
  if (!link || location.hash || self !== top) return;
  const address = new URL(location);
  address.search = parts.filter((part) => part !== link).join("&");
  address.hash = link.slice(2);
  history.replaceState(history.state, "", address);
}

// receivePlayground receives the program that early.js has begun to fetch.
async function receivePlayground() {
  const file = { address: build.program, size: Number(build.size), integrity: build.integrity };
  try {
    return await receive(file, firstAnswer, (loaded, total) => boot.advance(loaded, total));
  } catch (reason) {
    const hint = reason === unreachable ? "Check the connection and reload." : "The site may just have been updated: reload the page.";
    throw `The playground could not be loaded: ${reason}. ${hint}`;
  }
}

async function start() {
  // The address will change, and then relative ones mean something else. A site has such if it does not
  // know where it is.
  for (const link of document.querySelectorAll('link:not([rel=stylesheet])[href^="."]')) link.href = link.href;
  moveLinkFromQuery();
  escapeStrayPercent();
  addEventListener("popstate", escapeStrayPercent, { capture: true }); // before go-app hears it
  if (!canRun) {
    throw "The playground needs WebAssembly, which this browser does not have or does not allow. The page can be read without it.";
  }
  const slow = setTimeout(() => (boot.box.hidden = false), 300);
  allowForBlockedStorage("localStorage");
  allowForBlockedStorage("sessionStorage");
  const go = new Go();
  const [program] = await Promise.all([receivePlayground(), firstPaint()]);
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
  try {
    await navigator.serviceWorker.register(scriptAddress(siteBase() + "app-worker.js"));
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
      const page = await fetch(siteBase(), { cache: "no-cache" });
      const name = build.build.slice(build.build.lastIndexOf("/"));
      if (page.ok && !(await page.text()).includes(name)) goappOnUpdate();
    } catch {} // there is no network
  };
  setInterval(look, often);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last > often / 6) look();
  });
}

start().catch((reason) => sayFailed(String(reason)));
