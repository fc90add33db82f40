/* Before a page is painted: what Material's scripts keep in the browser, and the colours that a reader has chosen or chooses.
   A file, and not written into the page as Material does it: the site's policy lets no such script run. */
(function () {
  "use strict";

  var site = new URL("../../", document.currentScript.src);

  /* As the theme's scripts would when the page is read: for a class that comes then, every style is worked out again. */
  document.documentElement.className = "js js-focus-visible";

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

  /* ── The colours ──
     Here and not by the theme's own scripts: those mark the whole page as one that changes its colours whenever a
     page is opened, and a phone works out every style of it twice for that. */

  var PARTS = ["media", "scheme", "primary", "accent"];
  var form = document.querySelector(".br-scheme");
  var options = form ? Array.from(form.querySelectorAll("input")) : [];
  var chosen = window.__md_get("__palette");
  var metas = {};

  /* What the reader has chosen, else what the system asks for. */
  function wanted() {
    if (chosen && options[chosen.index]) return chosen.index;
    return Math.max(0, options.findIndex(function (option) {
      return window.matchMedia(option.getAttribute("data-md-color-media")).matches;
    }));
  }

  /* An option may leave it to the system whether it is the light or the dark one. */
  function meant(option) {
    if (option.getAttribute("data-md-color-media") !== "(prefers-color-scheme)") return option;
    var scheme = window.matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    return form.querySelector("[data-md-color-media='(prefers-color-scheme: " + scheme + ")']") || option;
  }

  function colour(index) {
    var option = meant(options[index]);
    PARTS.forEach(function (part) {
      var name = "data-md-color-" + part;
      if (document.body.getAttribute(name) !== option.getAttribute(name)) {
        document.body.setAttribute(name, option.getAttribute(name));
      }
    });
    options.forEach(function (one, at) {
      one.checked = at === index;
      if (one.nextElementSibling) one.nextElementSibling.hidden = at !== index;
    });
  }

  /* What browsers paint around a page. Told before the page is read, it costs nothing but the styles of its header. */
  function around() {
    var header = document.querySelector("[data-md-component=header]");
    var style = header && window.getComputedStyle(header);
    if (!style) return;
    tell("theme-color", style.backgroundColor);
    tell("color-scheme", style.colorScheme);
  }

  function tell(name, content) {
    if (!metas[name]) {
      metas[name] = document.createElement("meta");
      metas[name].name = name;
      document.head.append(metas[name]);
    }
    metas[name].content = content;
  }

  function choose(index) {
    var option = options[index], color = {};
    PARTS.forEach(function (part) { color[part] = option.getAttribute("data-md-color-" + part); });
    chosen = { index: index, color: color };
    window.__md_set("__palette", chosen);
    colour(index);
    around();
  }

  if (!options.length) return;
  colour(wanted());
  around();
  form.addEventListener("change", function (event) { choose(options.indexOf(event.target)); });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    var next = (options.indexOf(document.activeElement) + 1) % options.length;
    choose(next);
    options[next].focus();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
    colour(wanted());
    around();
  });
})();
