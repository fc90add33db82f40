"""What is made once for an edition is known by what it is made from."""

from __future__ import annotations

import editions
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
