"""What is asked before a costly search never hides what the search would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.convert import limits, removals, sections
from briefing.model.limits import LISTS

ADDRESS = re.compile(r' (href|src)="([^"]*)"')
TAGS = st.sampled_from(
    (' href="', ' src="', " src='", '"', ' class="', "=", " ", "href", "x", "<a", ">", "\n")
)
LINES = st.sampled_from((*"`~\\[!<>&*_^]:#=-+1.) \t\nah/?", "```", "<h1", "[^", "]:", "\n\n"))


@given(st.lists(TAGS).map("".join))
def test_addresses_are_found_by_their_sign(raw: str) -> None:
    found = [(one[1] or one[2], one[3]) for one in removals.ADDRESS.finditer(raw)]

    assert found == ADDRESS.findall(raw)


@given(st.lists(LINES).map("".join))
def test_no_more_is_found_of_anything_than_there_are_signs_and_a_first_line(body: str) -> None:
    for pattern, signs, _ in limits.COUNTED:
        assert len(pattern.findall(body)) <= sum(map(body.count, signs)) + 1


def test_lists_that_begin_on_one_line_are_told_where_it_begins() -> None:
    chain = "- " * (LISTS.most + 1)

    first, third = limits.excess(f"{chain}x"), limits.excess(f"a\n\n{chain}x")

    assert first and (first.line, first.column) == (1, 1)
    assert third and (third.line, third.column) == (3, 1)


def test_our_own_signs_stand_in_no_body() -> None:
    signs = "".join(map(chr, range(0x10FFDF, 0x10FFF2)))

    assert sections.without_signs(f"a{signs}b") == "a\U0010ffdf\U0010fff1b"
