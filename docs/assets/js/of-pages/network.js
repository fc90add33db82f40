/* What the pictures of networks do besides showing: who is looked at stands out, kinds can be left out, keys go
   from mark to mark, and the picture of the whole site can be brought nearer. Without this, marks are links. */
(function () {
  "use strict";

  var STEP = 1.25;
  var NEAREST = 0.25;
  var DRAGGED = 4;

  function all(element, selector) {
    return Array.prototype.slice.call(element.querySelectorAll(selector));
  }

  function button(word) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = word;
    return made;
  }

  /* A mark, a line or a row is shown or not by an attribute: the policy allows no written styles. */
  function show(element, shown) {
    if (element instanceof SVGElement) {
      if (shown) element.removeAttribute("display");
      else element.setAttribute("display", "none");
    } else element.hidden = !shown;
  }

  function start(net) {
    var picture = net.querySelector(".br-net__picture");
    var nodes = all(picture, ".br-net__nodes > a");
    var lines = all(picture, "[data-ends]").map(function (path) {
      return { path: path, ends: path.getAttribute("data-ends").split(" ").map(Number) };
    });
    var rows = all(net, "tr[data-node]");
    var left = {};
    var dragged = false;

    function numberOf(element) {
      var found = element && element.closest ? element.closest("[data-node]") : null;
      return found && net.contains(found) ? Number(found.getAttribute("data-node")) : -1;
    }

    /* ── Who is looked at ── */

    function look(at) {
      var near = {};
      near[at] = at >= 0;
      lines.forEach(function (line) {
        var joined = at >= 0 && line.ends.indexOf(at) >= 0;
        line.path.classList.toggle("is-near", joined);
        if (joined) line.ends.forEach(function (end) { near[end] = true; });
      });
      nodes.forEach(function (node, i) { node.classList.toggle("is-near", Boolean(near[i])); });
      rows.forEach(function (row, i) { row.classList.toggle("is-near", i === at); });
      picture.classList.toggle("is-looked-at", at >= 0);
    }

    ["pointerover", "focusin"].forEach(function (event) {
      net.addEventListener(event, function (happened) { look(numberOf(happened.target)); });
    });
    net.addEventListener("pointerleave", function () { look(numberOf(document.activeElement)); });
    net.addEventListener("focusout", function () { look(-1); });

    /* ── Where a mark leads ── */

    /* The theme puts pages into this one at clicks on links of HTML, and knows none in pictures: the row's link
       is one, and leads to the same place. */
    picture.addEventListener("click", function (event) {
      var at = numberOf(event.target);
      if (dragged) {
        event.preventDefault();
        event.stopPropagation();
      } else if (at >= 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) {
        event.preventDefault();
        event.stopPropagation();
        rows[at].querySelector("a").click();
      }
    });

    /* ── Keys ── */

    function middleOf(node) {
      var box = node.querySelector(".br-net__room").getBBox();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }

    /* The nearest that way; what lies aside counts double. */
    function next(from, across, down) {
      var here = middleOf(nodes[from]);
      var best = -1;
      var least = Infinity;
      nodes.forEach(function (node, i) {
        if (i === from || node.hasAttribute("display")) return;
        var there = middleOf(node);
        var along = (there.x - here.x) * across + (there.y - here.y) * down;
        var aside = Math.abs((there.x - here.x) * down) + Math.abs((there.y - here.y) * across);
        var way = along + 2 * aside;
        if (along > 0 && way < least) {
          least = way;
          best = i;
        }
      });
      return best;
    }

    function reach(at) {
      if (at < 0) return;
      nodes.forEach(function (node, i) { node.setAttribute("tabindex", i === at ? "0" : "-1"); });
      nodes[at].focus();
    }

    function shown() {
      return nodes.map(function (_, i) { return i; }).filter(function (i) { return !nodes[i].hasAttribute("display"); });
    }

    picture.addEventListener("keydown", function (event) {
      var at = numberOf(event.target);
      if (at < 0 || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === "ArrowRight") reach(next(at, 1, 0));
      else if (event.key === "ArrowLeft") reach(next(at, -1, 0));
      else if (event.key === "ArrowDown") reach(next(at, 0, 1));
      else if (event.key === "ArrowUp") reach(next(at, 0, -1));
      else if (event.key === "Home") reach(shown()[0]);
      else if (event.key === "End") reach(shown().pop());
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    /* ── Kinds ── */

    function leaveOut() {
      nodes.forEach(function (node, i) {
        var stays = !left[node.getAttribute("data-family")];
        show(node, stays);
        show(rows[i], stays);
      });
      lines.forEach(function (line) {
        show(line.path, line.ends.every(function (end) { return !nodes[end].hasAttribute("display"); }));
      });
      var stay = shown();
      var reachable = stay.filter(function (i) { return nodes[i].getAttribute("tabindex") === "0"; });
      if (!reachable.length && stay.length) nodes[stay[0]].setAttribute("tabindex", "0");
    }

    all(net, ".br-net__key > [data-family]").forEach(function (entry) {
      var family = entry.getAttribute("data-family");
      if (!net.querySelector("a[data-family='" + family + "']")) {
        entry.hidden = true;
        return;
      }
      var made = button("");
      made.className = "br-net__switch";
      made.setAttribute("aria-pressed", "true");
      while (entry.firstChild) made.appendChild(entry.firstChild);
      entry.appendChild(made);
      made.addEventListener("click", function () {
        left[family] = !left[family];
        made.setAttribute("aria-pressed", String(!left[family]));
        leaveOut();
      });
    });

    /* ── Nearer and farther ── */

    function movable() {
      var whole = picture.viewBox.baseVal;
      var width = whole.width;
      var height = whole.height;
      var part = { x: 0, y: 0, scale: 1 };

      function frame() {
        part.x = Math.min(Math.max(part.x, 0), width * (1 - part.scale));
        part.y = Math.min(Math.max(part.y, 0), height * (1 - part.scale));
        picture.setAttribute("viewBox", [part.x, part.y, width * part.scale, height * part.scale].join(" "));
        if (part.scale < 1) picture.setAttribute("data-movable", "");
        else picture.removeAttribute("data-movable");
      }

      /* What lies at a point (from 0 to 1 across and down) stays there. */
      function zoom(by, across, down) {
        var scale = Math.min(1, Math.max(NEAREST, part.scale / by));
        part.x += width * (part.scale - scale) * across;
        part.y += height * (part.scale - scale) * down;
        part.scale = scale;
        frame();
      }

      var tools = document.createElement("li");
      tools.className = "br-net__zoom";
      [["Nearer", STEP], ["Farther", 1 / STEP], ["Whole", NEAREST]].forEach(function (tool) {
        var made = button(tool[0]);
        made.addEventListener("click", function () { zoom(tool[1], 0.5, 0.5); });
        tools.appendChild(made);
      });
      net.querySelector(".br-net__key").appendChild(tools);

      picture.addEventListener("wheel", function (event) {
        if (!event.ctrlKey) return;
        var box = picture.getBoundingClientRect();
        event.preventDefault();
        zoom(
          event.deltaY < 0 ? STEP : 1 / STEP,
          (event.clientX - box.left) / box.width,
          (event.clientY - box.top) / box.height
        );
      }, { passive: false });

      /* A mark that the keys reached is brought into sight. */
      picture.addEventListener("focusin", function (event) {
        var at = numberOf(event.target);
        if (at < 0 || part.scale === 1) return;
        var box = nodes[at].querySelector(".br-net__room").getBBox();
        part.x = Math.min(part.x, box.x);
        part.x = Math.max(part.x, box.x + box.width - width * part.scale);
        part.y = Math.min(part.y, box.y);
        part.y = Math.max(part.y, box.y + box.height - height * part.scale);
        frame();
      });

      picture.addEventListener("dragstart", function (event) { event.preventDefault(); });
      picture.addEventListener("pointerdown", function (event) {
        var from = { x: event.clientX, y: event.clientY, left: part.x, top: part.y };
        dragged = false;
        if (event.pointerType === "touch" || event.button !== 0 || part.scale === 1) return;

        function move(to) {
          var unit = (width * part.scale) / picture.getBoundingClientRect().width;
          if (Math.abs(to.clientX - from.x) + Math.abs(to.clientY - from.y) > DRAGGED) dragged = true;
          part.x = from.left - (to.clientX - from.x) * unit;
          part.y = from.top - (to.clientY - from.y) * unit;
          frame();
        }

        function end() {
          window.removeEventListener("pointermove", move);
          window.removeEventListener("pointerup", end);
          window.removeEventListener("pointercancel", end);
        }

        window.addEventListener("pointermove", move);
        window.addEventListener("pointerup", end);
        window.addEventListener("pointercancel", end);
      });
    }

    if (net.hasAttribute("data-zoom")) movable();

    /* In a box that is too narrow, the middle is what to begin with. */
    var box = picture.parentNode;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  }

  all(document, ".br-net:not([data-started])").forEach(function (net) {
    net.setAttribute("data-started", "");
    start(net);
  });
})();
