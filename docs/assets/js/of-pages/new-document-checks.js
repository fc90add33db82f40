/* What is wrong with what was said of a new document, in the words of the form; `at` names the field. No page is touched here. */
(function () {
  "use strict";

  var made = window.briefingDocument;
  var ADDRESS = /^https?:\/\/[^\s<>"\\^`{|}]+$/i;
  var A_DATE = "Write a date such as 2027, 2027-06 or 2027-06-30; a quarter is 2027-33 to 2027-36, a span 2026/2027.";
  var NAMED = { topics: "topics", actors: "actors", agreements: "agreements", articles: "articles", broader: "topics" };

  function problems(said, data) {
    var found = [], about = data.kinds[said.kind];
    function say(at, says) { if (says) found.push({ at: at, says: says }); }

    say("title", title(said, data));
    if (said.id) say("id", made.whyNot(said.id, made.takenOf(said.kind, data), data));
    else if (said.title) say("id", "None can be made of these words: write one in small Latin letters, with hyphens between words.");
    if (about.needed.includes("type") && !said.type) say("type", "Choose what sort of " + about.noun + " it is.");
    if (!made.isProfile(said.kind) && !made.isDay(said.date)) say("date", "Give a day of the calendar.");
    ["authors", "topics"].forEach((key) => {
      if (about.needed.includes(key) && !said[key].length) say(key, "Name at least one.");
    });
    if (!data.markings.includes(said.marking)) say("marking", "Choose who may read it.");
    else say("marking", tooLow(said, data));
    (said.sources || []).forEach((source, at) => ofSource(source, (key, says) => say("sources." + at + "." + key, says)));
    ofJudgements(said.judgements || [], data, say);
    return found;
  }

  function title(said, data) {
    var isProfile = made.isProfile(said.kind), most = data.limits[isProfile ? "name" : "line"];
    if (!said.title) return isProfile ? "Give its name." : "Give a title.";
    if (said.title.length > most) return "Say it in " + most + " characters at most.";
    var bearer = isProfile && profiles(data).find((one) => one.ref !== said.kind + "/" + said.id && one.others.includes(said.title));
    return bearer ? "“" + said.title + "” is another name of " + bearer.ref + ": nobody could tell the two apart." : "";
  }

  function profiles(data) {
    return [].concat(...["actors", "topics", "agreements"].map((kind) => data.choices[kind].map((one) => (
      { ref: kind + "/" + one[0], level: one[2], name: one[1], others: one.slice(3) }))));
  }

  /* The name alone of what is marked higher would tell readers of it. */
  function tooLow(said, data) {
    var level = data.markings.indexOf(said.marking), chosen = [];
    Object.keys(NAMED).forEach((key) => (said[key] || []).forEach((id) => {
      var one = data.choices[NAMED[key]].find((choice) => choice[0] === id);
      if (one && one[2] > level) chosen.push([NAMED[key] + "/" + id, one[2]]);
    }));
    var named = chosen[0] || inText(textsOf(said), level, data);
    return named ? "It names " + named[0] + ", which is " + data.markings[named[1]] + ": mark it as high, or take the name out." : "";
  }

  function textsOf(said) {
    var parts = [said.title, said.summary].concat(said.authors || []);
    (said.sources || []).forEach((one) => parts.push(one.title, one.publisher));
    (said.judgements || []).forEach((one) => parts.push(one.text));
    return parts.filter(Boolean).join(" \n ");
  }

  function inText(text, level, data) {
    var all = profiles(data), low = new Set();
    all.filter((one) => one.level <= level).forEach((one) => [one.name].concat(one.others).forEach((name) => low.add(name)));
    var hit = all.filter((one) => one.level > level)
      .find((one) => [one.name].concat(one.others).some((name) => !low.has(name) && hasWords(text, name)));
    return hit && [hit.ref, hit.level];
  }

  function hasWords(text, name) {
    for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))) return true;
    }
    return false;
  }

  function ofSource(source, say) {
    if (made.isEmpty(source)) return;
    if (!source.title) say("title", "Say what it is called.");
    if (source.url && !ADDRESS.test(source.url)) say("url", "Write the whole address, https://…");
    if (source.date && !made.isDate(source.date)) say("date", A_DATE);
  }

  function ofJudgements(several, data, say) {
    var ids = new Set();
    several.forEach((one, number) => {
      if (made.isEmpty(one)) return;
      var at = "judgements." + number + ".", word = one.text && made.estimative(one.text, data);
      if (!one.text) say(at + "text", "State what happens.");
      if (word) say(at + "text", "Leave out “" + word + "”: state the event alone. How likely and how sure stand in fields of their own.");
      if (!one.confidence) say(at + "confidence", "Choose how sure you are of what it rests on.");
      if (one.horizon && !made.isDate(one.horizon)) say(at + "horizon", A_DATE);
      if (one.horizon && !one.likelihood) say(at + "likelihood", "Choose one: what can be checked by a date must say how likely it is.");
      if (one.text || one.id) say(at + "id", made.whyNot(one.id, ids, data));
      ids.add(one.id);
    });
  }

  window.briefingDocument.problems = problems;
})();
