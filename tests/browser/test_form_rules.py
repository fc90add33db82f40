"""The rules of the form, as a browser follows them, beside those of the commands: ids, YAML, dates, words."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from briefing.edge.tool import TOOL
from briefing.model import edtf, slug
from briefing.model.fields import Scalar, Tag
from briefing.model.ref import RESERVED, Kind
from briefing.model.scale import find_estimative
from briefing.model.source import SrcUri
from briefing.parse import characters, tree
from briefing.scaffold import document, ids
from briefing.scaffold.answers import Answers
from briefing.views.kinds import about, form
from editions import edition

pytestmark = pytest.mark.browser

Rules = Callable[..., Any]
TODAY = date(2025, 12, 1)
NASTY = (
    "no", "Yes", "NULL", "~", "on", "1984", "1_000", "0x1F", "1e3", ".inf", "2025-11-03", "12:30:45", "-",
    "--- x",
    "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "@home", "`code`", "%x", "!tag", "&anchor", "*alias",
    "| a",
    "> a", "[a]", "{a: b}", "a, b", "'a'", "it's", '"a"', 'say "no": now', "a\\b", "a\\", '\\"', "=",
    "<<", "...",
    "a\nb", "a\r\nb", "a\tb", "a\x00b", "a\x85b", "a\u2028b", "\ufeffa", "a\u202eb", "\u200ba", "\ufffea",
    "é", "e\u0301", "שלום: עולם", "日本語", "😀 x", "\U0001fffe", "\ue000", "\u00a0a\u00a0", "Straße & Söhne",
    "U.S. talks", "O’Brien's", "İstanbul", "ſ", "ﬁ", "①", "x²", "ł", "Ⅷ", "nul", "index", "12", "a" * 90,
)  # fmt: skip
SIGNS = st.characters(exclude_categories=("Cn", "Cs"))
"""Those that browsers of any age know alike."""
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(SIGNS, max_size=40),
    st.text("ab: #-'\"\\[]{}@!&*%?|>,.=~\n\té1", max_size=12),
)
MANY = st.lists(TEXTS, min_size=1, max_size=40)
DATES = st.from_regex(r"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?(/[0-9]{4}(-[0-9]{2})?)?\Z")
WORDS = st.lists(
    st.sampled_from(
        ("likely", "Unlikely", "probable", "cause", "even", "chance", "roughly", "remote", "high",
         "confidence", "xlikely", "likely2", "_likely_", "very-likely", "the port", "is", "low", ",",
         "almost", "certain")
    ),
    max_size=8,
)  # fmt: skip


@pytest.fixture(scope="module")
def rules(chromium: Browser) -> Iterator[Rules]:
    """Calls what the form's script knows, once for each of a list; `data` stands for what its page holds."""
    context = chromium.new_context()
    page = context.new_page()
    for name in about.FORM_SCRIPTS[:2]:
        page.add_script_tag(content=(TOOL / "docs/assets/js/of-pages" / name).read_text(encoding="utf-8"))
    page.evaluate("(data) => { window.data = JSON.parse(data); }", form.shown(edition()).data)

    def call(body: str, given: list[Any]) -> list[Any]:
        found: list[Any] = page.evaluate(
            f"(given) => {{ const made = briefingDocument; return JSON.parse(given).map((it) => {body}); }}",
            json.dumps(given),
        )
        return found

    yield call
    context.close()


@given(MANY, st.sampled_from(list(Kind)))
@example(list(NASTY), Kind.BRIEF)
def test_ids_are_those_of_the_command(rules: Rules, titles: list[str], kind: Kind) -> None:
    found = rules(f"made.idOf(it, '{kind.noun}', data)", titles)

    assert found == [ids.from_title(title, kind) for title in titles]


def test_every_sign_of_unicode_makes_the_id_that_it_makes_there(rules: Rules) -> None:
    signs = [
        chr(code) for code in range(0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    ]
    titles = [f"a{sign}b" for sign in signs]

    found = rules("made.idOf(it, 'brief', data)", titles)

    theirs = [ids.from_title(title, Kind.BRIEF) for title in titles]
    assert {
        title: (ours, made) for title, ours, made in zip(titles, theirs, found, strict=True) if ours != made
    } == {}


@given(st.lists(st.from_regex(r"\A[a-z]{1,3}(-[0-9])?\Z") | st.sampled_from(sorted(RESERVED)), max_size=12))
def test_an_id_that_is_taken_gets_the_next_number(rules: Rules, taken: list[str]) -> None:
    asked = [*taken, "a" * 80, "briefs"]

    found = rules(
        f"made.free(it, 'briefs', Object.assign({{}}, data, {{taken: {{briefs: {json.dumps(taken)}}}}}))",
        asked,
    )

    assert found == [slug.free(id_, taken) for id_ in asked]


@given(MANY)
@example(list(NASTY))
def test_what_is_written_is_read_as_the_text_that_was_said(rules: Rules, texts: list[str]) -> None:
    for text, written in rules("[made.line(it), made.scalar(made.line(it))]", texts):
        if text:
            found, problems = tree.read(f"a: {written}\nb:\n- {written}\n- c: {written}\n", SrcUri("a.md"), 1)

            assert found is not None and not problems
            assert found.data == {"a": Scalar(text), "b": [Scalar(text), {"c": Scalar(text)}]}


@given(MANY)
@example(list(NASTY))
def test_texts_are_one_line_of_signs_that_can_be_seen(rules: Rules, texts: list[str]) -> None:
    lines = rules("made.line(it)", texts)

    assert not any(characters.UNPUBLISHED.search(line) or "\n" in line for line in lines)
    assert [line for text, line in zip(texts, lines, strict=True) if text.isalnum()] == [
        text for text in texts if text.isalnum()
    ]


@given(st.lists(DATES, min_size=1, max_size=40))
def test_dates_that_pass_are_dates(rules: Rules, dates: list[str]) -> None:
    for text, passes in zip(dates, rules("made.isDate(it)", dates), strict=True):
        if passes:
            assert edtf.parse(text)


def test_dates_that_people_fill_in_pass_and_others_do_not(rules: Rules) -> None:
    good = ["2027", "2027-06", "2028-02-29", "2027-33", "2027-21", "2027~", "2026/2027"]
    bad = [
        "",
        "June 2027",
        "2027-13",
        "2027-02-29",
        "0000",
        "2027/2026",
        "2027-06-30T12:00",
        "27",
        "2026/2027/2028",
    ]

    assert rules("made.isDate(it)", good + bad) == [True] * len(good) + [False] * len(bad)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=30))
def test_words_of_likelihood_are_found_where_the_check_finds_them(rules: Rules, texts: list[str]) -> None:
    found = rules("made.estimative(it, data)", texts)

    assert [bool(word) for word in found] == [bool(find_estimative(text)) for text in texts]


LINES = TEXTS.map(lambda text: " ".join(characters.published(text).split())).filter(bool)
IDS = st.lists(st.from_regex(r"\A[a-z]{1,6}\Z"), unique=True, max_size=3)


@given(
    st.sampled_from(list(Kind)),
    LINES,
    LINES | st.just(""),
    st.lists(LINES, unique=True, max_size=3),
    IDS,
    IDS,
    st.dates(date(1000, 1, 1)),
)
def test_the_file_says_what_the_command_s_would_say(
    rules: Rules,
    kind: Kind,
    title: str,
    summary: str,
    authors: list[str],
    topics: list[str],
    articles: list[str],
    day: date,
) -> None:
    is_brief, has_topics = kind is Kind.BRIEF, kind is not Kind.TOPIC
    answers = Answers(
        kind,
        title=title,
        summary=summary,
        date=None if kind.is_profile else day,
        type="person" if kind is Kind.ACTOR else "",
        marking="TLP:GREEN",
        authors=tuple(authors) if is_brief else (),
        topics=tuple(topics) if has_topics else (),
        articles=tuple(articles) if is_brief else (),
    )
    said = {
        key: getattr(answers, key)
        for key in ("title", "summary", "type", "marking", "authors", "topics", "articles")
    }
    said |= {"kind": kind.value, "id": "it", "date": "" if kind.is_profile else day.isoformat()}

    [made] = rules("made.write(it, data)", [said])
    theirs = document.source(answers, "it", TODAY)

    assert made["path"] == theirs.uri
    assert _read(made["text"]) == _read(theirs.text)


def _read(text: str) -> tuple[list[tuple[str, Any]], str]:
    _, matter, body = text.split("---\n", 2)
    found, problems = tree.read(matter, SrcUri("a.md"), 1)
    assert found is not None and not problems
    assert (
        Tag.DAY in {held.tag for held in found.data.values() if isinstance(held, Scalar)}
        or "date" not in found.data
    )
    return list(found.data.items()), body.strip()


FORGES = [
    ("https://github.com/o/r", "edit/main/docs/", "https://github.com/o/r/new/main?filename={}&value=T"),
    ("https://github.com/o/r/", "blob/next/texts/docs", "https://github.com/o/r/new/next/texts?filename={}&value=T"),
    ("https://github.com/o/r", "", "https://github.com/o/r/new/main?filename={}&value=T"),
    ("https://gitlab.com/g/s/r", "edit/main/docs/", "https://gitlab.com/g/s/r/-/new/main?file_name={}&content=T"),
    ("https://forge.example/g/r", "-/edit/main/docs/", "https://forge.example/g/r/-/new/main?file_name={}&content=T"),
    ("", "https://forge.example/o/r/edit/main/docs/", "https://forge.example/o/r/new/main?filename={}&value=T"),
    ("https://github.com/o/r", "edit/main/docs/{path}", "https://github.com/o/r/new/main?filename={}&value=T"),
]  # fmt: skip


@pytest.mark.parametrize(("repository", "editing", "expected"), FORGES)
def test_the_forge_s_page_for_a_new_file(rules: Rules, repository: str, editing: str, expected: str) -> None:
    there = f"made.newFile({json.dumps(repository)}, {json.dumps(editing)})"

    [found] = rules(f"made.forge({there}, it)", [{"path": "briefs/2025/x.md", "text": "T"}])

    assert found == {"address": expected.format("briefs%2F2025%2Fx.md"), "holds": True}


@pytest.mark.parametrize(
    ("repository", "editing"),
    [
        ("", ""),
        ("", "edit/main/docs/"),
        ("https://x.example/r", "?query"),
        ("javascript:alert(1)", "edit/main/docs/"),
        ("https://x.example/r", "wiki/pages/docs/"),
        ("https://x.example/r", "edit/main/"),
    ],
)
def test_other_addresses_lead_to_no_forge(rules: Rules, repository: str, editing: str) -> None:
    assert rules(f"made.newFile({json.dumps(repository)}, {json.dumps(editing)})", [0]) == [None]


def test_a_text_too_long_for_an_address_is_left_out_of_it(rules: Rules) -> None:
    there = "made.newFile('https://github.com/o/r', '')"

    short, long = rules(f"made.forge({there}, it)", [{"path": "a.md", "text": "é" * n} for n in (900, 9000)])

    assert (short["holds"], long["holds"]) == (True, False)
    assert long["address"] == "https://github.com/o/r/new/main?filename=a.md"
