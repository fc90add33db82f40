"""A finding points at the words that it is about."""

from __future__ import annotations

import pytest

from briefing.convert.places import Places


def test_words_as_they_are_written_come_before_the_same_in_other_letters() -> None:
    places = Places("See [[india]], and then [[India]], and [[India]].\n")

    assert [places.of(r"\[\[India") for _ in range(3)] == [(1, 25), (1, 40), (1, 25)]


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("Text.\n\n    code india\n\n    india\n\nThen india.\n", (7, 6)),
        ("Text.\n\n\tcode india\n\nThen india.\n", (5, 6)),
        ("    code india\n\nThen india.\n", (3, 6)),
        ("- They met.\n\n    Of india.\n\nThen india.\n", (3, 8)),
        ("- They met\nagain.\n\n    Of india.\n\nThen india.\n", (4, 8)),
        ("They met,\n    india too.\n\nThen india.\n", (2, 5)),
        ("[^1]:\n\n    Of india.\n\nThen india.\n", (3, 8)),
        ("They met.\n\n    Of india.\n", (3, 8)),
    ],
)
def test_words_in_indented_code_are_not_those_that_are_meant(body: str, at: tuple[int, int]) -> None:
    assert Places(body).find("india") == at


def test_words_in_other_letters_are_better_than_none() -> None:
    assert Places("See `INDIA`, then India.\n").find("india") == (1, 19)
