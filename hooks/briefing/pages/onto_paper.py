"""The body of a page on its way onto paper: what is folded is open, and links lead where paper can follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from types import MappingProxyType
from urllib.parse import unquote, urljoin

HERE = "https://site.invalid/"
"""Stands for the site's root while ways are followed; nobody can have this name (RFC 2606)."""
NEVER = frozenset({"script", "style", "template", "noscript", "iframe", "object", "embed"})
"""What pages have for screens alone, and must not bring along, with all that is in it."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NAMING = frozenset({"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"})
"""Attributes that hold ids of the page."""
ALONE: Mapping[str, str] = MappingProxyType({})

Attributes = Iterable[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands, and what there is around it."""

    address: str
    """Of the page, below the site's root."""
    root: str = ""
    """The address of the site; empty where that is not known."""
    prefix: str = ""
    """What its ids begin with, where several pages stand in one document."""
    together: Mapping[str, str] = field(default_factory=lambda: ALONE)
    """The pages of that document by their addresses, and what the ids of each begin with."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A body as it is printed."""

    html: str
    pictures: tuple[str, ...]
    """The files of the site that it shows, by their paths below the root."""
    headings: tuple[str, ...]


def lay(html: str, place: Place) -> Laid:
    """The body of the page at a place, as it is printed."""
    layer = _Layer(place)
    layer.feed(html)
    layer.close()
    headings = (" ".join("".join(words).split()) for words in layer.headings)
    return Laid("".join(layer.out), tuple(sorted(layer.pictures)), tuple(headings))


class _Layer(HTMLParser):
    """Copies HTML as it is written, but for the tags that say something else on paper."""

    def __init__(self, place: Place) -> None:
        super().__init__(convert_charrefs=False)
        self.place = place
        self.out: list[str] = []
        self.pictures: set[str] = set()
        self.headings: list[list[str]] = []
        """The words of each heading."""
        self._in_heading = False
        self._ends: list[str] = []
        """How the links that are open end."""
        self._within = 0
        """How deep in something that is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEVER:
            self._within += 1
        elif not self._within:
            self._open(tag, attrs, ">")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in NEVER and not self._within:
            self._open(tag, attrs, "/>")

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = self._in_heading and tag not in HEADINGS
        if tag in NEVER:
            self._within = max(0, self._within - 1)
        elif not self._within:
            self.out.append(f"</{self._ends.pop() if tag == 'a' and self._ends else tag}>")

    def handle_data(self, data: str) -> None:
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._copy(f"&#{name};")

    def _copy(self, text: str) -> None:
        if not self._within:
            self.out.append(text)
            if self._in_heading:
                self.headings[-1].append(unescape(text))

    def _open(self, tag: str, attrs: Attributes, end: str) -> None:
        name, held, text = tag, dict(attrs), ""
        if tag in HEADINGS:
            self._in_heading = True
            self.headings.append([])
        if tag == "a":
            name, held = self._link(held)
            self._ends.append(name)
        elif tag == "img":
            held = self._picture(held)
        elif tag == "details":
            held["open"] = None
        elif tag == "span" and "data-before" in held:
            text = self._address(held)
        held = {key: self._named(key, value) for key, value in held.items()}
        if (name, held) == (tag, dict(attrs)) and not text:
            self.out.append(self.get_starttag_text() or "")
        else:
            self.out.append(f"<{name}{''.join(map(_written, held.items()))}{end}{escape(text)}")

    def _link(self, held: dict[str, str | None]) -> tuple[str, dict[str, str | None]]:
        """A link where paper can follow it, else its words alone."""
        way = self._way(held.get("href") or "")
        if way:
            return "a", {**held, "href": way}
        return "span", {key: value for key, value in held.items() if key not in ("href", "rel")}

    def _way(self, href: str) -> str:
        if href.startswith("#"):
            return f"#{self.place.prefix}{href[1:]}"
        target = urljoin(HERE + self.place.address, href)
        if not target.startswith(HERE):
            return target if target.startswith(("https:", "http:", "mailto:")) else ""
        address, _, anchor = target.removeprefix(HERE).partition("#")
        if address in self.place.together:
            prefix = self.place.together[address]
            return f"#{prefix}{anchor}" if anchor else f"#{prefix.rstrip('-')}"
        return self.place.root + target.removeprefix(HERE) if self.place.root else ""

    def _picture(self, held: dict[str, str | None]) -> dict[str, str | None]:
        """A picture beside the document; one that waits to be scrolled to would never come."""
        src = held.get("src") or ""
        held.pop("loading", None)
        target = urljoin(HERE + self.place.address, src)
        if src.startswith("data:") or not target.startswith(HERE):
            return held
        path = target.removeprefix(HERE)
        self.pictures.add(unquote(path))
        return {**held, "src": path}

    def _address(self, held: Mapping[str, str | None]) -> str:
        """The page's address, at the place of a citation where on a screen a script puts it."""
        before, after = held.get("data-before") or "", held.get("data-after") or ""
        return f"{before}{self.place.root}{self.place.address}{after}" if self.place.root else ""

    def _named(self, key: str, value: str | None) -> str | None:
        if key == "id" or key in NAMING:
            return " ".join(f"{self.place.prefix}{one}" for one in (value or "").split())
        return value


def _written(attribute: tuple[str, str | None]) -> str:
    key, value = attribute
    return f" {key}" if value is None else f' {key}="{escape(value)}"'
