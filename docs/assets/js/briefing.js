/* What CSS cannot do: keys for the words of the header, open folds on paper and in older browsers, tables that turn. */
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

  function onPage() {
    unfold();
    labelTables();
  }

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
