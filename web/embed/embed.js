// The web component <tls-shutdown>: a frame with the playground, with what the element contains as the
// transcript, for readers without scripts and for the case that the frame does not come.
//
//   <script src="https://HOST/embed.js" defer></script>
//   <tls-shutdown scenario="half-close" step="3"><ol><li>…</li></ol></tls-shutdown>
//
// https://HOST/reference/embed describes the attributes, methods, events and messages.
(() => {
  "use strict";

  const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
  const namespace = "tls-shutdown/1";
  const patience = 10000; // milliseconds in which a frame says that it is there, and answers

  const style = `
    :host { display: block; margin: 1em 0; }
    :host([hidden]), [hidden] { display: none; }
    iframe { display: block; box-sizing: border-box; width: 100%; border: 1px solid #8888; border-radius: .6rem; }
    button { margin: .4rem 0; padding: .2rem .8rem; border: 1px solid #888; border-radius: .6rem; background: none; color: inherit; font: inherit; cursor: pointer; }
    @media print { iframe, button { display: none; } div[hidden] { display: block; } }`;

  const all = new Set(); // the elements in the page

  class TLSShutdown extends HTMLElement {
    static observedAttributes = ["scenario", "link", "step", "controls", "theme", "mode", "loading", "height", "title"];

    #frame = null;
    #ready = false; // the frame has said that it is there
    #running = false;
    #theme = null; // of setTheme
    #height = 420;
    #waiting = new Map(); // by the number of a message: what takes the answer
    #number = 0;
    #queue = []; // messages for a frame that is not ready
    #drawing = false;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
      this.place = document.createElement("div");
      this.toggle = document.createElement("button");
      this.words = document.createElement("div");
      this.toggle.textContent = "Transcript";
      this.toggle.type = "button";
      this.toggle.onclick = () => this.#showWords(this.words.hidden);
      this.words.append(document.createElement("slot"));
      root.append(this.place, this.toggle, this.words);
    }

    connectedCallback() {
      all.add(this);
      this.#make();
    }

    disconnectedCallback() {
      all.delete(this);
      this.#drop();
    }

    // Several attributes may change at once. What the program can do without a new frame it does.
    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected || !this.place.firstChild) return;
      if (name === "theme") return this.syncTheme();
      if (name === "height") return this.#fit();
      if (name === "title") return this.#frame && (this.#frame.title = this.#title());
      if (this.#drawing) return;
      this.#drawing = true;
      queueMicrotask(() => {
        this.#drawing = false;
        if (!this.isConnected) return;
        if (this.#running && ["scenario", "link", "step"].includes(name)) this.#send("load", this.#scenario());
        else this.#make();
      });
    }

    // The frame is replaced. Another address in the old frame would add an entry to the history of the
    // page.
    #make() {
      this.#drop();
      this.toggle.hidden = !this.#needsWords();
      this.#showWords(this.#needsWords());
      if (this.getAttribute("loading") !== "click") return this.#load();
      const button = document.createElement("button");
      button.textContent = `Show ${this.#title()}`;
      button.onclick = () => {
        this.#load();
        this.play();
        this.#frame.focus();
      };
      this.place.append(button);
    }

    #load() {
      const frame = document.createElement("iframe");
      frame.title = this.#title();
      frame.loading = this.getAttribute("loading") === "eager" ? "eager" : "lazy";
      frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      frame.allow = "clipboard-write";
      frame.src = this.#address();
      frame.onload = () => setTimeout(() => this.#frame === frame && !this.#ready && this.#fail(), patience);
      this.#frame = frame;
      this.#fit();
      this.place.replaceChildren(frame);
    }

    #drop() {
      for (const { fail } of this.#waiting.values()) fail(new Error("the frame is gone"));
      this.#waiting.clear();
      this.#queue = [];
      this.#frame = null;
      this.#ready = this.#running = false;
      this.place.replaceChildren();
    }

    // The page of a lesson has its steps in words. The frame cannot have those of a link before the program
    // runs.
    #needsWords() {
      return this.#text("link") !== "" && this.textContent.trim() !== "";
    }

    // #fail leaves the transcript where the frame would be.
    #fail() {
      this.#frame.hidden = true;
      this.toggle.hidden = true;
      this.#showWords(true);
      this.#emit("tls-error", { message: "the frame does not answer" });
    }

    #text(name) {
      return this.getAttribute(name)?.trim() ?? "";
    }

    #title() {
      return this.#text("title") || `TLS shutdown: ${this.#text("scenario").replaceAll("-", " ") || "a scenario"}`;
    }

    #scenario() {
      const step = this.#text("step");
      return { preset: this.#text("scenario"), link: this.#link(), ...(/^\d+$/.test(step) && { step: Number(step) }) };
    }

    // A link may be given whole.
    #link() {
      return this.#text("link").replace(/^[^#]*#/, "");
    }

    #address() {
      const address = new URL("embed/" + encodeURIComponent(this.#text("scenario")), script.src);
      for (const name of ["step", "controls", "mode"]) if (this.hasAttribute(name)) address.searchParams.set(name, this.#text(name));
      address.searchParams.set("theme", this.theme);
      address.hash = this.#link();
      return address.href;
    }

    #fit() {
      const given = this.#text("height");
      const fixed = /^\d+$/.test(given) ? given + "px" : given;
      if (this.#frame) this.#frame.style.height = given && given !== "auto" ? fixed : this.#height + "px";
    }

    #showWords(shown) {
      this.words.hidden = !shown;
      this.toggle.setAttribute("aria-expanded", String(shown));
    }

    // theme is the one that holds: the attribute's, that of setTheme, that of the page, or "auto".
    get theme() {
      return [this.#text("theme"), this.#theme].find((theme) => theme === "light" || theme === "dark") ?? pageTheme();
    }

    syncTheme() {
      if (this.#frame) this.#send("setTheme", { theme: this.theme });
    }

    load({ scenario = "", link = "", step } = {}) {
      return this.#send("load", { preset: scenario, link, ...(step !== undefined && { step }) });
    }

    goto(i) {
      return this.#send("goto", { i });
    }

    play() {
      return this.#send("play");
    }

    pause() {
      return this.#send("pause");
    }

    setTheme(theme) {
      this.#theme = theme;
      this.syncTheme();
    }

    getState() {
      return this.#ask("getState");
    }

    getLink() {
      return this.#ask("getLink");
    }

    // #ask returns a promise of the payload of the answer.
    #ask(type) {
      return new Promise((take, fail) => {
        const id = this.#send(type);
        this.#waiting.set(id, { take, fail });
        setTimeout(() => this.#waiting.delete(id) && fail(new Error("the frame does not answer")), patience);
      });
    }

    // A frame in a sandbox has no origin that a message could be for.
    #send(type, payload = {}) {
      const message = { ns: namespace, id: ++this.#number, type, payload };
      if (this.#ready) this.#frame.contentWindow.postMessage(message, "*");
      else this.#queue.push(message);
      return message.id;
    }

    #emit(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }

    // hears takes a message if it comes from the frame, which has no origin.
    hears({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== "null") return;
      if (typeof data !== "object" || data === null || data.ns !== namespace) return;
      const { id, type, payload } = data;
      if (typeof payload !== "object" || payload === null) return;
      if (type === "ready") this.#greet();
      if (type === "resize" && payload.height > 0) {
        this.#height = Math.min(Math.ceil(payload.height) + 2, 20000); // with the border
        this.#fit();
      }
      if (type === "step") this.#running = true;
      if (["step", "end", "answer", "error"].includes(type)) this.#emit("tls-" + type, payload);
      const waits = this.#waiting.get(id);
      if (waits && this.#waiting.delete(id)) type === "error" ? waits.fail(new Error(payload.message)) : waits.take(payload);
    }

    #greet() {
      this.#ready = true;
      this.#running = false;
      if (this.#frame.hidden) {
        this.#frame.hidden = false;
        this.toggle.hidden = !this.#needsWords();
        this.#showWords(this.#needsWords());
      }
      this.#send("ping"); // tells the frame where this page is from
      for (const message of this.#queue.splice(0)) this.#frame.contentWindow.postMessage(message, "*");
    }
  }

  // pageTheme is the theme that the page has chosen, as documentation tools say it: "auto" if none has.
  function pageTheme() {
    for (const element of [document.documentElement, document.body]) {
      if (!element) continue;
      const { theme, mode, bsTheme, mdColorScheme } = element.dataset;
      for (const word of [theme, mode, bsTheme, mdColorScheme, ...element.classList]) {
        if (/^(theme-)?(dark|slate)$/.test(word)) return "dark";
        if (/^(theme-)?(light|default)$/.test(word)) return "light";
      }
    }
    return "auto";
  }

  if (customElements.get("tls-shutdown")) return;
  customElements.define("tls-shutdown", TLSShutdown);
  addEventListener("message", (event) => all.forEach((element) => element.hears(event)));

  let themeNow = pageTheme();
  const themes = new MutationObserver(() => {
    if (themeNow === (themeNow = pageTheme())) return;
    for (const element of all) element.syncTheme();
  });
  for (const element of [document.documentElement, document.body]) {
    if (element) themes.observe(element, { attributeFilter: ["class", "data-theme", "data-mode", "data-bs-theme", "data-md-color-scheme"] });
  }
})();
