// The service worker: keeps one build of the playground, so that it opens
// without a network. `build`, put in front of this file when the site is made,
// names the version, and the files to keep with their digests: some at once, those
// for compiling programs and exporting when they have been used. Their paths are those in the site, which may
// be below a path of its host.
//
// It can never show an old build after a deploy. A page always comes from the
// network while there is one, and names its build; only the files of a build,
// which never change, come from what is kept.
"use strict";

const base = new URL("./", self.location).pathname;
const files = absolute(build.files);
const used = absolute(build.used);
// Another site of the same host has a family of its own.
const family = "close_notify" + (base === "/" ? "-" : base);
const current = family + build.version;

function absolute(files) {
  return Object.fromEntries(Object.entries(files).map(([path, integrity]) => [base + path, integrity]));
}

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

async function install() {
  const cache = await caches.open(current);
  await Promise.all(Object.entries(files).map(([path, integrity]) => keep(cache, path, integrity)));
  await keepUsed(cache).catch(() => {}); // they will be used again
  await self.skipWaiting();
}

// keepUsed keeps the files that the last build has been used with, so that one who compiles
// without a network can do so with this build, too.
async function keepUsed(cache) {
  for (const [path, integrity] of Object.entries(used)) {
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
  await cache.put(path, path === base ? await forEveryAddress(response) : response);
}

// forEveryAddress returns the front page, which stands for pages at other depths, with addresses that
// are right at any of them. Those of a site that does not know where it is are relative.
async function forEveryAddress(page) {
  const text = (await page.text()).replaceAll('="./', '="' + base);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
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
  if (url.pathname.startsWith(base + "v/")) {
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
  if (response.ok && request.integrity && (path in files || path in used)) {
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
    const kept = await caches.match(request.mode === "navigate" && !read ? base : request);
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
  return path === base || path.startsWith(base + "s/");
}

const notKept = `<!DOCTYPE html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Not kept – close_notify</title>
<h1>This page cannot be read without a network</h1>
<p>Pages are kept on this device when they have been read once. The <a href="${base}">playground</a> works without a network.</p>
</html>`;
