"""Every case of a problem is found where the case says, and every rule has a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import case
from briefing.edge.content.assemble import check
from briefing.model.codes import RULES

CASES = sorted((Path(__file__).parent / "problems").glob("*.txt"))
ADVICE = frozenset({"B621", "B622", "B623"})
"""Rules that speak only where they are asked: tests/facts/test_prose.py."""
ELSEWHERE = ADVICE | {"B101", "B111", "B116", "B117", "B504", "B605", "B711", "B712"}
"""Rules whose breach is no text of one root: bytes, names, sizes, overlays, what was; tested elsewhere."""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_problems_of_a_case_are_those_it_expects(path: Path, tmp_path: Path) -> None:
    told = case.read(path)

    found = check(told.write(tmp_path), today=date(2025, 12, 1)).problems

    assert [f"{one.file}:{one.line} {one.code}" for one in found] == told.expected["problems"].splitlines()


def test_every_rule_has_a_case() -> None:
    assert RULES.keys() - ELSEWHERE == {path.name[:4] for path in CASES if path.name.startswith("B")}


def test_every_problem_says_what_to_do() -> None:
    assert all(rule.remedy and rule.why and rule.example for rule in RULES.values())
