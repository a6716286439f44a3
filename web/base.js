// Says where the site is: at the top of a host, or below a path of it. Every script of a build is
// in v/BUILD/web/.
"use strict";

const siteAddress = new URL("../../../", document.currentScript.src);

// siteBase is the path of the site: "/" or "/docs/tls/".
function siteBase() {
  return siteAddress.pathname;
}
