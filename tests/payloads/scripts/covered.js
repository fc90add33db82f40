() => {
  const found = [];
  for (const part of [".md-header", ".md-tabs", ".br-head__marking", ".br-title", ".br-site-foot"]) {
    const element = document.querySelector(part);
    // The home page has no head of its own.
    const isHome = part.startsWith(".br-") && document.querySelector(".br-page");
    if (!element && !isHome) found.push(`${part} is not there`);
    if (!element) continue;
    element.scrollIntoView({block: "center", behavior: "instant"});
    const box = element.getBoundingClientRect();
    const seen = document.elementFromPoint(box.x + Math.min(box.width / 2, 60), box.y + Math.min(box.height / 2, 20));
    if (!seen || seen.closest(".br-prose")) found.push(`${part} is covered`);
  }
  return found;
}
