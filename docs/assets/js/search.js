/* Answers the theme's search box from the files below search/, of which it loads those that a query needs. */
(function () {
  "use strict";

  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
    .filter((sign) => !/[0-9"\\]/.test(sign)).join("");
  var HALF = SIGNS.length >> 1;
  var KINDS = { actor: "a", agreement: "g", article: "r", brief: "b", topic: "t", page: "p" };
  var SHOWN = 13;           /* With the note that there are more these fill what the theme shows in its first two goes. */
  var WITH_TEXT = 3;        /* Of so many the text is loaded, too. */
  var VERIFIED = 24;        /* In so many a phrase is looked for. */
  var BEGINNINGS = 6, SLIPS = 4, STRETCHES = 3, HELD = 160;
  var NAMED = 18, FEW = 2;  /* From this weight on a word is part of a name; one in so few pages may be a slip. */
  var COMMON = 0.3, ENOUGH = 0.6;
  var MARKINGS = { ".": "TLP:CLEAR", ",": "TLP:GREEN", ";": "TLP:AMBER", ":": "TLP:AMBER+STRICT" };
  var HAS = { "@": "timeline", "~": "feed" };
  var SUBJECTS = "agt", NAMES = 3;

  /* Words as pages/search_words.py makes them. */
  var TYPED = {};
  function typed(from, to) { Array.from(from).forEach((sign, at) => { TYPED[sign] = to[at] || to[0]; }); }
  typed("łŁøØđĐðÐħĦıĸŋŊ", Array.from("lLoOdDdDhHiknN"));
  typed("ßẞæÆœŒþÞ", ["ss", "SS", "ae", "AE", "oe", "OE", "th", "Th"]);
  typed("’‘‛ʼʻʽʾʿ′´`＇", ["'"]);
  typed("‐‑‒–—―−﹣－", ["-"]);
  var WORD = /[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}]){1,40}(?:'[\p{L}\p{N}]{1,40})*/gu;

  function folded(text) {
    return text
      .replace(/[^\x00-\x7f]+/g, (run) => Array.from(run, (sign) => TYPED[sign] || sign).join("")
        .normalize("NFKD").replace(/[\p{Mn}\p{Me}\p{Cf}]+/gu, "").normalize("NFC"))
      .toLowerCase()
      .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replaceAll(".", ""));
  }

  function words(text) {
    return (folded(text).match(WORD) || []).map((word) => word.replace(/'s$/, "").replaceAll("'", ""));
  }

  /* ---- Files ---- */

  /* Pages from a disk have no workers: there this runs in the page (from-disk.js), files are scripts, and a folder
     has no page that is found without its name. */
  var script = typeof document === "undefined" ? null : document.currentScript;
  var port = script ? script.port : self;
  var home = new URL("../../", script ? script.src : self.location.href);
  var suffix = script ? "index.html" : "";
  var held = new Map();

  async function fetched(path) {
    if (script) return briefingLoad(new URL(`search/${path}.js`, home));
    var answer = await fetch(new URL(`search/${path}.json`, home), path === "directory" ? { cache: "no-cache" } : {});
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  function file(path) {
    var found = held.get(path) || fetched(path);
    held.delete(path);
    held.set(path, found);      /* the last in the map is the one that was used last */
    found.catch(() => held.delete(path));
    for (var old of held.keys()) {
      if (held.size <= HELD) break;
      if (old !== "directory") held.delete(old);
    }
    return found;
  }

  /* The files that hold the words from the first to the last of a stretch of the alphabet. */
  function stretch(table, first, last) {
    var from = 0, to = 0;
    while (from + 1 < table.length && table[from + 1][0] <= first) from += 1;
    for (to = from; to + 1 < table.length && table[to + 1][0] <= last; to += 1);
    return table.slice(from, to + 1).map((row) => row[1]);
  }

  async function beginning(directory, start) {
    var names = stretch(directory.words, start, `${start}\uffff`).slice(0, STRETCHES);
    return Object.assign({}, ...await Promise.all(names.map((name) => file(`words/${name}`))));
  }

  async function numbered(directory, folder, number) {
    var { each, files } = directory[folder];
    return (await file(`${folder}/${files[Math.floor(number / each)]}`))[number % each];
  }

  async function posting(directory, word) {
    var [name] = stretch(directory.terms, word, word);
    var text = (await file(`terms/${name}`))[word] || "";
    var pages = [], weights = [], next = 0;
    for (var at = 0; at < text.length; at += 1) {
      var step = 0, scale = 1, sign = SIGNS.indexOf(text[at]);
      for (; sign >= HALF; sign = SIGNS.indexOf(text[at += 1])) {
        step += (sign - HALF) * scale;
        scale *= HALF;
      }
      next += step + sign * scale;
      pages.push(next);
      weights.push(SIGNS.indexOf(text[at += 1]));
      next += 1;
    }
    return { pages, weights };
  }

  /* ---- Questions ---- */

  function asked(text) {
    var kinds = [], phrases = [];
    var rest = text.replace(/(^|\s)(?:kind|type):(\p{L}+)/giu, (all, gap, name) => {
      var kind = KINDS[name.toLowerCase().replace(/s$/, "")];
      if (kind) kinds.push(kind);
      return kind ? gap : all;
    });
    rest.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, (all, inside) => { phrases.push(words(inside)); });
    return {
      words: [...new Set(words(rest))],
      kinds,
      phrases: phrases.filter((phrase) => phrase.length > 1),
      open: /[\p{L}\p{N}]$/u.test(text) && words(rest).pop(),     /* the word that is still being typed */
      written: (rest.match(/\S+$/) || [""])[0],
    };
  }

  /* What two forms of an English word have in common; other languages lose nothing by it. */
  function stem(word) {
    if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, 3) : word;
    return word.replace(/(?:ies|ied|y)$/, "i").replace(/(?:ing|ed|es|s|e)$/, "");
  }

  /* Whether one letter more, less, other, or two letters swapped make one word of the other. */
  function isSlip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    var at = 0, back = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    while (back < Math.min(one.length, other.length) - at && one.at(-1 - back) === other.at(-1 - back)) back += 1;
    var a = one.slice(at, one.length - back), b = other.slice(at, other.length - back);
    return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a === b[1] + b[0] && b.length === 2);
  }

  /* A word of the vocabulary with what is said of it: its greatest weight, and in how many pages it is. */
  function entry([word, [weight, many]]) {
    return { word, weight: SIGNS.indexOf(weight), many: SIGNS.indexOf(many) + 1 };
  }

  function best(found, many) {
    return found
      .sort((a, b) => b.weight - a.weight || b.many - a.many || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
      .slice(0, many);
  }

  /* The words of the vocabulary that a typed word stands for, each with how well it does. */
  async function meant(directory, word, isOpen) {
    var root = stem(word);
    var near = await beginning(directory, root.length < 3 ? word : root);
    var known = Object.entries(near).map(entry);
    var found = new Map();
    if (Object.hasOwn(near, word)) found.set(word, 1);
    known.filter((one) => one.word !== word && stem(one.word) === root).forEach((one) => found.set(one.word, 0.8));
    if (isOpen) {
      best(known.filter((one) => !found.has(one.word) && one.word.startsWith(word)), found.size ? BEGINNINGS / 2 : BEGINNINGS)
        .forEach((one) => found.set(one.word, 0.4 + 0.4 * word.length / one.word.length));
    }
    var isRare = known.every((one) => !found.has(one.word) || (one.weight < NAMED && one.many <= FEW));
    if (isRare && word.length > 3) {
      var starts = new Set([word.slice(0, 2), word[0] + word[2], word[1] + word[0], word.slice(1, 3), word[0]]);
      var others = await Promise.all([...starts].map((start) => beginning(directory, start)));
      var slips = Object.entries(Object.assign({}, ...others))
        .filter(([one]) => isSlip(word, one))
        .map(entry)
        .filter((one) => !found.has(one.word) && (!found.size || one.weight >= NAMED));
      best(slips, SLIPS).forEach((one) => found.set(one.word, 0.5));
    }
    return found;
  }

  /* For each word asked for: the pages, and how much they are about it. */
  async function about(directory, meanings) {
    var total = directory.kinds.length;
    return Promise.all(meanings.map(async (meaning) => {
      var points = new Map(), most = 0;
      var one = await Promise.all([...meaning].map(async ([word, share]) => ({ share, ...await posting(directory, word) })));
      var exact = one.find((part) => part.share === 1) || one[0];
      var rare = exact ? Math.log(1 + total / (1 + exact.pages.length)) : Math.log(1 + total);
      one.forEach(({ pages, weights, share }) => {
        pages.forEach((page, at) => {
          var value = share * weights[at] * rare;
          if (value > (points.get(page) || 0)) points.set(page, value);
        });
      });
      points.forEach((value) => { most = Math.max(most, value); });
      return { points, rare, isCommon: points.size > COMMON * total && total > 50 };
    }));
  }

  /* Pages in the order of how much they are about all of it; of equals the newer one first. */
  function ranked(parts, fits) {
    var whole = parts.reduce((sum, part) => sum + part.rare, 0);
    var pages = new Map();
    parts.forEach((part) => part.points.forEach((value, page) => {
      if (!fits(page)) return;
      var so = pages.get(page) || { page, points: 0, covered: 0 };
      so.points += value;
      so.covered += part.rare / whole;
      pages.set(page, so);
    }));
    var all = [...pages.values()];
    var most = all.reduce((high, one) => Math.max(high, one.covered), 0);
    return all
      .filter((one) => one.covered >= ENOUGH * most)
      .map((one) => ({ page: one.page, score: one.points * one.covered ** 2 }))
      .sort((a, b) => b.score - a.score || b.page - a.page);
  }

  /* ---- Answers ---- */

  function escaped(text) { return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`); }

  /* The text as HTML, with the words that were found marked; those go into `seen` as they are written. */
  function marked(text, isMeant, seen) {
    return text.split(/([\s\-–—,;:!?=()[\]{}"“”„«»…/]+)/).map((part) => {
      var found = part && words(part).some(isMeant);
      if (!found) return escaped(part);
      var [, before, inside, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(part);
      seen.add(inside.toLowerCase());
      return `${escaped(before)}<mark>${escaped(inside)}</mark>${escaped(after)}`;
    }).join("");
  }

  function has(phrase, text) { return ` ${words(text).join(" ")} `.includes(` ${phrase.join(" ")} `); }

  /* Of a text the two sentences that say most of what was asked for, in their order. */
  function teaser(text, isMeant, phrases) {
    var sentences = text.split("\n").filter(Boolean);
    var values = sentences.map((sentence, at) => ({
      at,
      value: new Set(words(sentence).filter(isMeant)).size + (phrases.some((phrase) => has(phrase, sentence)) ? 100 : 0),
    }));
    return values.sort((a, b) => b.value - a.value || a.at - b.at).slice(0, 2)
      .sort((a, b) => a.at - b.at).map(({ at }) => sentences[at]);
  }

  function item(location, title, sentences, tags, score, isMeant, { has = [], lacks = [], isSubject = false, language = "" } = {}) {
    var seen = new Set(), lang = language && ` lang="${escaped(language)}"`;
    var made = {
      location,
      title: lang ? `<span${lang}>${marked(title, isMeant, seen)}</span>` : marked(title, isMeant, seen),
      text: sentences.map((sentence) => `<p${lang}>${marked(sentence, isMeant, seen)}</p>`).join(""),
      tags: labels(title, tags, isSubject, isMeant, seen),
      score,
      terms: {},
    };
    [...(seen.size ? seen : has)].slice(0, 8).forEach((word) => { made.terms[word] = true; });
    lacks.forEach((word) => { made.terms[word] = false; });
    if (!made.tags.length) delete made.tags;
    return made;
  }

  /* The labels of a page and, of the one that was most likely meant, a mark of what else there is of it.

     A label in signs says the marking and what the page has; before it stand labels, and after it names. */
  function labels(title, tags, isSubject, isMeant, seen) {
    var at = tags.findIndex((tag) => /^[.,;:]@?~?$/.test(tag));
    if (at < 0) return tags.map((tag) => marked(tag, isMeant, seen));
    var signs = tags[at], names = tags.slice(at + 1);
    var isNamed = (name) => words(name).some(isMeant);
    var label = MARKINGS[signs[0]];
    var css = label.slice(4).toLowerCase().replace("+", "-");
    var made = tags.slice(0, at).map((tag) => marked(tag, isMeant, seen));
    made.push(`<span class="br-tlp br-tlp--${css}">${label}</span>`);
    if (names.length) {
      var first = [...names.filter(isNamed), ...names.filter((name) => !isNamed(name))].slice(0, NAMES);
      made.push(`also known as ${first.map((name) => marked(name, isMeant, seen)).join(", ")}`);
    }
    var offers = [...signs.slice(1)].map((sign) => HAS[sign]);
    if (isSubject && offers.length && [title, ...names].some(isNamed)) {
      made.push(`<span hidden data-offers="${offers.join(" ")}"></span>`);
    }
    return made;
  }

  async function shown(directory, hit, place, question, isMeant) {
    var [where, title, summary, ...tags] = await numbered(directory, "cards", hit.page);
    var [folder, language] = where.split(" "), location = folder + suffix;
    var isSubject = place === 0 && SUBJECTS.includes(directory.kinds[hit.page]);
    var text = hit.hasText || !place ? await numbered(directory, "texts", hit.page) : [""];
    var [lead, ...places] = text;
    var { phrases } = question;
    var said = teaser(`${summary}\n${lead}`, isMeant, phrases);
    var page = item(location, title, said, tags, hit.score, isMeant, { ...hit, isSubject, language });
    var count = (said) => new Set(words(said).filter(isMeant)).size
      + (phrases.some((phrase) => has(phrase, said)) ? 100 : 0);
    var own = count(`${title} ${tags.join(" ")} ${summary} ${lead}`);
    var parts = places
      .map(([anchor, heading, labels, said]) => ({ anchor, heading, labels, said, value: count(`${heading} ${said}`) }))
      .filter((part) => part.value)
      .sort((a, b) => b.value - a.value);
    var lower = hit.score;
    var sections = parts.map((part) => {
      lower = part.value > own && lower === hit.score ? hit.score : Math.min(lower, hit.score) * 0.9;
      return item(`${location}#${part.anchor}`, part.heading, teaser(part.said, isMeant, phrases), part.labels, lower, isMeant, { language });
    });
    if (!sections.length || parts[0].value <= own) return [page, ...sections];
    page.score = 0;
    return [sections[0], page, ...sections.slice(1)];
  }

  async function saysAll(directory, phrases, page) {
    var [, title, summary, ...tags] = await numbered(directory, "cards", page);
    var near = [title, summary, ...tags];
    if (phrases.every((phrase) => near.some((said) => has(phrase, said)))) return true;
    var [lead, ...places] = await numbered(directory, "texts", page);
    var said = [...near, lead, ...places.flatMap(([, heading, labels, text]) => [heading, ...labels, text])];
    return phrases.every((phrase) => said.some((one) => has(phrase, one)));
  }

  async function saying(directory, phrases, hits) {
    var tried = hits.slice(0, VERIFIED);
    var verdicts = await Promise.all(tried.map((hit) => saysAll(directory, phrases, hit.page)));
    return tried.filter((_, at) => verdicts[at]);
  }

  /* A page of that very title comes first, one in whose title the words stand together before others. */
  async function byTitle(directory, question, hits) {
    var run = question.words.join(" ");
    var judged = await Promise.all(hits.map(async (hit) => {
      var title = words((await numbered(directory, "cards", hit.page))[1]).join(" ");
      var factor = title === run ? 2 : question.words.length > 1 && ` ${title} `.includes(` ${run} `) ? 1.3 : 1;
      return { ...hit, score: hit.score * factor };
    }));
    return judged.sort((a, b) => b.score - a.score || b.page - a.page);
  }

  function note(count) {
    return [{
      location: "about/search/" + suffix,
      title: `The ${SHOWN} best of ${count} are listed`,
      text: "", score: 0, terms: {},
      tags: ["Add a word, a “phrase in quotes”, or a kind such as kind:brief"],
    }];
  }

  async function answer(text, isStale) {
    var question = asked(text);
    if (!question.words.length && !question.kinds.length) return { items: [] };
    var directory = await file("directory");
    var fits = (page) => !question.kinds.length || question.kinds.includes(directory.kinds[page]);
    var hits = [], parts = [], suggest = [], isMeant = () => false;
    if (question.words.length) {
      var meanings = await Promise.all(question.words.map((word) => meant(directory, word, word === question.open)));
      if (isStale()) return null;
      parts = await about(directory, meanings);
      var all = new Set(meanings.flatMap((meaning) => [...meaning.keys()]));
      isMeant = (word) => all.has(word);
      hits = ranked(parts, fits);
      if (question.phrases.length) {
        var inAll = (page) => question.words.every((_, at) => parts[at].points.has(page));
        hits = await saying(directory, question.phrases, hits.filter((hit) => inAll(hit.page)));
      }
      suggest = completion(question, meanings);
    } else {
      for (var page = directory.kinds.length - 1; page >= 0; page -= 1) if (fits(page)) hits.push({ page, score: 1 });
    }
    if (isStale()) return null;
    hits.slice(0, WITH_TEXT).forEach((hit) => {
      hit.hasText = true;
      numbered(directory, "texts", hit.page).catch(() => {});     /* while the cards come; asked for again below */
    });
    var first = await byTitle(directory, question, hits.slice(0, SHOWN));
    first.forEach((hit) => {
      hit.has = question.words.filter((_, at) => parts[at].points.has(hit.page));
      hit.lacks = question.words.filter((_, at) => !parts[at].isCommon && !parts[at].points.has(hit.page));
    });
    if (isStale()) return null;
    var items = await Promise.all(first.map((hit, place) => shown(directory, hit, place, question, isMeant)));
    if (hits.length > SHOWN) {
      var more = note(hits.length);
      while (items.length < hits.length) items.push(more);      /* the theme says how many there are */
    }
    return { items, suggest };
  }

  /* The word that is being typed, to its end, as far as it is typed in the reader's own letters. */
  function completion(question, meanings) {
    var { open, written } = question;
    if (!open || folded(written) !== open) return [];
    var [word] = [...meanings[question.words.indexOf(open)].keys()].filter((one) => one.startsWith(open));
    return word ? [written + word.slice(open.length)] : [];
  }

  /* ---- The theme's messages ---- */

  var latest = 0;

  async function reply(text) {
    var number = latest += 1;
    var isStale = () => number !== latest;
    for (var attempt = 0; attempt < 2; attempt += 1) {
      try {
        var data = await answer(text, isStale);
        if (data && !isStale()) port.postMessage({ type: RESULT, data });
        return;
      } catch (error) {
        held.clear();       /* another version of the site may have come meanwhile, with files of other names */
        if (attempt && !isStale()) {
          console.warn(error);
          port.postMessage({ type: RESULT, data: { items: [] } });
        }
      }
    }
  }

  port.addEventListener("message", (event) => {
    if (event.data.type === SETUP) port.postMessage({ type: READY });
    if (event.data.type === QUERY) reply(event.data.data);
  });
  if (script) port.start();
})();
