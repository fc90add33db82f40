/* What is new on the home page since this browser last looked; what it has seen is kept in it alone. */
(function () {
  "use strict";

  var HOME = new URL("../../../", document.currentScript.src);
  var KEPT = "briefing-room:" + HOME.pathname + ":seen";
  var place = document.querySelector(".br-since");
  var fold = place && place.querySelector("details");
  if (!fold || !fold.hidden) return;

  /* What the page lists as { address: stamp }, and the stamp below which it lists nothing. */
  var entries = Array.from(fold.querySelectorAll("[data-stamp]"));
  var now = { stamps: {}, oldest: entries[entries.length - 1].dataset.stamp };
  entries.forEach(function (entry) { now.stamps[entry.dataset.address] = entry.dataset.stamp; });

  /* Browsers may refuse to keep anything; then nothing is new, and nothing is said. */
  function kept(storage, value) {
    try {
      if (value === undefined) return JSON.parse(window[storage].getItem(KEPT));
      window[storage].setItem(KEPT, JSON.stringify(value));
    } catch (error) { /* refused, or not ours */ }
    return null;
  }

  function button(text, act) {
    var element = document.createElement("button");
    Object.assign(element, { type: "button", className: "br-deed", textContent: text });
    element.addEventListener("click", act);
    return element;
  }

  /* A line in the place of the list, which keys and screen readers come to when a button has led there. */
  function tell(text, parts, isAsked) {
    var line = document.createElement("p");
    line.tabIndex = -1;
    line.textContent = text;
    parts.forEach(function (part) { line.append(" ", part); });
    place.replaceChildren(line);
    if (isAsked) line.focus();
  }

  function start() {
    kept("localStorage", now);
    kept("sessionStorage", now);
    tell("From your next visit on, new documents are told here.", [stopping()], true);
  }

  function stopping() {
    return button("Turn this off", function () {
      kept("localStorage", { off: true });
      kept("sessionStorage", null);
      tell("Off: nothing is kept.", [button("Turn on", start)], true);
    });
  }

  /* A document that the leaving of another has moved into the list is not new. */
  function isNew(entry, before) {
    return before.stamps[entry.dataset.address] !== entry.dataset.stamp && entry.dataset.stamp >= before.oldest;
  }

  function list(fresh) {
    var many = fresh.length < entries.length ? String(fresh.length) : fresh.length + " or more";
    fold.querySelector("summary").textContent = many + " new or changed since last time";
    entries.forEach(function (entry) { entry.hidden = !fresh.includes(entry); });
    var clear = button("Clear this list", function () {
      kept("sessionStorage", now);
      tell("List cleared.", [stopping()], true);
    });
    fold.append(clear, stopping());
    fold.hidden = false;
  }

  var latest = kept("localStorage");
  if (latest && latest.off) return tell("", [button("Show what is new since my last visit", start)], false);
  /* A visit lasts as long as the tab: who comes back from a page finds the same list. */
  var before = kept("sessionStorage") || latest;
  kept("localStorage", now);
  kept("sessionStorage", before || now);
  var isFirst = !latest || !before || !before.stamps;
  var fresh = isFirst ? [] : entries.filter(function (entry) { return isNew(entry, before); });
  if (fresh.length) list(fresh);
  else if (!isFirst) tell("Nothing new since last time.", [stopping()], false);
})();
