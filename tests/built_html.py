"""Reads built pages: where they link to, which ids they have, what they load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = frozenset(
    {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("video", "src")}
)
LOADED_RELS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})


@dataclass(slots=True)
class Page:
    """What one page points to."""

    path: Path
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.page.ids[values["id"]] += 1
        if tag in ("a", "area") and "href" in values:
            self.page.links.append(values["href"])
        if tag == "link" and LOADED_RELS & set(values.get("rel", "").split()):
            self.page.loads.append(values["href"])
        self.page.loads += [value for name, value in values.items() if (tag, name) in LOADING]


def read(path: Path) -> Page:
    """A built page, taken apart."""
    page = Page(path)
    _Reader(page).feed(path.read_text(encoding="utf-8"))
    return page


def pages(site: Path) -> Iterator[Page]:
    """Every page of a site; the 404 page apart, whose links start at the site's root."""
    return (read(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html")


def target(site: Path, page: Path, href: str) -> tuple[Path, str] | None:
    """The file and the anchor that a link leads to; nothing where it leaves the site."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    path = page if not parts.path else (page.parent / unquote(parts.path))
    path = path.resolve()
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)
