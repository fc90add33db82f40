"""A PDF as a browser printed it, made fit to be handed out: nothing of the machine or the hour is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, cast

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from briefing.pages.paper import Document

CREATOR = "Briefing Room"
WAYS = ("https:", "http:", "mailto:")
"""Where a link of a PDF may lead outside of it."""
TAGS = ("/MarkInfo", "/StructTreeRoot", "/Outlines", "/Lang")
"""What has to be there, so that others than eyes can read it, and find their way in it."""


NODE = re.compile(r"node\d+")
"""The name of a tag, as Chromium gives it."""
ELSEWHERE = ("/P", "/Pg", "/Obj")
"""Keys of a tag that lead up, or to what is no tag."""


class Unfit(Exception):
    """Something stands in a PDF, or is missing from it, that keeps it from being handed out."""


def settle(data: bytes, document: Document, today: date) -> bytes:
    """The PDF of a document, dated as the build is; Unfit where it is not what it has to be."""
    try:
        reader = PdfReader(BytesIO(data))
        _check(reader, document)
        writer = PdfWriter(clone_from=reader)
    except PyPdfError as error:
        raise Unfit(f"it cannot be read: {error}") from error
    stamp = f"D:{today:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": document.title,
        "/Keywords": document.marking,
        "/Creator": CREATOR,
        "/Producer": CREATOR,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    _space(
        cast("DictionaryObject", writer.root_object["/Outlines"]),
        {_bare(one): one for one in document.headings},
    )
    _number(cast("DictionaryObject", writer.root_object["/StructTreeRoot"]))
    writer.root_object[NameObject("/Lang")] = TextStringObject(document.language)
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def pages_of(data: bytes, document: Document) -> tuple[int, ...]:
    """On which pages the places stand that the document's contents list leads to."""
    reader = PdfReader(BytesIO(data))
    places = reader.named_destinations
    found = []
    for anchor in document.anchors:
        place = places.get(f"/{anchor}") or places.get(anchor)
        number = reader.get_destination_page_number(place) if place else None
        if number is None:
            raise Unfit("its contents list leads to nothing")
        found.append(number + 1)
    return tuple(found)


def _number(tags: DictionaryObject) -> None:
    """Number the tags that others name: the browser goes on from whatever it has made before."""
    holders = [*_holders(tags)]
    names = sorted({str(value) for _, _, value in holders})
    numbers = {name: f"node{number:08}" for number, name in enumerate(names, 1)}
    for holder, key, value in holders:
        holder[key] = TextStringObject(numbers[str(value)])


def _holders(tags: DictionaryObject) -> Iterator[tuple[Any, Any, object]]:
    """Where a tag has a name or is named: what holds it, the key or place there, and the name."""
    waiting: list[Any] = [tags]
    seen: set[int] = set()
    while waiting:
        held = waiting.pop().get_object()
        if id(held) in seen or not isinstance(held, DictionaryObject | ArrayObject):
            continue
        seen.add(id(held))
        inside = held.items() if isinstance(held, DictionaryObject) else enumerate(held)
        for key, value in inside:
            if NODE.fullmatch(str(value)):
                yield held, key, value
            elif key not in ELSEWHERE:
                waiting.append(value)


def _space(entry: DictionaryObject, headings: Mapping[tuple[str, ...], str]) -> None:
    """Bookmarks as the headings are written.

    The browser joins words where a new line begins between them, and turns round what is read from the right.
    """
    below = entry.get("/First")
    while below is not None:
        held = below.get_object()
        title = str(held.get("/Title", ""))
        held[NameObject("/Title")] = TextStringObject(headings.get(_bare(title), title))
        _space(held, headings)
        below = held.get("/Next")


def _bare(text: str) -> tuple[str, ...]:
    """By what a heading is known, in whatever order its words come, and with or without their spaces."""
    return tuple(sorted("".join(text.split())))


def _check(reader: PdfReader, document: Document) -> None:
    missing = [key for key in TAGS if key not in reader.root_object]
    if missing:
        raise Unfit(f"the browser left out {', '.join(missing)}; a newer one may not")
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        if text.count(document.marking) < 2 or f"Page {number} of {count}" not in text:
            raise Unfit(f"page {number} lacks its marking or its number; it takes Chromium 131 or newer")
        for note in page.get("/Annots") or ():
            target = str(note.get_object().get("/A", {}).get("/URI", WAYS[0]))
            if not target.startswith(WAYS):
                raise Unfit(f"page {number} has a link that leads to this machine")
