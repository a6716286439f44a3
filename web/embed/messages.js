// Speaks with the page around the frame, in messages {ns, id, type, payload}. /reference/embed says what
// they are. Only that page is heard, and only from one origin: that of its first message.
"use strict";

const namespace = "tls-shutdown/1";
const longest = 8192; // characters of a text in a message
const atOnce = 50; // messages; after these, ten in a second

const host = { origin: null, left: atOnce, since: 0, flooding: false };

// tell sends a message to the page around the frame, once that has said where it is from.
function tell(type, payload, id) {
  if (parent === window || host.origin === null) return;
  parent.postMessage({ ns: namespace, id, type, payload }, host.origin === "null" ? "*" : host.origin);
}

// tellAnyone sends what every page may know: that there is an embed, and how high it is.
function tellAnyone(type, payload) {
  if (parent !== window) parent.postMessage({ ns: namespace, type, payload }, "*");
}

function tellStep(before, state) {
  const { i, n, label, digest } = state;
  if (before && before.i === i && before.n === n && before.digest === digest && before.title === state.title) return;
  tell("step", { i, n, label, digest });
  if (i === n && n > 0) tell("end", { n });
}

const isStep = (value) => Number.isInteger(value) && value >= 0;
const isText = (value, pattern) => typeof value === "string" && value.length <= longest && pattern.test(value);
const isPreset = (value) => isText(value, /^[a-z0-9-]{1,80}$/);
const isLink = (value) => isText(value, /^[A-Za-z0-9._~!$'()*+,;=:@%\/?-]*$/) && !/%(?![0-9a-f]{2})/i.test(value);

// asked has what the page may ask for. Each returns its answer, a type and a payload, or nothing; what it
// throws is the text of an error.
const asked = {
  ping: () => ["pong", about()],

  load({ preset = "", link = "", step = null }) {
    if (preset !== "" && !isPreset(preset)) throw "preset is not the name of a lesson";
    if (!isLink(link)) throw `link is not what follows the # of a link, of at most ${longest} characters`;
    if (step !== null && !isStep(step)) throw "step is not a whole number of 0 or more";
    load(preset, link, step);
  },

  goto({ i }) {
    if (!isStep(i)) throw "i is not a whole number of 0 or more";
    if (embed.running) return embed.do("goto", String(Math.min(i, 1e6)), "");
    embed.step = i;
    start();
  },

  play: () => void start().then(() => embed.do("play", "", ""), () => {}),
  pause: () => void embed.do?.("pause", "", ""),

  setTheme({ theme }) {
    if (!themes.includes(theme)) throw `theme is not one of ${themes.join(", ")}`;
    embed.theme = root.dataset.theme = theme;
    embed.do?.("theme", theme, "");
  },

  getState: () => ["state", { ...about(), mode: embed.mode, theme: embed.theme, ...embed.state }],
  getLink() {
    const address = stageLink();
    if (!address) throw "the scenario does not fit into a link";
    return ["link", { url: siteAddress.origin + address, link: address.split("#")[1] ?? "" }];
  },
};

// about says which embed this is.
function about() {
  return { version: 1, build: build.build.slice(build.build.lastIndexOf("/") + 1), running: embed.running };
}

// isFlood reports whether the page sends more than anybody needs. It tells the page so once.
function isFlood() {
  const now = performance.now();
  host.left = Math.min(atOnce, host.left + (now - host.since) / 100);
  host.since = now;
  const flooding = host.left < 1;
  if (flooding && !host.flooding) tell("error", { message: `more than ${atOnce} messages at once: some are ignored` });
  host.flooding = flooding || (host.flooding && host.left < atOnce / 2);
  if (!flooding) host.left--;
  return flooding;
}

addEventListener("message", ({ source, origin, data }) => {
  if (parent === window || source !== parent || (host.origin ?? origin) !== origin) return;
  if (typeof data !== "object" || data === null || data.ns !== namespace) return;
  if (isFlood()) return;
  host.origin = origin;
  const id = ["string", "number"].includes(typeof data.id) && String(data.id).length <= 64 ? data.id : undefined;
  const { type, payload = {} } = data;
  try {
    if (typeof type !== "string" || !Object.hasOwn(asked, type)) throw "there is no such message";
    if (typeof payload !== "object" || payload === null) throw "the payload is not an object";
    const answer = asked[type](payload);
    if (answer) tell(answer[0], answer[1], id);
  } catch (reason) {
    tell("error", { message: typeof reason === "string" ? reason : "the message cannot be read", of: String(type).slice(0, 64) }, id);
  }
});

// The height of the content is sent whenever it changes. The height of the root element is no use: it is
// at least that of the frame, so the frame would never shrink. What opens over the content counts, too.
let toldHeight = 0;
function tellHeight() {
  const lowest = (element) => element.getBoundingClientRect().bottom + scrollY;
  const all = [document.body, ...document.querySelectorAll(".menu.on, .popup[open] .popup-list")];
  const height = Math.ceil(Math.max(...all.map(lowest)));
  if (height === toldHeight) return;
  toldHeight = height;
  tellAnyone("resize", { height });
}

new ResizeObserver(tellHeight).observe(document.body);
new MutationObserver(tellHeight).observe(document.body, { subtree: true, attributeFilter: ["class", "open"] });
tellAnyone("ready", about());
