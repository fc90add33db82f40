/* What the theme's search box lacks: kinds to choose from, ways on from the page that was meant, and back to the
   results. */
(function () {
  "use strict";

  var KINDS = [["", "All"], ["brief", "Briefs"], ["article", "Articles"], ["actor", "Actors"], ["agreement", "Agreements"], ["topic", "Topics"]];
  var OWN = ["Enter", " ", "Shift", "Alt", "AltGraph"];     /* keys that press a button, or are pressed with others */
  var KIND = /(^|\s)(?:kind|type):(\p{L}+)\s*/giu;
  var query = document.querySelector("input.md-search__input");
  var output = document.querySelector(".md-search__scrollwrap");
  var list = document.querySelector(".md-search-result__list");
  if (!query || !output || !list) return;

  /* ---- Kinds ---- */

  var row = document.createElement("div");
  row.className = "br-kinds";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", "Kind of page");

  function chosen() {
    return Array.from(query.value.matchAll(KIND), function (found) { return found[2].toLowerCase().replace(/s$/, ""); });
  }

  function mark() {
    var kinds = chosen();
    Array.from(row.children).forEach(function (choice) {
      var kind = choice.dataset.kind;
      choice.setAttribute("aria-pressed", String(kind ? kinds.includes(kind) : !kinds.length));
    });
  }

  /* A choice is written into the box, where readers can see, change and learn it. */
  function choose(kind) {
    var rest = query.value.replace(KIND, "$1").trim();
    type(kind ? "kind:" + kind + " " + rest : rest);
  }

  function type(text) {
    query.value = text;
    query.dispatchEvent(new Event("keyup", { bubbles: true }));       /* by which the theme notices */
    mark();
  }

  KINDS.forEach(function (one) {
    var choice = row.appendChild(document.createElement("button"));
    choice.type = "button";
    choice.className = "br-kinds__one";
    choice.dataset.kind = one[0];
    choice.textContent = one[1];
    choice.addEventListener("click", function () { choose(one[0]); });
  });
  output.prepend(row);

  /* The theme hands every key to the box but arrows, which walk through the results, and Tab, which closes it. */
  row.addEventListener("keydown", function (event) {
    var choices = Array.from(row.children), at = choices.indexOf(document.activeElement);
    var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) choices[(at + step + choices.length) % choices.length].focus();
    if (event.key === "Tab" && event.shiftKey) query.focus();
    if (step || (event.key === "Tab" && event.shiftKey)) event.preventDefault();
    if (event.defaultPrevented || OWN.includes(event.key)) event.stopPropagation();
  });
  query.addEventListener("keydown", function (event) {
    if (event.key !== "Tab" || event.shiftKey || !document.getElementById("__search").checked) return;
    event.preventDefault();
    event.stopPropagation();
    (row.querySelector("[aria-pressed=true]") || row.firstChild).focus();
  });
  ["input", "keyup", "focus"].forEach(function (name) { query.addEventListener(name, mark); });
  query.form.addEventListener("reset", function () { setTimeout(mark); });
  mark();

  /* ---- Ways on ---- */

  /* The worker says in a hidden mark what a page has; the theme has drawn it among the labels. */
  function offer(item) {
    var mark = item.querySelector("[data-offers]");
    var page = item.querySelector("a[href]");
    if (!mark || !page) return;
    var ways = document.createElement("p");
    ways.className = "br-offers";
    mark.dataset.offers.split(" ").forEach(function (name) {
      var way = ways.appendChild(document.createElement("a"));
      way.href = new URL({ timeline: "#br-timeline", feed: "feed.xml" }[name], page.href.split(/[?#]/)[0]).href;
      way.tabIndex = -1;      /* as all results: arrows lead to it */
      var text = way.appendChild(document.createElement("span"));
      text.setAttribute("data-md-score", "0");      /* Enter opens the result with the highest */
      text.textContent = { timeline: "Timeline", feed: "Feed" }[name];
    });
    page.after(ways);
    mark.parentElement.remove();
  }

  /* The theme makes each result's labels a landmark, and landmarks without a name are a maze. */
  function plain(item) {
    item.querySelectorAll("nav.md-tags").forEach(function (labels) { labels.setAttribute("role", "presentation"); });
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (item) {
        if (item.nodeType !== Node.ELEMENT_NODE) return;
        offer(item);
        plain(item);
      });
    });
  }).observe(list, { childList: true });

  /* ---- Back ---- */

  /* What was typed waits in the browser's history and not in the address, which servers note. The theme writes there
     how far the page was scrolled, also while the next one is on its way: what was typed stands beside it. */
  var SETTLED = 200;      /* ms, after which the theme no longer closes the box on a page that was just come to */
  var replace = history.replaceState.bind(history);
  var left = null;

  history.replaceState = function (state, unused, address) {
    if (left && left.from !== location.href) left = null;
    replace(left ? Object.assign({}, state, { search: left.search }) : state, unused, address);
  };

  list.addEventListener("click", function (event) {
    if (!event.target.closest("a[href]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    left = { search: query.value, from: location.href };
    history.replaceState(history.state, "");
  });

  function reopen() {
    var typed = history.state && history.state.search;
    left = null;
    if (!typed) return;
    history.replaceState(Object.assign({}, history.state, { search: "" }), "");
    setTimeout(function () {
      query.focus();      /* which opens the box */
      type(typed);
    }, SETTLED);
  }

  ["pageshow", "popstate"].forEach(function (name) { window.addEventListener(name, reopen); });
})();
