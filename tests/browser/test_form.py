"""The form for a new document in a real browser: what it makes passes the check, and goes where it is to."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

import site_builds
from briefing.edge.content.assemble import check
from briefing.edge.mkdocs import running
from built_html import read
from reading import Reader, serve, stir

pytestmark = [pytest.mark.browser, pytest.mark.site]

TODAY = date(2025, 12, 1)
FORGE = "https://github.com/desk/briefings"
FORM = "about/add-a-brief/"
ARTICLE = """---
title: "Talks: the first day"
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
---
They met.
"""
FILES = {
    "docs/topics/trade.md": "---\nname: Trade\naliases: [Commerce]\n---\n",
    "docs/topics/trade-routes.md": "---\nname: Trade routes\n---\n",
    "docs/actors/agent.md": "---\nname: Agent Green\ntype: person\nmarking: TLP:AMBER\n---\n",
    "docs/agreements/pact.md": "---\nname: The pact\n---\n",
    "docs/articles/talks.md": ARTICLE,
    "briefs/2025/outlook.md": ARTICLE.replace("topics", "authors: [South Asia desk]\ntopics"),
} | {f"docs/actors/person-{n}.md": f"---\nname: Person {n:03}\ntype: person\n---\n" for n in range(500)}
NASTY = {
    "a colon": "India: the framework",
    "quotes": """"No", she said: it's 'done'""",
    "a word of YAML": "no",
    "a number": "1984",
    "a date": "2025-11-03",
    "an at sign": "@home, `now`",
    "marks of YAML": "- [a] {b} & *c ! | > % # ? :",
    "a backslash": "C:\\new\\",
    "markup": "</script><img src=x onerror=alert(1)>",
    "a number sign": "Talks #2 # and more",
    "other scripts": "שיחות: 日本語 Überblick 😀",
    "signs that hide": "A\u202eB\u200bC\x00\ufeff",
    "very long": "word " * 300,
    "end of the front matter": "---",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("form") / "root"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(root: Path) -> Iterator[str]:
    """The root's site, at the address that it was built for."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = f"site_url: http://127.0.0.1:{port}/\nrepo_url: {FORGE}\nedit_uri: edit/next/docs/\n"
    (root / "mkdocs.yml").write_text(settings + "extra: {briefing: {marking: TLP:GREEN}}\n", encoding="utf-8")
    with serve(site_builds.build(root.with_name("site"), root=root), port) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield made
    made.close()


@pytest.fixture
def reader(context: BrowserContext, home: str) -> Iterator[Reader]:
    """Someone at the form; the browser asked no other host for anything, and complained of nothing."""
    one = Reader(context.new_page(), home)
    one.page.on("request", one.note_request)
    one.page.on("console", one.note_message)
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.open(FORM)
    yield one
    assert (one.foreign, one.complaints) == ([], [])


def field(page: Page, name: str) -> Locator:
    return page.locator(f"#br-new-{name}")


def choose(page: Page, name: str, *words: str) -> None:
    for word in words:
        field(page, name).fill(word)
        field(page, name).press("Enter")


def fill_brief(page: Page, title: str = "Fees will rise") -> None:
    """All that a brief has to say, and an id where none can be made of its title."""
    field(page, "title").fill(title)
    if not field(page, "id").input_value():
        field(page, "id").fill("made-by-hand")
    field(page, "date").fill("2025-11-20")
    choose(page, "authors", "South Asia desk")
    choose(page, "topics", "trade-routes")


def make(page: Page) -> str:
    """The file's text, once the form has made it."""
    page.get_by_role("button", name="Make the file", exact=True).click()
    expect(field(page, "file")).to_be_visible()
    return field(page, "text").input_value()


def save(page: Page, root: Path) -> Path:
    """The downloaded file, where the form says that it belongs."""
    with page.expect_download() as coming:
        field(page, "download").click()
    path = root / (field(page, "path").text_content() or "")
    assert coming.value.suggested_filename == path.name
    path.parent.mkdir(parents=True, exist_ok=True)
    coming.value.save_as(path)
    return path


def errors(root: Path, path: Path) -> list[str]:
    """What the check calls an error, in the new file or for its sake."""
    found = check(root, today=TODAY).problems
    assert path.relative_to(root).as_posix() in {problem.file for problem in found}, (
        "its texts are to be written"
    )
    return [f"{problem.file}: {problem.code} {problem.message}" for problem in found if problem.is_error]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(root, tmp_path / "copy"))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_brief_passes_the_check_whatever_is_said_in_it(reader: Reader, copy: Path, text: str) -> None:
    page = reader.page
    fill_brief(page, text)
    field(page, "summary").fill(f"{text}\n{text}")
    choose(page, "authors", text)
    page.get_by_role("button", name="Add a source", exact=True).click()
    page.get_by_label("Publisher").fill(text)
    page.locator("[data-repeat=sources] [data-part=title] input").fill(text)
    page.get_by_role("button", name="Add a judgement", exact=True).click()
    page.get_by_label("Statement").fill(text)
    page.get_by_label("Confidence").select_option("low")
    own = page.locator("[data-repeat=judgements] [data-part=id] input")
    own.fill(own.input_value() or "j1")

    made = make(page)
    path = save(page, copy)

    assert path.read_bytes() == made.encode()
    assert errors(copy, path) == []


def test_all_that_the_form_asks_is_in_the_file(reader: Reader, copy: Path) -> None:
    page = reader.page
    fill_brief(page)
    field(page, "marking").select_option("TLP:AMBER")
    choose(page, "actors", "agent green", "person 007", "person-8")
    choose(page, "agreements", "pact")
    choose(page, "articles", "first day")
    page.get_by_role("button", name="Add a source", exact=True).click()
    page.locator("[data-repeat=sources] [data-part=title] input").fill("A statement")
    page.locator("[data-repeat=sources] [data-part=date] input").fill("2025-11")
    page.get_by_label("Address", exact=True).fill("https://example.org/a?b=c#d")
    page.get_by_label("Reliability").select_option("B")
    page.get_by_label("Credibility").select_option("2")
    for text in ("The port raises its fees.", "The port raises its fees."):
        page.get_by_role("button", name="Add a judgement", exact=True).click()
        page.get_by_label("Statement").last.fill(text)
        page.get_by_label("Likelihood").last.select_option("very likely")
        page.get_by_label("Confidence").last.select_option("moderate")
        page.get_by_label("By when").last.fill("2027-06")

    made = make(page)
    path = save(page, copy)

    assert made.split("\n## ")[0] == (
        "---\ntitle: Fees will rise\n"
        'summary: "Write: the bottom line, in one to three sentences"\n'
        "date: 2025-11-20\nstatus: draft\nmarking: TLP:AMBER\n"
        "authors:\n- South Asia desk\ntopics:\n- trade-routes\n"
        "actors:\n- agent\n- person-7\n- person-8\nagreements:\n- pact\narticles:\n- talks\n"
        'sources:\n- title: A statement\n  url: https://example.org/a?b=c#d\n  date: "2025-11"\n'
        "  reliability: B\n  credibility: 2\njudgements:\n"
        "- id: the-port-raises-its-fees\n  text: The port raises its fees.\n  likelihood: very likely\n"
        '  confidence: moderate\n  horizon: "2027-06"\n'
        "- id: the-port-raises-its-fees-2\n  text: The port raises its fees.\n  likelihood: very likely\n"
        '  confidence: moderate\n  horizon: "2027-06"\n---\n'
    )
    assert errors(copy, path) == []
    done = site_builds.run(
        "check", "--root", str(copy), "--format", "json", "--today", TODAY.isoformat(), str(path)
    )
    assert {problem["code"] for problem in json.loads(done.stdout)["problems"]} == {"B606"}


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("articles", "docs/articles/harbour.md"),
        ("actors", "docs/actors/harbour.md"),
        ("topics", "docs/topics/harbour.md"),
        ("agreements", "docs/agreements/harbour.md"),
    ],
)
def test_every_kind_can_be_made(reader: Reader, copy: Path, kind: str, path: str) -> None:
    page = reader.page
    field(page, "kind").select_option(kind)
    field(page, "title").fill("Harbour")
    if kind == "actors":
        field(page, "type-actors").select_option("group")
    choose(page, "broader" if kind == "topics" else "topics", "commerce")

    make(page)
    saved = save(page, copy)

    assert saved == copy / path
    assert errors(copy, saved) == []


def test_what_the_form_is_for_is_its_one_filled_button(reader: Reader) -> None:
    reader.open(FORM)
    looks = """one => {
      const it = getComputedStyle(one);
      return [it.backgroundColor, it.borderTopWidth, it.fontWeight];
    }"""
    make, add = (
        reader.page.get_by_role("button", name=name, exact=True).evaluate(looks)
        for name in ("Make the file", "Add a source")
    )

    assert make[0] != add[0]
    assert make[1:] == add[1:] == ["1px", "600"]


def test_the_forge_s_page_for_a_new_file_opens_with_name_and_text(reader: Reader) -> None:
    page = reader.page
    fill_brief(page, "Fees & “tolls”")

    made = make(page)
    link = page.get_by_role("link", name="Open it at github.com")
    address = urlsplit(link.get_attribute("href") or "")

    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{FORGE}/new/next"
    assert parse_qs(address.query) == {"filename": ["briefs/2025/fees-and-tolls.md"], "value": [made]}
    assert link.get_attribute("target") == "_blank"
    expect(field(page, "long")).to_be_hidden()


def test_a_text_too_long_for_an_address_is_to_be_copied(reader: Reader, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.page
    fill_brief(page)
    field(page, "summary").fill("Very much to say. " * 800)

    made = make(page)
    expect(field(page, "long")).to_be_visible()
    page.get_by_role("button", name="Copy the text", exact=True).click()
    expect(field(page, "said")).to_have_text("Copied.")

    assert "value=" not in (field(page, "forge").get_attribute("href") or "")
    assert page.evaluate("navigator.clipboard.readText()") == made


def test_the_id_follows_the_title_until_somebody_writes_another(reader: Reader) -> None:
    page = reader.page

    field(page, "title").fill("Outlook")
    assert field(page, "id").input_value() == "outlook-2"
    field(page, "kind").select_option("topics")
    assert field(page, "id").input_value() == "outlook"
    field(page, "id").fill("the-view")
    field(page, "title").fill("Outlook for the year")
    assert field(page, "id").input_value() == "the-view"


@pytest.mark.parametrize(
    ("name", "act", "told"),
    [
        ("title", lambda page: field(page, "title").fill(""), "Give a title."),
        ("id", lambda page: field(page, "id").fill("Outlook"), "Use small letters"),
        ("id", lambda page: field(page, "id").fill("outlook"), "There is “outlook” already"),
        ("id", lambda page: field(page, "id").fill("index"), "reserved"),
        ("topics", lambda page: field(page, "topics").fill("tra"), "“tra” is not one of them"),
        ("authors", lambda page: page.get_by_label("Remove South Asia desk").click(), "Name at least one."),
        (
            "marking",
            lambda page: choose(page, "actors", "agent"),
            "It names actors/agent, which is TLP:AMBER",
        ),
        ("marking", lambda page: field(page, "summary").fill("Of Agent Green."), "It names actors/agent"),
        ("date", lambda page: field(page, "date").fill(""), "Give a day"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(reader: Reader, name: str, act: object, told: str) -> None:
    page = reader.page
    fill_brief(page)
    make(page)

    assert callable(act)
    act(page)
    page.get_by_role("button", name="Make the file", exact=True).click()

    box, summary = field(page, name), field(page, "problems")
    expect(summary).to_be_focused()
    expect(field(page, "file")).to_be_hidden()
    assert box.get_attribute("aria-invalid") == "true"
    assert f"br-new-{name}-error" in (box.get_attribute("aria-describedby") or "")
    assert told in (field(page, f"{name}-error").text_content() or "")
    summary.get_by_role("link").click()
    expect(box).to_be_focused()


def test_names_that_were_typed_and_not_added_are_in_the_file(reader: Reader) -> None:
    page = reader.page
    fill_brief(page)

    field(page, "authors").fill("Jörg Müller")
    field(page, "actors").fill("agent green")
    field(page, "marking").select_option("TLP:AMBER")
    text = make(page)

    assert "Jörg Müller" in text
    assert "actors:\n- agent\n" in text
    assert field(page, "authors").input_value() == ""


def test_what_is_wrong_in_a_judgement_is_told_there(reader: Reader) -> None:
    page = reader.page
    fill_brief(page)
    page.get_by_role("button", name="Add a judgement", exact=True).click()
    page.get_by_label("Statement").fill("It is likely that fees rise.")
    page.get_by_label("By when").fill("June")

    page.get_by_role("button", name="Make the file", exact=True).click()

    told = field(page, "problems").get_by_role("link").all_text_contents()
    assert [one.split(":")[0] for one in told] == [
        "Statement",
        "Likelihood",
        "Confidence",
        "By when it can be checked",
    ]
    assert "Leave out “likely”" in told[0]


def test_a_brief_can_be_made_with_keys_alone(reader: Reader) -> None:
    page = reader.page
    keys = page.keyboard

    field(page, "kind").focus()
    for text in ("Fees will rise", "", "They will.", None, "", "South Asia desk\n", "", "trade-routes\n"):
        keys.press("Tab")
        if text is None:  # the parts of the date, and its calendar
            for part in ("11", "20", "2025"):
                keys.type(part)
            while page.evaluate("document.activeElement.id") == "br-new-date":
                keys.press("Tab")
        elif text:
            keys.type(text)
    while page.evaluate("document.activeElement.type") != "submit":
        keys.press("Tab")
    keys.press("Enter")

    expect(field(page, "file")).to_be_focused()
    keys.press("Tab")
    expect(field(page, "text")).to_be_focused()
    keys.press("Tab")
    expect(field(page, "forge")).to_be_focused()


def test_five_hundred_actors_are_offered_and_found_by_a_part_of_a_name(reader: Reader) -> None:
    page = reader.page

    field(page, "actors").focus()
    assert page.locator("#br-new-actors-choices option").count() == 501
    choose(page, "actors", "son 499")

    expect(page.locator("[data-field=actors] .br-chip")).to_have_text("Person 499×")
    expect(page.locator("[data-field=actors] [role=status]")).to_have_text("Person 499 added")
    page.get_by_label("Remove Person 499").press("Enter")
    expect(field(page, "actors")).to_be_focused()
    expect(page.locator("[data-field=actors] .br-chip")).to_have_count(0)


def test_every_control_has_a_name(reader: Reader) -> None:
    page = reader.page
    page.get_by_role("button", name="Add a source", exact=True).click()
    page.get_by_role("button", name="Add a judgement", exact=True).click()

    nameless = page.evaluate(
        """Array.from(document.getElementById("br-new").elements).filter((one) => one.type !== "fieldset")
        .filter((one) => !one.labels.length && !one.textContent.trim()).map((one) => one.outerHTML)"""
    )
    twice = page.evaluate(
        """Array.from(document.querySelectorAll("[id]")).map((one) => one.id)
        .filter((id, at, all) => all.indexOf(id) !== at)"""
    )

    assert (nameless, twice) == ([], [])


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_wider_than_the_window(reader: Reader, width: int) -> None:
    page = reader.page
    page.set_viewport_size({"width": width, "height": 800})
    page.get_by_role("button", name="Add a source", exact=True).click()
    page.get_by_role("button", name="Add a judgement", exact=True).click()
    fill_brief(page, "A title without end " * 20)

    make(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_works_on_a_page_that_took_another_s_place_and_again_after_a_way_back(reader: Reader) -> None:
    page = reader.page
    reader.open("about/")
    stir(page)
    page.evaluate("window.same = true")

    for _ in range(2):
        page.locator("article a[href*='add-a-brief/']").first.click()
        page.wait_for_url(f"**/{FORM}")
        expect(field(page, "kind")).to_be_visible()
        fill_brief(page)
        assert make(page).count("- trade-routes") == 1
        page.go_back()
        page.wait_for_url("**/about/")
        expect(field(page, "kind")).to_have_count(0)

    assert page.evaluate("window.same"), "a page was loaded anew, so nothing was tried"


def test_without_scripts_the_page_tells_the_other_way(chromium: Browser, home: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{home}{FORM}")

    expect(page.get_by_text("The form needs JavaScript")).to_be_visible()
    expect(page.locator("#br-new")).to_be_hidden()
    expect(page.get_by_text("python scripts/new.py brief")).to_be_visible()
    context.close()


def test_it_works_from_a_disk(root: Path, context: BrowserContext, tmp_path: Path) -> None:
    running.run(check(root, today=TODAY), tmp_path / "site", from_disk=True)
    page = context.new_page()
    page.goto((tmp_path / "site" / FORM / "index.html").as_uri())

    fill_brief(page)

    assert "title: Fees will rise" in make(page)


def test_a_site_without_a_forge_offers_the_other_ways(reader: Reader) -> None:
    page = reader.page
    page.route(
        f"**/{FORM}",
        lambda route: route.fulfill(body=route.fetch().text().replace("data-repository", "data-x")),
    )
    reader.open(FORM)
    fill_brief(page)

    make(page)

    expect(field(page, "forge")).to_be_hidden()
    expect(field(page, "download")).to_be_visible()
    expect(field(page, "copy")).to_be_visible()


def test_every_document_has_a_link_to_edit_it(home: str, root: Path) -> None:
    site = root.with_name("site")

    def edited(address: str) -> list[str]:
        return [link for link in read(site / address / "index.html").links if "/edit/" in link]

    for path in FILES:
        kind, id_ = path.removesuffix(".md").removeprefix("docs/").split("/")[:: 2 if "2025" in path else 1]
        assert edited(f"{kind}/{id_}") == [f"{FORGE}/edit/next/{path}"]
