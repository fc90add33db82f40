"""Who appears with whom in a real browser: the picture says what the data say, and leads where it points."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from reading import Reader, stir

pytestmark = [pytest.mark.browser, pytest.mark.site]

ACTOR = "actors/rajnath-singh/"
PAGES = ("network/", ACTOR, "actors/india/")
READ = """() => {
  const net = document.querySelector(".br-net");
  const nodes = [...net.querySelectorAll(".br-net__nodes > a")].map((node) => [
    new URL(node.getAttribute("xlink:href"), document.baseURI).pathname.slice(1),
    node.querySelector("tspan").textContent, node.querySelector("title").textContent,
  ]);
  const lines = (group) => [...net.querySelectorAll(group + " path")].map((path) => [
    path.dataset.ends.split(" ").map(Number), Number(path.dataset.documents),
  ]);
  const rows = [...net.querySelectorAll("tbody tr")].map((row) => [
    new URL(row.querySelector("a").href).pathname.slice(1), row.cells[2].textContent,
    [...row.cells[3].querySelectorAll(":scope > span")].map((one) => one.textContent),
  ]);
  return { nodes, ties: lines(".br-net__ties"), spokes: lines(".br-net__spokes"), rows };
}"""
BOXES = """() => [...document.querySelectorAll(".br-net__nodes text")].map((text) => {
  const box = text.getBoundingClientRect();
  return [box.left, box.top + 4, box.right, box.bottom - 4];
})"""


@pytest.fixture(scope="module")
def present(dossier: Path) -> list[set[str]]:
    """Who is present in each article and brief, as the site's own data tell."""
    items = json.loads((dossier / "data/documents.json").read_text(encoding="utf-8"))["items"]
    return [{f"{ref}/" for ref in (*one["names"], *one["topics"])} for one in items]


def read(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(READ)
    return found


def shared(present: list[set[str]]) -> Counter[frozenset[str]]:
    return Counter(frozenset(pair) for who in present for pair in combinations(sorted(who), 2))


def node(page: Page, name: str) -> Locator:
    return page.locator(".br-net__nodes > a", has=page.get_by_text(re.compile(f"^{name} \\d+$")))


def topics(page: Page) -> Locator:
    """The switch for topics; search has one, too."""
    return page.locator(".br-net").get_by_role("button", name="Topics")


def near(page: Page) -> list[str]:
    marks = page.locator(".br-net__nodes > a.is-near title").all_text_contents()
    return sorted(mark.rpartition(": ")[0] for mark in marks)


def test_the_neighbourhood_of_an_actor_is_what_the_data_say(reader: Reader, present: list[set[str]]) -> None:
    reader.open(ACTOR)
    found = read(reader.page)
    beside = [who for who in present if ACTOR in who]
    counted = Counter(one for who in beside for one in who if one != ACTOR)
    addresses = [address for address, _, _ in found["nodes"]]

    assert {address: int(number) for address, number, _ in found["nodes"]} == {
        address: counted[address] for address in addresses
    }
    assert min(counted[one] for one in addresses if one.startswith("actors/")) >= max(
        (counted[one] for one in counted if one.startswith("actors/") and one not in addresses), default=0
    )
    assert found["spokes"] == [[[at], counted[address]] for at, address in enumerate(addresses)]
    pairs = shared(beside)
    assert found["ties"]
    assert all(number == pairs[frozenset(addresses[end] for end in ends)] for ends, number in found["ties"])


def test_the_site_s_network_is_what_the_data_say(reader: Reader, present: list[set[str]]) -> None:
    reader.open("network/")
    found = read(reader.page)
    counted, pairs = Counter(one for who in present for one in who), shared(present)
    addresses = [address for address, _, _ in found["nodes"]]

    assert {address: int(number) for address, number, _ in found["nodes"]} == dict(counted.most_common(80))
    assert found["ties"]
    assert all(number == pairs[frozenset(addresses[end] for end in ends)] for ends, number in found["ties"])


@pytest.mark.parametrize("address", PAGES)
def test_the_table_says_what_the_picture_says(reader: Reader, address: str) -> None:
    reader.open(address)
    found = read(reader.page)
    names = [title.rpartition(": ")[0] for _, _, title in found["nodes"]]
    told = {
        (frozenset((names[at], said.rpartition("\xa0")[0])), int(said.rpartition("\xa0")[2]))
        for at, (_, _, nearest) in enumerate(found["rows"])
        for said in nearest
    }

    assert [row[:2] for row in found["rows"]] == [node[:2] for node in found["nodes"]]
    assert told == {(frozenset(names[end] for end in ends), number) for ends, number in found["ties"]}


@pytest.mark.parametrize("address", PAGES)
def test_a_row_of_the_table_begins_on_one_line(reader: Reader, address: str) -> None:
    """However many lines its name takes."""
    reader.open(address)
    tops = reader.page.locator(".br-net__table tbody tr").evaluate_all(
        "all => all.map(row => Array.from(row.cells, one => {"
        " const text = document.createRange(); text.selectNodeContents(one);"
        " return text.getClientRects()[0].top; }))"
    )

    assert tops
    assert max(max(row) - min(row) for row in tops) < 8


@pytest.mark.parametrize("address", PAGES)
def test_no_label_covers_another(reader: Reader, address: str) -> None:
    reader.open(address)
    reader.page.wait_for_load_state("networkidle")
    boxes = reader.page.evaluate(BOXES)

    covering = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    edge = reader.page.locator(".br-net__picture").bounding_box()
    assert covering == []
    assert edge
    assert all(left >= edge["x"] and right <= edge["x"] + edge["width"] for left, _, right, _ in boxes)


def test_who_is_pointed_at_stands_out_with_those_joined_to_it(reader: Reader) -> None:
    reader.open("network/")
    node(reader.page, "SOSA").hover()
    joined = {name.rpartition("\xa0")[0] for name in read_row(reader.page, "SOSA")}

    assert joined < set(near(reader.page))
    assert "SOSA" in near(reader.page)
    expect(reader.page.locator("tr.is-near")).to_have_count(1)
    reader.page.locator("h1").hover()
    expect(reader.page.locator(".br-net__picture.is-looked-at")).to_have_count(0)
    assert near(reader.page) == []


def read_row(page: Page, name: str) -> list[str]:
    row = page.locator(".br-net tbody tr", has=page.get_by_role("link", name=name, exact=True))
    return row.locator("td:last-child > span").all_text_contents()


def test_a_click_leads_to_a_page_and_that_page_has_its_own_picture(reader: Reader) -> None:
    reader.open("network/")
    node(reader.page, "Pete Hegseth").click()
    reader.page.wait_for_url("**/actors/pete-hegseth/")
    node(reader.page, "India").click()
    reader.page.wait_for_url("**/actors/india/")
    expect(reader.page.locator(".br-net__middle")).to_contain_text("India")
    reader.page.get_by_role("link", name="The whole network").click()
    reader.page.wait_for_url("**/network/")
    node(reader.page, "India").hover()

    expect(reader.page.locator(".br-net__picture.is-looked-at")).to_have_count(1)
    assert reader.foreign == []
    assert reader.complaints == []


def test_keys_go_from_mark_to_mark_and_into_a_page(reader: Reader) -> None:
    reader.open(ACTOR)
    page = reader.page
    first = page.locator(".br-net__nodes > a[tabindex='0']")
    expect(first).to_have_count(1)
    first.focus()

    def here() -> str:
        title: str = page.evaluate("document.activeElement.querySelector('title').textContent")
        return title.rpartition(": ")[0]

    seen = [here()]
    for key in ("ArrowDown", "ArrowDown", "ArrowLeft", "ArrowRight", "End", "Home"):
        page.keyboard.press(key)
        seen.append(here())

    assert seen[0] == seen[-1] == "India"
    assert seen[1:3] == ["United States", "Pete Hegseth"]
    assert seen[3] != seen[2]
    expect(page.locator(".br-net__nodes > a[tabindex='0']")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/india/")


def test_a_kind_can_be_left_out_of_picture_and_table(reader: Reader) -> None:
    reader.open("network/")
    page = reader.page
    topics(page).click()

    expect(topics(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".br-net__nodes > a[data-family=topics]:visible")).to_have_count(0)
    expect(page.locator(".br-net tbody tr:visible", has=page.locator("a[href*='/topics/']"))).to_have_count(0)
    assert page.locator(".br-net__ties path[display]").count() > 0
    topics(page).click()
    expect(page.locator(".br-net [display]")).to_have_count(0)


def test_the_whole_network_can_be_brought_nearer_and_moved(reader: Reader) -> None:
    reader.open("network/")
    page, picture = reader.page, reader.page.locator(".br-net__picture")
    whole = picture.get_attribute("viewBox")
    page.get_by_role("button", name="Nearer").click()
    nearer = picture.get_attribute("viewBox")
    box = picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 240, box["y"] + 170, steps=4)
    page.mouse.up()
    moved = picture.get_attribute("viewBox")
    page.get_by_role("button", name="Whole").click()

    assert len({whole, nearer, moved}) == 3
    assert picture.get_attribute("viewBox") == whole
    assert page.url.endswith("/network/"), "to drag is not to click"
    assert reader.complaints == []


def test_pages_with_pictures_take_each_other_s_place(reader: Reader, at_home: str) -> None:
    page = reader.page
    page.goto(f"{at_home}network/")
    stir(page)
    page.evaluate("window.same = true")
    node(page, "Pete Hegseth").click()
    page.wait_for_url("**/actors/pete-hegseth/")
    expect(page.locator(".br-net__middle")).to_contain_text("Pete Hegseth")
    page.get_by_role("link", name="The whole network").click()
    page.wait_for_url("**/network/")
    topics(page).click()

    assert page.evaluate("window.same"), "a page was loaded anew, so nothing was tried"
    expect(topics(page)).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("button", name="Nearer")).to_have_count(1)
    assert reader.complaints == []


@pytest.fixture
def plain(reader: Reader) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    browser = reader.page.context.browser
    assert isinstance(browser, Browser)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def test_without_scripts_marks_are_links_and_the_table_is_whole(reader: Reader, plain: Page) -> None:
    plain.goto(f"{reader.home}network/")

    assert plain.locator(".br-net tbody tr").count() == plain.locator(".br-net__nodes > a").count() > 40
    assert topics(plain).count() == 0
    node(plain, "SOSA").click()
    plain.wait_for_url("**/agreements/sosa/")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_page_with_a_picture_is_wider_than_the_screen(reader: Reader, address: str, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open(address)

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
