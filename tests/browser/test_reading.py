"""A reader goes through the dossier in a real browser, as the site promises that one can."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from reading import Reader, until

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGES = (
    "", "briefs/", "briefs/framework-assessment/", "briefs/framework-first-look/",
    "articles/framework-signed/", "actors/", "actors/rajnath-singh/", "actors/william-perry/",
    "topics/defence-cooperation/", "agreements/sosa/", "timeline/", "timeline/2025/", "judgements/",
    "about/likelihood/", "about/problems/",
)  # fmt: skip
WIDTHS = (320, 360, 768, 1440, 1600)


PUT_INTO_ITSELF = """() => addEventListener("click", () => setTimeout(() => {
  const main = document.querySelector("main");
  main.replaceWith(main.cloneNode(true));
  scrollTo({top: 0, behavior: "instant"});
}, 80))"""
"""What the theme may do after a click, to the page with all its places."""
TOP_OF_PLACE = "() => document.querySelector(decodeURI(location.hash)).getBoundingClientRect().top"


def test_a_brief_leads_to_an_actor_and_a_backlink_leads_back(reader: Reader) -> None:
    reader.open("briefs/framework-assessment/")

    reader.page.locator("a.br-mention", has_text="Rajnath Singh").first.click()
    reader.page.wait_for_url("**/actors/rajnath-singh/")
    reader.page.locator("main a[href*='briefs/framework-assessment/']").first.click()

    reader.page.wait_for_url(re.compile(r"briefs/framework-assessment/"))
    assert reader.foreign == []
    assert reader.complaints == []


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Jaishankar", "actors/s-jaishankar/"),
        ("EAM", "actors/s-jaishankar/"),
        ("Subrahmanyam", "actors/s-jaishankar/"),
        ("SOSA", "agreements/sosa/"),
        ("Hegseth", "actors/pete-hegseth/"),
        ("Pentagon", "actors/us-department-of-defense/"),
    ],
)
def test_search_finds_the_page_itself_first(reader: Reader, words: str, address: str) -> None:
    reader.open("")

    assert reader.search(words)[0] == address


def test_what_did_we_say_about_sosa_takes_three_clicks_from_search(reader: Reader) -> None:
    reader.open("")
    reader.search("SOSA")

    reader.page.locator(".md-search-result__item a.md-search-result__link").first.click()
    reader.page.wait_for_url("**/agreements/sosa/**")
    reader.page.locator("section:has(#br-now) a[href*='briefs/'][href*='#']").first.click()

    reader.page.wait_for_url(re.compile(r"briefs/[a-z0-9-]+/#"))
    anchor = reader.page.url.split("#")[1]
    assert reader.page.locator(f"[id='{anchor}']").is_visible()


def test_a_brief_says_how_long_it_takes_and_what_to_read_on_and_why(reader: Reader) -> None:
    reader.open("briefs/framework-assessment/")
    related = reader.page.locator("section:has(> #br-related) .br-mention")

    expect(reader.page.locator(".br-kicker")).to_contain_text("4 min")
    expect(related.first.locator(".br-mention__why")).to_contain_text("rests on the same articles")
    assert all(why.strip() for why in related.locator(".br-mention__why").all_text_contents())
    related.first.get_by_role("link").first.click()
    reader.page.wait_for_url("**/briefs/indo-pacific-reading/")


def test_facts_in_a_row_are_read_aloud_with_pauses(reader: Reader) -> None:
    reader.open("briefs/framework-assessment/")

    told = reader.page.locator(".br-byline").aria_snapshot()

    assert "desk, Reviewed by Trade desk, Updated" in told


BESIDE = """(grown) => {
  document.querySelector(grown).style.paddingBottom = "80rem";
  const [main, side] = document.querySelectorAll(".br-home__main, .br-home__columns > .br-home__side");
  const [articles, ways] = document.querySelectorAll(".br-home__articles, .br-home__below > .br-home__side");
  const gap = (above, below) => below.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
  return { main: gap(main, articles), side: gap(side, ways) };
}"""


def test_on_the_home_page_articles_do_not_wait_for_the_end_of_the_column_beside_them(reader: Reader) -> None:
    reader.open("")

    gaps = reader.page.evaluate(BESIDE, ".br-home__columns > .br-home__side")

    assert 0 < gaps["main"] < 60
    assert 0 < gaps["side"] < 60


def test_a_place_on_a_page_is_held_though_the_page_is_put_into_itself(reader: Reader) -> None:
    reader.open("about/problems/")
    reader.page.evaluate(PUT_INTO_ITSELF)
    reader.page.locator(".br-contents a").nth(2).click()

    def is_there() -> bool:
        return abs(float(reader.page.evaluate(TOP_OF_PLACE)) - 66) < 40

    until(reader.page, lambda: reader.page.evaluate("scrollY") > 0 and is_there())
    reader.page.wait_for_timeout(300)
    assert is_there()


def test_who_follows_finds_feeds_the_calendar_and_digests(reader: Reader) -> None:
    page = reader.page
    for address, name, kind in (
        ("actors/india/", "Feed of what is new here", "<feed"),
        ("timeline/", "Calendar file", "BEGIN:VCALENDAR"),
    ):
        reader.open(address)
        there = page.get_by_role("link", name=name).evaluate("(link) => link.href")
        assert page.request.get(there).text().lstrip("\ufeff").find(kind) >= 0
    reader.open("")
    page.get_by_role("main").get_by_role("link", name="Digests").click()
    page.wait_for_url("**/digests/")
    page.get_by_role("main").get_by_role("link", name="Nov 2025").first.click()
    page.wait_for_url("**/digests/2025-11/")

    expect(page.get_by_role("heading", name="New briefs")).to_be_visible()
    assert reader.foreign == []
    assert reader.complaints == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_no_other_host_and_complains_of_nothing(reader: Reader, address: str) -> None:
    reader.open(address)
    reader.page.wait_for_load_state("networkidle")

    assert reader.foreign == []
    assert reader.complaints == []
    assert reader.page.locator("h1").count() == 1


@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_the_screen(reader: Reader, address: str) -> None:
    reader.open(address)
    wide: list[int] = []
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 800})
        if reader.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(width)

    assert wide == []


def test_the_timeline_reads_without_scripts(reader: Reader) -> None:
    browser = reader.page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.home}timeline/")

    assert page.locator("main li", has_text="Kuala Lumpur").first.is_visible()
    context.close()
