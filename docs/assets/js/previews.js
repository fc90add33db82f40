/* A card beside a link that the pointer rests on or the keyboard has reached: what the page behind it says at its head. */
(function () {
  "use strict";

  var HOME = new URL("../../", document.currentScript.src);
  var WAIT = 400, GRACE = 300, MANY = 100;
  var KINDS = /^(?:actors|agreements|articles|briefs|topics)\/[^/]+\/$/;
  var HEAD = /<header class="br-head[ "][^]*?<\/header>/;
  var previews = new Map();
  var shown = null;         /* { link, card, y } */
  var opening = null;       /* { link, timer } */
  var dismissed = null;     /* the link whose card was sent away */
  var closing;

  /* Who saves data does not want pages read in advance. From a disk they cannot be: from-disk.js loads their heads. */
  if (!window.briefingLoad && (location.protocol === "file:" || !window.TextDecoderStream)) return;
  if (navigator.connection && navigator.connection.saveData) return;

  /* ---- Which links, and what is behind them ---- */

  function target(link) {
    var url = new URL(link.href);
    url.hash = url.search = "";
    return url.href.replace(/\/index\.html$/, "/");
  }

  /* A link to a document that is not this one, and beside which its summary does not stand already. */
  function previewed(node) {
    var link = node.closest && node.closest(".br-page a[href]");
    if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(HOME.href) || link.closest(".br-doc__title, .br-contents")) return null;
    var to = target(link);
    return to !== target(location) && KINDS.test(to.slice(HOME.href.length)) ? link : null;
  }

  /* Of a page no more is read than its head, which says all that a card does. */
  async function head(to) {
    if (window.briefingLoad) return parsed(await window.briefingLoad(to + "head.js"));
    var answer = await fetch(to);
    if (!answer.ok) return null;
    var reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    var text = "", found = null;
    while (!found) {
      var part = await reader.read();
      if (part.done) return null;
      text += part.value;
      found = HEAD.exec(text);
    }
    reader.cancel().catch(function () {});
    return parsed(found[0]);
  }

  function parsed(html) { return new DOMParser().parseFromString(html, "text/html").body; }

  function preview(to) {
    if (!previews.has(to)) {
      if (previews.size >= MANY) previews.delete(previews.keys().next().value);
      previews.set(to, head(to).catch(function () { previews.delete(to); return null; }));
    }
    return previews.get(to);
  }

  /* ---- The card ---- */

  function texts(page, selector) {
    return Array.from(page.querySelectorAll(selector), function (found) {
      return found.textContent.replace(/\s+/g, " ").trim();
    }).filter(Boolean);
  }

  function line(card, css, text, from) {
    if (!text) return;
    var added = card.appendChild(document.createElement("p"));
    added.className = "br-preview__" + css;
    added.textContent = text;
    if (from) Object.assign(added, { lang: from.lang, dir: from.dir });
  }

  function drawn(page) {
    var card = document.createElement("div");
    Object.assign(card, { className: "br-preview", id: "br-preview" });
    card.setAttribute("role", "tooltip");
    var title = page.querySelector("#br-title"), summary = page.querySelector(".br-standfirst");
    var last = texts(page, ".br-rows__last")[0];
    line(card, "what", texts(page, ".br-kicker > span").join(" · "));
    var label = page.querySelector(".br-head__marking .br-tlp");
    if (label) card.firstChild.append(" ", document.importNode(label, true));
    line(card, "name", title.textContent, title);
    texts(page, ".br-notice").forEach(function (notice) { line(card, "notice", notice); });
    if (summary) line(card, "line", summary.textContent, summary);
    texts(page, ".br-roles > :not(.br-roles__past)").slice(0, 3).forEach(function (role) { line(card, "role", role); });
    line(card, "last", last && "Last named " + last);
    return card;
  }

  /* Below the line of the link that the pointer is in, or above where there is no room. */
  function place() {
    var lines = Array.from(shown.link.getClientRects());
    var at = lines.find(function (one) { return shown.y >= one.top && shown.y <= one.bottom; }) || lines[0];
    if (!at || at.bottom < 0 || at.top > innerHeight) return close();
    var style = shown.card.style, size = shown.card.getBoundingClientRect();
    var isAbove = at.bottom + size.height > innerHeight && at.top > size.height;
    style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8)) + "px";
    style.top = (isAbove ? at.top - size.height : at.bottom) + "px";
  }

  /* ---- When it comes and goes ---- */

  function open(link, y) {
    preview(target(link)).then(function (page) {
      var isWanted = opening && opening.link === link && link.isConnected;
      if (!page || !page.querySelector("#br-title") || !isWanted) return;
      close();
      shown = { link: link, card: (link.closest("main") || document.body).appendChild(drawn(page)), y: y };
      link.setAttribute("aria-describedby", shown.card.id);
      place();
    });
  }

  function close() {
    clearTimeout(closing);
    if (opening) clearTimeout(opening.timer);
    opening = null;
    if (!shown) return;
    shown.link.removeAttribute("aria-describedby");
    shown.card.remove();
    shown = null;
  }

  function openSoon(link, y) {
    clearTimeout(closing);
    if (opening && opening.link === link) return;
    if (opening) clearTimeout(opening.timer);
    opening = { link: link, timer: setTimeout(open, WAIT, link, y) };
  }

  function closeSoon() {
    if (opening) clearTimeout(opening.timer);
    opening = null;
    clearTimeout(closing);
    if (shown && !shown.link.matches(":focus-visible")) closing = setTimeout(close, GRACE);
  }

  function onPointer(event) {
    if (event.pointerType !== "mouse") return;
    var link = previewed(event.target);
    if (link !== dismissed) dismissed = null;
    if (shown && (shown.link === link || shown.card.contains(event.target))) return clearTimeout(closing);
    if (link && !dismissed) openSoon(link, event.clientY);
    else closeSoon();
  }

  function onFocus(event) {
    var link = previewed(event.target);
    if (shown && shown.link !== link) close();
    if (link && !shown && link.matches(":focus-visible")) openSoon(link);
  }

  function onBlur(event) {
    if (opening && event.target === opening.link) closeSoon();
    if (shown && event.target === shown.link && !shown.link.matches(":hover") && !shown.card.matches(":hover")) close();
  }

  function onKey(event) {
    if (event.key !== "Escape" || !(shown || opening)) return;
    dismissed = (shown || opening).link;
    close();
  }

  document.addEventListener("pointerover", onPointer);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", onBlur);
  document.documentElement.addEventListener("pointerleave", closeSoon);
  document.addEventListener("click", function (event) { if (!shown || !shown.card.contains(event.target)) close(); });
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("scroll", function () { if (shown) place(); }, { capture: true, passive: true });
  if (window.document$) window.document$.subscribe(close);
})();
