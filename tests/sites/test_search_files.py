"""The files of search in built sites."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import site_builds
from briefing.edge.mkdocs import site_search

pytestmark = pytest.mark.site


def many(root: Path, number: int) -> Path:
    for at in range(number):
        path = root / f"docs/topics/topic-{at}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nname: Harbour number {at}\n---\n", encoding="utf-8")
    return root


def test_every_file_that_the_directory_names_is_there_and_no_other(dossier: Path) -> None:
    directory = json.loads((dossier / "search/directory.json").read_text(encoding="utf-8"))

    named = {f"{folder}/{name}.json" for folder in ("words", "terms") for _, name in directory[folder]}
    named |= {f"{folder}/{name}.json" for folder in ("cards", "texts") for name in directory[folder]["files"]}
    there = {path.relative_to(dossier / "search").as_posix() for path in (dossier / "search").rglob("*.*")}
    assert there == named | {"directory.json", "search_index.json"}


def test_a_small_site_also_has_all_entries_in_the_plugin_s_file(dossier: Path) -> None:
    found = json.loads((dossier / "search/search_index.json").read_text(encoding="utf-8"))

    assert "actors/s-jaishankar/" in {entry["location"] for entry in found["docs"]}


def test_pages_of_a_large_site_load_no_entries(tmp_path: Path) -> None:
    site = site_builds.build(tmp_path / "site", root=many(tmp_path / "root", site_search.FEW))

    found = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert found["docs"] == []
    assert found["config"]["separator"]
    assert sum(path.stat().st_size for path in (site / "search/cards").iterdir()) > 10_000
