"""What becomes of front matter: the model of its kind, and one problem for each mistake, with what to do."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.model.documents import Actor, Agreement, Article, Brief, Matter
from briefing.model.language import is_country, is_language
from briefing.model.marking import Marking
from briefing.model.source import SrcUri
from briefing.parse import tree
from briefing.validate import matter, settings, site, summaries
from briefing.validate.matter import Form

URI = SrcUri("docs/articles/talks.md")
ARTICLE = "title: Talks\nsummary: They met.\ndate: 2025-11-03\ntopics: [trade]\n"


def form(text: str, model: type[Matter] = Article) -> Form[Any]:
    read, problems = tree.read(text, URI, 2)
    assert read, problems
    return matter.check(read, URI, model)


def rest(text: str, model: type[Matter] = Article) -> tuple[Any, Form[Any]]:
    """What the model makes of a front matter, whole or not."""
    read = form(text, model)
    assert read.matter is not None
    return read.matter, read


def told(text: str, model: type[Matter] = Article) -> list[str]:
    return [f"{one.code} {one.message} — {one.remedy}" for one in form(text, model).problems]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("sumary: Slip", "B201 unknown key `sumary` — did you mean `summary`?"),
        (
            "supersedes: old",
            "B201 unknown key `supersedes` — delete it: it is a key of briefs and agreements",
        ),
        ("tags: [x]", "B201 unknown key `tags` — delete it: no such key is known"),
        (
            "changes: [{date: 2025-11-04, note: Spelling, who: Desk}]",
            "B201 unknown key `changes[1].who` — delete it; the keys here are: date, kind, note",
        ),
        ("authors: Desk", "B204 `authors` must be a list — write [Desk]"),
        (
            "authors: [no]",
            'B203 `authors[1]` must be text, but YAML reads `no` as yes or no — put it in quotes: "no"',
        ),
        (
            "language: no",
            'B203 `language` must be text, but YAML reads `no` as yes or no — put it in quotes: "no"',
        ),
        (
            "withdrawn_because:",
            "B203 `withdrawn_because` is empty where text is due — write the text, or delete the key",
        ),
        (
            "status: Draft",
            "B208 `status` is `Draft`, which is not one of: draft, review, published, withdrawn"
            " — write draft",
        ),
        (
            "status:",
            "B208 `status` is empty; it must be one of: draft, review, published, withdrawn"
            " — write one of these words",
        ),
        (
            "updated: 3/11/2025",
            "B206 `updated` is not a day: `3/11/2025` — write year, month and day, as in 2025-11-03",
        ),
        ("updated: 31/10/2025", "B206 `updated` is not a day: `31/10/2025` — write 2025-10-31"),
        (
            "actors:\n  -india",
            "B204 `actors` must be a list — put a space after the hyphen of each entry: `- entry`",
        ),
        (
            "actors:\n  \u2022 india\n  \u2022 china",
            "B204 `actors` must be a list — begin each entry with a hyphen and a space: `- entry`",
        ),
        (
            "marking: green",
            "B208 `marking` is `green`, which is not one of: TLP:CLEAR, TLP:GREEN, TLP:AMBER,"
            " TLP:AMBER+STRICT — write TLP:GREEN",
        ),
        (
            "marking: TLP:WHITE",
            "B208 `marking` is `TLP:WHITE`, which TLP 2.0 calls `TLP:CLEAR` — write TLP:CLEAR",
        ),
        (
            "updated:",
            "B206 `updated` is empty where a day is due — write year, month and day, as in 2025-11-03",
        ),
        (
            "updated: 2025-02-30",
            "B206 `updated` is not a day of the calendar: `2025-02-30`"
            " — write year, month and day, as in 2025-11-03",
        ),
    ],
)
def test_a_mistake_says_where_what_and_what_to_do(key: str, said: str) -> None:
    assert told(f"{ARTICLE}{key}\n") == [said]


def test_a_key_that_must_stand_is_not_to_be_deleted() -> None:
    empty = sorted(told(ARTICLE.replace("title: Talks", "title:").replace("[trade]", "")))

    assert empty == [
        "B203 `title` is empty where text is due — write the text",
        "B204 `topics` is empty where a list is due — write the list",
    ]


def test_what_is_missing_is_told_with_what_may_stand_there() -> None:
    judgement = "judgements: [{id: j1, text: It opens.}]"

    assert sorted(told(f"title: A\nsummary: B\n{judgement}\n", Brief)) == [
        "B202 `authors` is missing — add `authors:` and a list of at least one: `authors: [one, two]`",
        "B202 `date` is missing — add `date:` and a day, as in 2025-11-03",
        "B202 `judgements[1].confidence` is missing — add `confidence:` and one of: low, moderate, high",
        "B202 `topics` is missing — add `topics:` and a list of at least one: `topics: [one, two]`",
    ]


@pytest.mark.parametrize("day", ["2025-11-03T23:30:00+05:30", "2025-11-03 23:30 Z", "2025-11-03"])
def test_of_a_time_with_a_zone_the_written_day_counts(day: str) -> None:
    read, _ = rest(ARTICLE.replace("2025-11-03", day))

    assert str(read.date) == "2025-11-03"


@pytest.mark.parametrize(
    "day", ["2025-11-03T23:30", "2025-11-03T23:30+99:99", "٢٠٢٥-١١-٠٣", "20251103", "2025-11"]
)
def test_what_is_no_day_is_none(day: str) -> None:
    assert [one.code for one in form(ARTICLE.replace("2025-11-03", day)).problems] in (["B206"], ["B214"])


def test_what_is_wrong_is_left_out_and_the_rest_is_read() -> None:
    left, read = rest(f"{ARTICLE}actors: [india, 5, china]\nevents:\n  - {{date: soon, title: Talks}}\n")

    assert left.actors == ("india", "china")
    assert left.events[0].title == "Talks"
    assert read.places["actors", 1] == (6, 20)
    assert {"actors", "date"} <= read.gaps


def test_an_entry_that_nothing_completes_is_left_out() -> None:
    unnamed, named = "{text: It opens., confidence: low}", "{id: j2, text: It holds., confidence: low}"

    left, read = rest(f"{ARTICLE}authors: [Desk]\njudgements: [{unnamed}, {named}]\n", Brief)

    assert [one.id for one in left.judgements] == ["j2"]
    assert read.places["judgements", 0, "id"] == (7, 51)


def test_of_a_document_with_an_unknown_marking_few_may_read() -> None:
    left, _ = rest(f"{ARTICLE}marking: TLP:WHITE\n")

    assert left.marking is Marking.AMBER_STRICT


def test_a_profile_with_an_unknown_marking_is_not_read_on() -> None:
    assert form("name: Aa\ntype: group\nmarking: TLP:WHITE\n", Actor).matter is None


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("term: 10 years", 'B221 `term` is no duration: "10 years" is no duration: write P10Y'),
        ("term: 10", "B203 `term` must be text, but YAML reads `10` as a number"),
        ("binding: no", "B209 `binding` must be true or false, not `no`"),
        (
            "signed: 31 October 2025",
            'B207 `signed` cannot be read as a date: "31 October 2025"',
        ),
    ],
)
def test_an_agreement_is_as_strict(key: str, said: str) -> None:
    assert [one.partition(" — ")[0] for one in told(f"name: Pact\n{key}\n", Agreement)] == [said]


def test_a_language_is_a_tag() -> None:
    assert all(map(is_language, ("en", "he", "zh-Hant-TW", "tlh")))
    assert not any(map(is_language, ("qq", "hebrew", "en_US", "")))


def test_a_country_is_a_code_of_iso_3166() -> None:
    assert all(map(is_country, ("IN", "GB", "XK")))
    assert not any(map(is_country, ("UK", "EU", "ZZ", "in", "IND")))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They met.", 1),
        ("The U.S. and Dr. Rao met on 3 November 2025. They spoke.", 2),
        ("Is it so? It is! It was. It ends", 4),
        ("“It holds.” The minister left.", 2),
    ],
)
def test_sentences_are_counted_where_they_surely_end(text: str, sentences: int) -> None:
    assert summaries.count(text) == sentences
    assert sum(map(text.count, summaries.SIGNS)) >= sentences - 1


def test_a_setting_of_any_shape_is_told_and_its_default_holds() -> None:
    wrong: Any = {
        "scale": ["phia"],
        "marking": {},
        "review": 1,
        "language": [],
        "authors": [],
        "audiences": {"x": []},
    }

    read, complaints = settings.read(wrong)

    assert {path[0] for path, _, _ in complaints} == set(wrong)
    assert (read.marking, read.scale.id, read.language) == (Marking.AMBER, "icd203", "en")


def test_an_audience_that_was_not_named_is_not_guessed() -> None:
    _, complaints = settings.read({"audiences": {"desk": "TLP:GREEN"}})

    assert complaints == (
        (("audience",), "there is no audience `internal`", "set `audience` to one of: desk"),
    )


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("site_name: Desk\nsite_url: https://intra.example/briefings/\n", []),
        (
            "copyright: © The desk, 2025\ntheme: {favicon: assets/mark.svg, language: he, direction: rtl}\n",
            [],
        ),
        ("theme: material\n", []),
        ("theme: {palette: [{scheme: default, toggle: {icon: material/weather-night, name: Dark}}]}\n", []),
        ("hooks: [x.py]\nplugins: [x]\n", ["B902", "B902"]),
        ("theme: {custom_dir: x}\n", ["B902"]),
        ("theme: {name: readthedocs}\n", ["B901"]),
        ("theme: {logo: https://example.org/x.png}\n", ["B901"]),
        ("theme: {favicon: ../../x.png}\n", ["B901"]),
        ("theme: {palette: dark}\n", ["B901"]),
        ("copyright: <script>alert(1)</script>\n", ["B901"]),
        ("site_url: javascript:alert(1)\n", ["B901"]),
        ("edit_uri: javascript:alert(1)/\n", ["B901"]),
        ("extra: {analytics: {provider: google}}\n", ["B902"]),
        ("extra: [x]\n", ["B901"]),
        ("extra: {briefing: x}\n", ["B901"]),
        ("site_name:\n", ["B901"]),
        ("dev_addr: here\n", ["B901"]),
    ],
)
def test_a_root_sets_nothing_that_runs_or_asks_another_host(written: str, codes: list[str]) -> None:
    read, _ = tree.read(written, SrcUri("mkdocs.yml"), 1)

    assert read
    assert [one.code for one in site.check(read, SrcUri("mkdocs.yml"))] == codes
