"""Every case of the nasty corpus gets its verdict, with the words that tell an author what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import nasty
from briefing.edge.content.assemble import check
from briefing.model.problem import Problem

CASES = tuple(nasty.cases())
TODAY = date(2026, 1, 1)
STRICTER = {
    "articles/fm-anchor-merge.md": "error",
    "articles/link-confusers.md": "warning",
    "registries/actors-empty.yml": "ok",
}
"""Where our verdict is another than the corpus expects, and a decision says why."""
USUAL = "B707"
"""Articles of the corpus name no source; that warning is not what a case is about."""

pytestmark = pytest.mark.skipif(not CASES, reason="the shared corpora are not beside this project")


def verdict(problems: list[Problem]) -> str:
    return "error" if any(one.is_error for one in problems) else "warning" if problems else "ok"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_a_nasty_input_gets_its_verdict(case: nasty.Case, tmp_path: Path) -> None:
    problems = check(case.write(tmp_path), today=TODAY).problems

    found = [one for one in problems if one.code != USUAL and not one.file.endswith("good.md")]
    said = " ".join(f"{one.file} {one.message} {one.remedy}" for one in found).casefold()

    assert verdict(found) == STRICTER.get(case.file, case.expect)
    if found and case.expect != "ok":
        assert all(any(word.casefold() in said for word in group) for group in case.keywords), said


def test_all_nasty_inputs_in_one_root_are_all_reported(tmp_path: Path) -> None:
    nasty.write_base(tmp_path)
    for file in sorted((nasty.FOLDER / "articles").glob("*.md")):
        nasty.write_article(tmp_path, file)

    found = {one.file for one in check(tmp_path, today=TODAY).problems if one.is_error}

    expected = {
        f"docs/{case.file}"
        for case in CASES
        if STRICTER.get(case.file, case.expect) == "error" and case.file.startswith("articles/")
    }
    assert expected <= found
