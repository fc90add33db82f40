"""The search box in a real browser: what readers type, and what they then see."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import _search_relevance as relevance
import site_builds
from briefing.edge.mkdocs.site_search import WORKER
from briefing.pages.search_words import words
from reading import Reader, serve, stir

pytestmark = [pytest.mark.browser, pytest.mark.site]

AUTHORED = {
    "docs/actors/lukasz.md": (
        "---\nname: Łukasz O’Brien-Żak\ntype: person\naliases: [LZ, Boss, Old Luke, Quill]\n---\n"
    ),
    "docs/actors/firm.md": (
        "---\nname: <b>Firm</b> & <img src=x onerror=alert(1)>\ntype: organisation\n---\nA firm.\n"
    ),
    "docs/topics/ships.md": "---\nname: Ships\nhidden: [shipps]\n---\n",
    "docs/articles/harbour.md": (
        "---\ntitle: The harbour grows\nsummary: New quays were built.\ndate: 2025-11-03\ntopics: [ships]\n"
        "marking: TLP:AMBER+STRICT\n"
        "sources: [{title: A statement}]\nevents:\n- {date: 2025-11-01, title: Opened, actors: [lukasz]}\n"
        "---\nLead words.\n\n## Quays\n\n"
        "Five deep water quays were built there. Deep talk of water followed.\n"
    ),
    "docs/articles/river.md": (
        "---\ntitle: The river\nsummary: Water was deep.\ndate: 2025-11-02\ntopics: [ships]\n"
        "sources: [{title: A statement}]\n---\nQuays of deep sand, and water.\n"
    ),
    "mkdocs.yml": "site_name: Desk\n",
}
MANY = 40
FIRST, IN_FIVE = 97, 98
"""Of a hundred questions, for how many the right page is at least first, and among the first five."""
NO_RESULT = "Nothing found."


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site below a folder of a plain file server; its address."""
    root = tmp_path_factory.mktemp("search") / "root"
    more = {
        f"docs/articles/one-of-{number}.md": (
            f"---\ntitle: Anchorage {number}\nsummary: One of many.\ndate: 2024-01-{number % 28 + 1:02}\n"
            "topics: [ships]\nsources: [{title: A statement}]\n---\nText.\n"
        )
        for number in range(MANY)
    }
    for path, text in {**AUTHORED, **more}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    site = site_builds.build(root.with_name("briefings"), root=root)
    with serve(site.parent) as address:
        yield f"{address}{site.name}/"


@pytest.fixture
def desk(chromium: Browser, small: str) -> Iterator[Reader]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    one = Reader(page, small)
    page.on("request", one.note_request)
    page.on("console", one.note_message)
    page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.open("")
    yield one
    context.close()


def said(reader: Reader) -> str:
    """What the box says above its results."""
    return reader.page.locator(".md-search-result__meta").inner_text().strip()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lukasz", "actors/lukasz/"),
        ("Łukasz", "actors/lukasz/"),
        ("obrien", "actors/lukasz/"),
        ("o'brien", "actors/lukasz/"),
        ("brien", "actors/lukasz/"),
        ("lukas", "actors/lukasz/"),
        ("lukazs", "actors/lukasz/"),
        ("lukxasz", "actors/lukasz/"),
        ("shipps", "topics/ships/"),
        ("harbor", "articles/harbour/"),
        ("quay", "articles/harbour/"),
    ],
)
def test_a_page_is_found_however_its_name_is_typed(desk: Reader, typed: str, first: str) -> None:
    assert desk.search(typed)[0] == first
    assert desk.complaints == []


def test_a_phrase_is_found_only_where_the_words_stand_together(desk: Reader) -> None:
    pages = {address.partition("#")[0] for address in desk.search("deep water")}
    together = {address.partition("#")[0] for address in desk.search('"deep water"')}

    assert pages >= {"articles/harbour/", "articles/river/"}
    assert together == {"articles/harbour/"}


@pytest.mark.parametrize("key", ["kind", "type"])
def test_a_kind_leaves_all_others_out(desk: Reader, key: str) -> None:
    found = desk.search(f"{key}:topic ships")

    assert desk.page.get_by_role("button", pressed=True).inner_text() == "Topics"
    assert [address for address in found if "#" not in address] == ["topics/ships/"]


def test_a_kind_alone_lists_the_newest_first(desk: Reader) -> None:
    found = [address for address in desk.search("kind:articles") if "#" not in address]

    assert found[:2] == ["articles/harbour/", "articles/river/"]


def test_the_box_says_how_many_there_are_and_how_to_find_fewer(desk: Reader) -> None:
    desk.search("anchorage")

    assert said(desk) == f"{MANY} matching documents"
    desk.page.locator(".md-search__scrollwrap").hover()
    desk.page.mouse.wheel(0, 5_000)
    more = desk.page.locator(".md-search-result__item", has_text=f"best of {MANY} are listed")
    more.first.wait_for()
    assert desk.page.locator(".md-search-result__item").count() == 14
    assert "kind:brief" in more.inner_text()


def test_where_nothing_is_found_the_box_says_what_to_try(desk: Reader) -> None:
    box = desk.page.locator("input.md-search__input")
    box.click()
    box.type("xqzzy")
    desk.page.locator(".md-search-result__meta", has_text=NO_RESULT).wait_for()

    assert "kind:brief" in said(desk)


def test_what_was_found_is_marked_in_the_list_and_on_the_page(desk: Reader) -> None:
    desk.search("quays")
    marks = desk.page.locator(".md-search-result__list mark").all_text_contents()
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url(re.compile(r"articles/harbour/\?h=quays"))
    desk.page.locator("mark[data-md-highlight]").first.wait_for()

    assert {mark.lower() for mark in marks} == {"quays"}


def test_a_section_stands_under_its_page(desk: Reader) -> None:
    desk.search("five")

    links = desk.page.locator(".md-search-result__item").first.locator("a").all()
    assert [(link.get_attribute("href") or "").removeprefix(desk.home) for link in links] == [
        "articles/harbour/?h=five",
        "articles/harbour/?h=five#quays",
    ]


def test_the_arrows_walk_through_the_results(desk: Reader) -> None:
    desk.search("harbour")
    desk.page.locator("input.md-search__input").focus()
    desk.page.keyboard.press("ArrowDown")
    focused = desk.page.evaluate("document.activeElement.href")

    assert focused.startswith(f"{desk.home}articles/harbour/")


def test_the_word_being_typed_is_completed(desk: Reader) -> None:
    desk.search("Harb")

    assert desk.page.locator(".md-search__suggest").inner_text() == "Harbour"


def test_markup_in_a_title_is_text(desk: Reader) -> None:
    desk.search("firm")

    title = desk.page.locator(".md-search-result__item h1").first
    assert title.inner_text() == "<b>Firm</b> & <img src=x onerror=alert(1)>"
    assert desk.page.locator(".md-search-result__list img, .md-search-result__list b").count() == 0


def test_a_site_that_was_switched_meanwhile_is_searched_anew(
    chromium: Browser, dossier: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(dossier, tmp_path / "site")
    with serve(tmp_path) as address:
        page = chromium.new_page()
        reader = Reader(page, f"{address}site/")
        reader.open("")
        reader.search("kind:brief")
        for path in [*(site / "search/terms").iterdir(), *(site / "search/words").iterdir()]:
            path.rename(path.with_name(f"z{path.name}"))
        directory = json.loads((site / "search/directory.json").read_text(encoding="utf-8"))
        for folder in ("terms", "words"):
            directory[folder] = [[first, f"z{name}"] for first, name in directory[folder]]
        (site / "search/directory.json").write_text(json.dumps(directory), encoding="utf-8")

        assert reader.search("SOSA")[0] == "agreements/sosa/"
        page.close()


def labels(reader: Reader, address: str) -> list[str]:
    """What the list says of a page in its row of facts."""
    found = reader.page.locator(f".md-search-result__item a[href*='{address}?h='] .md-tag")
    return [label.strip() for label in found.all_text_contents()]


def test_a_result_says_what_it_is_of_which_day_and_under_which_marking(desk: Reader) -> None:
    desk.search("harbour")

    assert labels(desk, "articles/harbour/") == ["Article", "3 Nov 2025", "TLP:AMBER+STRICT"]
    assert desk.page.locator(".md-search-result .br-tlp--amber-strict").count() == 1


def test_a_result_names_the_other_names_that_were_meant_first(desk: Reader) -> None:
    desk.search("quill")

    assert labels(desk, "actors/lukasz/") == [
        "Actor · person", "TLP:AMBER", "also known as Quill, LZ, Boss",
    ]  # fmt: skip


def test_for_an_actor_its_page_its_timeline_and_its_feed_are_offered(desk: Reader) -> None:
    desk.search("lukasz")
    item = desk.page.locator(".md-search-result__item").first
    ways = [(way.inner_text(), way.get_attribute("href")) for way in item.locator(".br-offers a").all()]

    assert ways == [
        ("Timeline", f"{desk.home}actors/lukasz/#br-timeline"),
        ("Feed", f"{desk.home}actors/lukasz/feed.xml"),
    ]
    assert desk.page.evaluate(f"fetch('{ways[1][1]}').then((answer) => answer.status)") == 200
    item.locator(".br-offers a").first.click()
    desk.page.wait_for_url("**/actors/lukasz/#br-timeline")
    assert desk.page.locator("#br-timeline").is_visible()


def test_what_a_page_has_not_is_not_offered(desk: Reader) -> None:
    desk.search("firm")

    assert desk.page.locator(".br-offers a").all_inner_texts() == ["Feed"]


def test_arrows_reach_what_is_offered_and_enter_still_opens_the_page(desk: Reader) -> None:
    desk.search("lukasz")
    desk.page.locator("input.md-search__input").focus()
    focused = []
    for _ in range(3):
        desk.page.keyboard.press("ArrowDown")
        focused.append(desk.page.evaluate("document.activeElement.textContent.trim()"))
    assert focused[1:] == ["Timeline", "Feed"]

    desk.page.locator("input.md-search__input").focus()
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url(re.compile(r"actors/lukasz/\?h="))
    assert desk.complaints == []


def test_a_kind_can_be_chosen_and_is_written_into_the_box(desk: Reader) -> None:
    desk.search("firm harbour")
    kinds = desk.page.get_by_role("group", name="Kind of page")
    kinds.get_by_role("button", name="Actors").click()
    results = desk.page.locator(".md-search-result__item")
    expect(results).to_have_count(1)
    box = desk.page.locator("input.md-search__input")

    expect(box).to_have_value("kind:actor firm harbour")
    expect(kinds.get_by_role("button", pressed=True)).to_have_text("Actors")
    kinds.get_by_role("button", name="All").click()
    expect(box).to_have_value("firm harbour")
    expect(results).not_to_have_count(1)


def test_a_kind_that_is_typed_is_shown_as_chosen(desk: Reader) -> None:
    desk.search("kind:articles harbour")

    expect(desk.page.get_by_role("button", pressed=True)).to_have_text("Articles")


def test_a_kind_alone_can_be_chosen_before_anything_is_typed(desk: Reader) -> None:
    desk.page.locator("input.md-search__input").click()
    desk.page.get_by_role("button", name="Articles", exact=True).click()

    expect(desk.page.locator(".md-search-result__item").first).to_contain_text("The harbour grows")


def test_keys_choose_a_kind_and_go_back_and_on(desk: Reader) -> None:
    desk.search("ships")
    box = desk.page.locator("input.md-search__input")
    box.focus()
    desk.page.keyboard.press("Tab")
    focused = desk.page.locator(":focus")
    expect(focused).to_have_text("All")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        desk.page.keyboard.press(key)
    expect(focused).to_have_text("Topics")
    desk.page.keyboard.press("Space")
    expect(box).to_have_value("kind:topic ships")
    desk.page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    expect(desk.page.locator("a.md-search-result__link").first).to_have_attribute(
        "href", re.compile("/topics/ships/")
    )
    desk.page.keyboard.press("ArrowDown")
    expect(focused).to_have_attribute("href", re.compile("/topics/ships/"))
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator(".br-kinds")).not_to_be_in_viewport()


def goes_back_to_results(reader: Reader) -> None:
    """Who has opened a result, and goes back, has the results before them; once."""
    found = reader.search("kind:actor singh")
    box = reader.page.locator("input.md-search__input")
    box.focus()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(lambda url: url.split("?")[0] == f"{reader.home}{found[0]}")
    reader.page.go_back()
    reader.page.wait_for_url(reader.home)  # what was typed is not in the address, which servers note

    expect(box).to_have_value("kind:actor singh")
    expect(box).to_be_focused()
    expect(reader.page.locator("a.md-search-result__link").first).to_be_in_viewport()
    expect(reader.page.get_by_role("button", pressed=True)).to_have_text("Actors")
    reader.page.reload()
    expect(box).to_have_value("")


def test_who_goes_back_from_a_result_has_the_results_again(reader: Reader) -> None:
    reader.open("")

    goes_back_to_results(reader)

    assert reader.complaints == []


def test_who_goes_back_has_the_results_again_where_pages_are_put_into_others(
    chromium: Browser, at_home: str
) -> None:
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(at_home)
    stir(page)

    goes_back_to_results(Reader(page, at_home))

    assert complaints == []
    page.close()


WORDS = (
    "The U.S.-India talks", "Łukasz Żółć", "O’Brien’s L'accord d’Alma", "snake_case ﬁnal", "İstanbul ΣΑΣ",
    "Straße Ærø Þór", "美国 한국 カタカナ", "e\u0301tude so\u00adft 3.5", "नमस्ते דוד مُحَمَّد", "x" * 90, "a🙂b",
)  # fmt: skip


def test_the_browser_makes_the_same_words_as_the_build(chromium: Browser, served: str) -> None:
    page = chromium.new_page()
    page.goto(served)
    source = page.evaluate("fetch('assets/js/search.js').then((answer) => answer.text())")
    start, end = source.index("var TYPED"), source.index("/* ---- Files")

    theirs = page.evaluate(f"(texts) => {{ {source[start:end]} return texts.map(words); }}", list(WORDS))
    page.close()

    assert theirs == [words(text) for text in WORDS]


def test_of_a_hundred_questions_about_the_dossier_the_right_page_is_first_for_nearly_all(
    chromium: Browser, served: str
) -> None:
    questions = relevance.read(relevance.QUESTIONS / "dossier.txt")
    page = chromium.new_page()
    page.goto(served)

    found = relevance.asked(page, served, WORKER, questions)
    page.close()

    score = relevance.score("ours", questions, found)
    assert score.of == 100
    assert score.first >= FIRST and score.in_five >= IN_FIVE, relevance.wrong(questions, found)
