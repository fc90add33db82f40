"""Papers as a real browser prints them, and as another reader of PDF finds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

import printed
import site_builds
from briefing.edge.content.assemble import Assembly, assemble, check
from briefing.edge.delivery import browser, papers
from reading import Reader

pytestmark = [pytest.mark.browser, pytest.mark.site]

TODAY = date.fromisoformat(site_builds.TODAY)
FROM_HERE = re.compile(rb"file:|/tmp|/home|papers-|Headless|Mozilla")
"""What would tell of the machine and its folders."""


@pytest.fixture(scope="module", autouse=True)
def program() -> Path:
    found = browser.find()
    if not found:
        pytest.skip(browser.REMEDY)
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed.write(tmp_path_factory.mktemp("papers") / "root")


def assembled(root: Path, audience: str) -> Assembly:
    checked = check(root, audience=audience, today=TODAY)
    assert not checked.has_errors
    return assemble(checked)


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for partners, with its papers."""
    built = site_builds.build(tmp_path_factory.mktemp("site") / "site", "--audience", "partners", root=root)
    papers.add(built, assembled(root, "partners"))
    return built


@pytest.fixture(scope="module")
def harbour(site: Path) -> PdfReader:
    return PdfReader(site / "briefs/harbour/harbour.pdf")


def texts(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def written(site: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(site.rglob("*.pdf"))}


def test_each_brief_of_the_audience_and_no_other_has_its_paper(site: Path) -> None:
    assert sorted(written(site)) == ["harbour.pdf", "quay.pdf"]
    assert not list(site.parent.glob("papers-*"))


def test_every_page_says_how_it_is_marked_and_which_it_is(harbour: PdfReader) -> None:
    pages = texts(harbour)

    assert len(pages) == 2
    for number, text in enumerate(pages, 1):
        assert text.count("TLP:GREEN") >= 2
        assert f"Page {number} of {len(pages)}" in text


def test_it_holds_what_its_page_holds(harbour: PdfReader) -> None:
    text = " ".join(texts(harbour))

    for words in (
        printed.LONG,
        "The pact is in force at the end of 2026.",
        "Ferries go on.",
        "likely 55–80 %",
        "Folded away.",
        "Both have said so.",
        "A minister says otherwise.",
        "Cite this brief",
        "https://intranet.example/briefings/briefs/harbour/",
    ):
        assert words in text, words
    assert len(harbour.pages[0].images) == 1
    for words in ("Menu", "Search", "Behind this judgement", "How to read them", "Made with"):
        assert words not in text, words


def test_sources_stand_at_the_end_with_their_ways_and_judgements_name_their_numbers(
    harbour: PdfReader,
) -> None:
    text = " ".join(texts(harbour))

    assert "Sources 2, 3" in text
    assert re.search(r"The act <https://law\.example/\?id=7&no=2> A2: Source A: completely reliable", text)
    assert re.search(r"A talk in the port.+A note of our own <https://desk\.example/note>", text)
    assert text.count("A talk in the port") == 1
    assert "to us <https://mail.example/letter>" in text


def test_it_can_be_read_aloud_and_leafed_through(harbour: PdfReader) -> None:
    catalog = printed.catalog(harbour)
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"] is not None
    assert "/StructTreeRoot" in catalog
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert harbour.metadata and harbour.metadata.title == printed.LONG
    assert printed.bookmarks(harbour) == [
        (printed.LONG, 1),
        ("Judgements", 1),
        ("Assessment", 1),
        ("What holds", 1),
        ("What to watch", 2),
        ("What this rests on", 2),
        ("Sources", 2),
        ("Linked from", 2),
    ]


def test_a_title_read_from_the_right_is_whole(site: Path) -> None:
    quay = PdfReader(site / "briefs/quay/quay.pdf")

    assert printed.catalog(quay)["/Lang"] == "ar"
    assert printed.bookmarks(quay)[0] == ("الرصيف بعد العاصفة", 1)


def test_links_lead_to_the_site_and_elsewhere_and_never_to_this_machine(harbour: PdfReader) -> None:
    ways = {
        str(note.get_object()["/A"]["/URI"])
        for page in harbour.pages
        for note in page.get("/Annots") or ()
        if "/A" in note.get_object()
    }

    assert {"https://intranet.example/briefings/actors/ann-lee/", "https://mail.example/letter"} <= ways
    assert all(way.startswith("https://") for way in ways)


def test_nothing_is_told_of_the_machine_or_of_what_fewer_may_read(site: Path) -> None:
    for name, data in written(site).items():
        reader = PdfReader(site / f"briefs/{name.removesuffix('.pdf')}/{name}")
        held = [*(one.get_object() for one in (reader.root_object, reader.trailer)), *texts(reader)]
        everything = " ".join(map(repr, (*held, reader.metadata, printed.bookmarks(reader))))
        assert printed.CANARY not in everything.lower()
        assert printed.CANARY.encode() not in data.lower()
        assert not FROM_HERE.search(data), name
        assert "/Author" not in (reader.metadata or {})


def test_two_prints_are_the_same(site: Path, root: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    for name in ("harbour", "quay"):
        (again / "briefs" / name).mkdir(parents=True)
    (again / "briefs/berths.png").write_bytes((site / "briefs/berths.png").read_bytes())
    papers.add(again, assembled(root, "partners"))

    assert written(again) == written(site)


def test_a_higher_marked_section_raises_the_marking_of_the_paper(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "harbour.pdf"
    site_builds.run("book", "--root", str(root), "harbour", "--out", str(out), "--today", site_builds.TODAY)

    for text in texts(PdfReader(out)):
        assert text.count("TLP:AMBER+STRICT") >= 2
    assert printed.CANARY in " ".join(texts(PdfReader(out)))


@pytest.fixture(scope="module")
def book(root: Path, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    out = tmp_path_factory.mktemp("book") / "trade.pdf"
    words = ("--root", str(root), "--audience", "partners", "--today", site_builds.TODAY, "--topic", "trade")
    done = site_builds.run("book", *words, "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"The book is in {out}\n"
    assert not FROM_HERE.search(out.read_bytes())
    return PdfReader(out)


def test_a_book_has_a_title_page_and_a_contents_page_with_the_right_numbers(book: PdfReader) -> None:
    pages = texts(book)
    marks = dict(printed.bookmarks(book))

    assert "Briefing book: Trade" in pages[0]
    assert "2 briefs, as they stood on 1 Dec 2025" in pages[0]
    for title in (printed.LONG, "الرصيف بعد العاصفة"):
        assert str(marks[title]) in re.findall(r"\d+(?= \d Nov 2025)", pages[1])
    assert f"{printed.LONG} {marks[printed.LONG]}" in pages[1]
    assert printed.LONG in pages[marks[printed.LONG] - 1]
    assert book.metadata and book.metadata.title == "Briefing book: Trade"


def test_every_page_of_a_book_has_the_highest_marking_and_its_number(book: PdfReader) -> None:
    pages = texts(book)

    for number, text in enumerate(pages, 1):
        assert text.count("TLP:GREEN") >= 2
        assert f"Page {number} of {len(pages)}" in text
    assert printed.CANARY not in " ".join(pages).lower()


def test_briefs_of_a_book_lead_to_each_other_within_it(book: PdfReader) -> None:
    named = {
        str(note.get_object()["/Dest"])
        for page in book.pages[2:]
        for note in page.get("/Annots") or ()
        if "/Dest" in note.get_object()
    }

    assert {"/b1", "/b2"} <= named


def test_on_a_screen_judgements_have_their_sources_whole_and_on_paper_by_number(reader: Reader) -> None:
    reader.open("briefs/framework-assessment/")
    first = reader.page.locator(".br-judgement").first
    first.locator("summary").click()

    expect(first.locator(".br-notes")).to_be_hidden()
    expect(first.locator(".br-source").first).to_be_visible()
    reader.page.emulate_media(media="print")
    expect(first.locator(".br-notes")).to_have_text("1, 6, 7")
    expect(first.locator(".br-notes")).to_be_visible()
    expect(first.locator(".br-source").first).to_be_hidden()
    expect(reader.page.locator("#br-source-7 .br-source__title")).to_contain_text("Framework")


def test_a_page_that_a_browser_prints_is_marked_without_a_ground(reader: Reader) -> None:
    """Browsers leave the grounds of margins away: white on nothing would be no marking."""
    reader.open("briefs/framework-assessment/")
    reader.page.emulate_media(media="print")
    names = ("--br-page-marking", "--br-page-marking-ink", "--br-page-marking-ground")
    said = reader.page.evaluate(
        "(names) => names.map((one) => getComputedStyle(document.documentElement).getPropertyValue(one))",
        list(names),
    )

    assert said == ['"TLP:CLEAR"', "", ""]


def test_a_book_of_several_markings_has_the_highest_in_its_own_colour(reader: Reader) -> None:
    reader.open("briefs/framework-assessment/")
    reader.page.emulate_media(media="print")
    made = reader.page.evaluate(
        """(markings) => {
          document.documentElement.classList.add("br-paper");
          document.querySelector(".br-foot").innerHTML =
            markings.map((one) => `<b class="br-tlp br-tlp--${one}"></b>`).join("");
          const style = getComputedStyle(document.documentElement);
          return ["", "-ink", "-ground"].map((one) => style.getPropertyValue(`--br-page-marking${one}`));
        }""",
        ["amber", "green", "clear"],
    )

    assert made == ['"TLP:AMBER"', "#ffc000", "#000"]
