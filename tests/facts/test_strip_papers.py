"""PDF papers show what they showed, and hold nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

import papers
import pictures
from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import files, pdf_content
from briefing.strip.stripped import Stripped


def strip(data: bytes) -> Stripped:
    found = files.strip(SrcUri("docs/annex.pdf"), data)
    assert isinstance(found, Stripped), found
    return found


def refused(data: bytes) -> Refusal:
    found = files.strip(SrcUri("docs/annex.pdf"), data)
    assert isinstance(found, Refusal)
    return found


def objects(data: bytes) -> Iterator[Any]:
    reader = PdfReader(BytesIO(data), strict=True)
    yield from (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))


def said(data: bytes) -> bytes:
    """A paper, and after it all that lies packed in it."""
    streams = (
        one.get_data()
        for one in objects(data)
        if isinstance(one, StreamObject) and one.get("/Filter") != "/DCTDecode"
    )
    return data + b"".join(streams)


def text(data: bytes) -> str:
    return PdfReader(BytesIO(data)).pages[0].extract_text()


@pytest.mark.parametrize("make", [papers.plain, papers.full, papers.revised])
def test_the_page_stays_and_every_word_goes(make: Any) -> None:
    data = make()
    assert papers.WORD in data or make is papers.revised

    found = strip(data)

    assert text(found.data) == text(papers.plain())
    assert papers.WORD not in said(found.data)
    assert papers.TEXT.encode("utf-16-be") not in said(found.data)
    assert papers.WORD.hex().encode() not in found.data.lower()
    assert found.removed


def test_what_was_taken_out_is_said() -> None:
    assert {
        "XMP", "actions", "attachments", "bookmarks", "document properties", "earlier versions",
        "notes and comments", "what no page draws with", "words between instructions", "Exif of pictures",
    } <= set(strip(papers.full()).removed)  # fmt: skip


def test_pictures_in_a_paper_keep_their_pixels() -> None:
    found = PdfReader(BytesIO(strip(papers.full()).data)).pages[0]

    photo, grey = found.images
    assert photo.image is not None
    assert grey.image is not None
    assert photo.image.tobytes() == pictures_of(papers.full())[0]
    assert grey.image.tobytes() == pictures.drawn("L").tobytes()


def pictures_of(data: bytes) -> list[bytes]:
    return [one.image.tobytes() for one in PdfReader(BytesIO(data)).pages[0].images if one.image is not None]


def test_a_stripped_paper_stays_as_it_is() -> None:
    once = strip(papers.full()).data

    assert strip(once) == Stripped(once, ())


def test_links_to_the_web_and_to_pages_stay() -> None:
    notes = PdfReader(BytesIO(strip(papers.full()).data)).pages[0]["/Annots"]

    web, inside, named = (one.get_object() for one in notes)  # type: ignore[attr-defined]
    assert web["/A"]["/URI"] == "https://example.org/annex"
    assert [one["/Dest"][0].get_object()["/Type"] for one in (inside, named)] == ["/Page", "/Page"]


def test_no_date_no_identifier_and_no_properties_are_written() -> None:
    reader = PdfReader(BytesIO(strip(papers.full()).data))

    assert reader.metadata is None
    assert set(reader.trailer) == {"/Root", "/Size"}
    assert set(reader.root_object) == {"/Type", "/Pages", "/Lang"}


def test_what_is_drawn_over_a_page_becomes_part_of_it() -> None:
    found = strip(papers.over(look=True)).data

    assert text(found).split("\n")[-1] == "Laid over"
    assert papers.WORD not in said(found)
    assert "/Annots" not in PdfReader(BytesIO(found)).pages[0]


def test_what_viewers_would_have_to_draw_themselves_is_refused() -> None:
    assert refused(papers.over(look=False)).remedy == "print it to a PDF"


def test_words_that_are_only_marked_to_be_blacked_out_are_refused() -> None:
    paper = papers.Paper()
    mark = papers.mapping(Type=papers.name("Annot"), Subtype=papers.name("Redact"), Rect=[0, 0, 9, 9])
    paper.page[papers.name("Annots")] = papers._object([paper.add(mark)])

    assert "still there" in refused(paper.written()).reason


def test_layers_that_are_shown_become_one_and_hidden_ones_are_refused() -> None:
    shown = strip(papers.layered(hidden=False)).data

    assert text(shown) == text(papers.Paper(papers.SHOWN).written())
    assert papers.WORD not in said(shown)
    assert "hidden layers" in refused(papers.layered(hidden=True)).reason


def test_a_locked_paper_is_refused() -> None:
    assert refused(papers.locked()) == Refusal("it is locked", "save it without a password")


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", papers.plain()[:900], pictures.png()]
)
def test_what_is_no_paper_is_refused(data: bytes) -> None:
    assert refused(data).reason


def test_a_page_before_or_behind_a_paper_is_cut_off() -> None:
    page = b"<script>alert(1)</script>\n"

    assert b"<script" not in strip(page + papers.plain() + page).data


def test_a_bomb_in_a_paper_is_refused() -> None:
    paper = papers.Paper()
    layer = zlib.compress(bytes(200_000_000), 9)
    paper.page[papers.name("Contents")] = paper.add(papers.packed(layer))

    assert "unpacks to more" in refused(paper.written()).reason


def test_colour_profiles_in_a_paper_lose_their_words() -> None:
    paper = papers.Paper()
    profile = paper.add(
        papers.packed(zlib.compress(pictures.profile()), N=3, Alternate=papers.name("DeviceRGB"))
    )
    picture = paper.photo.get_object()
    assert isinstance(picture, DictionaryObject)
    picture[papers.name("ColorSpace")] = papers._object([papers.name("ICCBased"), profile])

    found = strip(paper.written()).data

    assert papers.TEXT.encode("utf-16-be") not in said(found)
    assert b"/ICCBased" in found


def test_fonts_lose_their_names() -> None:
    paper = papers.Paper()
    font = font_of((b"glyf", b"shape"), (b"name", papers.WORD), (b"head", b"h" * 54))
    described = papers.mapping(
        Type=papers.name("FontDescriptor"), FontName=papers.name("F"), FontFamily=papers.TEXT,
        FontFile2=paper.add(papers.packed(zlib.compress(font), Length1=len(font))),
    )  # fmt: skip
    paper.font.get_object()[papers.name("FontDescriptor")] = paper.add(described)  # type: ignore[index]

    found = strip(paper.written()).data

    assert papers.WORD not in said(found)
    assert b"shape" in said(found)


def font_of(*tables: tuple[bytes, bytes]) -> bytes:
    body, directory = b"", b""
    for name, table in tables:
        directory += name + bytes(4) + (12 + 16 * len(tables) + len(body)).to_bytes(4, "big")
        directory += len(table).to_bytes(4, "big")
        body += table
    return b"\0\1\0\0" + len(tables).to_bytes(2, "big") + bytes(6) + directory + body


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (b"q 1 0 0 1 0 0 cm Q", b"q 1 0 0 1 0 0 cm Q"),
        (b"/P <</MCID 0>> BDC (a) Tj EMC", b"/P <</MCID 0>> BDC (a) Tj EMC"),
        (b"/Span << /Lang (en-US) /MCID 3 >> BDC EMC", b"/Span << /Lang (en-US) /MCID 3 >> BDC EMC"),
        (b"/Artifact <</Type /Pagination>> BDC EMC", b"/Artifact <</Type /Pagination>> BDC EMC"),
        (b"/Span <</ActualText (x)>> BDC (a) Tj EMC", b"(a) Tj\n"),
        (b"/secret BMC q EMC Q", b"q\nQ\n"),
        (b"/secret MP q Q", b"q\nQ\n"),
        (b"q % secret\nQ", b"q\nQ\n"),
        (b"q (secret) nothing Q", b"q\nQ\n"),
        (b"(secret) 1 w", b""),
        (b"/secret 1 w", b"1 w\n"),
        (b"[(a(b)) -20 (c\\))] TJ", b"[(a(b)) -20 (c\\))] TJ"),
        (b"[3 1] 0 d", b"[3 1] 0 d"),
        (b"-.5 +3. 4 -0.25 re", b"-.5 +3. 4 -0.25 re"),
        (b"(secret)", b""),
    ],
)
def test_instructions_that_draw_stay_and_words_between_them_go(written: bytes, kept: bytes) -> None:
    assert pdf_content.clean(written).data == kept


def test_a_picture_among_instructions_stays_byte_for_byte() -> None:
    data = b"q BI /W 4 /H 1 /CS /G /BPC 8 ID \x00 EI\xff\nEI Q % x\n"

    assert pdf_content.clean(data).data == b"q\nBI /W 4 /H 1 /CS /G /BPC 8 ID \x00 EI\xff\nEI\nQ\n"


def test_names_of_what_is_drawn_with_are_found() -> None:
    found = pdf_content.clean(b"/F1 9 Tf /Im#20x Do /Pattern cs /P1 scn")

    assert found.names == {b"/F1", b"/Im#20x", b"/Pattern", b"/P1"}
