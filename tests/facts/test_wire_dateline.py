"""Datelines: what they say, and what only looks like one."""

from __future__ import annotations

import pytest

from briefing.wire import dateline


@pytest.mark.parametrize(
    ("text", "place", "day", "agency", "rest"),
    [
        ("NEW DELHI, Nov 1 (Reuters) - India said", "New Delhi", "Nov 1", "Reuters", "India said"),
        ("New Delhi, Nov. 1 -- Ministers met", "New Delhi", "Nov. 1", None, "Ministers met"),
        ("    SALVADOR, Feb 26 - Showers fell", "Salvador", "Feb 26", None, "Showers fell"),
        ("WASHINGTON, APRIL 7 - The talks", "Washington", "APRIL 7", None, "The talks"),
        ("WASHINGTON (Sept. 6, 2007) - The bill", "Washington", "Sept. 6, 2007", None, "The bill"),
        ("GENEVA (1 November 2025) – Experts met", "Geneva", "1 November 2025", None, "Experts met"),
        ("KUALA LUMPUR: The two ministers met", "Kuala Lumpur", None, None, "The two ministers met"),
        ("WASHINGTON (AP) — He said", "Washington", None, "AP", "He said"),
        ("WASHINGTON, DC-Today, the vote", "Washington", None, None, "Today, the vote"),
        ("Washington D.C. -- The group -- all", "Washington", None, None, "The group -- all"),
        ("ST. LOUIS, Mo., March 2 - Shares rose", "St. Louis", "March 2", None, "Shares rose"),
        ("PORT-AU-PRINCE, Haiti (AP) _ Gangs", "Port-au-Prince", None, "AP", "Gangs"),
        ("RIO DE JANEIRO, May 3 - Rain fell", "Rio de Janeiro", "May 3", None, "Rain fell"),
        ("PARIS/BERLIN, Nov 1 (Reuters) - Both", "Paris/Berlin", "Nov 1", "Reuters", "Both"),
        ("MOSCOW, November 1. /TASS/. Russia", "Moscow", "November 1", "TASS", "Russia"),
        ("MOSCOW. Nov 1 (Interfax) - Russia", "Moscow", "Nov 1", "Interfax", "Russia"),
        ("New Delhi [India], November 1 (ANI): It", "New Delhi", "November 1", "ANI", "It"),
        ("New Delhi, Nov 1 (IANS) The House", "New Delhi", "Nov 1", "IANS", "The House"),
        ("SAN FRANCISCO--(BUSINESS WIRE)--It is", "San Francisco", None, "Business Wire", "It is"),
        ("NEW YORK, Nov. 1, 2025 /PRNewswire/ -- It", "New York", "Nov. 1, 2025", "PRNewswire", "It"),
        ("Nov 1 (Reuters) - Oil rose", None, "Nov 1", "Reuters", "Oil rose"),
        ("HOUSTON, March 3 - <NCPA.S> rose", "Houston", "March 3", None, "<NCPA.S> rose"),
    ],
)
def test_a_dateline_says_where_when_and_by_whom(
    text: str, place: str | None, day: str | None, agency: str | None, rest: str
) -> None:
    found = dateline.find(text)

    assert found is not None
    assert (found.place, found.written and found.written.words, found.agency) == (place, day, agency)
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "BIDEN-BROWNBACK Measure Calling for a Federal Iraq",
        "EXCLUSIVE - India signs a pact",
        "India, US sign pact: Minister says",
        "Casey goes to Washington – early",
        "Defence ministers - both - signed",
        "JAPAN/U.S. - TRADE TALKS RESUME",
        "Senator John Smith (D-DE) - today",
        "An example of eczema. Image: Jambula.",
    ],
)
def test_a_title_is_no_dateline(text: str) -> None:
    assert dateline.find(text) is None


def test_a_speaker_in_capitals_is_at_most_a_weak_dateline() -> None:
    found = dateline.find("BIDEN: Annapolis Conference Offers Hope")

    assert found is not None
    assert found.strength is dateline.Strength.WEAK
