"""A site with every kind of page, the dossier and what it has none of: for tests of who can use them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Page

import site_builds

OF_DOSSIER = ("briefs", "docs/articles", "docs/actors", "docs/topics", "docs/agreements")
FROM_THE_RIGHT, GREETING = "سلام العالم", "سلام في العالم"
"""The title of an article, and of an event that it tells."""
OTHERS = {
    "docs/articles/everything-prose-has.md": """---
title: Everything that prose has
summary: A table, a note and whatever else a text may hold.
date: 2025-11-03
marking: TLP:CLEAR
topics: [trade]
former: [what-prose-had]
sources: [{title: A statement, url: "https://example.org/statement"}]
---
## What they said

They met[^1], at [another place](../agreements/sosa.md), with `code` and **weight**.

### In a list

- Said
- Done

### To do

- [x] Ask them
- [ ] Ask the others

!!! warning "A warning"
    Of theirs.

??? note "More"
    Behind a fold.

| Port | Fee | When |
|------|----:|:----:|
| One  |   1 | 2024 |
| Two  |  20 | 2025 |

    a block of code, with a line that is much longer than a telephone is wide, so that it has to move

> Somebody's words, at length.

Term
:   What it means.

[^1]: In a statement.
""",
    "docs/articles/from-the-right.md": f"""---
title: {FROM_THE_RIGHT}
summary: {FROM_THE_RIGHT}.
date: 2025-11-04
language: ar
marking: TLP:CLEAR
topics: [trade]
sources: [{{title: A statement}}]
events: [{{date: 2025-11-02, title: {GREETING}, actors: [india]}}]
---
{FROM_THE_RIGHT}, Narendra Modi.
""",
    "docs/articles/withdrawn.md": """---
title: What we took back
summary: It was wrong.
date: 2025-11-04
status: withdrawn
withdrawn_because: It was wrong.
marking: TLP:CLEAR
topics: [trade]
sources: [{title: A statement}]
---
It was this.
""",
    "docs/about/gone.md": """---
title: What is no longer here
marking: TLP:CLEAR
gone:
  - {address: articles/harbour-talks, because: The talks were of another harbour., marking: "TLP:CLEAR"}
---
Some addresses have ended.
""",
}
MOVED, MOVED_TO = "articles/what-prose-had/", "articles/everything-prose-has/"
KINDS: Mapping[str, tuple[str, ...]] = {
    "home": ("",),
    "index": ("briefs/", "articles/", "actors/", "topics/", "agreements/"),
    "brief": ("briefs/framework-assessment/", "briefs/framework-first-look/"),
    "article": (
        "articles/framework-signed/",
        "articles/everything-prose-has/",
        "articles/from-the-right/",
        "articles/withdrawn/",
    ),
    "actor": ("actors/rajnath-singh/", "actors/india/", "actors/admm-plus/"),
    "topic": ("topics/trade/", "topics/tariffs/"),
    "agreement": ("agreements/framework-2025/", "agreements/sosa/"),
    "timeline": ("timeline/", "timeline/2025/"),
    "judgements": ("judgements/",),
    "network": ("network/",),
    "digests": ("digests/",),
    "digest": ("digests/2025-11/", "digests/2025-W45/"),
    "about": ("about/", "about/add-a-brief/", "about/problems/"),
    "moved": (MOVED,),
    "gone": ("articles/harbour-talks/",),
    "404": ("404.html",),
}
"""Pages of each kind, a kind being a template."""
PREVIEWED = {"broken", "desk"}
"""Kinds that only an author's preview has."""


def build(folder: Path) -> Path:
    """The site, for all who may see it."""
    root = folder / "root"
    for name in OF_DOSSIER:
        shutil.copytree(site_builds.PROJECT / name, root / name)
    for name, text in OTHERS.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site_builds.build(folder / "site", root=root)


def one_of_each() -> list[str]:
    """A page of every kind, and those whose texts hold most."""
    return sorted({several[0] for several in KINDS.values()} | {*KINDS["article"], "about/add-a-brief/"})


def addresses(site: Path) -> list[str]:
    """Pages of every kind, and all that are about the site itself, of which each is one of its kind."""
    about = (f"about/{path.parent.name}/" for path in site.glob("about/*/index.html"))
    return sorted({address for several in KINDS.values() for address in several}.union(about))


def templates() -> Iterator[str]:
    """The kinds of pages that there are."""
    overrides = site_builds.PROJECT / "docs/.overrides"
    yield from (path.stem for path in (overrides / "pages").glob("*.html"))
    yield "404"


def show(page: Page, address: str) -> None:
    """Open a page of the site, which is its window's base."""
    if address != MOVED:
        page.goto(address or "/")
        return
    # It leads on at once; with an answer that has no page it stays.
    page.route(f"**/{MOVED_TO}", lambda route: route.fulfill(status=204))
    page.goto(address)
    page.get_by_text("This page has moved").wait_for()
    page.wait_for_timeout(300)
    page.unroute(f"**/{MOVED_TO}")
