// What go-app asks its page for (its own app.js has the same names), and what it needs where storage
// is blocked.
"use strict";

function goappGetenv(name) {
  return { GOAPP_STATIC_RESOURCES_URL: build.build, GOAPP_INTERNAL_URLS: "[]" }[name];
}
function goappOnUpdate() {}
function goappOnAppInstallChange() {}
function goappNav() {}

// forgetful replaces a storage by one that lasts as long as the page.
function forgetful(name) {
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
