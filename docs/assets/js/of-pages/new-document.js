/* A new document as `scripts/new.py` makes it: its id, its front matter, and what is still wrong with it. No page is touched here. */
(function () {
  "use strict";

  /* As of the model's `slug.py`, which tests hold this against. */
  var APOSTROPHES = "'’`ʼ", WORD = /[\p{L}\p{N}_]/u, FOREIGN = /[^\x00-\x7f]/;

  /* Whether Unicode puts a sign in order among the marks of a letter: only those are the letter's marks. */
  function isMark(sign) {
    return ("\u0345" + sign).normalize("NFD") !== "\u0345" + sign || (sign + "\u0334").normalize("NFD") !== sign + "\u0334"
      || sign === "\u0345" || sign === "\u0334";
  }

  function plain(text, letters) {
    var signs = Array.from(text.toLowerCase());
    return signs.filter((sign, at) => !APOSTROPHES.includes(sign) && !(sign === "." && isInside(signs, at)))
      .map((sign) => (Object.prototype.hasOwnProperty.call(letters, sign) ? letters[sign] : sign)).join("")
      .normalize("NFKD").replace(/\p{M}/gu, (sign) => (isMark(sign) ? "" : sign)).toLowerCase();
  }

  /* The dots inside of `U.S.` */
  function isInside(signs, at) {
    return at > 0 && at + 1 < signs.length && WORD.test(signs[at - 1]) && WORD.test(signs[at + 1])
      && !(at > 1 && WORD.test(signs[at - 2]));
  }

  function idOf(title, noun, data) {
    var read = plain(title, data.letters);
    if (Array.from(read).some((sign) => FOREIGN.test(sign) && /\p{L}/u.test(sign))) return "";
    var words = read.match(/[a-z0-9]+/g) || [];
    if (words.length && !words.some((word) => /[a-z]/.test(word))) words.unshift(noun);
    var id = words.join("-"), most = data.limits.id;
    if (id.length <= most) return id;
    var cut = id.slice(0, most + 1), hyphen = cut.lastIndexOf("-");
    return hyphen > 0 ? cut.slice(0, hyphen) : id.slice(0, most);
  }

  function takenOf(kind, data) {
    return new Set((data.choices[kind] || []).map((choice) => choice[0]).concat(data.taken[kind]));
  }

  function free(id, kind, data) {
    var taken = takenOf(kind, data), found = id;
    for (var number = 2; found && (data.reserved.includes(found) || taken.has(found)); number += 1) {
      found = id.slice(0, data.limits.id - String(number).length - 1).replace(/-+$/, "") + "-" + number;
    }
    return found;
  }

  function whyNot(id, taken, data) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > data.limits.id || !/[a-z]/.test(id)) {
      return "Use small letters, digits and single hyphens, " + data.limits.id + " at most, with a letter.";
    }
    if (data.reserved.includes(id)) return "“" + id + "” is reserved for the site itself. Choose another.";
    return taken.has(id) ? "There is “" + id + "” already. Choose another." : "";
  }

  /* Texts: one line each, without what no page can carry or no reader can see. */
  var BREAKS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
  var UNSEEN = new RegExp("[\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u200b\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff"
    + "\\ufff9-\\ufffb\\ufdd0-\\ufdef\\ufffe\\uffff\\u{e0000}-\\u{e007f}\\ud800-\\udfff]|\\p{Noncharacter_Code_Point}", "gu");

  function line(text) {
    return text.replace(BREAKS, " ").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
  }

  /* YAML: bare where every reader takes it for text, else in quotes. */
  var BARE = /^\p{L}[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u, MISREAD = /: |:$| #|^(?:y|n|yes|no|true|false|on|off|null)$/i;

  function scalar(text) {
    if (BARE.test(text) && !MISREAD.test(text)) return text;
    if (/["\\]/.test(text) && !/[^\P{C}]/u.test(text)) return "'" + text.replace(/'/g, "''") + "'";
    return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
  }

  var DAY = /^\d{4}-\d{2}-\d{2}$/;

  /* Days and grades are read as what they look like; every other value is text. */
  function valueOf(key, value) {
    return (["date", "horizon"].includes(key) && DAY.test(value)) || key === "credibility" ? value : scalar(value);
  }

  /* An entry's keys, as they are written: its id first. */
  function keysOf(entry) {
    return Object.keys(entry).filter((key) => entry[key]).sort((a, b) => (b === "id") - (a === "id"));
  }

  function lines(key, value) {
    if (typeof value === "string") return [key + ": " + valueOf(key, value)];
    return [key + ":"].concat(...value.map((item) => typeof item === "string" ? ["- " + scalar(item)]
      : keysOf(item).map((part, at) => (at ? "  " : "- ") + part + ": " + valueOf(part, item[part]))));
  }

  function isProfile(kind) { return !["briefs", "articles"].includes(kind); }

  function isEmpty(entry) { return keysOf(entry).length === 0; }

  /* The file: where it lies, what it is called, what stands in it. */
  function write(said, data) {
    var kind = said.kind, about = data.kinds[kind], matter = {};
    matter[isProfile(kind) ? "name" : "title"] = said.title;
    matter[kind === "agreements" ? "kind" : "type"] = said.type;
    Object.assign(matter, { summary: said.summary || about.summary, date: said.date, status: "draft", marking: said.marking });
    ["authors", "broader", "topics", "actors", "agreements", "articles"].forEach((key) => { matter[key] = said[key]; });
    matter.sources = (said.sources || []).filter((one) => !isEmpty(one));
    matter.judgements = (said.judgements || []).filter((one) => !isEmpty(one));
    if (!isProfile(kind) && !(said.articles || []).length && !matter.sources.length) matter.sources = [{ title: data.source }];
    var head = data.keys.filter((key) => matter[key] && matter[key].length).map((key) => lines(key, matter[key]));
    var name = said.id + ".md", year = kind === "briefs" ? "/" + said.date.slice(0, 4) : "";
    return {
      name: name,
      path: about.folder + year + "/" + name,
      text: ["---"].concat(...head, "---", about.body ? ["", about.body] : []).join("\n") + "\n",
    };
  }

  /* Dates: as much of EDTF as people fill in; a file may hold more. */
  function isDay(text) {
    var day = new Date(text + "T00:00:00Z");
    return DAY.test(text) && text >= "0001" && !isNaN(day) && day.toISOString().startsWith(text);
  }

  function beginning(text) {
    var found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(text), part = found && Number(found[2] || 1);
    if (!found || found[1] === "0000") return NaN;
    if (found[3]) return isDay(text.slice(0, 10)) ? Number(text.slice(0, 10).replace(/-/g, "")) : NaN;
    if (part >= 21 && part <= 24) part = 3 * (part - 21) + 3;
    else if (part >= 33 && part <= 36) part = 3 * (part - 33) + 1;
    else if (part < 1 || part > 12) return NaN;
    return Number(found[1]) * 10000 + part * 100 + 1;
  }

  function isDate(text) {
    var ends = text.split("/").map(beginning);
    return ends.length <= 2 && !ends.some(isNaN) && (ends.length === 1 || ends[0] < ends[1]);
  }

  /* The words of likelihood and confidence, which no judgement's text may hold. */
  function estimative(text, data) {
    var words = data.estimative.slice().sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    var either = words.map((word) => word.replace(/\s/g, "[\\s-]+")).join("|");
    var found = new RegExp("(?:^|[^\\p{L}\\p{N}])(?!probable\\s+cause)(" + either + ")(?![\\p{L}\\p{N}])", "iu").exec(text);
    return found ? found[1] : "";
  }

  /* The forge's page for a new file, from the addresses that MkDocs makes its edit links of. */
  var MOST = 8000;  /* Servers refuse longer addresses. */

  function newFile(repository, editing) {
    var base = repository ? repository.replace(/\/*$/, "/") : "", from = (editing || "edit/main/docs/").split("{")[0], whole;
    try { whole = new URL(from, base || undefined).href; } catch (error) { return null; }
    var parts = /^(https?:\/\/([^/]+)\/.+?)\/(-\/)?(?:edit|blob|tree)\/(.+)$/.exec(whole);
    var branch = parts && parts[4].replace(/\/+$/, "").replace(/\/docs$/, "");
    if (!parts || branch === parts[4].replace(/\/+$/, "")) return null;
    var isGitLab = parts[3] || /(^|[.@])gitlab\./i.test(parts[2]);
    return {
      host: parts[2],
      address: parts[1] + (isGitLab ? "/-/new/" : "/new/") + branch,
      keys: isGitLab ? ["file_name", "content"] : ["filename", "value"],
    };
  }

  /* Where the reader goes; without the text where no address can hold it. */
  function forge(there, file) {
    var named = there.address + "?" + there.keys[0] + "=" + encodeURIComponent(file.path);
    var whole = named + "&" + there.keys[1] + "=" + encodeURIComponent(file.text);
    return whole.length <= MOST ? { address: whole, holds: true } : { address: named, holds: false };
  }

  window.briefingDocument = {
    idOf: idOf, takenOf: takenOf, free: free, whyNot: whyNot, line: line, scalar: scalar, write: write, isProfile: isProfile,
    isEmpty: isEmpty, isDay: isDay, isDate: isDate, estimative: estimative, newFile: newFile, forge: forge,
  };
})();
