"""A finding points at the words that it is about."""

from __future__ import annotations

from briefing.convert.places import Places


def test_words_as_they_are_written_come_before_the_same_in_other_letters() -> None:
    places = Places("See [[india]], and then [[India]], and [[India]].\n")

    assert [places.of(r"\[\[India") for _ in range(3)] == [(1, 25), (1, 40), (1, 25)]


def test_words_in_other_letters_are_better_than_none() -> None:
    assert Places("See `INDIA`, then India.\n").find("india") == (1, 19)
