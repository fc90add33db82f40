"""A bundle in a real browser, as files: what readers do, without a server and without a word of complaint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from briefing.edge.mkdocs.for_disk import OPEN_ME
from reading import Reader, serve

pytestmark = [pytest.mark.browser, pytest.mark.site]

SINGH = "actors/rajnath-singh/index.html"
BRIEF = "briefs/framework-assessment/index.html"
STATUS = ".br-picture__count"
COPYING = "navigator.clipboard.writeText = async (text) => { window.copied = text; };"
"""A clipboard that can be read from a page on a disk, where browsers give tests no other."""


@pytest.fixture
def folder(chromium: Browser, unpacked: Path) -> Iterator[Reader]:
    """Someone with the folder on a disk; the browser asked nobody for anything, and complained of nothing."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    one = Reader(context.new_page(), f"{unpacked.as_uri()}/")
    one.page.on("request", one.note_request)
    one.page.on("console", one.note_message)
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    yield one
    context.close()
    assert (one.foreign, one.complaints) == ([], [])


def arrived(folder: Reader, address: str) -> None:
    folder.page.wait_for_url(lambda url: url.split("?")[0] == f"{folder.home}{address}")


def picture(page: Page) -> str:
    expect(page.locator(STATUS)).not_to_be_empty()
    return page.locator(STATUS).inner_text()


def test_what_is_to_be_opened_leads_to_the_home_page_and_says_what_to_do_within_a_zip(
    chromium: Browser, folder: Reader, unpacked: Path, tmp_path: Path
) -> None:
    folder.open(OPEN_ME)
    arrived(folder, "index.html")

    alone = tmp_path / OPEN_ME
    alone.write_bytes((unpacked / OPEN_ME).read_bytes())
    page = chromium.new_page()
    page.goto(alone.as_uri())
    expect(page.get_by_text("unpack the whole of it first")).to_be_visible()
    assert page.url == alone.as_uri()
    page.close()


def test_search_finds_marks_and_leads_on(folder: Reader) -> None:
    folder.open(BRIEF)

    assert folder.search("rajnath singh")[0] == SINGH
    assert "13 matching" in folder.page.locator(".md-search-result__meta").inner_text()
    folder.page.keyboard.press("Enter")

    arrived(folder, SINGH)
    expect(folder.page.locator("mark").first).to_be_visible()


def test_who_goes_back_from_a_result_has_the_results_again(folder: Reader) -> None:
    folder.open(BRIEF)
    folder.search("rajnath singh")
    folder.page.keyboard.press("Enter")
    arrived(folder, SINGH)
    folder.page.go_back()
    arrived(folder, BRIEF)

    expect(folder.page.locator("input.md-search__input")).to_have_value("rajnath singh")
    expect(folder.page.locator("a.md-search-result__link").first).to_be_in_viewport()


def test_search_knows_slips_phrases_and_kinds_and_offers_the_feed(folder: Reader) -> None:
    folder.open("index.html")

    assert folder.search("hegzeth")[0] == "actors/pete-hegseth/index.html"
    offers = folder.page.locator(".br-offers a")
    found = [link.evaluate("link => link.href") for link in offers.all()]
    assert found == [
        f"{folder.home}actors/pete-hegseth/{way}" for way in ("index.html#br-timeline", "feed.xml")
    ]
    assert all(address.startswith("briefs/") for address in folder.search("kind:brief framework"))
    assert folder.search('"Major Defence Partnership"')


def test_the_timeline_is_drawn_filtered_and_its_address_kept(folder: Reader) -> None:
    page = folder.page
    folder.open("timeline/index.html")
    whole = picture(page)

    page.select_option("[name=actor]", "india")
    expect(page.locator(STATUS)).not_to_have_text(whole)
    narrowed = picture(page)

    assert page.url == f"{folder.home}timeline/index.html?actor=india"
    page.reload()
    expect(page.locator(STATUS)).to_have_text(narrowed)
    marks = [mark.evaluate("mark => mark.getAttribute('href')") for mark in page.locator("a.br-mark").all()]
    assert marks
    assert all("/timeline/index.html" in mark for mark in marks)


def test_a_year_s_picture_leads_to_the_places_of_its_events(folder: Reader, unpacked: Path) -> None:
    years = sorted(path.parent.name for path in unpacked.glob("timeline/*/index.html"))
    folder.open(f"timeline/{years[-1]}/index.html")
    ways = folder.page.locator(".br-event a[href]")

    for href in {link.evaluate("link => link.href.split('#')[0]") for link in ways.all()}:
        assert href.startswith("https://") or href.endswith(".html"), href


def test_who_goes_with_whom_is_drawn_and_leads_on(folder: Reader) -> None:
    folder.open(SINGH)
    name = folder.page.get_by_text(re.compile(r"^India \d+$"))

    folder.page.locator(".br-net__nodes > a", has=name).click()

    arrived(folder, "actors/india/index.html")
    assert folder.page.locator("#br-title").inner_text() == "India"


def test_a_card_beside_a_link_says_what_is_behind_it(folder: Reader) -> None:
    folder.open(BRIEF)
    folder.page.locator(f".br-prose a[href*='{SINGH}']").first.hover()
    card = folder.page.locator(".br-preview")

    expect(card).to_contain_text("Rajnath Singh")
    expect(card).to_contain_text("Defence Minister, India, since 31 May 2019")


def test_a_link_to_a_place_leads_back_to_it_and_says_that_it_is_for_this_disk(folder: Reader) -> None:
    folder.page.add_init_script(COPYING)
    folder.open("briefs/framework-assessment/index.html")
    folder.page.get_by_role("button", name="Copy link to judgement 1", exact=True).click()

    said = folder.page.get_by_role("status").filter(has_text="it works where this folder is")
    expect(said).to_be_attached()
    copied = folder.page.evaluate("window.copied")
    assert copied.startswith(f"{folder.home}briefs/framework-assessment/index.html#")
    folder.page.goto(copied)
    expect(folder.page.locator(".br-judgement:target")).to_be_visible()


def test_a_link_to_a_place_of_a_site_that_knows_its_address_leads_there(folder: Reader) -> None:
    folder.page.add_init_script(COPYING)
    folder.open("briefs/framework-assessment/index.html")
    folder.page.evaluate(
        "document.head.append(Object.assign(document.createElement('link'),"
        " {rel: 'canonical', href: 'https://desk.example/briefs/one/'}))"
    )
    folder.page.get_by_role("button", name="Copy link to judgement 1", exact=True).click()

    expect(folder.page.get_by_role("status").filter(has_text="Link copied")).to_have_text("Link copied")
    assert folder.page.evaluate("window.copied").startswith("https://desk.example/briefs/one/#")


def test_the_form_makes_a_file_to_download(folder: Reader) -> None:
    page = folder.page
    folder.open("about/add-a-brief/index.html")
    page.locator("#br-new-title").fill("Fees will rise")
    page.locator("#br-new-date").fill("2025-11-20")
    for name, words in (("authors", "South Asia desk"), ("topics", "indo-pacific")):
        page.locator(f"#br-new-{name}").fill(words)
        page.locator(f"#br-new-{name}").press("Enter")
    page.get_by_role("button", name="Make the file", exact=True).click()
    with page.expect_download() as download:
        page.locator("#br-new-download").click()

    assert "title: Fees will rise" in Path(download.value.path()).read_text(encoding="utf-8")


def test_colours_and_folds_are_kept_from_page_to_page(folder: Reader) -> None:
    folder.open("index.html")
    folder.page.get_by_text("Dark", exact=True).click()
    folder.page.locator(".md-tabs__link", has_text="Briefs").click()

    arrived(folder, "briefs/index.html")
    expect(folder.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_every_kind_of_page_opens_without_a_complaint(folder: Reader, unpacked: Path) -> None:
    of_each = {
        path.relative_to(unpacked).parts[:-2]: path.relative_to(unpacked).as_posix()
        for path in sorted(unpacked.rglob("index.html"))
    }

    for address in of_each.values():
        folder.open(address)
        expect(folder.page.locator("#br-title, .br-home, .br-title").first).to_be_visible()

    assert len(of_each) > 6


def test_a_script_that_somebody_got_into_a_page_does_not_run(chromium: Browser, unpacked: Path) -> None:
    """The policy of pages for a disk knows no sums, but lets nothing run that is written into a page."""
    bad = unpacked / "bad.html"
    page = chromium.new_page()
    html = (unpacked / "index.html").read_text(encoding="utf-8")
    bad.write_text(
        html.replace("</body>", "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'></body>"),
        encoding="utf-8",
    )
    try:
        page.goto(bad.as_uri())
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None
    finally:
        bad.unlink()
        page.close()


def test_a_bundle_that_is_put_on_a_server_is_searched_there_too(chromium: Browser, unpacked: Path) -> None:
    with serve(unpacked) as home:
        one = Reader(chromium.new_page(), home)
        one.page.on("console", one.note_message)
        one.open("index.html")

        assert one.search("rajnath singh")[0] == SINGH
        assert one.complaints == []
        one.page.close()
