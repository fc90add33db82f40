"""PDF papers: their pages written anew, with what they are drawn with and nothing else."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, DeprecationError, PyPdfError
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject, StreamObject

from briefing.strip import pdf_content, pdf_file, pdf_notes
from briefing.strip.pdf_objects import CONTENTS, Copier, number, scalar
from briefing.strip.stripped import Stripped, Unsure, broken, stripped

MOST_PAGES = 3000
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, DependencyError, DeprecationError, LookupError, OSError,
    PyPdfError, RuntimeError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What the reader raises on papers that break the rules: all but what no file can be the cause of."""
PRINT = "print it to a PDF"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
WORDS = (
    ("/Metadata", "XMP"), ("/Outlines", "bookmarks"), ("/OpenAction", "actions"), ("/AA", "actions"),
    ("/AF", "attachments"), ("/AcroForm", "forms"), ("/StructTreeRoot", "descriptions of the pages' parts"),
    ("/PieceInfo", "notes of the editor"), ("/Collection", "attachments"), ("/PageLabels", "labels of pages"),
)  # fmt: skip
NAMES = (("/EmbeddedFiles", "attachments"), ("/JavaScript", "actions"))
BOXES = ("/MediaBox", "/CropBox")


def strip(data: bytes) -> Stripped:
    """The pages alone."""
    if b"%PDF-" not in data[:1024]:
        raise Unsure("it is no PDF, whatever its name says")
    try:
        return _stripped(data)
    except Unsure:
        raise
    except FAULTS as error:
        raise broken("a reader of PDF cannot follow it") from error


def _stripped(data: bytes) -> Stripped:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise Unsure("it is locked", "save it without a password")
    catalog = reader.root_object
    _check_layers(catalog)
    if catalog.get("/NeedsRendering"):
        raise Unsure("its pages are made by a form when it is opened", PRINT)
    pages = list(reader.pages)
    if not 1 <= len(pages) <= MOST_PAGES:
        raise Unsure(f"it has {len(pages)} pages, 1 to {MOST_PAGES} are right", "split it")
    removed = _left(reader, catalog, data)
    return stripped(_Paper(reader, pages, removed).written(), removed)


def _left(reader: PdfReader, catalog: DictionaryObject, data: bytes) -> set[str]:
    """Words for what the pages do not need."""
    names = catalog.get("/Names", DictionaryObject()).get_object()
    found = {word for key, word in WORDS if key in catalog}
    found |= {word for key, word in NAMES if key in names}
    found |= {"document properties"} if reader.trailer.get("/Info") is not None else set()
    return found | ({"earlier versions"} if data.count(b"startxref") > 1 else set())


def _check_layers(catalog: DictionaryObject) -> None:
    """Layers that are all shown can become one; a hidden one must not be brought to light."""
    layers = catalog.get("/OCProperties")
    layers = layers.get_object() if layers is not None else None
    if layers is None:
        return
    usual = layers.get("/D", DictionaryObject()).get_object()
    groups = [one.get_object() for one in layers.get("/OCGs", ArrayObject()).get_object()]
    if (
        usual.get("/OFF", ArrayObject()).get_object()
        or usual.get("/BaseState", "/ON") != "/ON"
        or any(_is_sometimes_hidden(group) for group in groups)
    ):
        raise Unsure("it has hidden layers", PRINT)


def _is_sometimes_hidden(group: DictionaryObject) -> bool:
    usage = group.get("/Usage", DictionaryObject()).get_object()
    states = [
        one.get_object().get(f"{key}State", "/ON")
        for key in ("/View", "/Print", "/Export")
        if (one := usage.get(key)) is not None
    ]
    return any(state != "/ON" for state in states)


class _Paper:
    """The pages of a paper on their way into a new file."""

    def __init__(self, reader: PdfReader, pages: list[Any], removed: set[str]) -> None:
        self._reader, self._pages, self._removed = reader, pages, removed
        self._copier = Copier(removed)
        self._root, self._tree = self._copier.reserve(), self._copier.reserve()
        self._numbers = [self._copier.reserve() for _ in pages]
        references = (page.indirect_reference for page in pages)
        self._place_of = {
            one.idnum: place for one, place in zip(references, self._numbers, strict=True) if one is not None
        }

    @cached_property
    def _named(self) -> Mapping[str, Destination]:
        return self._reader.named_destinations

    def written(self) -> bytes:
        for place, page in zip(self._numbers, self._pages, strict=True):
            self._copier.put(place, self._page(page))
        kids = b" ".join(b"%d 0 R" % place for place in self._numbers)
        self._copier.put(self._tree, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(self._numbers)))
        language = str(self._reader.root_object.get("/Lang", ""))
        said = b"/Lang (%s) " % language.encode() if LANGUAGE.fullmatch(language) else b""
        self._copier.put(self._root, b"<< /Type /Catalog %s/Pages %d 0 R >>" % (said, self._tree))
        return self._copier.finish(self._root)

    def _page(self, page: DictionaryObject) -> bytes:
        parts = [b"/Type /Page /Parent %d 0 R" % self._tree]
        parts += [_key(key, page) for key in (*BOXES, "/Rotate", "/UserUnit") if key in page]
        if "/Group" in page:
            parts.append(b"/Group " + self._copier.value(page.raw_get("/Group"), "/Group"))
        notes = pdf_notes.read(page, self._where)
        self._removed |= {"notes and comments"} if notes.is_less else set()
        parts += self._drawn(page, notes.looks)
        if notes.links:
            parts.append(b"/Annots [" + b" ".join(self._copier.add(one) for one in notes.links) + b"]")
        return b"<< " + b" ".join(parts) + b" >>"

    def _drawn(self, page: DictionaryObject, looks: tuple[pdf_notes.Look, ...]) -> list[bytes]:
        """The instructions of a page, and what they use; then what lay over the page."""
        streams = _streams(page)
        plain = b"\n".join(self._copier.unpacker.plain(stream) for _, stream in streams)
        cleaned = pdf_content.clean(plain)
        self._removed |= set() if cleaned.is_same else {"words between instructions"}
        resources = self._copier.resources(page.get("/Resources"), cleaned.names)
        if cleaned.is_same:
            contents = [self._copier.value(given, CONTENTS) for given, _ in streams]
        else:
            contents = [self._copier.add(pdf_file.stream(b"", cleaned.data))]
        if looks:
            resources, over = self._laid_over(resources, looks)
            before, behind = self._copier.add(pdf_file.stream(b"", b"q")), pdf_file.stream(b"", b"Q\n" + over)
            contents = [before, *contents, self._copier.add(behind)]
        return [b"/Resources " + resources, b"/Contents [" + b" ".join(contents) + b"]"]

    def _laid_over(self, resources: bytes, looks: tuple[pdf_notes.Look, ...]) -> tuple[bytes, bytes]:
        """What lies over a page, under names that the page itself does not use."""
        name = b"/Over"
        while name in resources:
            name += b"r"
        names = [b"%s%d" % (name, place) for place in range(len(looks))]
        drawn = b"".join(
            b"q %s cm %s Do Q\n" % (b" ".join(map(number, look.matrix)), name)
            for name, look in zip(names, looks, strict=True)
        )
        listed = b" ".join(
            b"%s %s" % (name, self._copier.value(look.drawing, "/XObject"))
            for name, look in zip(names, looks, strict=True)
        )
        if b"/XObject << " in resources:
            return resources.replace(b"/XObject << ", b"/XObject << " + listed + b" ", 1), drawn
        return resources.removesuffix(b">>") + b"/XObject << " + listed + b" >> >>", drawn

    def _where(self, target: Any) -> bytes:
        """A place of the new file for a destination of the old."""
        found = target.get_object()
        if not isinstance(found, ArrayObject | DictionaryObject):
            named = self._named.get(str(found))
            found = named.dest_array if named is not None else None
        if isinstance(found, DictionaryObject):
            found = found.get("/D", ArrayObject()).get_object()
        if not isinstance(found, ArrayObject) or not found:
            return b""
        page = list.__getitem__(found, 0)
        place = self._place_of.get(page.idnum) if isinstance(page, IndirectObject) else None
        return b"[%d 0 R /Fit]" % place if place else b""


def _key(key: str, page: DictionaryObject) -> bytes:
    """A box, a turn or a unit."""
    held = page[key].get_object()
    if isinstance(held, ArrayObject):
        if len(held) != 4:
            raise broken("a box in it has no four sides")
        return key.encode() + b" [" + b" ".join(number(float(one.get_object())) for one in held) + b"]"
    return key.encode() + b" " + scalar(held)


def _streams(page: DictionaryObject) -> list[tuple[Any, StreamObject]]:
    """The instructions of a page in their parts."""
    if "/Contents" not in page:
        return []
    given = page.raw_get("/Contents")
    held = given.get_object()
    listed = list(list.__iter__(held)) if isinstance(held, ArrayObject) else [given]
    found = [(one, one.get_object()) for one in listed]
    return [(one, stream) for one, stream in found if isinstance(stream, StreamObject)]
