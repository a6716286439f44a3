const build = {"files":{"/":"","/icon-192.png":"sha256-N4ajQk313ZZyJV4C4HVUxSuH0qtfz4hoIy5DuWAZfTA=","/icon-512.png":"sha256-xqiOnZOvE8I+mAnTM9Us9lOGpnHKBCIGnNR9lTG0pEQ=","/icon.svg":"sha256-TbxCbVt2rBZuVV/Mu9+KN+CuxRyf5mHFcDUoMe8peH4=","/manifest.webmanifest":"sha256-si6WwQzWSu58JrFhJ9gjkijgqafu3ORt3bmWTtlmaFw=","/screenshot.png":"sha256-laXlqesI//s38fY1kIgSh354qZSxbfBSsXPWHRXOAe8=","/v/f1610d35f660069f/web/app.css":"sha256-tWgLMuGswPi5dPBwpTsbgWMTyqusLiN7+neNF3v0oZ8=","/v/f1610d35f660069f/web/app.js":"sha256-x9BgORGOao65sJDvsfNNjekpgK95yJuIhvD0tCUkdpk=","/v/f1610d35f660069f/web/app.wasm":"sha256-+ehtAgd5ehUkPgFp3U4Zwd4Na3xrpBWTXyduJkTBORw=","/v/f1610d35f660069f/web/article.css":"sha256-dhaMpN2W85/IeWA+hSWGOARyMtmyiufmk3dWTNx5w7o=","/v/f1610d35f660069f/web/article.js":"sha256-yYiuMr6a2gVwquUaikfa77Xu32KQIa8zLICOAp0s7kI=","/v/f1610d35f660069f/web/lessons.txt":"sha256-um/Hs9zitjeti6LDAMbhjCLscqu3I0dLxJdv3oipyfU=","/v/f1610d35f660069f/web/notfound.js":"sha256-zLv7KiXhdezK5qAnxx8iE72KEfPViJKepO2ZdDu88b0=","/v/f1610d35f660069f/web/programs.bin":"sha256-jBJf6ohZIezdK+zsN3k2e4pvbWch7Q2b0z4Ri2nXg0k="},"used":{"/v/f1610d35f660069f/web/find.json":"sha256-7to0EmlzGcWMoKfEZ5sgOv+z7rKNRIw7DYzF+Q3RBg0=","/v/f1610d35f660069f/web/lab.wasm":"sha256-6ExWe6DErgxP9Rb5bX1piH2laKmrUvJuw1Rb2yJX+tY=","/v/f1610d35f660069f/web/lab_worker.js":"sha256-Bt8FMhCMDFMavSw2uH/baGEF7mqh9PMQJTWrdlOvRTQ="},"version":"3917b4aab9f1b20c"};

// The service worker: keeps one build of the playground, so that it opens
// without a network. `build`, put in front of this file when the site is made,
// names the version, and the files to keep with their digests: some at once, those
// for compiling programs when they have been used.
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
  await keepUsed(cache).catch(() => {}); // they will be used again
  await self.skipWaiting();
}

// keepUsed keeps the files that the last build has been used with, so that one who compiles
// without a network can do so with this build, too.
async function keepUsed(cache) {
  for (const [path, integrity] of Object.entries(build.used)) {
    const name = path.slice(path.lastIndexOf("/"));
    const all = await familyCaches();
    const kept = await Promise.all(all.map(async (cache) => (await cache.keys()).some((request) => request.url.endsWith(name))));
    if (kept.includes(true)) await keep(cache, path, integrity);
  }
}

async function familyCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(family));
  return Promise.all(names.map((name) => caches.open(name)));
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
// what is kept is no better, and is replaced. A file that is kept when it has been used is kept
// when the page asks for it with its digest.
async function fromBuild(request) {
  const kept = request.cache !== "reload" && (await caches.match(request));
  if (kept) {
    return kept;
  }
  const response = await fetch(request);
  const path = new URL(request.url).pathname;
  if (response.ok && request.integrity && (path in build.files || path in build.used)) {
    await (await caches.open(current)).put(path, response.clone());
  }
  return response;
}

// The pages with the playground start the same program, which reads the address itself: without a
// network the front page stands for all of them. A page that is only read is kept when it has been
// read.
async function fromNetwork(request) {
  const read = request.mode === "navigate" && !startsProgram(new URL(request.url).pathname);
  try {
    const response = await fetch(request);
    if (read && response.ok) {
      await (await caches.open(current)).put(request, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await caches.match(request.mode === "navigate" && !read ? "/" : request);
    if (kept) {
      return kept;
    }
    if (read) {
      return new Response(notKept, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
    }
    throw error;
  }
}

function startsProgram(path) {
  return path === "/" || path.startsWith("/s/");
}

const notKept = `<!DOCTYPE html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Not kept – close_notify</title>
<h1>This page cannot be read without a network</h1>
<p>Pages are kept on this device when they have been read once. The <a href="/">playground</a> works without a network.</p>
</html>`;
