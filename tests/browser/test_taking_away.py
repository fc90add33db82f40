"""What readers take away from a page: the address of a place on it, and how to cite it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reading import Reader

pytestmark = [pytest.mark.browser, pytest.mark.site]

BRIEF = "briefs/framework-assessment/"
FORMS = ("Plain text", "BibTeX", "RIS", "CSL-JSON")


@pytest.fixture
def desk(reader: Reader) -> Iterator[Reader]:
    """A reader on a brief, whose browser lets pages use the clipboard."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(BRIEF)
    yield reader
    assert reader.foreign == []
    assert reader.complaints == []


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_judgement_is_copied_and_that_is_said(desk: Reader) -> None:
    desk.page.locator("#framework-holds, .br-judgement").first.hover()
    number = desk.page.locator(".br-judgement").first.get_attribute("id")
    desk.page.get_by_role("button", name="Copy link to judgement 1", exact=True).click()

    expect(desk.page.get_by_role("status").filter(has_text="Link copied")).to_be_attached()
    expect(desk.page.locator(".br-judgement .br-copy").first).to_have_text("Copied")
    assert clipboard(desk.page) == f"{desk.home}{BRIEF}#{number}"
    expect(desk.page.locator(".br-judgement .br-copy").first).to_have_text("Copy link")


def test_keys_copy_the_address_of_a_heading_and_it_leads_there(desk: Reader) -> None:
    copy = desk.page.get_by_role("button", name="Copy link to Why now", exact=True)
    assert copy.evaluate("(it) => getComputedStyle(it).opacity") == "0"
    copy.focus()
    assert copy.evaluate("(it) => getComputedStyle(it).opacity") == "1"
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("status").filter(has_text="Link copied")).to_be_attached()

    address = clipboard(desk.page)
    desk.page.goto(address)
    assert address.startswith(f"{desk.home}{BRIEF}#")
    expect(desk.page.locator(":target")).to_have_accessible_name("Why now")


def test_a_heading_keeps_its_name(desk: Reader) -> None:
    expect(desk.page.get_by_role("heading", name="What to watch", exact=True)).to_have_count(1)


def test_every_button_can_be_seen_when_keys_reach_it(desk: Reader) -> None:
    buttons = desk.page.locator(".br-copy").all()
    assert len(buttons) > 10
    for button in buttons:
        button.focus()
        box = button.bounding_box()
        assert box and min(box["width"], box["height"]) >= 24, button.get_attribute("aria-label")
        assert button.evaluate("(it) => getComputedStyle(it.parentElement).clipPath") == "none"


def test_a_button_that_is_not_seen_takes_no_room_in_a_narrow_window(desk: Reader) -> None:
    desk.page.set_viewport_size({"width": 360, "height": 740})
    heights = "all => all.map(one => one.offsetHeight)"
    headings = desk.page.locator(".br-main :is(h2, h3)")
    before = headings.evaluate_all(heights)

    desk.page.locator(".br-copy").evaluate_all("all => all.forEach(one => one.remove())")

    assert before == headings.evaluate_all(heights)


def test_without_tls_the_old_way_copies(chromium: Browser, served: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read"])
    page = context.new_page()
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    page.goto(f"{served}{BRIEF}")
    copy = page.get_by_role("button", name="Copy link to judgement 1", exact=True)
    copy.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_attached()
    expect(copy).to_be_focused()
    context.close()


def test_where_the_browser_refuses_that_is_said(chromium: Browser, served: str) -> None:
    page = chromium.new_page()
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });"
        "Document.prototype.execCommand = () => false"
    )
    page.goto(f"{served}{BRIEF}")
    page.locator(".br-judgement").first.hover()
    page.locator(".br-judgement .br-copy").first.click()

    expect(page.get_by_role("status").filter(has_text="Not copied")).to_be_attached()
    page.close()


def test_a_citation_in_each_form_names_the_address_and_is_copied(desk: Reader) -> None:
    desk.page.get_by_text("Cite this brief").click()
    for form in FORMS:
        desk.page.get_by_role("button", name=f"Copy {form}").click()
        expect(desk.page.get_by_role("status").filter(has_text="Citation copied")).to_be_attached()
        assert f"{desk.home}{BRIEF}" in clipboard(desk.page), form


@pytest.mark.parametrize(("form", "ends"), [("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".json")])
def test_a_citation_is_downloaded_as_it_is_shown(desk: Reader, form: str, ends: str) -> None:
    desk.page.get_by_text("Cite this brief").click()
    with desk.page.expect_download() as downloading:
        desk.page.get_by_role("button", name=f"Download {form}").click()
    download = downloading.value

    text = Path(download.path()).read_text(encoding="utf-8")
    assert download.suggested_filename == f"brief-framework-assessment{ends}"
    assert f"{desk.home}{BRIEF}" in text
    if form == "CSL-JSON":
        assert json.loads(text)[0]["title"] == "Ten years of direction, obligations unseen"


def test_without_scripts_there_is_a_citation_and_no_button(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{BRIEF}")
    page.get_by_text("Cite this brief").click()

    expect(page.locator(".br-cite__text").first).to_contain_text(re.compile(r"Brief, .*TLP:CLEAR\.$"))
    assert page.locator(".br-page button").count() == 0
    context.close()


def test_on_paper_there_is_the_citation_in_words_and_no_button(desk: Reader) -> None:
    desk.page.emulate_media(media="print")
    desk.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert desk.page.locator(".br-cite__text:visible").count() == 1
    assert desk.page.locator(".br-page button:visible").count() == 0


def test_a_published_site_on_a_disk_names_no_address_in_a_citation_and_offers_no_link(
    chromium: Browser, dossier: Path
) -> None:
    """There none of its scripts run; what is made for a disk is the bundle."""
    page = chromium.new_page()
    page.goto((dossier / BRIEF / "index.html").as_uri())

    assert "file:" not in page.locator(".br-cite").inner_text()
    assert page.locator(".br-copy").count() == 0
    page.close()
