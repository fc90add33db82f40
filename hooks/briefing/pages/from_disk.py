"""What becomes of a page that is opened from a disk: there, no server finds the page of a folder.

Links end in the page's file. What a page says at its head is a script besides, for cards beside links: from a
disk, browsers load scripts, and neither data nor other pages.
"""

from __future__ import annotations

import json
import re
from html import escape, unescape

from briefing.pages.manifest import PAGE

HEAD_FILE = "head.js"
"""Beside the page of a document."""
HEADED = re.compile(rf"(?:actors|agreements|articles|briefs|topics)/[^/]+/{re.escape(PAGE)}")
HEAD = re.compile(r'<header class="br-head[ "].*?</header>', re.DOTALL)
"""As `assets/js/previews.js` finds it, too."""
TAG = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|textarea|title)\b.*?</\1>"  # their text is no markup
    r"""|<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*+>""",
    re.DOTALL,
)
LEADING = re.compile(r"<(?:a|area)\s")
ADDRESS = re.compile(r'(\s(?:xlink:)?href=")([^"]*)(?=")')
REFRESH = re.compile(r'^(<meta http-equiv="refresh" content="0; url=)([^"]*)(?=")')
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)


def page(html: str) -> str:
    """The page with links that lead to files."""
    return TAG.sub(_tag, html)


def address(href: str) -> str:
    """An address as a page writes it, to the file of that page where it leads to a folder of this site."""
    if ELSEWHERE.match(href):
        return href
    path, more = PARTS.fullmatch(href).groups()  # type: ignore[union-attr]
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return f"{path}{PAGE}{more}" if path.endswith("/") else href


def head(html: str) -> bytes:
    """A script that holds the head of a document's page; it holds nothing where the page has none."""
    found = HEAD.search(html)
    return script(json.dumps(found[0] if found else "").encode("ascii"))


def script(data: bytes) -> bytes:
    """JSON as a script, which hands it to whoever has loaded it (`assets/js/from-disk.js`)."""
    return b"briefingFile(%b);\n" % data


def _tag(found: re.Match[str]) -> str:
    tag = found[0]
    if LEADING.match(tag):
        return ADDRESS.sub(_written, tag)
    return REFRESH.sub(_written, tag)


def _written(found: re.Match[str]) -> str:
    return found[1] + escape(address(unescape(found[2])))
