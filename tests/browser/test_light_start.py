"""A page that is opened does what it needs to be read; what is for the next page waits for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reading import stir, until

pytestmark = [pytest.mark.browser, pytest.mark.site]

LIST = "/sitemap.xml"
TOP = "one => one.getBoundingClientRect().top"
OPTION = ".br-scheme label:visible"
RESTYLED = """() => {
  window.restyled = [];
  new MutationObserver((changes) => changes.forEach(({ type, target, oldValue, addedNodes }) => {
    if (!document.querySelector(".br-page")) return;
    const isNew = type === "attributes" && target.nodeName === "HTML" && oldValue !== target.className;
    const metas = Array.from(addedNodes).filter((one) => one.name === "color-scheme");
    if (isNew || metas.length) window.restyled.push(target.nodeName);
  })).observe(document, {
    attributeFilter: ["class"], attributeOldValue: true, childList: true, subtree: true
  });
}"""
"""What browsers work out all styles of a page again for, told when its text was already there."""


@pytest.fixture
def page(chromium: Browser, served: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=served, color_scheme="light")
    yield context.new_page()
    context.close()


def asked(page: Page) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.parametrize("address", ["/", "/briefs/framework-assessment/", "/actors/india/", "/timeline/"])
def test_a_page_that_nobody_has_touched_loads_no_list_of_pages(page: Page, address: str) -> None:
    found = asked(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")

    assert len(found) > 10
    assert [url for url in found if url.endswith(LIST)] == []
    stir(page)
    assert len([url for url in found if url.endswith(LIST)]) == 1


def test_who_searches_waits_for_no_list(page: Page) -> None:
    """Of ten thousand pages it takes a moment, in which the box would take no letter."""
    found = asked(page)
    page.goto("/")
    page.locator("input.md-search__input").click()
    page.keyboard.type("framework")
    page.locator(".md-search-result__item").first.wait_for(timeout=15_000)
    page.wait_for_timeout(1_000)

    assert [url for url in found if "/search/terms/" in url]
    assert [url for url in found if url.endswith(LIST)] == []
    page.keyboard.press("Escape")
    stir(page)


def test_a_link_within_the_page_is_followed_once_whenever_the_list_comes(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/briefs/framework-assessment/")
    steps = page.evaluate("history.length")
    page.locator(".br-contents a").last.evaluate("(link) => link.click()")
    place = page.url
    stir(page)

    assert "#" in place
    assert page.url == place
    assert page.evaluate("history.length") == steps + 1


@pytest.mark.parametrize("width", [360, 1440])
def test_a_place_far_down_a_long_list_is_where_an_address_leads(page: Page, width: int) -> None:
    """What is far off is not laid out yet, and its height a guess."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/timeline/")
    anchors = page.locator(".br-group .br-event").evaluate_all("all => all.map((one) => one.id)")
    for anchor in anchors[5:-8:15]:
        page.goto("about:blank")
        page.goto(f"/timeline/#{anchor}")
        place = page.locator(f"#{anchor}")
        until(page, lambda: 0 <= place.evaluate(TOP) < 100)  # noqa: B023  asked before the next
        page.wait_for_timeout(400)
        assert 0 <= place.evaluate(TOP) < 100, "and it stays there"

    page.mouse.wheel(0, -3000)
    page.wait_for_timeout(400)
    before = page.evaluate("scrollY")
    page.reload()
    until(page, lambda: abs(page.evaluate("scrollY") - before) < 100)  # who loads anew stays where they were
    page.wait_for_timeout(400)
    assert abs(page.evaluate("scrollY") - before) < 100


def test_no_script_but_that_of_the_colours_holds_a_page_up(dossier: Path) -> None:
    for address in (
        "index.html",
        "timeline/index.html",
        "actors/india/index.html",
        "about/add-a-brief/index.html",
    ):
        html = (dossier / address).read_text(encoding="utf-8")
        scripts = [tag.partition(">")[0] for tag in html.split("<script src=")[1:]]

        assert len(scripts) > 5
        assert ["scheme.js" in tag for tag in scripts if " defer" not in tag] == [True]


@pytest.mark.parametrize("address", ["/", "/actors/india/"])
def test_styles_are_not_worked_out_again_when_a_page_has_been_read(page: Page, address: str) -> None:
    page.add_init_script(f"({RESTYLED})()")
    page.goto(address)
    page.wait_for_load_state("networkidle")

    assert page.locator("html.js").count() == page.locator("meta[name=color-scheme]").count() == 1
    assert page.evaluate("restyled") == []


def test_the_colours_are_those_of_the_system_until_a_reader_chooses(page: Page) -> None:
    page.goto("/")
    assert scheme(page) == "default"
    expect(page.locator(OPTION)).to_have_text("Dark")

    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(OPTION)).to_have_text("Light")

    page.locator(OPTION).click()
    page.reload()
    assert scheme(page) == "default"
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert scheme(page) == "default"


def test_keys_choose_the_colours_and_the_browser_is_told(page: Page) -> None:
    page.goto("/")
    before = page.locator("meta[name=theme-color]").get_attribute("content")
    page.locator(".br-scheme input").first.focus()
    page.keyboard.press("Enter")

    assert scheme(page) == "slate"
    assert page.locator("meta[name=theme-color]").get_attribute("content") != before
    assert page.locator("meta[name=color-scheme]").get_attribute("content") == "dark"
