/* Draws the picture above a timeline, and keeps picture, list and address saying the same.
   It runs anew each time such a page is put into the window, and lets go of what it held when the page is gone. */
(function () {
  "use strict";

  var LIBRARY = "d3-timeline.min.js";
  var DAY = 864e5;
  var ROW = 24, HEAD = 24, NAME = 26, FOOT = 24;      /* Heights: of a row of marks, the axis, a lane's name, the line of today. */
  var DOT = 5.5, LEAST = 18, GAP = 6, MOST_LABEL = 280, LEAST_LABEL = 44, WIDEST = 60;
  var ROWS = 12, ROWS_OF_LANE = 3, LANES = 5, NARROW = 480;  /* At most so many rows in one lane, in each of several; so many lanes. */
  var CLOSEST = 4 * DAY;                              /* No zoom shows less. */
  var MOST_LINES = 100;
  var SUBJECTS = ["actor", "topic", "agreement"];
  var FOLDERS = { actor: "actors/", topic: "topics/", agreement: "agreements/" };
  var ASKED = SUBJECTS.concat("kind", "from", "to", "lanes");
  var KINDS = { reported: "Reported", expected: "Expected", "worked-out": "Worked out", disputed: "Disputed" };

  var root = document.getElementById("br-picture");
  var path = location.pathname;
  if (!root || root.hasAttribute("data-started")) return;

  /* Scripts that come with a page which is put into this one run in any order. */
  if (window.d3 && d3.zoom && d3.scaleUtc) start();
  else {
    Array.prototype.forEach.call(document.scripts, function (script) {
      if (script.src.indexOf(LIBRARY) >= 0) script.addEventListener("load", start, { once: true });
    });
  }

  function start() {
    if (!root.isConnected || root.hasAttribute("data-started")) return;
    root.setAttribute("data-started", "");
    /* In two steps, between which a phone can answer its reader. */
    setTimeout(() => {
      var known = read(root);
      setTimeout(() => {
        root.classList.add("br-picture--drawn");
        draw(root, known);
      });
    });
  }

  /* ---- What is known ---- */

  /* The one place that knows where the data are: here, in the page itself. */
  function read(root) {
    var found = JSON.parse(root.querySelector(".br-picture__data").content.textContent);
    var all = (found.events || []).map((event) => placed(event, found.subjects));
    var numbers = new Map(found.subjects.map(([ref]) => [ref, 0]));
    all.forEach((event) => new Set(event.refs).forEach((ref) => numbers.set(ref, numbers.get(ref) + 1)));
    return {
      events: all, numbers: numbers,
      subjects: found.subjects.map(([ref, label]) => ({ ref: ref, label: label })),
      counted: found.counted.map(([label, address, number]) => ({
        label: label, address: address, number: number,
        from: Date.parse(label + "-01-01"), to: Date.parse(label + "-12-31") + DAY,
      })),
      today: Date.parse(found.today),
    };
  }

  /* An event with its days as moments: `from` and `to` as far as it may reach, `sure` and `until` as far as it does. */
  function placed(event, subjects) {
    var moment = (day, more) => (day ? Date.parse(day) + more : null);
    var core = event.core || event.reach, ends = event.ends || ["", ""];
    var from = moment(event.reach[0], 0), to = moment(event.reach[1], DAY);
    var sure = moment(core[0], 0), until = moment(core[1], DAY);
    return Object.assign({}, event, {
      from: from, to: to, sure: sure, until: until, ends: ends, kinds: event.kinds || [],
      refs: (event.of || []).map((place) => subjects[place][0]),
      /* What has no date at an end that is there all the same is not taken to be of all times. */
      first: from !== null ? from : ends[0] === "open" ? -Infinity : (until !== null ? until : to) - DAY,
      last: to !== null ? to : ends[1] === "open" ? Infinity : (sure !== null ? sure : from) + DAY,
      isDay: from !== null && to !== null && to - from === DAY,
    });
  }

  function extent(known) {
    var ends = known.counted.concat(known.events).flatMap((one) => [one.from, one.to]).filter((at) => at !== null);
    var first = Math.min(...ends), last = Math.max(...ends);
    var near = (last - first) / 2;
    if (known.today > first - near && known.today < last + near) {
      first = Math.min(first, known.today);
      last = Math.max(last, known.today + DAY);
    }
    var edge = Math.max(0.05 * (last - first), 10 * DAY);
    return [first - edge, last + edge];
  }

  /* The page of a folder, which opened from a disk is not found without its name. */
  function page(address) {
    return location.protocol === "file:" ? address.replace(/\/(?=[?#]|$)/, "/index.html") : address;
  }

  function isoDay(moment) { return new Date(moment).toISOString().slice(0, 10); }

  /* ---- What is asked for, and the address that says so ---- */

  function asked() {
    var given = new URLSearchParams(location.search);
    var wanted = Object.fromEntries(ASKED.map((name) => [name, given.get(name) || ""]));
    ["from", "to"].forEach((name) => { if (!/^\d{4}-\d\d-\d\d$/.test(wanted[name]) || isNaN(Date.parse(wanted[name]))) wanted[name] = ""; });
    if (wanted.from && wanted.to && wanted.to < wanted.from) [wanted.from, wanted.to] = [wanted.to, wanted.from];
    return wanted;
  }

  function tell(wanted, isStep) {
    if (location.pathname !== path) return;
    var url = new URL(location.href);
    ASKED.forEach((name) => { wanted[name] ? url.searchParams.set(name, wanted[name]) : url.searchParams.delete(name); });
    if (url.href === location.href) return;
    if (isStep) history.pushState(null, "", url);
    else history.replaceState(history.state, "", url);
  }

  function isAbout(event, wanted) {
    return SUBJECTS.every((name) => !wanted[name] || event.refs.includes(FOLDERS[name] + wanted[name]))
      && (!wanted.kind || event.kinds.includes(wanted.kind));
  }

  function isWithin(event, wanted) {
    return (!wanted.from || event.last > Date.parse(wanted.from))
      && (!wanted.to || event.first < Date.parse(wanted.to) + DAY);
  }

  /* ---- Lanes and rows ---- */

  function lanes(events, known, by, most) {
    if (!by) return [{ name: "", events: events }];
    var belongs = by === "kind"
      ? Object.keys(KINDS).map((kind) => ({ name: KINDS[kind], has: (event) => event.kinds.includes(kind) }))
      : known.subjects.filter((one) => one.ref.startsWith(FOLDERS[by]))
        .map((one) => ({ name: one.label, has: (event) => event.refs.includes(one.ref) }));
    var found = belongs.map((one) => ({ name: one.name, events: events.filter(one.has) }))
      .filter((lane) => lane.events.length).sort((a, b) => b.events.length - a.events.length).slice(0, most);
    var held = new Set(found.flatMap((lane) => lane.events));
    var rest = events.filter((event) => !held.has(event));
    if (rest.length) found.push({ name: found.length ? "Others" : "None of these", events: rest });
    return found;
  }

  /* Where the marks of a lane stand at a zoom: in the first row with room for mark and label, else for the mark
     and the labels before it cut short; what finds no room is gathered. Panning changes none of it. */
  function stacked(lane, at, end, most, width) {
    var rows = [], left = [], found = [];
    lane.events.map((event) => mark(event, at, end)).sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1).forEach((one) => {
      var row = rows.find((each) => each.full <= one.x0);
      if (!row && rows.length < most) rows.push(row = { at: rows.length });
      if (!row) {
        row = rows.filter((each) => each.end <= one.x0).sort((a, b) => a.end - b.end)[0];
        if (row) row.last.label = one.x0 - GAP - row.last.x1;
      }
      if (!row) { left.push(one); return; }
      var room = Math.min(width(one.event), MOST_LABEL) + GAP;  /* Asked for last: to measure a text takes long. */
      one.row = row.at;
      one.label = room;
      found.push(one);
      Object.assign(row, { end: one.x1 + GAP, full: one.x1 + room + GAP, last: one });
    });
    return { marks: found, left: left, rows: rows.length };
  }

  function mark(event, at, end) {
    if (event.isDay) {
      var middle = at(event.from + DAY / 2);
      return { event: event, x0: middle - DOT - 1, x1: middle + DOT + 1, in: 0, out: 0 };
    }
    var from = event.from, to = event.to;
    if (from === null) from = event.ends[0] === "open" ? end[0] : event.last - (end[1] - end[0]) / 20;
    if (to === null) to = event.ends[1] === "open" || event.first > end[2] ? end[1] : end[2] + DAY;
    var x0 = at(from), x1 = at(to), thin = Math.max(0, LEAST - (x1 - x0)) / 2;
    var sure = event.sure === null ? (event.until === null ? from : event.until) : event.sure;
    var until = event.until === null ? (event.ends[1] === "open" ? to - (to - from) / 4 : sure) : event.until;
    if (event.sure === null && event.ends[0] === "open") sure = from + (to - from) / 4;
    var fadeIn = Math.max(0, (sure - from) / (to - from)), fadeOut = Math.max(0, (to - until) / (to - from));
    var soft = event.vague && !fadeIn && !fadeOut ? 0.25 : 0;
    return { event: event, x0: x0 - thin, x1: x1 + thin, in: fadeIn + soft, out: fadeOut + soft };
  }

  /* What found no room, by neighbourhood: one by itself stands as a mark, several as their number, which the next does
     not cover. */
  function gathered(left, row) {
    var found = [];
    left.forEach((one) => {
      var near = found[found.length - 1];
      var isCovered = near && near.of.length === 1 && one.x0 < near.x1;
      if (near && one.x0 - near.x1 < 10 && (isCovered || one.x0 - near.x0 < WIDEST)) { near.of.push(one.event); near.x1 = Math.max(near.x1, one.x1, near.x0 + 30); }
      else {
        if (near) near.x1 = Math.min(near.x1, one.x0 - 2);
        found.push({ of: [one.event], x0: one.x0, x1: Math.max(one.x1, one.x0 + 30), row: row, one: one });
      }
    });
    return found.map((each) => (each.of.length > 1 ? each : Object.assign(each.one, { row: row, label: 0 })));
  }

  /* ---- Drawing ---- */

  function draw(root, known) {
    var frame = root.querySelector(".br-picture__frame"), told = root.querySelector(".br-picture__told");
    var status = root.querySelector(".br-picture__count"), filters = root.querySelector(".br-picture__filters");
    var sheet = d3.select(root.querySelector(".br-picture__sheet"));
    var fields = Object.fromEntries(ASKED.map((name) => [name, root.querySelector("[name=" + name + "]")]));
    var language = document.documentElement.lang.replace(/^en$/, "en-001") || "en-001";
    var whole = extent(known), gone = new AbortController();
    var base = d3.scaleUtc().domain(whole), scale = base, width = 0, height = 0;
    var wanted = asked(), shown = [], plan = null, current = "", hovering = 0, soon = 0, finger = false, missing = "";
    var words = document.createElement("canvas").getContext("2d"), widths = new Map(), formats = new Map();
    var home = known.counted.length ? [Math.min(...known.events.map((one) => one.from || Infinity)) - 30 * DAY, whole[1]] : whole;
    var list = timelineList(root, known, way);

    var layers = Object.fromEntries(["ahead", "grid", "names", "today", "marks"].map(
      (name) => [name, sheet.append("g").attr("class", "br-picture__" + name)]));
    layers.marks.attr("role", "group").attr("aria-label", "Events");
    var masks = sheet.insert("defs", "g"), fades = new Set();

    var zoom = d3.zoom().duration(0)
      .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button && !event.ctrlKey))
      .wheelDelta((event) => -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : Math.abs(event.deltaY) < 40 ? 0.02 : 0.004))
      .on("start", () => hide())
      .on("zoom", (event) => {
        scale = event.transform.rescaleX(base);
        paint();
        if (event.sourceEvent) moved(false);
      });
    sheet.call(zoom);

    function way(event) {
      var anchor = "#" + event.address.split("#")[1];
      return document.getElementById(anchor.slice(1)) ? anchor : root.dataset.up + "/" + page(event.address);
    }

    /* What is asked for, for the page of another year. */
    function kept() {
      var same = new URLSearchParams(SUBJECTS.concat("kind", "lanes").filter((name) => wanted[name]).map((name) => [name, wanted[name]]));
      return String(same) && "?" + same;
    }

    function labelWidth(event) {
      if (!widths.has(event)) widths.set(event, words.measureText(event.title).width);
      return widths.get(event);
    }

    /* ---- From what is asked for to what is seen ---- */

    function show(isStep) {
      settle();
      place();
      if (isStep) tell(wanted, true);
    }

    function settle() {
      missing = SUBJECTS.filter((name) => wanted[name] && !Array.from(fields[name].options).some((one) => one.value === wanted[name]))
        .map((name) => wanted[name]).join(", ");
      ASKED.forEach((name) => { fields[name].value = wanted[name]; });
      if (ASKED.some((name) => name !== "lanes" && wanted[name])) filters.open = true;
      lay();
    }

    function place() {
      turn(span());
      list.filter((event) => isAbout(event, wanted) && isWithin(event, wanted), isNarrowed());
      count();
    }

    function isNarrowed() { return ASKED.some((name) => name !== "lanes" && wanted[name]); }

    function span() {
      if (!wanted.from && !wanted.to) return home;
      return [wanted.from ? Date.parse(wanted.from) : whole[0], wanted.to ? Date.parse(wanted.to) + DAY : whole[1]];
    }

    function turn([from, to]) {
      var most = (whole[1] - whole[0]) / CLOSEST, k = Math.max(1, Math.min(most, (whole[1] - whole[0]) / Math.max(to - from, 1)));
      var x = width / 2 - k * base((from + to) / 2);
      zoom.transform(sheet, d3.zoomIdentity.translate(Math.max(width * (1 - k), Math.min(0, x)), 0).scale(k));
    }

    /* The reader moved the picture: the period is what it shows now. */
    function moved(isStep) {
      var [from, to] = [scale.invert(0), scale.invert(width)].map(Number);
      var isHome = Math.abs(from - home[0]) + Math.abs(to - home[1]) < (to - from) / 1000;
      wanted.from = isHome ? "" : isoDay(from + DAY / 24);
      wanted.to = isHome ? "" : isoDay(to - DAY / 24);
      fields.from.value = wanted.from;
      fields.to.value = wanted.to;
      clearTimeout(soon);
      soon = setTimeout(() => {
        if (!root.isConnected) return;
        list.filter((event) => isAbout(event, wanted) && isWithin(event, wanted), isNarrowed());
        count();
        tell(wanted, false);
      }, isStep ? 0 : 250);
      if (isStep) tell(wanted, true);
    }

    function count() {
      var number = known.events.filter((event) => isAbout(event, wanted) && isWithin(event, wanted)).length;
      var all = known.events.length, plural = all === 1 ? " event" : " events";
      status.textContent = missing ? "Nothing here is of “" + missing + "”."
        : !isNarrowed() ? (known.counted.length ? "The latest " : "All ") + all.toLocaleString(language) + plural
          : number ? number.toLocaleString(language) + (known.counted.length ? " of the latest " : " of ") + all.toLocaleString(language) + plural : "No event is like this.";
    }

    /* ---- Lanes, once for what is asked for; their height stays while the reader zooms ---- */

    function lay() {
      var about = known.events.filter((event) => isAbout(event, wanted));
      var most = wanted.lanes ? ROWS_OF_LANE : ROWS, y = HEAD;
      plan = lanes(about, known, wanted.lanes, width < NARROW ? LANES - 2 : LANES).map((lane) => {
        var full = stacked(lane, base, ends(), most, labelWidth);
        var here = { lane: lane, top: y, rows: Math.max(1, full.rows), more: full.left.length > 0 };
        y += (lane.name ? NAME : GAP) + ROW * (here.rows + here.more) + (lane.name ? GAP : 0);
        return here;
      });
      if (known.counted.length) { plan.counted = y; y += NAME + ROW + GAP; }
      height = y + FOOT;
      sheet.attr("viewBox", "0 0 " + width + " " + height).attr("width", width).attr("height", height);
      zoom.extent([[0, 0], [width, height]]).translateExtent([[0, -Infinity], [width, Infinity]])
        .scaleExtent([1, (whole[1] - whole[0]) / CLOSEST]);
    }

    function ends() { return [whole[0], whole[1], known.today]; }

    /* ---- All that is seen at this zoom ---- */

    function paint() {
      if (!plan || !width) return;
      var k = d3.zoomTransform(sheet.node()).k, shift = scale(whole[0]) - k * base(whole[0]);
      if (plan.k !== k) {
        plan.k = k;
        plan.marks = plan.flatMap((here, place) => {
          var laid = stacked(here.lane, (moment) => k * base(moment), ends(), here.rows, labelWidth);
          var rest = gathered(laid.left, here.more ? here.rows : here.rows - 1);
          return laid.marks.concat(rest).map((one) => Object.assign(one, {
            key: place + " " + (one.of ? "+" + one.of[0].id : one.event.id),
            y: here.top + (here.lane.name ? NAME : GAP) + ROW * one.row,
          })).sort((a, b) => a.x0 - b.x0 || a.y - b.y);
        });
      }
      shown = plan.marks.filter((one) => one.x1 + shift > 0 && one.x0 + shift < width);
      if (!shown.some((one) => one.key === current)) current = shown.length ? shown[0].key : "";
      axis();
      names();
      marks(shift);
    }

    function inWords(at, hasYear, hasMonth, hasDay) {
      var kind = [hasYear, hasMonth, hasDay].join();
      if (!formats.has(kind)) {
        formats.set(kind, new Intl.DateTimeFormat(language, {
          timeZone: "UTC", year: hasYear ? "numeric" : undefined, month: hasMonth ? "short" : undefined, day: hasDay ? "numeric" : undefined,
        }));
      }
      return formats.get(kind).format(at);
    }

    function axis() {
      var ticks = scale.ticks(Math.max(2, Math.floor(width / 100))).filter((at) => +at % DAY === 0);
      var isYears = ticks.every((at) => at.getUTCMonth() === 0 && at.getUTCDate() === 1);
      var isDays = ticks.some((at) => at.getUTCDate() !== 1);
      var put = layers.grid.selectAll("g").data(ticks, Number).join((enter) => {
        var one = enter.append("g");
        one.append("line");
        one.append("text").attr("y", 16);
        return one;
      }).attr("transform", (at) => "translate(" + scale(at) + ",0)");
      put.select("line").attr("y2", height - FOOT);
      put.select("text").attr("x", 4).text((at, place) => inWords(at,
        isYears || !place || at.getUTCMonth() + at.getUTCDate() === 1, !isYears, isDays));
      var now = scale(known.today + DAY / 2), tomorrow = Math.max(0, Math.min(width, scale(known.today + DAY)));
      layers.ahead.selectAll("rect").data([0]).join("rect").attr("x", tomorrow).attr("y", HEAD)
        .attr("width", width - tomorrow).attr("height", height - FOOT - HEAD);
      var isSeen = now >= 0 && now <= width, isLeft = now > width / 2, y = height - 7;
      layers.today.selectAll("line").data(isSeen ? [0] : []).join("line").attr("x1", now).attr("x2", now).attr("y1", HEAD).attr("y2", height);
      var day = inWords(known.today, true, true, true);
      var said = isSeen ? [{ x: isLeft ? now - 6 : now + 6, text: "Today, " + day, end: isLeft }] : [];
      if (isSeen ? isLeft && width - now > 54 : now < 0) said.push({ x: isSeen ? now + 6 : 4, text: "Ahead", end: false });
      layers.today.selectAll("text").data(said).join("text").attr("y", y).attr("x", (one) => one.x)
        .attr("text-anchor", (one) => (one.end ? "end" : "start")).text((one) => one.text);
    }

    function names() {
      var said = plan.filter((here) => here.lane.name).map((here) => ({ y: here.top, text: here.lane.name, number: here.lane.events.length }));
      if (known.counted.length) said.push({ y: plan.counted, text: "Earlier years, all their events", number: "" });
      var put = layers.names.selectAll("g").data(said).join((enter) => {
        var one = enter.append("g");
        one.append("line");
        one.append("text").attr("y", 19);
        return one;
      }).attr("transform", (one) => "translate(0," + one.y + ")");
      put.select("line").attr("x2", width);
      put.select("text").text((one) => cut(one.text, width - 50)).append("tspan").attr("dx", 8).attr("class", "br-picture__number").text((one) => one.number);
    }

    function marks(shift) {
      var held = document.activeElement;
      var seen = layers.marks.selectAll(".br-mark").data(shown.concat(countedMarks()), (one) => one.key)
        .join((enter) => enter.append((one) => element(one)), (update) => update, (exit) => exit.each(function () {
          if (this === held) frame.focus({ preventScroll: true });
        }).remove())
        .order().attr("tabindex", (one) => (one.key === current ? 0 : -1))
        .attr("transform", (one) => "translate(" + (one.x0 + (one.year ? 0 : shift)) + "," + one.y + ")");
      seen.each(function (one) { trace(d3.select(this), one, width - one.x1 - (one.year ? 0 : shift) - 5); });
      if (held && held !== document.activeElement && held.isConnected) held.focus({ preventScroll: true });
    }

    function countedMarks() {
      return known.counted.filter((year) => scale(year.to) > 0 && scale(year.from) < width).map((year) => ({
        key: "year " + year.label, year: year, x0: scale(year.from), x1: scale(year.to), y: plan.counted + NAME, row: 0,
      }));
    }

    function element(one) {
      var made = d3.create(one.of ? "svg:g" : "svg:a").attr("class", "br-mark " + (one.of ? "br-mark--several" : one.year ? "br-mark--counted" : kind(one.event)));
      if (one.of) made.attr("role", "button").attr("data-events", one.of.map((each) => each.id).join(" "));
      /* Whole addresses: Material writes others anew, and cannot where a link is one of a drawing. */
      else if (one.event) made.attr("href", new URL(way(one.event), location.href).href);
      if (one.event) made.attr("data-event", one.event.id).attr("lang", one.event.lang || null);
      made.attr("aria-label", name(one));
      made.append("rect").attr("class", "br-mark__hit").attr("height", ROW);
      made.append(one.event && one.event.isDay ? "circle" : "rect").attr("class", "br-mark__shape");
      made.append("text").attr("class", "br-mark__label").attr("y", 17);
      return made.node();
    }

    function kind(event) {
      return "br-mark--" + (event.isDay && !event.vague ? "day" : event.vague ? "vague" : "span") + (event.ahead ? " br-mark--ahead" : "");
    }

    function name(one) {
      if (one.year) return one.year.label + ": " + one.year.number + " events";
      if (one.of) return one.of.length + " events, " + one.of[0].words + " to " + one.of[one.of.length - 1].words + ": zoom in";
      var notes = [one.event.place, one.event.basis, one.event.kinds.includes("disputed") ? "sources differ" : ""].filter(Boolean);
      return one.event.words + ": " + one.event.title + (notes.length ? ", " + notes.join(", ") : "");
    }

    function trace(put, one, free) {
      if (one.year) put.attr("href", new URL(root.dataset.up + "/" + page(one.year.address + kept()), location.href).href);
      var wide = one.x1 - one.x0, shape = put.select(".br-mark__shape");
      put.select(".br-mark__hit").attr("x", Math.min(0, (wide - ROW) / 2)).attr("width", Math.max(wide, ROW) + Math.max(0, Math.min(one.label || 0, free)));
      if (one.event && one.event.isDay) shape.attr("cx", wide / 2).attr("cy", ROW / 2).attr("r", DOT);
      else shape.attr("width", Math.max(1, wide)).attr("height", one.event ? 10 : 16).attr("y", one.event ? 7 : 4).attr("rx", one.event ? 5 : 2)
        .attr("mask", one.event && one.in + one.out > 0 ? soft(one.in, one.out) : null);
      var text = put.select(".br-mark__label"), said = one.of ? String(one.of.length) : one.year ? String(one.year.number) : one.event.title;
      var room = one.event ? Math.min(one.label - 4, free) : wide;
      text.attr("x", one.event ? wide + 5 : wide / 2).attr("text-anchor", one.event ? null : "middle")
        .text(one.event && room < LEAST_LABEL ? "" : cut(said, room));
    }

    /* A mask that fades so much of a mark at its start, and so much at its end. */
    function soft(start, end) {
      var [first, last] = [start, end].map((part) => Math.round(Math.min(1, part) * 20) * 5);
      if (first + last > 100) last = 100 - first;
      var id = "br-soft-" + first + "-" + last;
      if (!fades.has(id)) {
        fades.add(id);
        var shade = masks.append("linearGradient").attr("id", id + "-shade");
        [[0, first ? 0.06 : 1], [first / 100, 1], [1 - last / 100, 1], [1, last ? 0.06 : 1]].forEach(([at, light]) => {
          shade.append("stop").attr("offset", at).attr("stop-color", "#fff").attr("stop-opacity", light);
        });
        masks.append("mask").attr("id", id).attr("maskContentUnits", "objectBoundingBox")
          .attr("x", "-5%").attr("y", "-20%").attr("width", "110%").attr("height", "140%")
          .append("rect").attr("x", -0.05).attr("y", -0.2).attr("width", 1.1).attr("height", 1.4).attr("fill", "url(#" + id + "-shade)");
      }
      return "url(#" + id + ")";
    }

    function cut(text, room) {
      if (words.measureText(text).width <= room) return text;
      var from = 0, to = text.length;
      while (from < to) {
        var middle = (from + to + 1) >> 1;
        if (words.measureText(text.slice(0, middle) + "…").width <= room) from = middle; else to = middle - 1;
      }
      /* Whole words: who steers by voice says what is seen, and it has to be in the name. */
      var end = text.slice(0, from + 1).lastIndexOf(" ");
      return end > 3 ? text.slice(0, end).trimEnd() + "…" : "";
    }

    /* ---- What is told of a mark ---- */

    function tellOf(node) {
      var one = d3.select(node).datum();
      clearTimeout(hovering);
      if (!one || one.year) return hide();
      told.replaceChildren(...(one.of || [one.event]).slice(0, 6).map((event) => paragraph(event, !one.of)));
      if (one.of && one.of.length > 6) told.append(line("p", "br-picture__note", "and " + (one.of.length - 6) + " more: zoom in"));
      told.hidden = false;
      var box = node.getBoundingClientRect(), around = frame.getBoundingClientRect();
      var shape = node.querySelector(".br-mark__shape").getBoundingClientRect();
      var middle = Math.max(around.left, Math.min(around.right, shape.left + shape.width / 2)) - around.left;
      var top = box.bottom - around.top;
      told.style.left = Math.max(0, Math.min(around.width - told.offsetWidth, middle - told.offsetWidth / 3)) + "px";
      told.style.top = (window.innerHeight - box.bottom < told.offsetHeight && box.top > told.offsetHeight + 60 ? box.top - around.top - told.offsetHeight : top) + "px";
    }

    function paragraph(event, isAlone) {
      var made = document.createElement("div");
      made.className = "br-picture__event";
      made.append(line("p", "br-picture__date", event.words), line("p", "br-picture__title", event.title));
      made.lastChild.dir = "auto";
      if (event.lang) made.lastChild.lang = event.lang;
      var notes = [event.place, event.basis, event.kinds.includes("disputed") ? "sources give different dates" : "",
        event.marking === root.dataset.marking ? "" : event.marking].filter(Boolean).join(" · ");
      if (notes && isAlone) made.append(line("p", "br-picture__note", notes));
      var link = line("a", "", way(event)[0] === "#" ? "In the list" : "On its year’s page");
      link.href = way(event);
      made.append(link);
      return made;
    }

    function hide() { told.hidden = true; }

    function hideSoon() {
      clearTimeout(hovering);
      hovering = setTimeout(() => { if (!told.matches(":hover, :focus-within") && !frame.querySelector(".br-mark:focus-visible")) hide(); }, 250);
    }

    /* ---- What readers do ---- */

    function on(target, type, act) { target.addEventListener(type, (event) => { if (root.isConnected) act(event); else gone.abort(); }, { signal: gone.signal }); }

    function markOf(event) { return event.target.closest && event.target.closest(".br-mark"); }

    on(frame, "pointerover", (event) => { if (event.pointerType !== "touch" && markOf(event)) tellOf(markOf(event)); });
    on(frame, "pointerout", hideSoon);
    on(frame, "pointerdown", (event) => { finger = event.pointerType === "touch"; });
    on(frame, "focusin", (event) => {
      var node = markOf(event);
      if (!node) return;
      current = d3.select(node).datum().key;
      layers.marks.selectAll(".br-mark").attr("tabindex", (one) => (one.key === current ? 0 : -1));
      tellOf(node);
    });
    on(frame, "focusout", hideSoon);
    on(frame, "click", (event) => {
      var node = markOf(event), one = node && d3.select(node).datum();
      if (one && one.of) { event.preventDefault(); into(node, one); }
      else if (one && one.event && finger) { event.preventDefault(); tellOf(node); }
    });

    function into(node, one) {
      var from = Math.min(...one.of.map((event) => event.first)), to = Math.max(...one.of.map((event) => event.last));
      var edge = Math.max((to - from) / 4, 2 * DAY), k = d3.zoomTransform(sheet.node()).k;
      if (!isFinite(from) || !isFinite(to) || (whole[1] - whole[0]) / (to - from + 2 * edge) <= 1.2 * k) return tellOf(node);
      turn([from - edge, to + edge]);
      moved(true);
    }

    function zoomBy(factor, x) { zoom.scaleBy(sheet, factor, [x === undefined ? width / 2 : x, 0]); moved(true); }
    function panBy(part) { zoom.translateBy(sheet, -part * width / d3.zoomTransform(sheet.node()).k, 0); moved(true); }

    var deeds = {
      back: () => panBy(-0.4), on: () => panBy(0.4), in: () => zoomBy(2), out: () => zoomBy(0.5),
      whole: () => { Object.assign(wanted, { from: "", to: "" }); show(true); },
      clear: () => { ASKED.forEach((name) => { if (name !== "lanes") wanted[name] = ""; }); show(true); },
    };
    root.querySelectorAll("[data-deed]").forEach((button) => on(button, "click", () => deeds[button.dataset.deed]()));
    ASKED.forEach((name) => on(fields[name], "change", () => {
      wanted[name] = fields[name].value;
      if (wanted.from && wanted.to && wanted.to < wanted.from) [wanted.from, wanted.to] = [wanted.to, wanted.from];
      show(true);
    }));

    on(frame, "keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || told.contains(event.target) && event.key !== "Escape") return;
      var node = markOf(event), one = node && d3.select(node).datum(), x = node ? node.getBoundingClientRect().left - frame.getBoundingClientRect().left : undefined;
      var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], level = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (event.key === "+" || event.key === "=") zoomBy(2, x);
      else if (event.key === "-" || event.key === "_") zoomBy(0.5, x);
      else if (event.key === "0") deeds.whole();
      else if (event.key === "Escape" && !told.hidden) { if (told.contains(event.target)) focus(current); hide(); }
      else if (step && (!node || event.shiftKey)) panBy(0.2 * step);
      else if (step) go(plan.marks[plan.marks.findIndex((each) => each.key === one.key) + step]);
      else if (level && node) go(beside(one, level));
      else if (node && event.key === "Home") go(plan.marks[0]);
      else if (node && event.key === "End") go(plan.marks[plan.marks.length - 1]);
      else if (node && one.of && (event.key === "Enter" || event.key === " ")) into(node, one);
      else return;
      event.preventDefault();
    });

    /* The nearest mark in the next row that has one. */
    function beside(one, level) {
      return shown.filter((each) => level * (each.y - one.y) > 0)
        .sort((a, b) => level * (a.y - b.y) || Math.abs(a.x0 - one.x0) - Math.abs(b.x0 - one.x0))[0];
    }

    function go(one) {
      if (!one) return;
      var transform = d3.zoomTransform(sheet.node()), x = one.x0 + transform.x;
      if (x < 0 || x > width - ROW) {
        zoom.translateTo(sheet, (one.x0 + one.x1) / 2 / transform.k, 0);
        moved(false);
      }
      current = one.key;
      focus(current);
    }

    function focus(key) {
      var node = layers.marks.selectAll(".br-mark").filter((one) => one.key === key).node();
      if (node) node.focus({ preventScroll: false });
    }

    /* ---- Beginning, and what happens around the picture ---- */

    function again() {
      var now = asked();
      if (location.pathname !== path || ASKED.every((name) => now[name] === wanted[name])) return;
      wanted = now;
      show(false);
    }

    SUBJECTS.forEach((name) => {
      var several = document.createDocumentFragment();
      known.subjects.filter((one) => one.ref.startsWith(FOLDERS[name])).forEach((one) => {
        several.append(new Option(one.label + " (" + known.numbers.get(one.ref) + ")", one.ref.slice(FOLDERS[name].length)));
      });
      fields[name].append(several);
    });
    Array.from(fields.kind.options).forEach((one) => {
      if (one.value && !known.events.some((event) => event.kinds.includes(one.value))) one.remove();
    });
    filters.open = window.matchMedia("(min-width: 45em)").matches;
    on(window, "popstate", again);
    if (window.location$) var address = window.location$.subscribe(() => { if (root.isConnected) setTimeout(again); else address.unsubscribe(); });

    function fit() {
      if (frame.clientWidth === width || !frame.clientWidth) return;
      width = frame.clientWidth;
      base.range([0, width]);
      var style = getComputedStyle(frame);
      words.font = style.fontSize + " " + style.fontFamily;
      settle();
      setTimeout(() => { if (root.isConnected) place(); });
    }

    fit();  /* At once, into the room that is kept for it: what stands below does not move. */
    new ResizeObserver((seen, observer) => {
      if (root.isConnected) fit();
      else { observer.disconnect(); gone.abort(); }
    }).observe(frame);
  }

  function line(tag, style, text) {
    var made = document.createElement(tag);
    if (style) made.className = style;
    made.textContent = text;
    return made;
  }

  /* ---- The list below ---- */

  /* Hides what is not asked for; of asked-for events that only other pages list, it adds a line each. */
  function timelineList(root, known, way) {
    var main = root.parentElement, more = null;
    var lines = new Map(known.events.map((event) => [event, document.getElementById(event.address.split("#")[1])]));
    var groups = Array.from(main.querySelectorAll(":scope > .br-group"));

    function filter(matches, isNarrowed) {
      var elsewhere = [];
      lines.forEach((line, event) => {
        var isIn = matches(event);
        if (line) line.hidden = !isIn;
        else if (isIn && isNarrowed) elsewhere.push(event);
      });
      groups.forEach((group) => { group.hidden = !group.querySelector(".br-event:not([hidden])"); });
      if (more) more.remove();
      more = elsewhere.length ? add(elsewhere) : null;
    }

    function add(events) {
      var made = document.createElement("section"), several = document.createElement("ol");
      made.className = "br-group br-picture__elsewhere";
      made.append(line("h2", "br-year", "In earlier years"), several);
      several.className = "br-events br-events--short";
      several.append(...events.slice(-MOST_LINES).reverse().map((event) => {
        var item = document.createElement("li"), what = document.createElement("p"), link = line("a", "", event.title);
        item.className = "br-event" + (event.vague ? " br-event--vague" : "") + (event.ahead ? " br-event--future" : "");
        link.href = way(event);
        if (event.lang) link.lang = event.lang;
        what.className = "br-event__what";
        what.dir = "auto";
        what.append(link);
        item.append(line("p", "br-event__date", event.words), what);
        return item;
      }));
      if (events.length > MOST_LINES) made.append(line("p", "br-quiet", "And " + (events.length - MOST_LINES) + " more in the picture."));
      (groups[groups.length - 1] || root).after(made);
      return made;
    }

    return { filter: filter };
  }
})();
