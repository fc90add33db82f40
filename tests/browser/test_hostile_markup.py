"""Links of every trick, markup of every kind, and the theme's own classes and ids, from hostile authors."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser

import case
import site_builds
from briefing.edge.content.assemble import check
from hostile import hostile_root, visit
from reading import serve

pytestmark = [pytest.mark.browser, pytest.mark.site]

HAND_LINKS = (
    "[a](to:javascript:alert)", "[b](TO:actors/evil)", "[c](to:../../x)", "[d](to:%0ajavascript:alert(1))",
    "[[javascript:alert(1)]]", "[[actors/../../x]]", "[[https://evil.example/]]", "[[//evil.example]]",
    "[[evil|<img src=x onerror=alert(30)>]]", '[[evil#"onclick=alert(31)]]', "[e](to://evil.example/)",
)  # fmt: skip
MARKUP = """
[a](//evil.example/) [b](\\\\\\\\evil.example) [c](/\\\\evil.example) [d](http:evil)
[e](https:///evil.example "x' onmouseover='alert(32)") [f] [g][f] [h](data:text/html;base64,PHNjcmlwdD4=)
<data:text/html,<script>alert(34)</script>> [i](vbscript:alert(36)) [j](&#106;avascript:alert(37))
[k](java&Tab;script:alert(38)) [l](%6aavascript:alert(39)) [[india#"onclick=alert(40)|m]]
<a href="java\tscript:alert(41)" data-preview>n</a> <a href="https://evil.example/" data-preview>o</a>
<img src="data:image/svg+xml,<svg onload=alert(42)>"> <img src="https://evil.example/a.png" srcset="//b 2x">
<table background="https://evil.example/c.png"><tr>
<td style="background:url(//evil.example)">p</td></tr></table>
<noscript><p title="</noscript><img src=x onerror=alert(43)>"></noscript>
<template><script>alert(44)</script></template><select><option><script>alert(45)</script></select>
<svg><style><img src=x onerror=alert(46)></style></svg><svg><a xlink:href="javascript:alert(47)">q</a></svg>
<math><mi xlink:href="javascript:alert(48)">r</mi></math><xmp><script>alert(49)</script></xmp>
<details open ontoggle=alert(50)><summary>s</summary></details>
<p data-title='"><img src=x onerror=alert(51)>'>t</p>
<p title="--><img src=x onerror=alert(52)>" lang='"onclick=alert(53)'>u</p>

[f]: javascript:alert(33)

*[u]: <img src=x onerror=alert(54)>

!!! note "<img src=x onerror=alert(55)>"
    x

``` {.python onclick=alert(56) title="<img src=x onerror=alert(57)>"}
<script>alert(58)</script>
```

## <img src=x onerror=alert(59)> {#x"onclick=alert(60) onclick=alert(61)}

- [ ] <script>alert(62)</script>

Term
:   <script>alert(63)</script>

| <img src=x onerror=alert(64)> |
|---|
| x {onclick=alert(65)} |
"""
ARTICLE = """---
title: Talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{{title: A statement}}]
---
{}
"""
THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
OWN = site_builds.PROJECT / "docs" / "assets" / "css" / "briefing.css"
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
ID = re.compile(r'\bid="([^"]+)"')
BRIBE = """
<div id="{0}" class="{0}" name="{0}" role="dialog" aria-hidden="true"><p class="{0}">I am {0}</p></div>
<input type="checkbox" class="{0}" id="{0}" name="{0}" checked><label class="{0}" for="{0}">{0}</label>
<a class="{0}" href="#{0}" title="t"><span class="{0}">{0}</span></a>
"""
OUT_OF_PLACE = """() => {
  const found = [];
  for (const one of document.querySelectorAll(".br-prose *")) {
    const style = getComputedStyle(one);
    if (["fixed", "sticky"].includes(style.position) || Number(style.zIndex) > 2)
      found.push(`${style.position} ${style.zIndex} ${one.outerHTML.slice(0, 120)}`);
    if (style.position == "absolute" && !one.offsetParent?.closest(".br-prose"))
      found.push(`absolute ${one.outerHTML.slice(0, 120)}`);
  }
  for (const part of [".md-header", ".md-tabs", ".br-head__marking", ".br-title", ".br-site-foot"]) {
    const element = document.querySelector(part);
    element.scrollIntoView({block: "center"});
    const box = element.getBoundingClientRect();
    const seen = document.elementFromPoint(box.x + Math.min(box.width / 2, 60), box.y + box.height / 2);
    if (!seen || seen.closest(".br-prose")) found.push(`covered ${part}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  found.push(...ids.filter((id, at) => ids.indexOf(id) != at).map((id) => `twice ${id}`));
  return found;
}"""
FRAME = """() => [".md-header", ".md-tabs", ".br-title", ".br-head__marking", ".br-margin"].map((part) => {
  const {x, y, width} = document.querySelector(part).getBoundingClientRect();
  return [part, x, y + scrollY, width];
})"""


@pytest.mark.parametrize("written", HAND_LINKS)
def test_a_link_by_hand_to_anything_else_is_an_error(written: str, tmp_path: Path) -> None:
    root = case.Case("", {"docs/articles/talks.md": ARTICLE.format(written)}, {}).write(tmp_path)

    assert "B305" in {one.code for one in check(root).problems}


def test_no_markup_of_any_kind_runs_or_reaches_out(chromium: Browser, tmp_path: Path) -> None:
    root = hostile_root(tmp_path / "root")
    case.Case("", {}, {}).write(root)
    for folder in ("docs/articles", "docs/about"):
        (root / folder).mkdir(exist_ok=True)
    (root / "docs/articles/talks.md").write_text(ARTICLE.format(MARKUP), encoding="utf-8")
    for place in ("docs/index.md", "docs/about/team.md"):
        (root / place).write_text(
            f"---\ntitle: '<img src=x onerror=alert(70)>'\n---\n{MARKUP}", encoding="utf-8"
        )

    site = site_builds.build(tmp_path / "site", root=root)

    ran, foreign = visit(chromium, site, "alert", "onerror")
    assert ran == []
    assert foreign == []


def test_no_class_and_no_id_of_the_theme_takes_a_text_out_of_its_place(
    chromium: Browser, tmp_path: Path
) -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in (*sorted(THEME.glob("*.css")), OWN))
    templates = (THEME.parents[1] / "base.html", *sorted((THEME.parents[1] / "partials").rglob("*.html")))
    ids = set(ID.findall("".join(path.read_text(encoding="utf-8") for path in templates)))
    names = sorted({*CLASS.findall(styles), *(id_ for id_ in ids if "{" not in id_), "__proto__", "location"})
    files = {
        "docs/articles/plain.md": ARTICLE.format("They met."),
        "docs/articles/bribed.md": ARTICLE.format("They met.\n" + "".join(map(BRIBE.format, names))),
    }
    root = case.Case("", files, {}).write(tmp_path / "root")

    site = site_builds.build(tmp_path / "site", root=root)

    with serve(site) as home:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{home}articles/plain/")
        frame = page.evaluate(FRAME)
        page.goto(f"{home}articles/bribed/")
        page.wait_for_timeout(500)
        assert page.evaluate(FRAME) == frame
        assert page.evaluate(OUT_OF_PLACE) == []
        page.locator("input.md-search__input").click()
        page.keyboard.type("talks")
        page.locator(".md-search-result__item").first.wait_for(timeout=15_000)
        assert complaints == []
        page.close()
