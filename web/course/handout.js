// Handouts and their key: of all lessons, only those of the set in the link are shown, in its order.
"use strict";

const handouts = [...document.querySelectorAll("[data-number]")];
const handoutStatus = document.getElementById("status");

function showHandouts() {
  const code = location.hash.slice(1);
  let lessons = handouts.map((h) => Number(h.dataset.number));
  handoutStatus.textContent = "";
  if (code) {
    try {
      lessons = decodeSet(code, lessons).lessons;
    } catch (error) {
      if (!(error instanceof SetError)) throw error;
      handoutStatus.textContent = error.message + " All lessons are shown.";
    }
  }
  const byNumber = new Map(handouts.map((h) => [Number(h.dataset.number), h]));
  for (const h of handouts) h.hidden = !lessons.includes(Number(h.dataset.number));
  handouts[0].parentElement.append(...lessons.map((n) => byNumber.get(n)));
  for (const link of document.querySelectorAll(".of-set")) link.hash = code;
}

document.getElementById("print").addEventListener("click", () => print());
for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
addEventListener("hashchange", showHandouts);
showHandouts();
