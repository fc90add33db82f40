"""What the home page says is new: by what this browser has seen, kept in this browser alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from reading import Reader, stir

pytestmark = [pytest.mark.browser, pytest.mark.site]

FORGET = """(many) => {
  const key = Object.keys(localStorage).find((one) => one.startsWith("briefing-room:"));
  const kept = JSON.parse(localStorage[key]);
  Object.keys(kept.stamps).slice(0, many).forEach((one) => delete kept.stamps[one]);
  localStorage[key] = JSON.stringify(kept);
}"""
"""As if the browser had looked before the newest were there."""
MOVED = """new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().map(
  (one) => one.value))).observe({ type: "layout-shift", buffered: true }) || setTimeout(done, 500, []))"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    one = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield one
    one.close()


def news(page: Page) -> Locator:
    return page.locator(".br-since")


def titles(page: Page) -> list[str]:
    return page.locator(".br-since__list > :not([hidden]) .br-since__title").all_inner_texts()


def visit(context: BrowserContext, served: str) -> Page:
    """A visit: a tab of its own."""
    page = context.new_page()
    page.goto(served)
    return page


def back_later(context: BrowserContext, served: str, many: int) -> Page:
    """A second visit, for which so many documents are new."""
    first = visit(context, served)
    first.evaluate(FORGET, many)
    first.close()
    return visit(context, served)


def test_on_a_first_visit_nothing_is_said(context: BrowserContext, served: str) -> None:
    page = visit(context, served)

    assert news(page).inner_text().strip() == ""
    assert news(page).locator("button").count() == 0


def test_when_nothing_has_changed_that_is_said(context: BrowserContext, served: str) -> None:
    page = back_later(context, served, 0)

    expect(news(page)).to_contain_text("Nothing new since last time.")


def test_what_came_since_is_listed_with_what_it_is(context: BrowserContext, served: str) -> None:
    page = back_later(context, served, 2)
    page.get_by_text("2 new or changed since last time").click()

    assert len(titles(page)) == 2
    expect(news(page)).to_contain_text("updated 20 Nov 2025")


def test_a_change_of_what_was_there_is_news(context: BrowserContext, served: str) -> None:
    first = visit(context, served)
    first.evaluate(FORGET.replace("delete kept.stamps[one]", 'kept.stamps[one] = "2025-01-01.1"'), 1)
    first.close()

    expect(news(visit(context, served))).to_contain_text("1 new or changed")


def test_what_was_older_than_all_that_was_listed_is_no_news(context: BrowserContext, served: str) -> None:
    first = visit(context, served)
    first.evaluate(FORGET.replace("localStorage[key] =", 'kept.oldest = "2099"; localStorage[key] ='), 3)
    first.close()

    expect(news(visit(context, served))).to_contain_text("Nothing new")


def test_a_full_list_may_not_be_all(context: BrowserContext, served: str) -> None:
    page = back_later(context, served, 1_000)

    expect(news(page)).to_contain_text(re.compile(r"\d+ or more new"))


def test_who_comes_back_from_a_page_finds_the_list_again(context: BrowserContext, served: str) -> None:
    page = back_later(context, served, 2)
    news(page).locator("summary").click()
    page.locator(".br-since__list a").first.click()
    page.wait_for_url("**/briefs/**")
    page.go_back()

    expect(news(page)).to_contain_text("2 new or changed")
    expect(news(visit(context, served))).to_contain_text("Nothing new")


def test_the_list_can_be_cleared_by_keys(context: BrowserContext, served: str) -> None:
    page = back_later(context, served, 2)
    news(page).locator("summary").focus()
    page.keyboard.press("Enter")
    news(page).get_by_role("button", name="Clear this list").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("List cleared.")).to_be_focused()
    page.reload()
    expect(news(page)).to_contain_text("Nothing new")


def test_it_can_be_switched_off_and_on(context: BrowserContext, served: str) -> None:
    page = back_later(context, served, 2)
    news(page).locator("summary").click()
    news(page).get_by_role("button", name="Turn this off").click()

    kept = "[...Object.values(localStorage), ...Object.values(sessionStorage)].join()"
    assert "stamps" not in page.evaluate(kept)
    page.reload()
    assert "stamps" not in page.evaluate(kept)
    news(page).get_by_role("button", name="Show what is new since my last visit").click()
    assert "stamps" in page.evaluate(kept)
    page.evaluate(FORGET, 1)
    page.close()
    expect(news(visit(context, served))).to_contain_text("1 new or changed")


def test_a_browser_that_keeps_nothing_is_told_nothing(chromium: Browser, served: str) -> None:
    page = chromium.new_page()
    page.add_init_script(
        "for (const name of ['getItem', 'setItem']) { const real = Storage.prototype[name];"
        " Storage.prototype[name] = function (key, value) {"
        " if (key.startsWith('briefing-room:')) throw new Error('refused');"
        " return real.call(this, key, value); }; }"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served)
    page.reload()

    assert news(page).inner_text().strip() == ""
    assert errors == []
    page.close()


def test_what_a_browser_keeps_goes_nowhere(reader: Reader) -> None:
    reader.open("")
    reader.page.evaluate(FORGET, 2)
    reader.page.evaluate("sessionStorage.clear()")
    sent: list[str] = []
    reader.page.on("request", lambda request: sent.append(f"{request.method} {request.post_data or ''}"))
    reader.page.reload()
    news(reader.page).locator("summary").wait_for()

    assert {one.strip() for one in sent} == {"GET"}
    assert reader.foreign == []
    assert reader.complaints == []


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("many", [0, 3])
def test_nothing_moves_when_it_comes(context: BrowserContext, served: str, many: int, width: int) -> None:
    first = back_later(context, served, many)
    first.close()
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})

    def late(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/since.js", late)
    page.goto(served)
    expect(news(page)).to_contain_text("since last time")

    assert sum(page.evaluate(MOVED)) < 0.01


def test_all_of_it_works_in_pages_that_are_put_into_another(context: BrowserContext, at_home: str) -> None:
    page = back_later(context, at_home, 2)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    stir(page)
    page.evaluate("window.isTheSame = true")
    page.locator(".br-doc__title a").first.click()
    page.wait_for_url("**/briefs/**")
    expect(page.get_by_role("button", name="Copy link to judgement 1", exact=True)).to_have_count(1)
    page.get_by_text("Cite this brief").click()
    expect(page.get_by_role("button", name="Copy BibTeX")).to_have_count(1)
    expect(page.locator(".br-cite__text").first).to_contain_text(page.url)
    page.locator(".br-header__name").click()
    page.wait_for_url(at_home)

    expect(news(page)).to_contain_text("2 new or changed since last time")
    assert page.evaluate("window.isTheSame") is True
    assert errors == []
