"""The HTML checker finds what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

import html_checker

pytestmark = pytest.mark.skipif(bool(html_checker.why_not()), reason=html_checker.why_not())

PAGE = '<!DOCTYPE html><html lang="en"><head><title>One</title></head><body>{}</body></html>'


def test_a_sound_page_has_no_problem(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("<p>Fine.</p>"), encoding="utf-8")

    assert html_checker.check(tmp_path) == []


def test_a_duplicate_id_is_told_once_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/page.html").write_text(
        PAGE.format('\n<p id="x">1</p>\n<p id="x">2</p>'), encoding="utf-8"
    )

    assert html_checker.check(tmp_path) == ["a b/page.html:3: Duplicate ID “x”."]
