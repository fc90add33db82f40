"""Cards beside links: what they say, and how readers of every kind get them and get rid of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from reading import Reader, stir

pytestmark = [pytest.mark.browser, pytest.mark.site]

BRIEF, SINGH = "briefs/framework-assessment/", "actors/rajnath-singh/"


def card(reader: Reader) -> Locator:
    return reader.page.locator(".br-preview")


def link(reader: Reader, address: str = SINGH) -> Locator:
    return reader.page.locator(f".br-prose a[href*='{address}']").first


def test_a_card_says_what_a_profile_is_its_office_today_and_where_it_was_last_named(reader: Reader) -> None:
    reader.open(BRIEF)
    link(reader).hover()

    expect(card(reader)).to_contain_text("Rajnath Singh")
    expect(card(reader)).to_contain_text("Actor · person")
    expect(card(reader)).to_contain_text("TLP:CLEAR")
    expect(card(reader)).to_contain_text("Defence Minister, India, since 31 May 2019")
    expect(card(reader)).to_contain_text("Last named 10 Nov 2025 in ")
    assert reader.foreign == []
    assert reader.complaints == []


def test_a_card_of_a_brief_says_when_and_that_it_was_superseded(reader: Reader) -> None:
    reader.open(BRIEF)
    reader.page.locator("#br-changes ~ p a[href*='framework-first-look']").hover()

    expect(card(reader)).to_contain_text(re.compile(r"Brief · .* Nov 2025"))
    expect(card(reader)).to_contain_text("superseded")


def test_a_card_waits_for_a_pointer_to_rest(reader: Reader) -> None:
    reader.open(BRIEF)
    link(reader).hover()
    early = reader.page.evaluate(
        "new Promise((done) => setTimeout(() => done(document.querySelectorAll('.br-preview').length), 150))"
    )
    reader.page.mouse.move(2, 2)
    reader.page.wait_for_timeout(900)

    assert early == 0

    assert card(reader).count() == 0


def test_the_pointer_can_go_onto_a_card_and_it_goes_when_the_pointer_does(reader: Reader) -> None:
    reader.open(BRIEF)
    link(reader).hover()
    card(reader).wait_for()
    card(reader).hover()
    reader.page.wait_for_timeout(700)

    assert card(reader).is_visible()
    reader.page.mouse.move(2, 2)
    expect(card(reader)).to_have_count(0)


def test_a_card_stays_as_long_as_the_pointer(reader: Reader) -> None:
    reader.open(BRIEF)
    link(reader).hover()
    card(reader).wait_for()
    reader.page.wait_for_timeout(3_000)

    assert card(reader).is_visible()


def test_escape_sends_a_card_away_and_leaves_pointer_and_focus_where_they_are(reader: Reader) -> None:
    reader.open(BRIEF)
    link(reader).hover()
    card(reader).wait_for()
    reader.page.keyboard.press("Escape")
    expect(card(reader)).to_have_count(0)
    reader.page.wait_for_timeout(700)

    assert card(reader).count() == 0


def test_keys_bring_a_card_that_describes_the_link(reader: Reader) -> None:
    reader.open(BRIEF)
    reader.page.evaluate("document.querySelector('.br-more:last-of-type summary').focus()")
    link(reader).focus()
    reader.page.keyboard.press("Shift+Tab")
    reader.page.keyboard.press("Tab")
    card(reader).wait_for()

    expect(link(reader)).to_be_focused()
    expect(link(reader)).to_have_accessible_description(re.compile("Rajnath Singh"))
    reader.page.keyboard.press("Escape")
    expect(card(reader)).to_have_count(0)
    expect(link(reader)).to_be_focused()
    reader.page.keyboard.press("Tab")
    card(reader).wait_for()
    assert "Rajnath Singh" not in card(reader).inner_text()


def test_a_page_is_asked_for_once_and_no_more_than_that(reader: Reader) -> None:
    asked: list[str] = []
    reader.open(BRIEF)
    stir(reader.page)
    reader.page.on("request", lambda request: asked.append(request.url))
    for _ in range(2):
        link(reader).hover()
        card(reader).wait_for()
        reader.page.mouse.move(2, 2)
        expect(card(reader)).to_have_count(0)

    assert [url for url in asked if "/assets/" not in url] == [f"{reader.home}{SINGH}"]


def test_a_click_goes_on_and_takes_the_card_along(reader: Reader) -> None:
    reader.open(BRIEF)
    link(reader).hover()
    card(reader).wait_for()
    link(reader).click()
    reader.page.wait_for_url("**/actors/rajnath-singh/")
    reader.page.mouse.move(2, 2)

    expect(card(reader)).to_have_count(0)


def test_a_finger_gets_no_card(chromium: Browser, served: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{served}{BRIEF}")
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    page.locator(f".br-prose a[href*='{SINGH}']").first.tap()
    page.wait_for_timeout(900)

    assert page.locator(".br-preview").count() == 0
    context.close()


def test_neither_this_page_nor_places_on_it_nor_lists_that_say_all_have_cards(reader: Reader) -> None:
    reader.open("briefs/")
    reader.page.locator(".br-doc__title a").first.hover()
    reader.page.wait_for_timeout(900)

    assert card(reader).count() == 0


def test_where_a_page_cannot_be_had_there_is_no_card_and_no_noise(reader: Reader) -> None:
    reader.open(BRIEF)
    reader.page.route(f"**/{SINGH}", lambda route: route.abort())
    link(reader).hover()
    reader.page.wait_for_timeout(900)

    assert card(reader).count() == 0
    assert [words for words in reader.complaints if "net::ERR_FAILED" not in words] == []


@pytest.mark.parametrize("width", [320, 1440])
def test_a_card_lies_within_the_window(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 600})
    reader.open(BRIEF)
    link(reader).hover()
    card(reader).wait_for()

    box = card(reader).bounding_box()
    assert box
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= 0 and box["y"] + box["height"] <= 600


def test_on_a_disk_there_are_no_cards_and_nothing_breaks(chromium: Browser, dossier: Path) -> None:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((dossier / BRIEF / "index.html").as_uri())
    page.locator(".br-prose a.br-mention").first.hover()
    page.wait_for_timeout(900)

    assert page.locator(".br-preview").count() == 0
    assert errors == []
    page.close()
