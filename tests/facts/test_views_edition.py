"""What is made once for an edition is known by what it is made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import editions
from briefing.model import edtf
from briefing.views.edition import Edition, once


def test_equal_words_are_the_same_words_and_equal_values_are_not_the_same_value() -> None:
    made: list[object] = []

    @once
    def noted(edition: Edition, *given: object) -> int:
        made.append(given)
        return len(made)

    edition, word, again = editions.edition(), "".join(["tra", "de"]), "".join(["tr", "ade"])
    one, other = ["trade"], ["trade"]

    assert word is not again
    assert [noted(edition, word), noted(edition, again)] == [1, 1]
    assert [noted(edition, one), noted(edition, other), noted(edition, one)] == [2, 3, 2]
    assert [noted(edition, one, word), noted(edition, one, again), noted(edition), noted(edition)] == [
        4,
        4,
        5,
        5,
    ]


def test_what_is_made_for_one_edition_serves_no_other() -> None:
    @once
    def name(edition: Edition) -> str:
        return edition.site_name + str(id(edition))

    first, second = editions.edition(), editions.edition()

    assert name(first) != name(second)
    assert name(first) is name(first)


def test_equal_dates_are_shown_by_one_value_until_the_day_or_the_language_is_another() -> None:
    edition, day = editions.edition(), date(2025, 11, 3)
    before = replace(edition, today=date(2025, 11, 2))
    elsewhere = replace(edition, settings=replace(edition.settings, language="de"))

    assert edition.when(edtf.parse("2025-11-03")) is edition.when(edtf.parse("2025-11-03"))
    assert edition.day(day) is edition.day(date(2025, 11, 3))
    assert before.when(edtf.parse("2025-11-03")).is_future
    assert before.day(day).is_future
    assert not edition.day(day).is_future
    assert elsewhere.day(day).words != edition.day(day).words
