"""What cleaning took out of an author's HTML, said to the author."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefing.convert import sanitise
from briefing.convert.finding import Finding
from briefing.convert.places import Places

# Without one of these in the body, every tag is Python-Markdown's own.
# Patterns that begin with a fixed text are found faster: two of them, and a look behind the sign.
RAW_HTML = (re.compile(r"<[A-Za-z!?/]"), re.compile(r"\{:?[ ]*[#.\w]"))
ADDRESS = re.compile(r'="(?:(?<= (href)=")|(?<= (src)="))([^"]*)"')
TAG = re.compile(r"<([A-Za-z][^\s/>]*+)((?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")
COMMENT = "<!--"
MOST_NAMED = 3
PRIVATE = "data-"
"""How attributes begin that mean nothing to readers: they go without a word."""


def find(raw: str, body: str, places: Places) -> Iterator[Finding]:
    """What of the converter's HTML will not be published, each element and attribute once."""
    if any(sign.search(body) for sign in RAW_HTML) or any(map(_is_suspect, ADDRESS.finditer(raw))):
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


def _is_suspect(found: re.Match[str]) -> bool:
    attribute, bare = found[1] or found[2], html.unescape(found[3])
    return sanitise.keep("", attribute, bare) is None or (attribute == "src" and sanitise.is_elsewhere(bare))


def _elements(raw: str, places: Places) -> Iterator[Finding]:
    said: set[str] = set()
    for tag in TAG.finditer(raw):
        name = tag[1].lower()
        for finding in (
            _element(name, places) if name not in sanitise.TAGS else _attributes(name, tag[2], places)
        ):
            if finding.message not in said:
                said.add(finding.message)
                yield finding


def _element(name: str, places: Places) -> Iterator[Finding]:
    line, column = places.of(f"<{re.escape(name)}")
    yield Finding("B601", line, column, f"the element `{name}` is not published")


def _attributes(tag: str, written: str, places: Places) -> Iterator[Finding]:
    """What of a tag's attributes does not go out as it came in."""
    given = [(name.lower(), html.unescape("".join(values))) for name, *values in ATTRIBUTE.findall(written)]
    lost = [name for name, _ in given if not sanitise.is_allowed(tag, name) and not name.startswith(PRIVATE)]
    taken_out = frozenset(lost)
    if lost:
        name = re.escape(lost[0])
        line, column = places.of(rf"<{tag}\s[^>]*?{name}|<{tag}/{name}|\{{[^}}\n]*{name}")
        listed = ", ".join(f"`{name}`" for name in lost[:MOST_NAMED])
        more = f" and {len(lost) - MOST_NAMED} more" if len(lost) > MOST_NAMED else ""
        noun = "attributes" if len(lost) > 1 else "attribute"
        verb = "are" if len(lost) > 1 else "is"
        yield Finding("B601", line, column, f"the {noun} {listed}{more} of `{tag}` {verb} not published")
    for name, value in given:
        what = _complaint(tag, name, value) if name not in taken_out and not name.startswith(PRIVATE) else ""
        if what:
            line, column = places.of(re.escape(value))
            yield Finding("B602" if name == "href" else "B601", line, column, what)


def _complaint(tag: str, attribute: str, value: str) -> str:
    """What is said of the value of an allowed attribute; nothing of one that is published."""
    if attribute == "src" and sanitise.is_elsewhere(value):
        return f"the picture `{value}` lies on another host, and is shown as a link"
    kept = sanitise.keep(tag, attribute, value)
    if attribute == "class":
        lost = " ".join(word for word in value.split() if sanitise.FOREIGN_CLASS.match(word))
        return f"the class `{lost}` belongs to the site itself" if lost else ""
    if kept is not None:
        return ""
    if attribute == "href":
        return f"a link to `{sanitise.scheme(value)}:` is not published"
    return f"the {attribute} `{value}` of `{tag}` is not published"


def _comments(raw: str, body: str, places: Places) -> Iterator[Finding]:
    closed = raw.count(COMMENT)
    for index in range(body.count(COMMENT)):
        line, column = places.of(COMMENT)
        if index < closed:
            yield Finding("B603", line, column, "a comment in HTML is not published")
        else:
            yield Finding("B603", line, column, "a comment in HTML is never closed, and is shown as text")
