"""axe finds nothing on any kind of page, in either scheme, wide or narrow; nor on what opens over pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import axe_core
import everybody
from reading import serve

pytestmark = [
    *(pytest.mark.browser, pytest.mark.site),
    pytest.mark.skipif(bool(axe_core.why_not()), reason=axe_core.why_not()),
]

ALIKE = pytest.mark.long
"""Colours hang on the scheme, and what is laid out on the width: two screens meet all four."""
SCREENS = (
    ("light", 1440),
    ("dark", 360),
    pytest.param(("light", 360), marks=ALIKE),
    pytest.param(("dark", 1440), marks=ALIKE),
)
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
LAID_OUT = "body * { content-visibility: visible !important }"


@pytest.fixture(scope="module")
def home(everything: Path) -> Iterator[str]:
    with serve(everything) as address:
        yield address


@pytest.fixture(scope="module")
def axe() -> str:
    return axe_core.script()


@pytest.fixture(params=SCREENS, ids=str)
def page(chromium: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that would run anything: axe is no part of the site, and the policy would not let it in."""
    scheme, width = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, base_url=home
    )
    yield context.new_page()
    context.close()


def test_every_kind_of_page_is_among_those_that_are_tried() -> None:
    assert set(everybody.templates()) - everybody.PREVIEWED == set(everybody.KINDS)


def test_axe_finds_what_it_should(page: Page, axe: str) -> None:
    everybody.show(page, "about/")
    page.evaluate("document.querySelector('.br-main').append(new Image())")

    assert [one.split(":")[0] for one in axe_core.violations(page, axe)] == ["image-alt"]


def test_every_kind_of_page_is_for_everybody(page: Page, axe: str, addresses: list[str]) -> None:
    """With all folds open, and what is far below the screen laid out."""
    found = {}
    for address in addresses:
        everybody.show(page, address)
        page.wait_for_timeout(200)  # what scripts draw is drawn
        page.evaluate(OPEN)
        page.add_style_tag(content=LAID_OUT)
        found[address] = axe_core.violations(page, axe)

    assert {address: told for address, told in found.items() if told} == {}


def test_what_opens_over_a_page_is_for_everybody(page: Page, axe: str) -> None:
    everybody.show(page, "briefs/framework-assessment/")
    page.locator(".br-prose a[href*='actors/rajnath-singh']").first.focus()
    page.locator(".br-preview").wait_for()
    card = axe_core.violations(page, axe)

    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("framework")
    page.locator(".md-search-result__item").first.wait_for(timeout=15_000)
    found = axe_core.violations(page, axe)

    everybody.show(page, "timeline/")
    page.locator(".br-picture__marks .br-mark").first.focus()
    page.locator(".br-picture__told").wait_for()
    page.add_style_tag(content=LAID_OUT)
    told = axe_core.violations(page, axe)

    assert (card, found, told) == ([], [], [])


def test_the_drawer_of_a_narrow_screen_is_for_everybody(page: Page, axe: str) -> None:
    everybody.show(page, "about/")
    if not page.get_by_text("Menu", exact=True).is_visible():
        pytest.skip("a wide screen has no drawer")
    page.get_by_text("Menu", exact=True).click()
    page.locator(".br-drawer__link").first.wait_for()

    assert axe_core.violations(page, axe) == []
