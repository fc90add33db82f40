async () => {
  const parts = [
    ".md-header", ".md-header__inner", ".br-header__name", ".md-tabs", ".md-tabs__list", ".br-head__marking",
    ".br-head__marking .br-tlp", ".br-title", ".md-content", ".br-page", ".br-site-foot", ".md-main", ".md-container",
    "body", "html", ".md-search", ".md-overlay", ".md-sidebar--primary",
  ];
  const looks = [
    "display", "visibility", "opacity", "position", "zIndex", "color", "backgroundColor", "backgroundImage",
    "fontFamily", "fontWeight", "transform", "filter", "clipPath", "pointerEvents", "direction", "writingMode",
    "cursor", "overflowX", "animationName", "textTransform", "mixBlendMode", "inset",
  ];
  const globals = [
    "document$", "location$", "target$", "keyboard$", "viewport$", "alert$", "progress$", "component$", "__md_scope",
    "__md_hash", "__md_get", "__md_set", "__config", "mermaid", "lunr", "IFrameWorker", "name", "opener", "fetch",
    "location", "self", "top", "parent", "origin", "history", "navigator", "document",
  ];
  const ofDocument = {
    cookie: "string", domain: "string", body: "object", forms: "object", scripts: "object",
    getElementById: "function", querySelector: "function", createElement: "function",
  };
  const found = {};
  window.scrollTo({top: 0, behavior: "instant"});
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);  // the theme follows
  for (const part of parts) {
    const one = document.querySelector(part);
    const style = one && getComputedStyle(one);
    // A length follows from how long the texts are.
    const shown = (look) => `${look}=${style[look].replace(/[\d.]+px/g, "px")}`;
    found[part] = one ? looks.map(shown).join(";") : "not there";
  }
  for (const name of ["__config", "__search", "__drawer", "__palette_0"]) {
    const one = document.getElementById(name);
    found[`#${name}`] = one ? `${one.localName}.${one.className}` : "not there";
  }
  const written = (one) => one.src.replace(/^.*\/assets\//, "") || one.type || "inline";
  found.scripts = [...document.scripts].map(written).sort().join(" ");
  const components = [...document.querySelectorAll("[data-md-component]")].map((one) => one.dataset.mdComponent);
  found.components = [...new Set(components)].filter((one) => one != "toc").sort().join(" ");
  found.document = Object.getOwnPropertyNames(document).sort().join(" ");
  for (const name of globals) found[`window.${name}`] = Object.prototype.toString.call(window[name]);
  for (const [name, type] of Object.entries(ofDocument)) {
    const isElement = document[name] instanceof Element && name != "body";
    found[`document.${name}`] = `${typeof document[name] == type} ${isElement}`;
  }
  const isBase = document.baseURI == location.href;
  found.base = `${isBase} ${document.compatMode} ${document.characterSet} ${document.designMode}`;
  return found;
}
