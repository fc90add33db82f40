"""The pages' policy in a real browser: it blocks nothing of ours, and everything that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from reading import at_its_address, stir, until

pytestmark = [pytest.mark.browser, pytest.mark.site]

WATCH = """
window.blocked = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.blocked.push([event.effectiveDirective, event.blockedURI]);
});
"""
FOOTNOTE = """---
title: Talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
former: [old-talks]
sources: [{title: A statement}]
---
They met, as told[^1], at [another place](../agreements/sosa.md).

- [x] Said
- [ ] Done

!!! note "A note"
    Of theirs.

| a | b |
|--:|:-:|
| 1 | 2 |

[^1]: In a statement.
"""
WRITTEN = {
    "a script": ("<script>ran()</script>", "script-src-elem"),
    "a script with a sum of its own": (
        '<script src="/assets/js/other.js" integrity="{sum}"></script>',
        "script-src-elem",
    ),
    "a script of the site without a sum": ('<script src="/assets/js/other.js"></script>', "script-src-elem"),
    "a handler": ("<img src='/assets/nothing.png' onerror='ran()'>", "script-src-attr"),
    "a link that runs": ("<a id='it' href='javascript:ran()'>x</a>", "script-src-elem"),
    "a picture from elsewhere": ("<img src='http://127.0.0.1:9/x.png'>", "img-src"),
    "a frame": ("<iframe src='/index.html'></iframe>", "frame-src"),
    "an object": ("<object data='/assets/favicon.svg'></object>", "object-src"),
    "a style": ("<style>body { display: none }</style>", "style-src-elem"),
    "a style of an element": ("<p style='position: fixed'>x</p>", "style-src-attr"),
    "a style sheet from elsewhere": (
        "<link rel=stylesheet href='http://127.0.0.1:9/x.css'>",
        "style-src-elem",
    ),
    "a base": ("<base href='http://127.0.0.1:9/'>", "base-uri"),
    "a form": ("<form action='/index.html'><button id='it'>x</button></form>", "form-action"),
    "a film": ("<video src='http://127.0.0.1:9/x.mp4'></video>", "media-src"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dossier and one article more, where one page is put into another."""
    with at_its_address(tmp_path_factory.mktemp("policy"), {"docs/articles/talks.md": FOOTNOTE}) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def blocked(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate("window.blocked")
    return found


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def test_pages_of_every_depth_take_each_other_s_place(page: Page, home: str) -> None:
    page.goto(home)
    stir(page)
    page.evaluate("window.same = true")
    tabs = page.locator(".md-tabs")

    tabs.get_by_text("Briefs").click()
    page.wait_for_url("**/briefs/")
    page.locator("main a[href*='briefs/framework-assessment/']").first.click()
    page.wait_for_url("**/briefs/framework-assessment/")
    page.locator("a.br-mention", has_text="Rajnath Singh").first.click()
    page.wait_for_url("**/actors/rajnath-singh/")
    tabs.get_by_text("Timeline").click()
    page.wait_for_url("**/timeline/")
    page.go_back()
    page.wait_for_url("**/actors/rajnath-singh/")
    page.get_by_role("heading", name="Rajnath Singh", level=1).wait_for()
    page.go_forward()
    page.wait_for_url("**/timeline/")
    page.locator("a.br-header__name").click()
    page.wait_for_url(home)

    assert page.evaluate("window.same"), "a page was loaded anew, so nothing was tried"
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    assert page.locator("script[type='application/ld+json']").count() == 1, "each page brings its own"
    assert blocked(page) == []


def test_the_colours_that_a_reader_chose_stay(page: Page, home: str) -> None:
    page.goto(f"{home}briefs/")
    before = scheme(page)

    page.locator("label[for^=__palette]:visible").click()
    until(page, lambda: scheme(page) != before)
    chosen = scheme(page)
    page.route(re.compile(r"/bundle\."), lambda route: route.abort())
    page.goto(f"{home}briefs/framework-assessment/")

    assert scheme(page) == chosen, "and before Material's own scripts run"
    assert blocked(page) == []


def test_a_browser_that_keeps_nothing_shows_pages_all_the_same(page: Page, home: str) -> None:
    refusal = "{get() { throw new DOMException('', 'SecurityError'); }}"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {refusal})")
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(f"{home}briefs/")
    page.locator("label[for^=__palette]:visible").click()
    page.wait_for_timeout(200)

    assert complaints == []


def test_search_footnotes_marks_and_paper_are_blocked_nowhere(page: Page, home: str) -> None:
    page.goto(f"{home}articles/talks/")
    page.locator("a.footnote-ref").hover()
    page.locator(".md-tooltip2").wait_for()
    right = page.locator("td.br-right").evaluate("(cell) => getComputedStyle(cell).textAlign")
    page.locator("input.md-search__input").click()
    page.keyboard.type("talks")
    page.locator(".md-search-result__item").first.wait_for(timeout=15_000)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"[?]h=talks"))
    page.emulate_media(media="print")
    page.pdf()

    assert right == "right"
    assert blocked(page) == []


def test_a_renamed_page_leads_to_the_new_one(page: Page, home: str) -> None:
    page.goto(f"{home}articles/old-talks/")
    page.wait_for_url("**/articles/talks/")

    assert blocked(page) == []


def test_a_page_that_is_not_there_says_so_in_the_site_s_own_look(page: Page, home: str) -> None:
    page.goto(f"{home}404.html")
    page.locator("input.md-search__input").click()
    page.keyboard.type("sosa")
    page.locator(".md-search-result__item").first.wait_for(timeout=15_000)

    assert blocked(page) == []


def with_markup(page: Page, home: str, html: str) -> None:
    """Open a page into whose text somebody got some markup; what it would run is noted, and never ran."""
    page.add_init_script("window.did = false; window.ran = () => { window.did = true; };")

    def altered(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("They met", f"They {html} met", 1))

    page.route("**/articles/talks/", altered)
    page.route(
        "**/assets/js/other.js", lambda route: route.fulfill(body="ran()", content_type="text/javascript")
    )
    page.goto(f"{home}articles/talks/")
    page.evaluate("document.getElementById('it')?.click()")
    page.wait_for_timeout(200)


@pytest.mark.parametrize(("html", "directive"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_not_ours_is_blocked(page: Page, home: str, html: str, directive: str) -> None:
    with_markup(page, home, html.replace("{sum}", "sha256-VWBJB61CjnC3zEh7VVmGRZqxlqXc0oBuv6BjQRgwLkE="))

    assert directive in {name for name, _ in blocked(page)}
    assert page.evaluate("window.did") is False
    assert page.evaluate("document.baseURI") == page.url


def test_a_script_written_into_a_page_would_run_without_the_policy(chromium: Browser, home: str) -> None:
    """Else the tests above could pass of themselves."""
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()

    with_markup(page, home, WRITTEN["a script"][0])

    assert page.evaluate("window.did") is True
    context.close()


def test_what_instant_pages_bring_along_does_not_run(page: Page, home: str) -> None:
    """Material makes scripts anew that come with a page which it puts into this one."""
    page.goto(f"{home}articles/")
    stir(page)
    page.evaluate("window.did = false; window.ran = () => { window.did = true; }; window.same = true")

    def altered(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace(
            "They met", "They <script>ran()</script><img src=x onerror=ran()> met", 1
        )
        route.fulfill(response=answer, body=body)

    page.route("**/articles/talks/", altered)
    page.locator("main a[href*='articles/talks/']").first.click()
    page.wait_for_url("**/articles/talks/")
    until(page, lambda: len(blocked(page)) >= 2)

    assert page.evaluate("[window.same, window.did]") == [True, False]
    assert {name for name, _ in blocked(page)} == {"script-src-elem", "script-src-attr"}
