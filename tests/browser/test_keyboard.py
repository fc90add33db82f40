"""Pages by keyboard alone: everything is reached, the focus is seen wherever it is, and nothing holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import everybody
from reading import serve, stir

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGES = {kind: everybody.KINDS[kind][0] for kind in everybody.KINDS if kind != "moved"} | {
    "article": "articles/everything-prose-has/",
    "about": "about/add-a-brief/",
}
"""One of each kind, that with most to reach; who follows a page that has moved is elsewhere at once."""
HOLDING = ("brief", "timeline", "network", "about", "home")
"""Kinds whose first stops are tried."""
SCREENS = [
    pytest.param(width, kind, marks=() if width == 1440 or kind in HOLDING else pytest.mark.long)
    for width in (1440, 360)
    for kind in PAGES
]
MANY = 3000
"""More stops than any page of the dossier has."""
STILL = ".br-picture__told { visibility: hidden }"
"""What opens at the focus would be a difference in a picture, and is not what shows where the focus is."""
WATCH = """
window.stops = [];
window.shownBy = (one) => one.matches(".md-option") ? one.nextElementSibling : one;
window.canBeReached = () => [...document.querySelectorAll(
  "a[href], a[*|href], button, input, select, textarea, summary, [tabindex]")].filter((one) =>
  one.tabIndex >= 0 && !one.disabled && one.type !== "radio" &&
  one.checkVisibility({visibilityProperty: true, opacityProperty: true}));
"""
STOP = """
() => {
  const one = stops.at(-1), seen = shownBy(one);
  const box = seen.getClientRects()[0] || seen.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    told: `${one.tagName}.${one.getAttribute("class") || one.id} ${one.textContent.trim().slice(0, 40)}`,
    sort: [one, one.parentElement].map((each) => each.tagName + each.getAttribute("class")).join(),
    x: box.x, y: box.y, width: box.width, height: box.height,
    covered: !hit || !(seen.contains(hit) || hit.contains(seen)),
  };
}
"""
NEXT = f"""
() => {{
  const one = document.activeElement;
  if (one === stops.at(-1)) return "same";
  if (!one || one === document.body || stops.includes(one)) return "end";
  stops.push(one);
  return ({STOP})();
}}
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is: in words, of which sort, its box, and whether something covers its middle."""

    told: str
    sort: str
    x: float
    y: float
    width: float
    height: float
    covered: bool


@pytest.fixture(scope="module")
def home(everything: Path) -> Iterator[str]:
    with serve(everything) as address:
        yield address


@pytest.fixture(scope="module")
def looked_at() -> set[str]:
    """The sorts of stops that were seen on other pages: what all of them have is looked at once."""
    return set()


@pytest.fixture
def page(chromium: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on which no card opens beside a link, and whose style can be added to."""
    context = chromium.new_context(
        viewport={"width": request.param, "height": 900},
        base_url=home,
        bypass_csp=True,
        reduced_motion="reduce",
    )
    context.add_init_script(WATCH)
    page = context.new_page()

    def without_cards(route: Route) -> None:
        if route.request.resource_type == "fetch":
            route.abort()
        else:
            route.continue_()

    page.route("**/*", without_cards)
    yield page
    context.close()


def stops(page: Page) -> Iterator[Stop]:
    """One after the other, as Tab leads to them, until it leads out of the page or back to its start."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        led = page.evaluate(NEXT)
        if led == "end":
            return
        if led == "same":
            continue  # a field for a date has a stop for each of its parts
        stop = Stop(**led)
        if stop.covered:
            page.wait_for_timeout(300)  # the search box of a narrow screen opens at the focus
            stop = Stop(**page.evaluate(STOP))
        yield stop
    pytest.fail("Tab leads nowhere else")


def is_seen(page: Page, stop: Stop) -> bool:
    """Whether what has the focus looks as it does not without."""
    left, top = max(0, stop.x - 5), max(0, stop.y - 5)
    clip = {"x": left, "y": top, "width": min(stop.width + 10, 600), "height": min(stop.height + 10, 300)}
    focused = page.screenshot(clip=clip)  # type: ignore[arg-type]
    page.evaluate("window.held = document.activeElement; held.blur()")
    blurred = page.screenshot(clip=clip)  # type: ignore[arg-type]
    page.evaluate("held.focus({preventScroll: true})")
    return focused != blurred


@pytest.mark.parametrize(("page", "kind"), SCREENS, indirect=["page"])
def test_the_focus_is_seen_everywhere_and_reaches_everything(
    page: Page, kind: str, looked_at: set[str]
) -> None:
    page.goto(PAGES[kind] or "/")
    stir(page)
    page.add_style_tag(content=STILL)
    for frame in page.locator(".br-picture__frame").all():
        frame.locator(".br-mark[tabindex='0']").first.wait_for()
    lost, unseen, sorts = [], [], set()
    for stop in stops(page):
        if stop.covered or not (stop.width and stop.height):
            lost.append(stop.told)
            continue
        sort = f"{page.viewport_size} {stop.sort}"
        sorts.add(sort)
        if sort not in looked_at:
            looked_at.add(sort)
            if not is_seen(page, stop):
                unseen.append(stop.told)
    missed = page.evaluate(
        "canBeReached().filter((one) => !stops.includes(one)).map((one) => one.outerHTML.slice(0, 120))"
    )

    assert (lost, unseen, missed) == ([], [], [])
    assert len(sorts) > 5


@pytest.mark.parametrize("page", [1440, 360], indirect=True)
@pytest.mark.parametrize("kind", HOLDING)
def test_the_first_stop_leads_past_the_head(page: Page, kind: str) -> None:
    page.goto(PAGES[kind] or "/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("one => one === document.activeElement")
    assert skip.evaluate("one => getComputedStyle(one).opacity") == "1"

    page.keyboard.press("Enter")
    expect(page.locator("#br-title")).to_be_focused()
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert not page.evaluate("Boolean(document.activeElement.closest('.md-header, .md-tabs'))")
