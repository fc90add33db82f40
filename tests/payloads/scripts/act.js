async () => {
  const page = document.querySelector("article") || document.body;
  const kinds = [
    "pointerover", "pointerenter", "mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "contextmenu",
    "keydown", "input", "change", "mouseleave", "wheel", "touchstart", "toggle",
  ];
  const touched = `a, area, b, button, details, img, input, label, p, select, summary, td, textarea, time,
    [tabindex], [title]`;
  for (const one of page.querySelectorAll("details")) one.open = true;
  for (const one of page.querySelectorAll(touched)) {
    if (one.focus) one.focus({preventScroll: true});
    for (const kind of kinds) one.dispatchEvent(new Event(kind, {bubbles: true, cancelable: true}));
    if (!one.matches("input, label, summary"))
      one.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
  }
  for (const form of document.querySelectorAll("article form")) form.requestSubmit();
  if (document.activeElement) document.activeElement.blur();
  await new Promise((done) => setTimeout(done, 20));
}
