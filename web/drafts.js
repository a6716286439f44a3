// The unsaved work of each tab, in localStorage, so that it outlives a tab that crashes or is closed.
// A tab holds a lock with the name of its draft, which the browser releases when the tab is gone.
"use strict";

const draftPrefix = "close_notify.draft.";

// claimDraft returns the name of this tab's draft, and then those of the drafts that tabs have left
// which are gone, the newest first, with blanks between them, as UTF-8. There is none where there are
// no locks or no storage.
async function claimDraft() {
  try {
    const name = await ownDraft();
    return new TextEncoder().encode([name, ...(await leftDrafts())].join(" "));
  } catch {
    return new Uint8Array();
  }
}

// ownDraft is the same when the page is loaded again. A copy of a tab gets another one.
async function ownDraft() {
  const kept = sessionStorage.getItem("close_notify.tab");
  if (kept && (await holds(kept, { signal: AbortSignal.timeout(1000) }))) return kept;
  const name = draftPrefix + crypto.randomUUID();
  if (!(await holds(name, { ifAvailable: true }))) throw "there is no lock";
  sessionStorage.setItem("close_notify.tab", name);
  return name;
}

// holds takes a lock for the life of the page, and says whether it has it.
function holds(name, options) {
  return new Promise((resolve) => {
    const held = (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    };
    navigator.locks.request(name, options, held).catch(() => resolve(false));
  });
}

// leftDrafts lists the drafts of tabs that are gone. One that is older than 60 days is deleted.
async function leftDrafts() {
  const { held, pending } = await navigator.locks.query();
  const living = new Set([...held, ...pending].map(({ name }) => name));
  const age = (name) => Date.now() - parseInt(localStorage.getItem(name));
  const left = Object.keys(localStorage).filter((name) => name.startsWith(draftPrefix) && !living.has(name));
  for (const name of left) if (age(name) > 60 * 24 * 60 * 60 * 1000) localStorage.removeItem(name);
  return left.sort((a, b) => age(a) - age(b));
}

// storeDraft stores a text as a draft, or deletes the draft if it is "". It says whether that worked.
function storeDraft(name, text) {
  try {
    if (text) localStorage.setItem(name, Date.now() + "\n" + text);
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

// draftText is the text of a draft.
function draftText(name) {
  return (localStorage.getItem(name) ?? "").replace(/^\d*\n/, "");
}
