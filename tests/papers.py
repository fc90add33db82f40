"""PDF papers with a word in every place that no page shows."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Popup, Text
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

import pictures

WORD = pictures.WORD
TEXT = pictures.TEXT
SHOWN = b"BT /F1 12 Tf 20 150 Td (What (all) may \\) read) Tj [(An) -20 (d so) 5 (on)] TJ ET"
DRAWN = b"q 30 0 0 20 100 20 cm /Im1 Do Q q 30 0 0 20 140 20 cm /Im2 Do Q [3 1] 0 d 5 5 m 9 9 l S"


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def mapping(**keys: Any) -> DictionaryObject:
    return DictionaryObject({name(key): _object(value) for key, value in keys.items()})


def stream(data: bytes, **keys: Any) -> DecodedStreamObject:
    held = DecodedStreamObject()
    held.set_data(data)
    held.update(mapping(**keys))
    return held


def packed(data: bytes, filter_: str = "FlateDecode", **keys: Any) -> EncodedStreamObject:
    held = EncodedStreamObject()
    held._data = data
    held.update(mapping(Filter=name(filter_), **keys))
    return held


def _object(value: Any) -> Any:
    match value:
        case bool():
            return BooleanObject(value)
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(value)
        case NameObject() | IndirectObject() | DictionaryObject():
            return value
        case str():
            return TextStringObject(value)
        case list() | tuple():
            return ArrayObject([_object(one) for one in value])
        case dict():
            return DictionaryObject({name(key): _object(held) for key, held in value.items()})
    return NullObject()


class Paper:
    """A paper of one page that says a little, and can be given more."""

    def __init__(self, content: bytes = SHOWN + b"\n" + DRAWN) -> None:
        self.writer = PdfWriter()
        self.page = self.writer.add_blank_page(200, 200)
        self.font = self.add(mapping(Type=name("Font"), Subtype=name("Type1"), BaseFont=name("Helvetica")))
        self.photo = self.add(
            packed(pictures.jpeg(), "DCTDecode", Metadata=self.hidden(), **_picture("DeviceRGB"))
        )
        rows = zlib.compress(pictures.drawn("L").tobytes())
        self.grey = self.add(packed(rows + WORD, Alternates=TEXT, **_picture("DeviceGray")))
        self.resources = mapping(Font={"F1": self.font}, XObject={"Im1": self.photo, "Im2": self.grey})
        self.page[name("Resources")] = self.resources
        self.content(content)

    def add(self, held: Any) -> IndirectObject:
        return self.writer._add_object(held)

    def hidden(self) -> IndirectObject:
        """Data that say the word, packed."""
        return self.add(packed(zlib.compress(WORD * 50), Type=name("Metadata"), Subtype=name("XML")))

    def content(self, data: bytes) -> None:
        self.page[name("Contents")] = self.add(packed(zlib.compress(data)))

    def written(self) -> bytes:
        file = BytesIO()
        self.writer.write(file)
        return file.getvalue()


def _picture(colours: str) -> dict[str, Any]:
    width, height = pictures.drawn().size
    return {
        "Type": name("XObject"), "Subtype": name("Image"), "Width": width, "Height": height,
        "BitsPerComponent": 8, "ColorSpace": name(colours),
    }  # fmt: skip


def plain() -> bytes:
    """A paper without anything to be taken out but the words of its picture."""
    return Paper().written()


def full() -> bytes:
    """All that a paper can carry unseen, and an earlier version of it."""
    paper = Paper()
    writer, page = paper.writer, paper.page
    writer.add_metadata({"/Author": TEXT, "/Title": TEXT, "/Own": TEXT})
    writer.add_attachment(f"{TEXT}.txt", WORD * 20)
    writer.add_outline_item(title=TEXT, page_number=0)
    writer.add_named_destination(TEXT, 0)
    writer.page_layout = "/SinglePage"
    root = writer._root_object
    script = mapping(S=name("JavaScript"), JS=f"app.alert('{TEXT}')")
    root["/Names"][name("JavaScript")] = mapping(Names=[TEXT, script])  # type: ignore[index]
    root[name("OpenAction")] = script
    root[name("Metadata")] = paper.hidden()
    root[name("PieceInfo")] = mapping(**{TEXT: {"Private": TEXT}})
    root[name("Lang")] = TextStringObject("en-GB")
    root[name("AA")] = mapping(WC={"S": name("JavaScript"), "JS": TEXT})
    root[name("StructTreeRoot")] = mapping(Type=name("StructTreeRoot"), K={"Alt": TEXT, "ActualText": TEXT})
    page[name("Metadata")] = paper.hidden()
    page[name("Thumb")] = paper.hidden()
    page[name("AA")] = mapping(O={"S": name("JavaScript"), "JS": TEXT})
    page[name("LastModified")] = TextStringObject(TEXT)
    paper.resources[name("XObject")][name("Unused")] = paper.hidden()  # type: ignore[index]
    paper.resources[name("Properties")] = mapping(MC0={"Private": TEXT})
    noted = b"%% %s\n/Span <</ActualText (%s)>> BDC\n%s\nEMC\n/%s BMC EMC\n(%s) %s\n" % (
        WORD, WORD, SHOWN, WORD, WORD, WORD,
    )  # fmt: skip
    paper.content(noted + DRAWN)
    note = writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text=TEXT, title_bar=TEXT))
    writer.add_annotation(0, Popup(rect=(30, 30, 60, 60), parent=note))
    writer.add_annotation(0, Link(rect=(10, 10, 60, 20), url="https://example.org/annex"))
    writer.add_annotation(0, Link(rect=(10, 20, 60, 30), url=f"file:///{TEXT}"))
    writer.add_annotation(0, Link(rect=(10, 30, 60, 40), target_page_index=0))
    named = Link(rect=(10, 40, 60, 50), target_page_index=0)
    named[name("Dest")] = TextStringObject(TEXT)
    writer.add_annotation(0, named)
    return paper.written() + revision()


def revision() -> bytes:
    """What stands at the end of a file that was changed: here, words between two ends."""
    return b"\n% " + WORD + b"\nstartxref\n0\n%%EOF\n" + WORD


def revised() -> bytes:
    """A paper whose first version said another word on its page."""
    first = Paper(SHOWN.replace(b"all", WORD) + b"\n" + DRAWN).written()
    reader = PdfReader(BytesIO(first))
    writer = PdfWriter(BytesIO(first), incremental=True)
    contents = writer.pages[0].raw_get("/Contents")
    writer._replace_object(contents, packed(zlib.compress(SHOWN + b"\n" + DRAWN)))
    assert reader.pages[0].get_contents() is not None
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def over(*, look: bool) -> bytes:
    """Words laid over the page, with a drawing of them or without."""
    paper = Paper()
    words = FreeText(rect=(20, 60, 120, 80), text="Laid over")
    if look:
        form = stream(
            b"BT /F9 10 Tf 2 4 Td (Laid over) Tj ET", Type=name("XObject"), Subtype=name("Form"),
            BBox=[0, 0, 100, 20], Resources={"Font": {"F9": paper.font}}, PieceInfo={"Own": TEXT},
        )  # fmt: skip
        words[name("AP")] = mapping(N=paper.add(form))
    words[name("T")] = TextStringObject(TEXT)
    paper.writer.add_annotation(0, words)
    return paper.written()


def layered(*, hidden: bool) -> bytes:
    paper = Paper(b"/OC /MC0 BDC\n" + SHOWN + b"\nEMC")
    layer = paper.add(mapping(Type=name("OCG"), Name=TEXT))
    paper.resources[name("Properties")] = mapping(MC0=layer)
    shown = {"ON": [] if hidden else [layer], "OFF": [layer] if hidden else []}
    paper.writer._root_object[name("OCProperties")] = mapping(OCGs=[layer], D=shown)
    return paper.written()


def locked() -> bytes:
    paper = Paper()
    paper.writer.encrypt("", "owner")
    return paper.written()
