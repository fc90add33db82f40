"""Ids of new documents: from the title, in Latin letters, free, and never a name that is reserved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import slug
from briefing.model.ref import ID_LIMIT, RESERVED, Kind, is_id
from briefing.scaffold import ids


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("What was agreed, and what it binds", "what-was-agreed-and-what-it-binds"),
        ("India’s ports & the sea", "indias-ports-and-the-sea"),
        ("Łódź, Straße, Århus, Çeşme, Ñandú", "lodz-strasse-arhus-cesme-nandu"),
        ("S-400: part 2", "s-400-part-2"),
        ("1984", "brief-1984"),
        ("Договор", ""),
        ("S-400 и Индия", ""),
        ("?!", ""),
    ],
)
def test_an_id_is_the_title_in_small_latin_letters(title: str, id_: str) -> None:
    assert ids.from_title(title, Kind.BRIEF) == id_


def test_a_long_title_is_cut_between_two_words() -> None:
    id_ = ids.from_title("harbour " * 20, Kind.BRIEF)

    assert id_ == "-".join(["harbour"] * 10)
    assert len(id_) <= ID_LIMIT


def test_a_taken_or_reserved_id_is_followed_by_a_number() -> None:
    assert slug.free("harbour", {"harbour", "harbour-2"}) == "harbour-3"
    assert slug.free("timeline", ()) == "timeline-2"
    assert slug.free("a" * ID_LIMIT, {"a" * ID_LIMIT}) == f"{'a' * (ID_LIMIT - 2)}-2"


@given(st.text(), st.sampled_from(Kind))
def test_whatever_the_title_its_id_is_an_id_or_nothing(title: str, kind: Kind) -> None:
    id_ = slug.free(ids.from_title(title, kind), ())

    assert not id_ or (is_id(id_) and id_ not in RESERVED)
