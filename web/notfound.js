// Mail programs write the # of a link as %23, and then no page is found. All that
// stands behind it is there, so the link is opened as it was meant.
"use strict";

const [path, ...fragment] = location.pathname.split(/%23/);
if (fragment.length > 0) {
  location.replace(path + "#" + fragment.join("#"));
}
