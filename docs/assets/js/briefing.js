/* What CSS cannot do: keys for the words of the header, open folds on paper and in older browsers, tables that turn,
   places in long lists that stay where an address has led. */
(function () {
  "use strict";

  var wide = window.matchMedia("(min-width: 60em)");

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  /* Beside the text the fold is open; the style sheet shows it so before this runs, where the browser can. */
  function unfold() {
    each(".br-fold", function (fold) { fold.open = wide.matches; });
  }

  /* On a narrow screen each cell of an author's table carries the heading of its column. */
  function labelTables() {
    each(".br-prose table", function (table) {
      var heads = table.tHead && table.tHead.rows.length === 1 ? table.tHead.rows[0].cells : [];
      if (heads.length < 3 || table.classList.contains("br-turns")) return;
      Array.prototype.forEach.call(table.tBodies, function (body) {
        Array.prototype.forEach.call(body.rows, function (row) {
          Array.prototype.forEach.call(row.cells, function (cell, at) {
            if (heads[at]) cell.setAttribute("data-label", heads[at].textContent.trim());
          });
        });
      });
      table.classList.add("br-turns");
    });
  }

  /* Past the head: the theme would fetch the page again for its first anchor, and the focus would be lost. */
  document.addEventListener("click", function (event) {
    var title = document.getElementById("br-title");
    if (!title || !event.target.closest || !event.target.closest("a.md-skip")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    title.focus();
  }, true);

  /* Menu and Search are labels of hidden boxes: keys must reach them, too. */
  each(".br-header__word > [role=button]", function (word) {
    word.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      word.click();
    });
  });

  /* Long lists are laid out when they come near, and then have another height than was thought: the place that an
     address names is held until it rests, or the reader does something else. */
  var HANDS = ["wheel", "touchstart", "pointerdown", "keydown"];
  var HELD = 2000, RESTING = 20;      /* At most so many ms, and until so many pictures in a row were the same. */
  var holding = 0;
  var came = performance.getEntriesByType("navigation")[0];
  var isLed = !came || came.type === "navigate";      /* Who goes back or loads anew is where they were. */

  function letGo() {
    holding += 1;
    HANDS.forEach(function (hand) { window.removeEventListener(hand, letGo, true); });
  }

  /* Found anew each time: the theme may put the page into itself, and its places are others then. */
  function place() {
    try {
      return location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) { return null; /* no address of ours */ }
  }

  function hold() {
    letGo();
    if (!place()) return;
    var mine = holding, end = performance.now() + HELD, rests = 0, last = NaN;
    HANDS.forEach(function (hand) { window.addEventListener(hand, letGo, { capture: true, passive: true }); });
    requestAnimationFrame(function look() {
      var held = place();
      if (mine !== holding || !held) return;
      held.scrollIntoView();
      var top = Math.round(held.getBoundingClientRect().top);
      rests = top === last ? rests + 1 : 0;
      last = top;
      if (rests < RESTING && performance.now() < end) requestAnimationFrame(look);
      else letGo();
    });
  }

  function onPage() {
    unfold();
    labelTables();
    if (isLed) hold();
    isLed = false;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href*='#']");
    if (!link || !link.hash) return;
    isLed = link.pathname !== location.pathname;      /* to a page that is put into this one */
    if (!isLed) setTimeout(hold);
  });

  window.addEventListener("beforeprint", function () {
    each("details:not([open])", function (fold) {
      fold.open = true;
      fold.setAttribute("data-closed", "");
    });
  });
  window.addEventListener("afterprint", function () {
    each("details[data-closed]", function (fold) {
      fold.open = false;
      fold.removeAttribute("data-closed");
    });
  });

  wide.addEventListener("change", unfold);

  /* Material loads pages into this one when `navigation.instant` is on, and says so. */
  if (window.document$) window.document$.subscribe(onPage);
  else onPage();
})();
