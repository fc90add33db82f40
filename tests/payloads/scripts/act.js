async () => {
  const page = document.querySelector("article") || document.body;
  const kinds = [
    "pointerover", "pointerenter", "mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "contextmenu",
    "keydown", "input", "change", "mouseleave", "wheel", "touchstart", "toggle",
  ];
  const touched = `a, area, b, button, details, img, input, label, p, select, summary, td, textarea, time,
    [tabindex], [title]`;
  const at = {bubbles: true, cancelable: true, view: window, clientX: 1, clientY: 1};
  const happening = (kind, target) => {
    if (/^pointer/.test(kind)) return new PointerEvent(kind, at);
    if (/^mouse|^contextmenu/.test(kind)) return new MouseEvent(kind, at);
    if (kind == "wheel") return new WheelEvent(kind, {...at, deltaY: 1});
    if (kind == "touchstart") {
      const touches = [new Touch({identifier: 1, target, clientX: 1, clientY: 1})];
      return new TouchEvent(kind, {...at, touches, targetTouches: touches, changedTouches: touches});
    }
    return new Event(kind, at);
  };
  for (const one of page.querySelectorAll("details")) one.open = true;
  for (const one of page.querySelectorAll(touched)) {
    if (one.focus) one.focus({preventScroll: true});
    for (const kind of kinds) one.dispatchEvent(happening(kind, one));
    if (!one.matches("input, label, summary"))
      one.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
  }
  for (const form of document.querySelectorAll("article form")) form.requestSubmit();
  if (document.activeElement) document.activeElement.blur();
  await new Promise((done) => setTimeout(done, 20));
}
