/* Before a page is painted: what Material's scripts keep in the browser, and the colours that a reader has chosen.
   A file, and not written into the page as Material does it: the site's policy lets no such script run. */
(function () {
  "use strict";

  var site = new URL("../../", document.currentScript.src);

  function name(key, scope) {
    return (scope || site).pathname + "." + key;
  }

  /* Browsers can refuse to keep anything; a page then forgets, and works. */
  window.__md_scope = site;
  window.__md_get = function (key, store, scope) {
    try {
      return JSON.parse((store || localStorage).getItem(name(key, scope)));
    } catch (refused) {
      return null;
    }
  };
  window.__md_set = function (key, value, store, scope) {
    try {
      (store || localStorage).setItem(name(key, scope), JSON.stringify(value));
    } catch (refused) { /* forgotten */ }
  };

  /* A number for a text: whether a notice is the one that was put away. */
  window.__md_hash = function (text) {
    var sum = 0;
    for (var at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
    return sum;
  };

  function colours(kept) {
    if (kept.media !== "(prefers-color-scheme)") return kept;
    var scheme = window.matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    var option = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + scheme + ")']");
    if (!option) return kept;
    var found = {};
    ["media", "scheme", "primary", "accent"].forEach(function (part) {
      found[part] = option.getAttribute("data-md-color-" + part);
    });
    return found;
  }

  var palette = window.__md_get("__palette");
  if (palette && palette.color) {
    var chosen = colours(palette.color);
    Object.keys(chosen).forEach(function (part) {
      document.body.setAttribute("data-md-color-" + part, chosen[part]);
    });
  }
})();
