"""The documents that a browser is given to print, and what is asked of what it prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

import editions
import make
import papers
import printed as printed_content
from briefing.pages import paper, paper_file
from briefing.pages.identity import Site
from briefing.pages.paper import Document, Press
from briefing.pages.paper_file import Unfit
from briefing.pages.render import Renderer
from briefing.views import site
from briefing.views.kinds import book
from briefing.views.kinds.book import Choice
from briefing.views.shapes.pages import BriefShown

TEMPLATES = Path(__file__).parents[2] / "docs/.overrides"
EDITION = editions.edition(
    make.topic("trade"),
    make.brief("one", title='A "title" </style> \\ of {one}'),
    make.brief("two", language="ar"),
)
TODAY = date(2025, 12, 1)


def press(url: str = "") -> Press:
    return Press(Renderer(FileSystemLoader(TEMPLATES), site=Site("Room", url)), ("print.css",))


def brief(id_: str) -> BriefShown:
    shown = site.Pages(EDITION)[make.ref(f"briefs/{id_}").address]
    assert isinstance(shown, BriefShown)
    return shown


def test_a_brief_is_a_document_of_its_own_language_that_runs_nothing() -> None:
    made = press().brief(brief("two"))

    assert (made.name, made.title, made.language, made.marking) == ("two", "Two", "ar", "TLP:CLEAR")
    assert '<html class="br-paper" lang="ar" dir="ltr">' in made.html
    assert f'content="{paper.POLICY.replace(chr(39), "&#39;")}"' in made.html
    assert '<link rel="stylesheet" href="two.css">' in made.html
    assert "<script" not in made.html
    assert "Two" in made.headings


def test_no_sign_of_a_title_means_anything_in_a_style_sheet() -> None:
    made = press().brief(brief("one"))

    line = made.style.split("--br-page-title: ")[1]
    assert line == r'"Room \b7  A \22 title\22  \3c \2f style\3e  \5c  of \7b one\7d "; }' + "\n"


def test_a_long_title_is_cut_at_the_head_of_a_page() -> None:
    shown = brief("two")
    long = replace(shown, head=replace(shown.head, title="word " * 40))

    assert r"\2026 " in press().brief(long).style
    assert len(press().brief(long).style) < 400


def test_a_book_has_its_briefs_in_order_each_under_its_own_head() -> None:
    choice = Choice(named=("two", "one"))
    chosen = book.book(EDITION, site.Pages(EDITION), book.chosen(EDITION, choice), choice)

    first, second = press().book(chosen), press().book(chosen, (3, 7))

    assert first.anchors == ("b1", "b2")
    assert '<span class="br-book__page"></span>' in first.html
    assert [f'<span class="br-book__page">{page}</span>' in second.html for page in (3, 7)] == [True, True]
    assert second.html.index('id="b1-br-title"') < second.html.index('id="b2-br-title"')
    assert '@page b1 { @top-left { content: "Room \\b7  Two"; } }' in second.style


DOCUMENT = Document("one", "One", "en-GB", "TLP:GREEN", "", "", (), ("Two flags",))


def printed(
    words: str = "TLP:GREEN Page 1 of 1 TLP:GREEN", url: str = "https://host.example/", node: int = 7
) -> bytes:
    """A PDF like those of a browser."""
    writer = PdfWriter()
    page = writer.add_page(PdfReader(BytesIO(papers.full())).pages[0])
    font = papers.mapping(
        Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica")
    )
    page[NameObject("/Resources")] = papers.mapping(Font=papers.mapping(F1=font))
    page[NameObject("/Contents")] = papers.stream(f"BT /F1 12 Tf 20 150 Td ({words}) Tj ET".encode())
    page.pop("/Annots", None)
    writer.add_annotation(page_number=0, annotation=Link(rect=(0, 0, 9, 9), url=url))
    writer.add_outline_item(title="Twoflags", page_number=0)
    for key in ("/MarkInfo", "/StructTreeRoot"):
        writer.root_object[NameObject(key)] = DictionaryObject()
    head = papers.mapping(S=NameObject("/TH"), ID=TextStringObject(f"node{node:08}"))
    cell = papers.mapping(A=papers.mapping(Headers=ArrayObject([TextStringObject(f"node{node:08}")])))
    tags = papers.mapping(K=ArrayObject([writer._add_object(head), writer._add_object(cell)]))
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tags)
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-GB")
    writer.metadata = {"/Creator": "A machine", "/Author": "Somebody", "/CreationDate": "D:20300101000000Z"}
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_pdf_says_its_title_and_marking_and_nothing_of_the_machine() -> None:
    reader = PdfReader(BytesIO(paper_file.settle(printed(), DOCUMENT, TODAY)))

    assert reader.metadata == {
        "/Title": "One",
        "/Keywords": "TLP:GREEN",
        "/Creator": "Briefing Room",
        "/Producer": "Briefing Room",
        "/CreationDate": "D:20251201000000Z",
        "/ModDate": "D:20251201000000Z",
    }
    assert printed_content.catalog(reader)["/Lang"] == "en-GB"
    assert reader.xmp_metadata is None


def test_bookmarks_are_spaced_as_their_headings_are() -> None:
    reader = PdfReader(BytesIO(paper_file.settle(printed(), DOCUMENT, TODAY)))

    assert [str(one.title) for one in reader.outline if not isinstance(one, list)] == ["Two flags"]


def test_the_same_print_gives_the_same_bytes() -> None:
    first = paper_file.settle(printed(), DOCUMENT, TODAY)

    assert paper_file.settle(printed(), DOCUMENT, TODAY) == first
    assert paper_file.settle(printed(node=812), DOCUMENT, TODAY) == first  # the browser had made more before
    assert first.count(b"node00000001") == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (printed("TLP:GREEN Page 1 of 1"), "lacks its marking"),
        (printed("TLP:GREEN TLP:GREEN"), "lacks its marking or its number"),
        (printed("TLP:AMBER TLP:AMBER Page 1 of 1"), "lacks its marking"),
        (printed(url="file:///srv/site/x.html"), "leads to this machine"),
        (papers.full(), "left out /MarkInfo"),
        (b"no PDF", "cannot be read"),
    ],
)
def test_what_must_not_be_handed_out_is_not(data: bytes, said: str) -> None:
    with pytest.raises(Unfit, match=said):
        paper_file.settle(data, DOCUMENT, TODAY)


def test_a_contents_list_that_leads_to_nothing_is_told() -> None:
    with pytest.raises(Unfit, match="leads to nothing"):
        paper_file.pages_of(printed(), replace(DOCUMENT, anchors=("b1",)))


def test_a_page_leads_to_its_pdf_where_one_is_made() -> None:
    shown = brief("two")
    link = '<a href="../../briefs/two/two.pdf" type="application/pdf">PDF</a>'

    assert link not in press().renderer.body(shown, "../..")
    assert link in press().renderer.body(replace(shown, paper="briefs/two/two.pdf"), "../..")
