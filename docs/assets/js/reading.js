/* What readers take away from a page: the address of a place on it, and how to cite it. */
(function () {
  "use strict";

  var FROM_DISK = location.protocol === "file:";
  var SAID = 2000;        /* So long, in ms, a button says what it did. */

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function made(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) element.textContent = text;
    return element;
  }

  function button(css, text, act) {
    var element = made("button", { type: "button", class: css }, text);
    element.addEventListener("click", function () { act(element); });
    return element;
  }

  /* A place whose words screen readers speak; emptied first, so that the same words are spoken again. */
  var said = document.body.appendChild(made("div", { class: "br-said br-hidden", role: "status" }));

  function say(words) {
    said.textContent = "";
    setTimeout(function () { said.textContent = words; }, 50);
  }

  /* ---- Copying ---- */

  /* Without TLS, as on many internal networks, browsers have no clipboard for pages but this old way. */
  function copyByHand(text) {
    var focused = document.activeElement;
    var field = document.body.appendChild(made("textarea", { class: "br-hidden", readonly: "", "aria-hidden": "true" }));
    field.value = text;
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    if (focused) focused.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("the browser does not copy"));
  }

  function copied(text) {
    if (!navigator.clipboard) return copyByHand(text);
    return navigator.clipboard.writeText(text).catch(function () { return copyByHand(text); });
  }

  /* What it says when it has copied: a word where it stands, and words for the ear. */
  function copyButton(css, label, textOf, wordsOf) {
    return button(css, label, function (it) {
      copied(textOf()).then(wordsOf, function () { return ["Not copied", "Not copied"]; })
        .then(function (told) {
          it.textContent = told[0];
          say(told[1]);
          setTimeout(function () { it.textContent = label; }, SAID);
        });
    });
  }

  /* Where the page is to be found by others, as far as it knows. */
  function address() {
    var canonical = document.querySelector("link[rel=canonical]");
    return canonical ? canonical.href : FROM_DISK ? "" : here();
  }

  function here() {
    return location.origin + location.pathname.replace(/index\.html$/, "");
  }

  /* On a disk the site may still know its own address; if not, the link leads to the file. */
  function way() {
    return FROM_DISK ? address() || location.href.split(/[?#]/)[0] : here();
  }

  function saidOfWay() {
    return FROM_DISK && !address() ? ["Copied, for this disk", "Link copied: it works where this folder is"] : ["Copied", "Link copied"];
  }

  /* ---- Links to headings and judgements ---- */

  function linkButton(id, name) {
    var copy = copyButton("br-copy", "Copy link", function () { return way() + "#" + id; }, saidOfWay);
    copy.setAttribute("aria-label", "Copy link to " + name);
    return copy;
  }

  function offerLinks() {
    /* Some headings are there for screen readers alone: a button in one could not be seen. All are looked at before
       any is changed, or the browser would lay the page out anew for each. */
    var headings = document.querySelectorAll(".br-main h2[id], .br-main h3[id], .br-main h4[id]");
    Array.from(headings).filter(function (heading) {
      return !heading.querySelector(".br-copy") && heading.offsetHeight > 1;
    }).forEach(function (heading) {
      var name = heading.textContent.trim();
      heading.setAttribute("aria-label", name);     /* the button within is no part of it */
      heading.append(linkButton(heading.id, name));
    });
    each(".br-judgement[id]", function (judgement) {
      var text = judgement.querySelector(".br-judgement__text");
      var number = judgement.querySelector(".br-judgement__number");
      if (!text || !number || text.querySelector(".br-copy")) return;
      text.append(linkButton(judgement.id, "judgement " + number.textContent.trim()));
    });
  }

  /* ---- Citations ---- */

  function download(text, name) {
    var link = made("a", { download: name });
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, SAID);
  }

  function fillCitations() {
    each(".br-cite__form", function (form) {
      if (form.querySelector("button")) return;
      var name = form.querySelector(".br-cite__name");
      var text = form.querySelector(".br-cite__text");
      var place = text.querySelector("[data-before]");
      if (address()) place.textContent = place.dataset.before + address() + place.dataset.after;
      var copy = copyButton("br-deed", "Copy", function () { return text.textContent; },
        function () { return ["Copied", "Citation copied"]; });
      var save = button("br-deed", "Download", function () { download(text.textContent, text.dataset.file); });
      copy.setAttribute("aria-label", "Copy " + name.textContent);
      save.setAttribute("aria-label", "Download " + name.textContent);
      form.append(copy, save);
    });
  }

  function onPage() {
    offerLinks();
    fillCitations();
  }

  /* Material loads pages into this one when `navigation.instant` is on, and says so. */
  if (window.document$) window.document$.subscribe(onPage);
  else onPage();
})();
