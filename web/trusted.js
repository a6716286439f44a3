// Names what may become a script (Trusted Types): the service worker and the scripts of this build.
"use strict";

let scriptPolicy;

// scriptAddress returns an address in the form in which the page may run what is there.
function scriptAddress(address) {
  scriptPolicy ??= (globalThis.trustedTypes ?? { createPolicy: (_, rules) => rules }).createPolicy("close_notify", {
    createScriptURL(address) {
      const ours = address.startsWith(build.build + "/web/") && address.endsWith(".js") && !address.includes("..");
      if (address !== siteBase() + "app-worker.js" && !ours) throw new TypeError(`${address} is not a script of this page.`);
      return address;
    },
  });
  return scriptPolicy.createScriptURL(address);
}
