() => {
  const found = [];
  const say = (what, one) => found.push(`${what}: ${one.outerHTML.slice(0, 160)}`);
  const own = ".br-prose *";
  const never = `script, iframe, frame, frameset, object, embed, applet, portal, fencedframe, form, button, select,
    textarea, option, datalist, base, meta, link, style, template, slot, dialog, audio, video, source, track, svg, math,
    canvas, map, area, marquee, noscript, title, body, html, head`;
  const kept = new Set(`class id title lang dir role aria-hidden aria-label data-title data-label data-closed href rel
    src alt width height align loading span datetime open name type checked disabled for value start reversed colspan
    rowspan scope tabindex data-md-highlight`.split(/\s+/));
  const live = /^on|^(srcdoc|formaction|action|ping|background|srcset|poster|is|popover|autofocus)$/i;
  const theirs = /^(__(?!tabbed|span|codelineno|annotation|code_)|br-)/;
  // What our own pictures are drawn with, beside the texts.
  const ours = /^(svg|g|a|path|rect|circle|line|polygon|text|tspan|title|defs|mask|clipPath|linearGradient|stop)$/;
  const leads = ["http:", "https:", "mailto:", "file:"];

  for (const one of document.querySelectorAll(own)) {
    if (one.closest(".md-code__nav")) continue;  // the theme's own buttons beside code
    if (one.matches("button.br-copy") && trippedMade(one)) continue;  // ours, beside headings
    if (one.matches(never)) say("an element that is never published", one);
    for (const {name, value} of one.attributes) {
      if (name == "style" && value) say("a style", one);
      else if (name != "style" && !kept.has(name)) say(`the attribute ${name}`, one);
      if (name == "id" && theirs.test(value)) say("an id of the page", one);
      if (["name", "for"].includes(name) && !value.startsWith("__tabbed_")) say("a name of the page", one);
    }
    const {position, zIndex} = getComputedStyle(one);
    const holder = one.offsetParent || one.parentElement;
    if (["fixed", "sticky"].includes(position) || Number(zIndex) > 2) say("out of place", one);
    else if (position == "absolute" && !holder.closest(".br-prose")) say("out of place", one);
  }
  for (const one of document.querySelectorAll("*")) {
    const isSearch = one.closest("form.md-search__form");
    if (!isSearch && [...one.attributes].some(({name}) => live.test(name))) say("a handler or the like", one);
    if (one instanceof HTMLAnchorElement && one.hasAttribute("href") && !leads.includes(one.protocol))
      say("a link that could run", one);
    const isForeign = one.namespaceURI != "http://www.w3.org/1999/xhtml";
    const drawn = one.closest(".br-prose") ? /^(svg|path|rect)$/ : ours;
    if (isForeign && !drawn.test(one.localName)) say("foreign markup", one);
    if (one.shadowRoot) say("a shadow", one);
  }
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  const known = new Set();
  for (const id of ids) {
    if (known.has(id)) found.push(`twice the id ${id}`);
    known.add(id);
  }
  return found;
}
