// Mail programs write the # of a link as %23, some of them twice as %2523, and then no page is
// found. Nothing after it is lost, so the page can open the link as it was meant.
"use strict";

const [path, ...fragment] = location.pathname.split(/%(?:25)*23/);
if (fragment.length > 0) {
  location.replace(path + "#" + fragment.join("#"));
}
