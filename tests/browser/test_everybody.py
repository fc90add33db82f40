"""Pages are for everybody: narrow and enlarged screens, still ones, and without telling by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import everybody
from reading import Reader, serve

pytestmark = [pytest.mark.browser, pytest.mark.site]

MOVING = """
() => [...document.querySelectorAll("*")].flatMap((one) => [null, "::before", "::after"].flatMap((part) => {
  const style = getComputedStyle(one, part);
  const times = [style.transitionDuration, style.animationDuration].join().split(",");
  const moves = Math.max(...times.map(parseFloat)) > 0.01 || style.scrollBehavior === "smooth";
  return moves ? [`${one.className || one.tagName}${part || ""}`] : [];
}))
"""
LANGUAGES = """
(words) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement, lang = around.closest("[lang]").getAttribute("lang");
    if (texts.currentNode.data.includes(words) && !around.closest("script, form, .br-cite")) found.push(lang);
  }
  return found;
}
"""
WIDTHS = (320, 360, 640, 768, 1280)
LAID_OUT = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("body * { content-visibility: visible !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
"""
"""What is laid out only when it comes near moves what a test is about to point at."""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
HANDLED = (
    "summary", "[aria-pressed]", ".br-picture__moves button", ".br-net__zoom button", ".br-copy",
    ".br-cite button",
)  # fmt: skip
"""What a click on does something where it stands."""
HOVERED = (
    *(".br-prose a", ".br-docs a", ".br-events a", ".br-mention a", ".br-card a", ".br-sources a"),
    *(
        ".br-judgement a",
        ".br-grade",
        ".br-tlp",
        ".br-mark",
        ".br-net__nodes a",
        ".md-tabs__link",
        ".footnote-ref",
    ),
)


@pytest.fixture(scope="module")
def home(everything: Path) -> Iterator[str]:
    with serve(everything) as address:
        yield address


def wide(browser: Browser, home: str, width: int, **other: object) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=home, **other)  # type: ignore[arg-type]
    return context.new_page()


def test_no_page_scrolls_sideways(chromium: Browser, home: str, addresses: list[str]) -> None:
    """With all folds open; 1280 px at 200 % are 640, and text alone can be twice as large.

    The theme moves its search box when a screen gets wider: that it comes from the side is no matter.
    """
    page = wide(chromium, home, 1280, reduced_motion="reduce")
    found: list[tuple[str, int | str]] = []
    for address in addresses:
        everybody.show(page, address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            while page.evaluate("innerWidth") != width:
                page.wait_for_timeout(10)
            if page.evaluate(TOO_WIDE):
                found.append((address, width))
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        if page.evaluate(TOO_WIDE):
            found.append((address, "larger text"))
    page.context.close()

    assert found == []


def test_nothing_moves_for_those_who_ask_for_it(chromium: Browser, home: str, addresses: list[str]) -> None:
    page = wide(chromium, home, 1440, reduced_motion="reduce")
    found = {}
    for address in addresses:
        everybody.show(page, address)
        found[address] = page.evaluate(MOVING)
    page.context.close()

    assert {address: moving for address, moving in found.items() if moving} == {}


def test_what_moves_would_be_noticed(chromium: Browser, home: str) -> None:
    page = wide(chromium, home, 1440)
    everybody.show(page, "")

    assert page.evaluate(MOVING)
    page.context.close()


def test_no_page_asks_another_host_for_anything(chromium: Browser, home: str, addresses: list[str]) -> None:
    page = wide(chromium, home, 1440)
    one = Reader(page, home)
    page.on("request", one.note_request)
    page.on("console", one.note_message)
    page.on("pageerror", lambda error: one.complaints.append(str(error)))
    hovered = clicked = 0
    for address in addresses:
        everybody.show(page, address)
        page.evaluate(LAID_OUT)
        page.wait_for_timeout(200)
        for selector in HOVERED:
            for thing in page.locator(f"{selector}:visible").all()[:2]:
                thing.hover(force=True)
                page.wait_for_timeout(30)
                hovered += 1
        for selector in HANDLED:
            for thing in page.locator(f".br-page {selector}:visible").all()[:3]:
                thing.click(force=True)
                clicked += 1
        page.wait_for_timeout(100)

    assert hovered > 60
    assert clicked > 30
    assert one.foreign == []
    assert one.complaints == []
    page.context.close()


def test_every_tab_can_be_clicked_and_asks_no_other_host(chromium: Browser, home: str) -> None:
    page = wide(chromium, home, 1440)
    one = Reader(page, home)
    page.on("request", one.note_request)
    everybody.show(page, "")
    names = page.locator(".md-tabs__link").all_inner_texts()
    for name in names:
        page.locator(".md-tabs__link", has_text=name).click()
        page.wait_for_load_state("networkidle")
        assert page.locator(".md-tabs__item--active").inner_text() == name

    assert len(names) > 8
    assert one.foreign == []
    page.context.close()


def test_a_title_from_the_right_stands_among_others(chromium: Browser, home: str) -> None:
    page = wide(chromium, home, 1440)
    everybody.show(page, "articles/")
    titles = {
        title.inner_text(): title.evaluate("one => getComputedStyle(one).direction")
        for title in page.locator(".br-doc__title").all()
    }
    everybody.show(page, "articles/from-the-right/")
    prose = page.locator(".br-prose").evaluate("one => [getComputedStyle(one).direction, one.lang]")
    around = page.locator(".br-head__top").evaluate("one => getComputedStyle(one).direction")
    page.context.close()

    assert titles.pop(everybody.FROM_THE_RIGHT) == "rtl"
    assert set(titles.values()) == {"ltr"}
    assert prose == ["rtl", "ar"]
    assert around == "ltr"


def test_what_is_written_from_the_right_begins_at_one_edge(chromium: Browser, home: str) -> None:
    page = chromium.new_page(base_url=home, viewport={"width": 1000, "height": 900})
    everybody.show(page, "articles/from-the-right/")

    edges = page.locator(".br-title, .br-standfirst, .br-prose").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )

    assert len(edges) == 3
    assert max(edges) - min(edges) < 1
    page.close()


def test_an_event_told_from_the_right_stands_beside_its_date_above_its_names(
    chromium: Browser, home: str
) -> None:
    page = wide(chromium, home, 1440)
    everybody.show(page, "articles/from-the-right/")
    event = page.locator(".br-event", has_text=everybody.GREETING).first
    starts = event.locator(".br-event__title, .br-event__links").evaluate_all(
        """all => all.map(one => {
          const words = document.createRange();
          words.selectNodeContents(one);
          return words.getBoundingClientRect().left;
        })"""
    )
    page.context.close()

    assert len(starts) == 2
    assert abs(starts[0] - starts[1]) < 2


def test_words_in_another_language_are_marked_as_such_wherever_they_are_printed(
    chromium: Browser, home: str, everything: Path
) -> None:
    """A voice reads each title as it is spoken: in lists, among what is related, on the timeline, found."""
    page = wide(chromium, home, 1440)
    holding = [
        path.parent.relative_to(everything).as_posix()
        for path in sorted(everything.rglob("index.html"))
        if "سلام" in path.read_text(encoding="utf-8").partition("</head>")[2]
    ]
    found: dict[str, list[str]] = {}
    for address in holding:
        page.goto(f"/{address}/")
        found[address] = page.evaluate(LANGUAGES, "سلام")
    reader = Reader(page, home)
    everybody.show(page, "actors/")
    reader.search("سلام")
    results = page.evaluate(LANGUAGES, "سلام")
    page.context.close()

    assert {"articles", "timeline", "actors/india", "topics/trade", "articles/from-the-right"} <= found.keys()
    assert {address: told for address, told in found.items() if set(told) - {"ar"}} == {}
    assert set(results) == {"ar"}


def test_nothing_is_told_by_colour_alone(chromium: Browser, home: str) -> None:
    """Likelihoods, confidence, grades, markings and kinds are words, or shapes that a key names."""
    page = wide(chromium, home, 1440)
    everybody.show(page, "briefs/framework-assessment/")
    bands = page.locator(".br-judgement .br-band svg").all()
    judgements = page.locator(".br-judgement").all()
    grades = page.locator(".br-grade").all()
    markings = page.locator(".br-tlp").all()

    assert len(bands) == len(judgements) > 1
    for judgement, band in zip(judgements, bands, strict=True):
        told = (band.get_attribute("aria-label") or "").split(",")[0]
        assert told
        assert told in judgement.inner_text()
        assert "confidence" in judgement.inner_text().lower()
    for grade in grades:
        assert "Information " in (grade.text_content() or "")
    assert grades
    assert markings
    assert all(marking.inner_text().startswith("TLP:") for marking in markings)

    everybody.show(page, "network/")
    shapes = page.locator(".br-net__nodes a[data-family]").evaluate_all(
        "all => all.map((one) => [one.dataset.family,"
        " one.querySelector(':is(circle, rect, path):not(.br-net__room)').tagName])"
    )
    of_family = {family: {shape for other, shape in shapes if other == family} for family, _ in shapes}
    key = page.locator(".br-net__key").inner_text().lower()
    page.context.close()

    assert of_family == {"actors": {"circle"}, "agreements": {"rect"}, "topics": {"path"}}
    assert all(family in key for family in of_family)
