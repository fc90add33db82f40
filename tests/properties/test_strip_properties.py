"""Damaged files end in a result or a reason, never in an exception, and never in what they hide."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import papers
import pictures
from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import files
from briefing.strip.stripped import Stripped

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="a"><path d="M0 0h1"/></g></defs>'
    b'<use href="#a" style="fill:red"/><text x="1">a<tspan>b</tspan>c</text><title>t</title></svg>'
)
MADE: Mapping[str, bytes] = {
    **{name: make() for name, make in pictures.MADE.items()},
    "full.pdf": papers.full(),
    "over.pdf": papers.over(look=True),
    "layers.pdf": papers.layered(hidden=False),
    "map.svg": DRAWING,
    "data.json": b'{"a": [1, 2.5, null, "b"]}',
}


def check(name: str, data: bytes) -> None:
    found = files.strip(SrcUri(name), data)
    assert isinstance(found, Stripped | Refusal)
    assert not isinstance(found, Refusal) or found.reason


@pytest.mark.parametrize("name", MADE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(data=st.data())
def test_a_damaged_file_ends_in_a_result_or_a_reason(name: str, data: st.DataObject) -> None:
    held = bytearray(MADE[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(held) - 1))
        held[at] = data.draw(st.integers(0, 255))

    check(name, bytes(held))


@pytest.mark.parametrize("name", MADE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(data=st.data())
def test_a_file_with_a_part_cut_out_or_twice_ends_in_a_result_or_a_reason(
    name: str, data: st.DataObject
) -> None:
    held = MADE[name]
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(held)), st.integers(0, len(held)))))

    check(name, held[:start] + held[end:])
    check(name, held[:end] + held[start:])


@pytest.mark.parametrize("type_", files.BY_TYPE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(data=st.binary(max_size=400))
def test_chance_ends_in_a_result_or_a_reason(type_: str, data: bytes) -> None:
    check(f"a{type_}", data)
