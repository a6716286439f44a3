// Receives a program whole.
"use strict";

const unreachable = "the server cannot be reached";

// receive returns the program of a file, compiled. What has come may be half of it, or another
// one, out of a cache that takes it for whole. Then it is fetched once more, past the caches.
// It throws the reason if that does not help.
async function receive(file, firstAnswer, advance) {
  const answer = await firstAnswer.catch(() => {
    throw unreachable;
  });
  if (!answer.ok) {
    throw `the server answered ${answer.status}`;
  }
  try {
    return await compileProgram(answer, file, advance);
  } catch {}
  try {
    return await compileProgram(await fetch(file.address, { cache: "reload", integrity: file.integrity }), file, advance);
  } catch {
    throw navigator.onLine ? "the program arrived damaged" : unreachable;
  }
}

// compileProgram reads an answer, tells meanwhile how much of it has arrived, and compiles it.
// It throws if the answer is not the program. Without https there are no digests, and only the
// length counts.
async function compileProgram(answer, { size, integrity }, advance) {
  const bytes = new Uint8Array(size);
  let loaded = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, loaded); // throws if it is too long
    loaded += value.length;
    advance(loaded, size);
  }
  const [program, sum] = await Promise.all([WebAssembly.compile(bytes), globalThis.crypto?.subtle ? digest(bytes) : integrity]);
  if (loaded !== size || sum !== integrity) {
    throw "The answer is not the program.";
  }
  return program;
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return "sha256-" + btoa(String.fromCharCode(...sum));
}
