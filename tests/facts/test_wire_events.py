"""Words for times, and the dates that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.wire import events

SATURDAY = date(2025, 11, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed it on Friday.", [("2025-10-31", "on Friday")]),
        ("Talks will resume on Monday.", [("2025-11-03", "on Monday")]),
        ("They agreed to meet on Friday.", [("2025-10-31?", "on Friday")]),
        ("Crews expect to reopen them Monday.", [("2025-11-03", "Monday")]),
        ("The fleet departs on Monday.", [("2025-11-03", "on Monday")]),
        ("The blast on Friday leaves five dead.", [("2025-10-31?", "on Friday")]),
        ("On September 16, the team arrived.", [("2025-09-16", "On September 16")]),
        ("It is scheduled for November 5.", [("2025-11-05", "November 5")]),
        ("He said last year it would end by 2030.", [("2024", "last year"), ("2030", "by 2030")]),
        ("It came two years ago and went yesterday.",
         [("2023~", "two years ago"), ("2025-10-31", "yesterday")]),
        ("Earlier this week, he left.", [("2025-10-27/2025-11-02", "Earlier this week")]),
        ("Sales rose in the first quarter of 2025.", [("2025-33", "the first quarter of 2025")]),
        ("It is to be held from November 20 to December 11.",
         [("2025-11-20/2025-12-11", "from November 20 to December 11")]),
        ("It ran between 2007 and 2010, and in June 2015.",
         [("2007/2010", "between 2007 and 2010"), ("2015-06", "in June 2015")]),
        ("It is to come around 2030.", [("2030~", "around 2030")]),
        ("In the 1990s it was so.", [("199X", "In the 1990s")]),
        ("It rained on 29 February.", [("2024-02-29", "on 29 February")]),
        ("It was signed on 31/10/2025, not on 05/06/2025.", [("2025-10-31", "on 31/10/2025")]),
        ("The Sunday Times may march in fiscal 2024 with 2012 people.", []),
        ("Black Friday sales fell.", []),
    ],
)  # fmt: skip
def test_a_date_is_told_with_its_words(text: str, expected: list[tuple[str, str]]) -> None:
    found = events.find([text], SATURDAY).events

    assert [(event.date, event.words) for event in found] == expected


def test_without_a_day_to_count_from_relative_dates_stay_open() -> None:
    found = events.find(["He said on Friday, as in 2015 and on May 3, 2016, that it ends next year."], None)

    assert [event.date for event in found.events] == ["2015", "2016-05-03"]
    assert found.untold == ("on Friday", "next year")
