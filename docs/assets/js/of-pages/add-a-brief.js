/* The form for a new document: what is said in it becomes a file to download, to copy, or to take to the forge. */
(function () {
  "use strict";

  var form = document.getElementById("br-new"), made = window.briefingDocument;
  /* Material runs this anew with each showing of the page; one form is set up once. */
  if (!form || !form.hidden) return;
  var data = JSON.parse(document.getElementById("br-new-data").content.textContent);
  var page = form.closest("[data-repository]") || document.body;
  var there = data.several_roots ? null : made.newFile(page.dataset.repository, page.dataset.editing);
  var chosen = {}, proposed = "", tried = false, download = "", copies = 0;

  function by(id) { return document.getElementById("br-new-" + id); }

  function all(selector, within) { return Array.from((within || form).querySelectorAll(selector)); }

  function kind() { return by("kind").value; }

  function element(name, attributes, text) {
    var it = document.createElement(name);
    Object.keys(attributes || {}).forEach((key) => it.setAttribute(key, attributes[key]));
    if (text) it.textContent = text;
    return it;
  }

  /* ── What is said ── */

  function entries(name) {
    return all("[data-repeat=" + name + "] .br-repeat__entry").map((entry) => {
      var one = {};
      all("[data-part]", entry).forEach((part) => { one[part.dataset.part] = made.line(input(part).value); });
      /* A proposed id alone says nothing. */
      if (name === "judgements" && Object.keys(one).every((key) => key === "id" || !one[key])) one.id = "";
      return one;
    });
  }

  function said() {
    var now = kind(), type = by("type-" + now);
    var found = { kind: now, type: type ? type.value : "" };
    ["title", "id", "summary", "marking"].forEach((key) => { found[key] = made.line(by(key).value); });
    found.date = made.isProfile(now) ? "" : by("date").value;
    all("[data-several]").forEach((box) => {
      found[box.dataset.several] = isOf(box.closest("[data-field]"), now) ? chosen[box.dataset.several].slice() : [];
    });
    ["sources", "judgements"].forEach((name) => {
      found[name] = isOf(form.querySelector("[data-repeat=" + name + "]"), now) ? entries(name) : [];
    });
    return found;
  }

  /* ── Fields ── */

  function input(field) { return field.querySelector("input, select, textarea"); }

  function isOf(part, now) { return !part.dataset.for || part.dataset.for.split(" ").includes(now); }

  function fieldAt(at, now) {
    var steps = at.split(".");
    if (steps.length === 1) return form.querySelector("[data-field='" + (at === "type" ? "type-" + now : at) + "']");
    return all("[data-repeat=" + steps[0] + "] .br-repeat__entry")[steps[1]].querySelector("[data-part=" + steps[2] + "]");
  }

  function describe(field, says) {
    var error = field.querySelector(".br-field__error"), hint = field.querySelector(".br-field__hint"), box = input(field);
    error.textContent = says;
    error.hidden = !says;
    if (says) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
    var ids = [hint, says ? error : null].filter(Boolean).map((one) => one.id);
    if (ids.length) box.setAttribute("aria-describedby", ids.join(" "));
    else box.removeAttribute("aria-describedby");
  }

  function ofKind() {
    var now = kind(), needed = data.kinds[now].needed;
    all("[data-for]").forEach((part) => { part.hidden = !isOf(part, now); });
    all("[data-field]").forEach((field) => {
      var optional = field.querySelector(".br-field__optional");
      if (optional) optional.hidden = needed.includes(field.dataset.field.split("-")[0]);
    });
    by("title").previousElementSibling.previousElementSibling.firstChild.data = made.isProfile(now) ? "Name" : "Title";
    propose();
  }

  /* The id follows the title until somebody writes another. */
  function propose() {
    if (by("id").value && by("id").value !== proposed) return;
    proposed = made.free(made.idOf(made.line(by("title").value), data.kinds[kind()].noun, data), kind(), data);
    by("id").value = proposed;
  }

  /* ── Several of many ── */

  function choicesOf(box) {
    var own = box.dataset.choices;
    return own === "authors" ? data.authors.map((one) => [one[0], one[1], 0]) : data.choices[own];
  }

  function names(choice) { return [choice[0], choice[1]].concat(choice.slice(3)); }

  function nameIn(choices, choice) {
    var twice = choices.some((one) => one !== choice && one[1] === choice[1]);
    return twice ? choice[1] + " (" + choice[0] + ")" : choice[1];
  }

  /* Filled when somebody comes to it: there may be thousands. */
  function offer(box) {
    var list = document.getElementById(box.getAttribute("list")), choices = choicesOf(box);
    if (list.childElementCount || !choices.length) return;
    var counts = {};
    choices.forEach((one) => { counts[one[1]] = (counts[one[1]] || 0) + 1; });
    list.append(...choices.map((one) => {
      var also = [one[0]].concat(one.slice(3)).filter((name) => name !== one[1]);
      return element("option", { value: counts[one[1]] > 1 ? one[1] + " (" + one[0] + ")" : one[1], label: also.join(", ") });
    }));
  }

  function matching(box) {
    var typed = made.line(box.value), small = typed.toLowerCase(), choices = choicesOf(box);
    if (!typed) return null;
    var exact = choices.filter((one) => names(one).concat(one[1] + " (" + one[0] + ")").some((name) => name.toLowerCase() === small));
    if (exact.length === 1) return exact[0][0];
    if (box.dataset.several === "authors") return exact.length ? exact[0][0] : typed;
    var holding = choices.filter((one) => names(one).some((name) => name.toLowerCase().includes(small)));
    return !exact.length && holding.length === 1 ? holding[0][0] : null;
  }

  function add(box) {
    var name = box.dataset.several, id = matching(box), field = box.closest("[data-field]");
    if (id) {
      if (!chosen[name].includes(id)) chosen[name].push(id);
      box.value = "";
      tell(field, labelOf(box, id) + " added");
      chips(box);
    }
    describe(field, id || !made.line(box.value) ? "" : unclear(box));
    refresh();
  }

  function unclear(box) {
    if (matching(box)) return "“" + made.line(box.value) + "” is not added yet: press Add.";
    return "“" + made.line(box.value) + "” is not one of them, or could be several. Type more of the name, or choose from the list.";
  }

  function labelOf(box, id) {
    var choices = choicesOf(box), one = choices.find((choice) => choice[0] === id);
    return one ? nameIn(choices, one) : id;
  }

  function tell(field, what) { field.querySelector("[role=status]").textContent = what; }

  function chips(box) {
    var name = box.dataset.several, field = box.closest("[data-field]"), list = field.querySelector(".br-chips");
    list.hidden = !chosen[name].length;
    list.replaceChildren(...chosen[name].map((id) => {
      var label = labelOf(box, id), item = element("li", { class: "br-chip" }, label);
      var out = element("button", { type: "button", class: "br-chip__out", "aria-label": "Remove " + label }, "×");
      out.addEventListener("click", () => {
        chosen[name] = chosen[name].filter((one) => one !== id);
        tell(field, label + " removed");
        chips(box);
        refresh();
        box.focus();
      });
      item.append(out);
      return item;
    }));
  }

  /* ── Sources and judgements ── */

  function more(name) {
    var group = form.querySelector("[data-repeat=" + name + "]"), one = group.dataset.one;
    var entry = element("div", { class: "br-repeat__entry", role: "group" });
    entry.append(group.querySelector("template").content.cloneNode(true));
    copies += 1;
    all("[data-part]", entry).forEach((part) => {
      var id = "br-new-" + name + "-" + copies + "-" + part.dataset.part, hint = part.querySelector(".br-field__hint");
      input(part).id = id;
      part.querySelector("label").htmlFor = id;
      part.querySelector(".br-field__error").id = id + "-error";
      if (hint) hint.id = id + "-hint";
      describe(part, "");
    });
    var out = element("button", { type: "button", class: "br-button" }, "Remove this " + one);
    out.addEventListener("click", () => {
      entry.remove();
      number(group);
      refresh();
      group.querySelector("[data-more]").focus();
    });
    entry.append(out);
    if (name === "judgements") follow(entry);
    group.querySelector(".br-repeat__entries").append(entry);
    number(group);
    input(entry).focus();
  }

  function number(group) {
    var one = group.dataset.one;
    all(".br-repeat__entry", group).forEach((entry, at) => {
      entry.setAttribute("aria-label", one.charAt(0).toUpperCase() + one.slice(1) + " " + (at + 1));
    });
  }

  /* A judgement's id is made of the first words of its text. */
  function follow(entry) {
    var text = input(entry.querySelector("[data-part=text]")), id = input(entry.querySelector("[data-part=id]")), last = "";
    text.addEventListener("input", () => {
      if (id.value && id.value !== last) return;
      var taken = all("[data-repeat=judgements] [data-part=id] input").filter((one) => one !== id).map((one) => one.value);
      last = made.idOf(made.line(text.value), "judgement", data).split("-").slice(0, 5).join("-");
      for (var tries = 2, start = last; taken.includes(last) || data.reserved.includes(last); tries += 1) last = start + "-" + tries;
      id.value = last;
    });
  }

  /* ── Problems, and the file ── */

  /* Where something was typed and not added. */
  function pending(now) {
    return all("[data-several]").filter((box) => isOf(box.closest("[data-field]"), now) && made.line(box.value));
  }

  /* In the order of the fields; a text that was typed and not added says more than that nothing was. */
  function problems(now) {
    var typed = pending(now.kind).map((box) => ({ at: box.dataset.several, says: unclear(box) }));
    var found = made.problems(now, data).filter((one) => !typed.some((other) => other.at === one.at)).concat(typed);
    var order = all("[data-field], [data-part]");
    return found.sort((a, b) => order.indexOf(fieldAt(a.at, now.kind)) - order.indexOf(fieldAt(b.at, now.kind)));
  }

  function show(found, now) {
    all("[data-field], [data-part]").forEach((field) => describe(field, ""));
    found.slice().reverse().forEach((one) => describe(fieldAt(one.at, now.kind), one.says));
    var box = by("problems"), items = found.map((one) => {
      var field = fieldAt(one.at, now.kind), to = input(field), item = element("li");
      var link = element("a", { href: "#" + to.id }, field.querySelector("label").firstChild.data.trim() + ": " + one.says);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        event.stopPropagation();  /* Material would show the page anew, and empty. */
        to.focus();
      });
      item.append(link);
      return item;
    });
    box.hidden = !found.length;
    box.replaceChildren();
    if (!found.length) return;
    var list = element("ul");
    list.append(...items);
    box.append(element("p", {}, found.length === 1 ? "One thing is missing or wrong:" : found.length + " things are missing or wrong:"), list);
  }

  function refresh() {
    if (!tried) return false;
    var now = said(), found = problems(now);
    show(found, now);
    by("file").hidden = Boolean(found.length);
    if (!found.length) give(made.write(now, data));
    return !found.length;
  }

  function give(file) {
    if (download) URL.revokeObjectURL(download);
    download = URL.createObjectURL(new Blob([file.text], { type: "text/markdown;charset=utf-8" }));
    by("path").textContent = file.path;
    by("text").value = file.text;
    by("download").href = download;
    by("download").download = file.name;
    by("said").textContent = "";
    by("roots").hidden = !data.several_roots;
    by("forge").hidden = !there;
    by("long").hidden = true;
    if (!there) return;
    var way = made.forge(there, file);
    by("forge").href = way.address;
    by("forge").textContent = "Open it at " + there.host;
    by("long").hidden = way.holds;
  }

  function copy() {
    function told(done) {
      by("said").textContent = done ? "Copied." : "Could not be copied; it is selected: press Ctrl+C or ⌘C.";
    }
    /* Pages that no certificate vouches for have no other way than the old one. */
    function old() {
      by("text").select();
      told(document.execCommand("copy"));
    }
    if (navigator.clipboard) navigator.clipboard.writeText(by("text").value).then(() => told(true), old);
    else old();
  }

  /* ── Set up ── */

  function today() {
    var now = new Date();
    return [String(now.getFullYear()).padStart(4, "0"), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  all("[data-several]").forEach((box) => {
    chosen[box.dataset.several] = [];
    box.addEventListener("focus", () => offer(box));
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      add(box);
    });
    /* A choice from the list comes as one piece, what is typed letter by letter. */
    box.addEventListener("input", (event) => {
      if (!event.inputType || event.inputType === "insertReplacementText") add(box);
    });
  });
  all("[data-add]").forEach((button) => button.addEventListener("click", () => {
    add(by(button.dataset.add));
    by(button.dataset.add).focus();
  }));
  all("[data-more]").forEach((button) => button.addEventListener("click", () => more(button.dataset.more)));
  by("kind").addEventListener("change", ofKind);
  by("title").addEventListener("input", propose);
  form.addEventListener("input", (event) => { if (!event.target.dataset.several) refresh(); });
  form.addEventListener("change", () => refresh());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tried = true;
    pending(kind()).filter(matching).forEach(add);
    if (refresh()) by("file").focus();
    else by("problems").focus();
  });
  by("copy").addEventListener("click", copy);
  by("date").value = by("date").value || today();
  ofKind();
  document.getElementById("br-new-off").hidden = true;
  form.hidden = false;
})();
