"""Where marks stand: no label covers another, who belongs together is near, and it is always the same."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.views.pictures import lettering, placing

ROW, ACROSS = 26.0, 990.0
WIDTHS = st.lists(st.integers(30, 240).map(float), min_size=1, max_size=40)


def covering(points: list[placing.Point], widths: list[float]) -> list[tuple[int, int]]:
    """Pairs of boxes of which one covers a part of the other; a hair is none."""
    return [
        (i, j)
        for i, j in combinations(range(len(points)), 2)
        if abs(points[i][0] - points[j][0]) < (widths[i] + widths[j]) / 2 - 0.001
        and abs(points[i][1] - points[j][1]) < ROW - 0.001
    ]


@given(WIDTHS, st.data())
def test_no_box_covers_another_and_none_stands_out(widths: list[float], data: st.DataObject) -> None:
    pairs = list(combinations(range(len(widths)), 2))
    joined = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=80)) if pairs else []
    lengths = {pair: data.draw(st.floats(0.4, 1.4)) for pair in joined}

    points = placing.spread(widths, ROW, lengths, ACROSS)

    assert covering(points, widths) == []
    assert all(
        width / 2 - 0.001 <= x <= ACROSS - width / 2 + 0.001
        for (x, _), width in zip(points, widths, strict=True)
    )
    assert min(y for _, y in points) == pytest.approx(ROW / 2)
    assert points == placing.spread(widths, ROW, lengths, ACROSS)


def test_eighty_wide_labels_have_room() -> None:
    widths = [220.0] * 80

    points = placing.spread(widths, ROW, {(0, i): 0.5 for i in range(1, 80)}, ACROSS)

    assert covering(points, widths) == []
    assert max(y for _, y in points) < 3_000


def test_those_that_are_joined_stand_together() -> None:
    """Two circles of friends, each joined within."""
    circles = (range(6), range(6, 12))
    lengths = {pair: 0.5 for circle in circles for pair in combinations(circle, 2)}

    points = placing.spread([80.0] * 12, ROW, lengths, ACROSS)

    def mean(pairs: list[tuple[int, int]]) -> float:
        return sum(dist(points[i], points[j]) for i, j in pairs) / len(pairs)

    assert mean(list(lengths)) < mean([(i, j) for i in circles[0] for j in circles[1]]) / 2


@pytest.mark.parametrize("number", [1, 2, 3, 7, 24])
def test_places_around_a_middle_go_clockwise_a_row_each(number: int) -> None:
    places = placing.around(number, 26, 124)
    right, left = [one for one in places if one[0] > 0], [one for one in places if one[0] < 0]

    assert len(set(places)) == len(right) + len(left) == number
    assert len(right) - len(left) in (0, 1)
    assert places == (*sorted(right, key=lambda one: one[1]), *sorted(left, key=lambda one: -one[1]))
    assert all(after[1] - before[1] == 26 for side in (right, left[::-1]) for before, after in pairwise(side))


def test_a_label_is_cut_where_its_room_ends() -> None:
    cut = lettering.fit("Ministry of Defence of the Republic of India", 150, 15)

    assert cut.startswith("Ministry of")
    assert cut.endswith("…")
    assert lettering.width(cut, 15) <= 150
    assert lettering.fit("India", 150, 15) == "India"


def test_marks_on_letters_take_no_room_and_chinese_takes_more() -> None:
    assert lettering.width("e\u0301", 15) == lettering.width("e", 15)
    assert lettering.width("中国", 15) == 30
