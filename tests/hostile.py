"""A content root of hostile authors, and a reader with a tripwire."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from reading import Reader, serve

TRIPWIRE = """
window.tripped = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (...words) => { window.tripped.push([name, ...words].join(" ")); };
}
"""
PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '"><svg onload=alert(3)>',
    "'-alert(4)-'",
    "{{ alert(5) }}",
    "</title><script>alert(6)</script>",
    "javascript:alert(7)",
    "<iframe srcdoc='<script>parent.alert(8)</script>'></iframe>",
)
BODY = """
<script>alert(10)</script><img src=x onerror=alert(11)><svg/onload=alert(12)>

<a href="javascript:alert(13)" onclick="alert(14)">click</a>
[link](javascript:alert(15)) <javascript:alert(16)>

[hover](../actors/evil.md){: onmouseover="alert(17)" style="position:fixed" }

<iframe src="javascript:alert(18)"></iframe><object data="data:text/html,<script>alert(19)</script>"></object>

<math><mtext><table><mglyph><style><img src=x onerror=alert(20)></style></mglyph></table></mtext></math>

<form action="https://evil.example/"><input name=q><button>go</button></form>
<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">
<link rel=stylesheet href="https://evil.example/x.css"><style>body{display:none}</style>

![far](https://evil.example/x.png) <img src="//evil.example/y.png">

<video src="https://evil.example/z.mp4"></video>

*[US]: "><img src=x onerror=alert(21)>

Text[^"><script>alert(22)</script>].

[^"><script>alert(22)</script>]: note
"""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


TOPIC = """---
name: {0}
hidden: [{0}]
aliases: [{1}]
---
"""
ACTOR = """---
name: {0}
type: person
aliases: [{1}]
roles: [{{title: {2}, from: "2020"}}]
---
"""
ARTICLE = """---
title: {0}
summary: {0}
date: 2025-11-03
authors: [{0}]
topics: [{1}]
actors: [{1}]
events: [{{date: "2025", title: {0}, place: {0}}}]
sources: [{{id: s, title: {0}, publisher: {0}, note: {0}, origin: {0}}}]
---
"""
BRIEF = """---
title: {0}
summary: {0}
date: 2025-11-03
authors: [{0}]
topics: [{1}]
articles: [{1}]
question: {0}
source_summary: {0}
judgements:
  - id: j1
    text: {0}
    confidence: low
    basis: {0}
    indicators: [{0}]
    assumptions: [{0}]
    alternatives: [{0}]
    about: [actors/{1}]
---
"""


def hostile_root(root: Path) -> Path:
    """Every payload in every text of the front matter, and a body full of them."""
    for folder in ("docs/articles", "docs/actors", "docs/topics", "briefs"):
        (root / folder).mkdir(parents=True)
    for index, payload in enumerate(PAYLOADS):
        text, name, alias, label = (quoted(f"{letter}{index} {payload}") for letter in "PNAT")
        id_ = f"evil-{index}"
        files = {
            f"docs/topics/{id_}.md": TOPIC.format(text, label),
            f"docs/actors/{id_}.md": ACTOR.format(name, alias, text),
            f"docs/articles/{id_}.md": ARTICLE.format(text, id_) + BODY + f"\nN{index} {payload}\n",
            f"briefs/{id_}.md": BRIEF.format(text, id_) + BODY,
        }
        for place, written in files.items():
            (root / place).write_text(written, encoding="utf-8")
    return root


def visit(chromium: Browser, site: Path, *searches: str) -> tuple[list[str], list[str]]:
    """What ran, and which other hosts were asked, on every page of a site and in its search."""
    addresses = [path.parent.relative_to(site).as_posix() + "/" for path in sorted(site.rglob("index.html"))]
    with serve(site) as home:
        context = chromium.new_context()
        context.add_init_script(TRIPWIRE)
        page = context.new_page()
        one = Reader(page, home)
        page.on("request", one.note_request)
        page.on("dialog", lambda dialog: dialog.dismiss())
        ran: list[str] = []
        for address in addresses:
            one.open(address.removeprefix("./"))
            for link in page.locator("article a").all()[:40]:
                link.dispatch_event("mouseover")
            ran += [f"{address}: {words}" for words in page.evaluate("window.tripped")]
            assert page.locator(".md-header").is_visible(), f"{address} hides the page's frame"
        one.open("")
        for words in searches:
            one.search(words)
        ran += [f"search: {words}" for words in page.evaluate("window.tripped")]
        context.close()
        return ran, one.foreign
