(() => {
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
  window.addEventListener("submit", (event) => {
    trip(`a form was sent to ${event.target.getAttribute("action")}`);
    event.preventDefault();
  }, true);
})();
