"""What the picture above a timeline is given: spans of days, whose events they are, and no more than fit."""

import json
from datetime import date
from typing import Any

import pytest

import editions
import make
from briefing.model import edtf
from briefing.views.pictures import timeline_picture
from briefing.views.shapes.drawn import PictureShown, Span

FILL = ("2001", "2002", "2003")
"""Enough for a picture."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def told(*events: dict[str, Any]) -> Any:
    filling = [{"date": year, "title": f"In {year}"} for year in FILL]
    return make.article("a", events=[*filling, *({"title": "Met"} | event for event in events)])


def picture(*documents: Any, address: str = "timeline/", **settings: Any) -> PictureShown:
    found = make.page(make.content(*documents), address, **settings).picture
    assert isinstance(found, PictureShown)
    return found


@pytest.mark.parametrize(
    ("text", "reach", "core"),
    [
        ("2024-08-22", ("2024-08-22", "2024-08-22"), ("2024-08-22", "2024-08-22")),
        ("2024-08", ("2024-08-01", "2024-08-31"), ("2024-08-01", "2024-08-31")),
        ("2024-33", ("2024-01-01", "2024-03-31"), ("2024-01-01", "2024-03-31")),
        ("2024?", ("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-12-31")),
        ("2012~", ("2011-01-01", "2013-12-31"), ("2012-01-01", "2012-12-31")),
        ("2024-02-29~", ("2024-02-28", "2024-03-01"), ("2024-02-29", "2024-02-29")),
        ("2024-02-03/2024-02-05", ("2024-02-03", "2024-02-05"), ("2024-02-03", "2024-02-05")),
        ("2014-11/2017-03", ("2014-11-01", "2017-03-31"), ("2014-11-30", "2017-03-01")),
        ("2014~/2017-03-02", ("2013-01-01", "2017-03-02"), ("2014-12-31", "2017-03-02")),
        ("2024-08/2024-08", ("2024-08-01", "2024-08-31"), ("2024-08-01", "2024-08-31")),
    ],
)
def test_a_date_reaches_over_its_days_and_is_sure_of_those_that_all_readings_share(
    text: str, reach: tuple[str, str], core: tuple[str, str]
) -> None:
    first, last = map(day, reach)
    start, end = map(day, core)

    assert timeline_picture.span(edtf.parse(text)) == Span((first, last), (start, end))


@pytest.mark.parametrize(
    ("text", "reach", "ends"),
    [
        ("2024-05-01/..", (day("2024-05-01"), None), ("", "open")),
        ("2024-05-01/", (day("2024-05-01"), None), ("", "unknown")),
        ("../2024-05-01", (None, day("2024-05-01")), ("open", "")),
        ("/2024-05-01", (None, day("2024-05-01")), ("unknown", "")),
    ],
)
def test_an_end_without_a_date_gets_none(
    text: str, reach: tuple[date | None, date | None], ends: tuple[str, str]
) -> None:
    assert timeline_picture.span(edtf.parse(text)) == Span(reach, reach, ends)


def test_dates_in_dispute_reach_over_all_that_is_said() -> None:
    dates = [{"date": "2024-08-22"}, {"date": "2024-08-25"}]

    *_, drawn = picture(told({"date": "2024-08-22", "dates": dates})).events

    assert drawn.span == Span((day("2024-08-22"), day("2024-08-25")), (day("2024-08-22"), day("2024-08-22")))
    assert drawn.is_vague
    assert drawn.kinds == ("reported", "disputed")


def test_an_event_is_drawn_for_all_on_whose_pages_it_stands() -> None:
    edition = editions.edition(
        told({"id": "talks", "date": "2025", "actors": ["ann"], "agreements": ["pact"], "topics": ["oil"]}),
        make.actor("ann"),
        make.actor("bob", events=[{"date": "2004", "title": "Born"}]),
        make.agreement("pact", signed="2024-08"),
        make.topic("trade"),
        make.topic("oil", broader=["trade"]),
    )  # fmt: skip
    found = timeline_picture.picture(edition, edition.graph.events.all)

    assert found is not None
    for subject in found.subjects:
        drawn = [one.id for one in found.events if subject in one.subjects]
        assert drawn == [one.key for one in edition.graph.events.of[make.ref(subject.address.rstrip("/"))]]
    assert [link.address for link in found.subjects] == [
        "actors/ann/", "actors/bob/", "agreements/pact/", "topics/oil/", "topics/trade/",
    ]  # fmt: skip


def test_what_is_ahead_or_vague_says_so() -> None:
    drawn = picture(told({"date": "2025-11-21"}, {"date": "2025-11", "basis": "expected"})).events

    assert [(one.words, one.is_vague, one.is_ahead) for one in drawn[3:]] == [
        ("Nov 2025", True, True),
        ("21 Nov 2025", False, True),
    ]


def test_the_data_say_all_this_and_leave_out_what_is_empty() -> None:
    found = picture(
        told({"id": "met", "date": "2012~", "place": "Rome", "actors": ["ann"]}),
        make.actor("ann", name="Ann"),
    )

    data = json.loads(found.data)

    assert (data["today"], data["subjects"], data["counted"]) == ("2025-11-20", [["actors/ann", "Ann"]], [])
    assert data["events"][0].keys() == {
        "id", "title", "words", "address", "reach", "marking", "kinds", "vague",
    }  # fmt: skip
    assert data["events"][3] == {
        "id": "met",
        "title": "Met",
        "words": "about 2012",
        "address": "timeline/2012/#br-event-met",
        "reach": ["2011-01-01", "2013-12-31"],
        "core": ["2012-01-01", "2012-12-31"],
        "place": "Rome",
        "kinds": ["reported"],
        "of": [0],
        "vague": True,
        "marking": "TLP:CLEAR",
    }


def test_the_title_says_how_much_is_shown_of_when() -> None:
    assert picture(told({"date": "2035"})).title == "4 events, 2001 to 2035"
    assert picture(told(*[{"date": "2004"}] * 3), address="timeline/2004/").title == "3 events of 2004"


def test_fewer_events_than_make_a_picture_have_none_and_load_nothing() -> None:
    page = make.page(make.content(told()), "timeline/2001/")

    assert page.picture is None
    assert page.head.scripts == ()
    assert make.page(make.content(told()), "timeline/").head.scripts == timeline_picture.SCRIPTS


def test_years_before_the_latest_are_counted_and_the_picture_stays_small() -> None:
    events = [{"date": str(year), "title": str(n)} for year in (2011, 2012, 2013) for n in range(400)]

    found = picture(told(*events))

    assert {one.words for one in found.events} == {"2012", "2013"}
    assert len(found.events) == 800
    assert [(link.address, count) for link, count in found.counted] == [
        ("timeline/2001/", 1), ("timeline/2002/", 1), ("timeline/2003/", 1), ("timeline/2011/", 400),
    ]  # fmt: skip
    assert found.title == "1,203 events, 2001 to 2013"


def test_the_page_is_marked_by_what_its_picture_shows() -> None:
    events = [{"date": str(year), "title": str(n)} for year in (2012, 2013) for n in range(300)]
    secret = {"date": "2012", "title": "Secret", "marking": "TLP:GREEN"}
    content = make.content(told(*events, secret))

    page = make.page(content, "timeline/")

    assert [group.heading for group in page.years] == ["2013"]
    assert page.head.marking.label == "TLP:GREEN"
