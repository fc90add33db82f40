"""What lies over the pages of a PDF: links stay, what is drawn becomes part of the page, the rest goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from briefing.strip.pdf_objects import number
from briefing.strip.stripped import Unsure, broken

HIDDEN, NO_VIEW = 0x02, 0x20
UNDRAWN = frozenset(
    (
        "/3D", "/FileAttachment", "/Link", "/Movie", "/Popup", "/PrinterMark", "/RichMedia", "/Screen",
        "/Sound", "/Text", "/TrapNet",
    )
)  # fmt: skip
"""Notes and players: an icon at most is to be seen of them."""
ADDRESS = re.compile(r"https?://[\x21-\x7e]{1,2000}", re.IGNORECASE)
MOST_NOTES = 20_000
Where = Callable[[Any], bytes]
"""The place in the new file that a destination leads to; nothing where it leads to no page."""


class Look(NamedTuple):
    """Something drawn over a page: where, and the drawing."""

    matrix: tuple[float, ...]
    drawing: Any


class Notes(NamedTuple):
    """What stays of what lies over a page, and whether something does not."""

    links: tuple[bytes, ...]
    looks: tuple[Look, ...]
    is_less: bool


def read(page: DictionaryObject, where: Where) -> Notes:
    """All that lies over a page."""
    given = page.get("/Annots")
    listed = given.get_object() if given is not None else None
    notes = [one.get_object() for one in listed] if isinstance(listed, ArrayObject) else []
    if len(notes) > MOST_NOTES:
        raise Unsure(f"a page has more than {MOST_NOTES} notes", "print it to a PDF")
    links: list[bytes] = []
    looks: list[Look] = []
    for note in notes:
        if not isinstance(note, DictionaryObject) or int(note.get("/F", 0)) & (HIDDEN | NO_VIEW):
            continue
        if note.get("/Subtype") == "/Link":
            links += _link(note, where)
        else:
            looks += _looks(note)
    return Notes(tuple(links), tuple(looks), len(links) < len(notes))


def _link(note: DictionaryObject, where: Where) -> Iterator[bytes]:
    """A link to the web or to a page."""
    action = note.get("/A", DictionaryObject()).get_object()
    kind = action.get("/S") if isinstance(action, DictionaryObject) else None
    rect = b"[" + b" ".join(number(one) for one in _numbers(note.get("/Rect"), 4)) + b"]"
    start = b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect " + rect
    if kind == "/URI":
        address = str(action.get("/URI", ""))
        if ADDRESS.fullmatch(address):
            yield start + b" /A << /S /URI /URI <" + address.encode().hex().encode() + b"> >> >>"
        return
    target = action.get("/D") if kind == "/GoTo" else note.get("/Dest")
    place = where(target) if target is not None else b""
    if place:
        yield start + b" /Dest " + place + b" >>"


def _looks(note: DictionaryObject) -> Iterator[Look]:
    """How a note is drawn; the page must look as before."""
    kind = note.get("/Subtype")
    if kind == "/Redact":
        raise Unsure(
            "words in it are marked to be blacked out, and are still there",
            "black them out, and save it anew",
        )
    if kind in UNDRAWN:
        return
    looks = note.get("/AP", DictionaryObject()).get_object().get("/N")
    drawing = looks.get_object() if looks is not None else None
    if isinstance(drawing, DictionaryObject) and not isinstance(drawing, StreamObject):
        looks = drawing.raw_get(state) if (state := note.get("/AS")) in drawing else None
        drawing = looks.get_object() if looks is not None else None
        if drawing is None:
            return
    if not isinstance(drawing, StreamObject) or not isinstance(looks, IndirectObject | StreamObject):
        if kind == "/Widget" and "/V" not in note:
            return
        raise Unsure("something is drawn over its pages that is no part of them", "print it to a PDF")
    found = _placed(drawing, _numbers(note.get("/Rect"), 4))
    if found:
        yield Look(found, looks)


def _placed(drawing: StreamObject, rect: tuple[float, ...]) -> tuple[float, ...]:
    """The matrix that puts a drawing's box into a rectangle of the page; nothing for a box without extent."""
    a, b, c, d, e, f = _numbers(drawing["/Matrix"], 6) if "/Matrix" in drawing else (1, 0, 0, 1, 0, 0)
    left, low, right, high = _numbers(drawing.get("/BBox"), 4)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, high)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    if not wide or not tall:
        return ()
    across = (max(rect[0], rect[2]) - min(rect[0], rect[2])) / wide
    up = (max(rect[1], rect[3]) - min(rect[1], rect[3])) / tall
    return (across, 0, 0, up, min(rect[0], rect[2]) - min(xs) * across, min(rect[1], rect[3]) - min(ys) * up)


def _numbers(given: Any, count: int) -> tuple[float, ...]:
    listed = given.get_object() if given is not None else ()
    values = tuple(float(one.get_object()) for one in listed)
    if len(values) != count:
        raise broken("a box in it has no four sides")
    return values
