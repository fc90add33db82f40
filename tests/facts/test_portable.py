"""Published files have names that every system can keep."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from briefing.edge.content.assemble import check
from briefing.link import portable
from briefing.model.source import SrcUri


def told(*paths: str) -> list[tuple[str, str]]:
    found = portable.problems({SrcUri(f"docs/{path}"): path for path in paths})
    return [(one.file.removeprefix("docs/"), one.message) for one in found]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("assets/CON.json", "`CON.json` is the name of a device in Windows"),
        ("assets/nul.tar.json", "`nul.tar.json` is the name of a device in Windows"),
        ("assets/lpt1/a.json", "`lpt1` is the name of a device in Windows"),
        ("assets/a:b.json", "`a:b.json` holds :, which Windows forbids"),
        ("assets/what?.json", "`what?.json` holds ?, which Windows forbids"),
        ("assets/maps./a.json", "`maps.` ends in a dot or a blank, which Windows drops"),
        ("assets/maps /a.json", "`maps ` ends in a dot or a blank, which Windows drops"),
    ],
)
def test_a_name_that_windows_cannot_keep_is_told(path: str, why: str) -> None:
    assert told(path) == [(path, why)]


def test_names_that_differ_by_case_or_unicode_form_alone_are_told() -> None:
    assert [path for path, _ in told("assets/Map.png", "assets/map.png")] == ["assets/map.png"]
    assert len(told("assets/\u00e9.png", "assets/e\u0301.png")) == 1


def test_other_names_are_good() -> None:
    assert told("assets/console.json", "assets/.a b (2).json", "assets/lpt.png", "articles/map.png") == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such files cannot be made")
def test_files_that_are_published_and_pages_are_asked_for_their_names(tmp_path: Path) -> None:
    for name in ("assets/CON.json", "assets/a:b.json", "articles/nul.json", "about/aux.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("{}", encoding="utf-8")

    found = check(tmp_path, today=date(2025, 12, 1)).problems

    assert [one.file for one in found if one.code == "B120"] == [
        "docs/about/aux.md", "docs/assets/CON.json", "docs/assets/a:b.json"]  # fmt: skip
    assert not any(one.is_error for one in found)
