"""Advice on texts: unknown names, surnames of several people, dates without an event; how to do without."""

from __future__ import annotations

from datetime import date

import pytest

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.pipeline import Input
from briefing.prose import advice

MATTER = "title: Talks\nsummary: Two days.\ndate: 2025-11-03\ntopics: [trade]\nsources: [{title: A}]\n"
PROFILES = {
    "docs/topics/trade.md": "name: Trade\n",
    "docs/actors/india.md": "name: India\ntype: country\n",
    "docs/actors/rajnath-singh.md": "name: Rajnath Singh\ntype: person\n"
    "roles: [{title: Minister, of: india, from: 2019-05-31}]\n",
    "docs/actors/manmohan-singh.md": "name: Manmohan Singh\ntype: person\n",
    "docs/actors/pete-hegseth.md": "name: Pete Hegseth\ntype: person\n",
    "docs/agreements/pact.md": "name: Port pact\nsigned: 2024-08\n",
}


def advised(body: str, more: str = "") -> list[tuple[str, str]]:
    """Codes of the advice on an article, with the words that it is on."""
    files = {uri: f"---\n{matter}---\n" for uri, matter in PROFILES.items()}
    files["docs/articles/talks.md"] = f"---\n{MATTER}{more}---\n{body}\n"
    sources = tuple(Source(SrcUri(uri), text) for uri, text in sorted(files.items()))
    given = Input(sources, frozenset(), (), Settings(), "Desk", date(2025, 12, 1))
    checks = pipeline.check(given, Converter((), {}))
    assert not [one for one in checks.problems if one.is_error]
    found = advice.of(checks.content, checks.converted, checks.texts, lambda uri: True)
    return [(one.code, one.message.split("“")[1].split("”")[0]) for one in found]


def test_a_name_that_no_profile_has_is_told() -> None:
    assert advised("India met Sergei Lavrov.") == [("B621", "Sergei Lavrov")]


@pytest.mark.parametrize(
    "body",
    [
        "They met [[rajnath-singh|Raksha Mantri]] in the morning.",
        "They met the [[rajnath-singh|*Raksha* Mantri]]\nand India, [[india|Bharat Ganarajya]] then.",
        "Later[^1] they met[^1] [Raksha Mantri](../actors/rajnath-singh.md) there.\n\n[^1]: So it was.",
    ],
)
def test_what_links_by_hand_say_of_a_profile_is_no_unknown_name(body: str) -> None:
    assert advised(body) == []


def test_what_links_by_hand_say_of_other_things_may_be_an_unknown_name() -> None:
    assert advised("They met [Sergei Lavrov](https://example.org) and went.") == [("B621", "Sergei Lavrov")]
    assert advised("[[rajnath-singh|Raksha Mantri]] met Wang Yi.") == [("B621", "Wang Yi")]


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ("India sent Minister Rajnath Sing there.", "Rajnath Sing"),
        ("The Indian Minister Rajnaht Singh went.", "Rajnaht Singh"),
        ("Indai sent a letter.", "Indai"),
        ("“Indai” is wrong.", "Indai"),
        ("They like India. Rajnat Singh’s letter came.", "Rajnat Singh"),
        ("India’s Pete Hegset.", "Pete Hegset"),
    ],
)
def test_a_name_that_is_one_letter_from_a_known_one_is_told_wherever_it_stands(body: str, slip: str) -> None:
    assert [words for code, words in advised(body) if code == "B621"] == [slip]


@pytest.mark.parametrize("body", ["Indian letters came.", "Indias met.", "Trades went on.", "Singh spoke."])
def test_what_is_made_of_a_known_name_is_no_slip(body: str) -> None:
    assert "B621" not in [code for code, _ in advised(body)]


def test_places_of_events_and_what_countries_are_called_after_are_no_unknown_names() -> None:
    event = "events: [{date: 2025-11-01, title: Talks, place: 'Kuala Lumpur, Malaysia'}]\n"

    assert advised("The Indian side met them in Kuala Lumpur, Malaysia.", event) == []


def test_a_surname_of_two_people_is_told_where_neither_or_both_are_named() -> None:
    assert advised("They met Singh.") == [("B622", "Singh")]
    assert advised("Rajnath Singh and Manmohan Singh met; Singh spoke.") == [("B622", "Singh")]


@pytest.mark.parametrize(
    "body",
    [
        "Rajnath Singh met them. Singh’s words were few.",
        "[[rajnath-singh|Singh]] met them.",
        "They met Hegseth.",
    ],
)
def test_a_surname_that_can_mean_one_alone_is_not_told(body: str) -> None:
    assert "B622" not in [code for code, _ in advised(body)]


def test_a_date_that_no_event_carries_is_told() -> None:
    assert advised("They met on 2 October 2025.") == [("B623", "on 2 October 2025")]


@pytest.mark.parametrize(
    "body",
    [
        "They met on 31 October 2025.",
        "They met in October 2025.",
        "It was signed in August 2024.",
        "He came to office on 31 May 2019.",
        "This was written on 3 November 2025.",
        "It began in 1995.",
    ],
)
def test_a_date_that_agrees_with_one_that_is_carried_is_not_told(body: str) -> None:
    assert advised(body, "events: [{date: 2025-10-31, title: Talks}]\n") == []


def test_what_is_unchecked_for_a_reason_is_not_told() -> None:
    body = "Sergei Lavrov and Wang Yi met Singh on 2 October 2025."

    some = advised(body, "unchecked:\n  - {check: names, because: A guest, words: [Wang Yi]}\n")
    none = advised(
        body,
        "unchecked:\n"
        "  - {check: names, because: Guests}\n"
        "  - {check: surnames, because: Said so in the source}\n"
        "  - {check: dates, because: Told elsewhere}\n",
    )

    assert some == [("B621", "Sergei Lavrov"), ("B622", "Singh"), ("B623", "on 2 October 2025")]
    assert none == []


def test_what_is_unchecked_without_a_reason_is_an_error() -> None:
    with pytest.raises(AssertionError):
        advised("They met.", "unchecked: [{check: names}]\n")
