(() => {
  // What a script makes did not come with a text.
  const made = new WeakSet();
  const make = Document.prototype.createElement;
  Document.prototype.createElement = function (...words) {
    const one = make.apply(this, words);
    made.add(one);
    return one;
  };
  Object.defineProperty(window, "trippedMade", {value: (one) => made.has(one)});
  for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = (...words) => { trip(`${name} ${words.join(" ")}`); };
  // Of a link that a reader follows, all but what runs in the page itself is stopped.
  window.addEventListener("click", (event) => {
    const link = event.composedPath().find((one) => one instanceof Element && one.localName == "a");
    const written = link ? link.getAttribute("href") || link.getAttribute("xlink:href") || "" : "";
    if (link && !(URL.canParse(written, location) && new URL(written, location).protocol == "javascript:")) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
  // Our own forms lead nowhere by themselves, and no text can hold one.
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("action") || form.closest(".br-prose"))
      trip(`a form was sent to ${form.getAttribute("action")}`);
    event.preventDefault();
  }, true);
})();
