"""Addresses as one page of the site writes those of another, so that the site works below any path."""

from __future__ import annotations

from urllib.parse import quote

from briefing.model.source import Address

# All that a path may hold unescaped, but for the signs that end it.
SAFE = "/-._~!$&'()*+,;=:@"


def relative(target: str, page: Address) -> str:
    """The address of a page of the site, with its anchor if it has one, as a page refers to it."""
    path, sign, anchor = target.partition("#")
    return f"{to_file(path, page)}{sign}{quote(anchor, safe=SAFE)}"


def to_file(path: str, page: Address) -> str:
    """The address of whatever lies at a path of the site; a `#` is part of the name."""
    there, here = path.split("/"), page.split("/")
    shared = 0
    while shared < min(len(there), len(here)) - 1 and there[shared] == here[shared]:
        shared += 1
    steps = [".."] * (len(here) - 1 - shared) + there[shared:]
    written = quote("/".join(steps), safe=SAFE)
    if not written or ":" in written.partition("/")[0]:
        written = f"./{written}"
    return written
