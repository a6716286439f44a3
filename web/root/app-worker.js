// The service worker: keeps one build of the playground, so that it opens
// without a network. `build`, put in front of this file when the site is made,
// names the version and the files to keep.
//
// It can never show an old build after a deploy. A page always comes from the
// network while there is one, and names its build; only the files of a build,
// which never change, come from what is kept.
"use strict";

const family = "close_notify-";
const current = family + build.version;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

async function install() {
  const cache = await caches.open(current);
  await cache.addAll(build.files);
  await self.skipWaiting();
}

self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(family) && name !== current);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (url.pathname.startsWith("/v/")) {
    event.respondWith(fromBuild(event.request));
  } else {
    event.respondWith(fromNetwork(event.request));
  }
});

async function fromBuild(request) {
  return (await caches.match(request)) ?? fetch(request);
}

// Every page starts the same program, which reads the address itself: without a
// network the front page stands for all.
async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request.mode === "navigate" ? "/" : request);
    if (kept === undefined) {
      throw error;
    }
    return kept;
  }
}
