"""Digests: what of which day stands in which week and month, and what stands in none."""

from datetime import date
from typing import Any

import pytest

import make
from briefing.model.content import AnyDocument
from briefing.views.kinds import digest
from briefing.views.parts import periods
from briefing.views.shapes.digested import DigestShown

OUTCOME = {"result": "happened", "date": "2025-11-18"}


def addresses(*documents: AnyDocument, **given: Any) -> list[str]:
    return [one for one in make.pages(make.content(*documents), **given) if one.startswith("digests/20")]


def read(name: str, *documents: AnyDocument, **given: Any) -> DigestShown:
    page = make.page(make.content(*documents), f"digests/{name}/", **given)
    assert isinstance(page, DigestShown)
    return page


def titles(page: DigestShown) -> dict[str, list[str]]:
    return {one.heading: [document.link.label for document in one.items] for one in page.new}


@pytest.mark.parametrize(
    ("day", "month", "week", "monday", "sunday"),
    [
        ("2025-11-03", "2025-11", "2025-W45", "2025-11-03", "2025-11-09"),
        ("2025-11-01", "2025-11", "2025-W44", "2025-10-27", "2025-11-02"),
        ("2024-12-31", "2024-12", "2025-W01", "2024-12-30", "2025-01-05"),
        ("2027-01-01", "2027-01", "2026-W53", "2026-12-28", "2027-01-03"),
        ("0001-01-01", "0001-01", "0001-W01", "0001-01-01", "0001-01-07"),
        ("9999-12-31", "9999-12", "9999-W52", "9999-12-27", "9999-12-31"),
    ],
)
def test_a_week_is_that_of_the_standard(day: str, month: str, week: str, monday: str, sunday: str) -> None:
    found = periods.week_of(date.fromisoformat(day))

    assert periods.month_of(date.fromisoformat(day)).name == month
    assert (found.name, str(found.first), str(found.last)) == (week, monday, sunday)


def test_only_periods_in_which_something_was_published_or_changed_have_a_digest() -> None:
    documents = (
        make.article("a", date="2024-12-31", events=[{"date": "2023-05-05", "title": "Signed"}]),
        make.actor("ann", updated="2025-11-04"),
        make.agreement("pact", signed="2015-06-03"),
    )

    assert addresses(*documents) == [
        "digests/2024-12/",
        "digests/2025-11/",
        "digests/2025-W01/",
        "digests/2025-W45/",
    ]


def test_what_was_published_stands_by_what_it_is_newest_first() -> None:
    page = read(
        "2025-11",
        make.article("a", date="2025-11-03"),
        make.article("later", date="2025-11-10"),
        make.article("before", date="2025-10-31"),
        make.brief("b", date="2025-11-30"),
        make.topic("trade", date="2025-11-02"),
        today=date(2025, 11, 30),
    )

    assert titles(page) == {"New briefs": ["B"], "New articles": ["Later", "A"], "New topics": ["Trade"]}
    assert page.new[1].items[0].summary == "What happened."


def test_what_changed_stands_with_its_notes_of_those_days_and_once() -> None:
    changes = [
        {"date": "2025-11-04", "note": "A name.", "kind": "correction"},
        {"date": "2025-11-06", "note": "A section."},
        {"date": "2025-11-12", "note": "Another."},
    ]
    old = make.article("old", date="2025-01-01", changes=changes, updated="2025-11-12")
    new = make.article("new", date="2025-11-03", updated="2025-11-05")

    week = read("2025-W45", old, new)

    [changed] = week.changed
    assert [one.document.link.label for one in changed.items] == ["Old"]  # what is new needs no second entry
    assert [change.note for change in changed.items[0].changes] == ["A section.", "A name."]
    assert [one.note for one in read("2025-W46", old, new).changed[0].items[0].changes] == ["Another."]


def test_judgements_are_made_changed_and_resolved() -> None:
    was = [{"date": "2025-11-11", "likelihood": "unlikely"}, {"date": "2025-12-01", "likelihood": "likely"}]
    judged = make.judgement(likelihood="very likely", horizon="2025-11", was=was, outcome=OUTCOME)
    brief = make.brief("b", date="2025-11-05", judgements=[judged, make.judgement("j2")])

    def told(name: str) -> dict[str, list[str]]:
        return {one.heading: [it.judgement.id for it in one.items] for one in read(name, brief).judgements}

    assert told("2025-W45") == {"Judgements made": ["j1", "j2"]}
    assert told("2025-W46") == {"Judgements changed": ["j1"]}
    assert told("2025-W47") == {"Judgements resolved": ["j1"]}
    [revised] = read("2025-W46", brief).judgements[0].items
    assert [one.likelihood.term for one in revised.was if one.likelihood] == ["unlikely"]


def test_events_stand_where_their_day_or_all_that_is_known_of_it_lies() -> None:
    dates = ("2025-11-04", "2025-11", "2025-11-04~", "2025", "2025-11-09/2025-11-11", "2025-10-31")
    events = [{"date": when, "title": when} for when in dates]
    article = make.article("a", date="2025-11-03", events=events)

    def told(name: str) -> set[str]:
        return {event.title for one in read(name, article).events for event in one.items}

    assert told("2025-11") == {"2025-11", "2025-11-04", "2025-11-09/2025-11-11"}
    assert told("2025-W45") == {"2025-11-04", "2025-11-09/2025-11-11"}


def test_what_comes_next_is_near() -> None:
    days = ("2025-11-09", "2025-11-10", "2025-12", "2028-01-01")
    article = make.article("a", date="2025-11-03", events=[{"date": day, "title": day} for day in days])

    assert [one.title for one in read("2025-W45", article).upcoming] == ["2025-11-10", "2025-12"]


def test_what_is_dated_ahead_is_no_news_yet() -> None:
    ahead = make.article("a", date="2025-11-21", updated="2025-12-01")

    assert addresses(ahead, today=date(2025, 11, 20)) == []
    assert addresses(ahead, today=date(2025, 11, 21)) == ["digests/2025-11/", "digests/2025-W47/"]


def test_drafts_of_the_preview_are_no_news() -> None:
    judged = [make.judgement(outcome=OUTCOME)]

    for status in ("draft", "review"):
        draft = make.brief("b", status=status, judgements=judged)
        assert [one for one in _preview(draft) if one.startswith("digests/20")] == []


def _preview(*documents: AnyDocument) -> Any:
    from dataclasses import replace

    return make.pages(make.content(*documents), settings=replace(make.SETTINGS, preview=True))


def test_a_withdrawn_document_says_so() -> None:
    page = read("2025-11", make.article("a", status="withdrawn", withdrawn_because="Wrong."))

    assert page.new[0].items[0].notice == "withdrawn"


def test_a_page_holds_so_many_of_a_sort_and_says_how_many_more_there_are() -> None:
    count = digest.MOST + 3
    articles = (make.article(f"a{number}", date="2025-11-03") for number in range(count))

    [listed] = read("2025-11", *articles).new

    assert (len(listed.items), listed.left, listed.count) == (digest.MOST, 3, count)
    assert listed.everything and listed.everything.address == "articles/"


def test_a_digest_leads_to_those_beside_it() -> None:
    documents = [
        make.article(f"a{place}", date=day)
        for place, day in enumerate(("2025-09-15", "2025-10-31", "2025-11-01", "2025-11-10"))
    ]

    week, month = read("2025-W44", *documents), read("2025-11", *documents)

    assert week.earlier and week.earlier.address == "digests/2025-W38/"
    assert week.later and week.later.address == "digests/2025-W46/"
    assert [one.address for one in week.beside] == ["digests/2025-10/", "digests/2025-11/"]
    assert month.earlier and month.earlier.address == "digests/2025-10/"
    assert month.later is None
    assert [one.address for one in month.beside] == ["digests/2025-W44/", "digests/2025-W46/"]


def test_all_digests_are_listed_by_year_and_the_home_page_leads_to_them() -> None:
    content = make.content(
        make.article("a", date="2024-12-31"),
        make.article("b", date="2025-11-03"),
        make.article("c", date="2025-11-04"),
    )

    listed, home = make.page(content, "digests/"), make.page(content, "")

    assert [
        (year.heading, [(line.link.label, line.documents) for line in (*year.months, *year.weeks)])
        for year in listed.years
    ] == [
        ("2025", [("Nov 2025", 2), ("Week 45 of 2025", 2), ("Week 1 of 2025", 1)]),
        ("2024", [("Dec 2024", 1)]),
    ]
    assert ("digests/", 4) in [(link.address, count) for link, count in home.ways_in]


def test_a_digest_is_marked_as_high_as_what_it_tells() -> None:
    judged = make.judgement(marking="TLP:AMBER", outcome=OUTCOME)
    content = make.content(
        make.brief("b", date="2025-11-05", judgements=[judged]), make.article("a", date="2025-10-01")
    )

    def marking(name: str) -> str:
        return str(make.page(content, f"digests/{name}/").head.marking.label)

    assert (marking("2025-11"), marking("2025-W47"), marking("2025-10")) == (
        "TLP:AMBER",
        "TLP:AMBER",
        "TLP:CLEAR",
    )
