// The service worker: keeps one build of the playground, so that it opens
// without a network. `build`, put in front of this file when the site is made,
// names the version, and the files to keep with their digests.
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
  await Promise.all(Object.entries(build.files).map(([path, integrity]) => keep(cache, path, integrity)));
  await self.skipWaiting();
}

// keep keeps a file if it has the digest that it must have. The browser's own cache may have
// a damaged one.
async function keep(cache, path, integrity) {
  let response;
  try {
    response = await fetch(path, { integrity });
  } catch {
    response = await fetch(path, { integrity, cache: "reload" });
  }
  if (!response.ok) {
    throw new Error(`${path} is answered with ${response.status}`);
  }
  await cache.put(path, response);
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

// A page that has found a file damaged asks for it with "reload", and with its digest. Then
// what is kept is no better, and is replaced.
async function fromBuild(request) {
  if (request.cache !== "reload") {
    return (await caches.match(request)) ?? fetch(request);
  }
  const response = await fetch(request);
  const path = new URL(request.url).pathname;
  if (response.ok && request.integrity && path in build.files) {
    await (await caches.open(current)).put(path, response.clone());
  }
  return response;
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
