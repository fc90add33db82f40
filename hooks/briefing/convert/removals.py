"""What cleaning took out of an author's HTML, said to the author."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefing.convert import sanitise
from briefing.convert.finding import Finding
from briefing.convert.places import Places

# Without one of these in the body, every tag is Python-Markdown's own.
RAW_HTML = re.compile(r"<[A-Za-z!?/]|\{:?[ ]*[#.\w]")
ADDRESS = re.compile(r' (href|src)="([^"]*)"')
TAG = re.compile(r"<([A-Za-z][^\s/>]*+)((?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")
COMMENT = "<!--"


def find(raw: str, body: str, places: Places) -> Iterator[Finding]:
    """What of the converter's HTML will not be published, each element and attribute once."""
    if RAW_HTML.search(body) or any(_is_suspect(*found) for found in ADDRESS.findall(raw)):
        yield from _elements(raw, places)
    if COMMENT in body:
        yield from _comments(raw, body, places)


def never_closed() -> Finding:
    """The finding where something opened and not closed would have hidden the rest of the page."""
    return Finding(
        "B601",
        1,
        1,
        "HTML is opened and never closed, so all HTML of this page is shown as text",
        "close it, or delete it",
    )


def _is_suspect(attribute: str, address: str) -> bool:
    bare = html.unescape(address)
    return sanitise.keep("", attribute, bare) is None or (attribute == "src" and sanitise.is_elsewhere(bare))


def _elements(raw: str, places: Places) -> Iterator[Finding]:
    said: set[str] = set()
    for tag in TAG.finditer(raw):
        name = tag[1].lower()
        if name not in sanitise.TAGS:
            if name not in said:
                said.add(name)
                line, column = places.of(f"<{re.escape(name)}")
                yield Finding("B601", line, column, f"the element `{name}` is not published")
            continue
        for written, *values in ATTRIBUTE.findall(tag[2]):
            attribute, value = written.lower(), html.unescape("".join(values))
            what = _complaint(name, attribute, value)
            if what and what not in said:
                said.add(what)
                code = "B602" if attribute == "href" else "B601"
                line, column = places.of(
                    re.escape(value) if attribute in {"href", "src"} else re.escape(attribute)
                )
                yield Finding(code, line, column, what)


def _complaint(tag: str, attribute: str, value: str) -> str:
    """What is said of an attribute that does not go out as it came in; nothing of one that does."""
    if attribute == "src" and sanitise.is_elsewhere(value):
        return f"the picture `{value}` lies on another host, and is shown as a link"
    if not sanitise.is_allowed(tag, attribute):
        return f"the attribute `{attribute}` of `{tag}` is not published"
    kept = sanitise.keep(tag, attribute, value)
    if kept == value or attribute == "id":
        return ""
    if attribute == "class":
        lost = [word for word in value.split() if sanitise.FOREIGN_CLASS.match(word)]
        return f"the class `{' '.join(lost)}` belongs to the site itself" if lost else ""
    if attribute == "href" and kept is None:
        return f"a link to `{sanitise.scheme(value)}:` is not published"
    return f"`{attribute}` of `{tag}` is not published as it is" if kept is None else ""


def _comments(raw: str, body: str, places: Places) -> Iterator[Finding]:
    closed = raw.count(COMMENT)
    for index in range(body.count(COMMENT)):
        line, column = places.of(COMMENT)
        if index < closed:
            yield Finding("B603", line, column, "a comment in HTML is not published")
        else:
            yield Finding("B603", line, column, "a comment in HTML is never closed, and is shown as text")
