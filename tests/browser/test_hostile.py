"""What hostile authors write does not run, does not leave the page, and does not reach other hosts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import nasty
import site_builds
from briefing.edge.content.assemble import check
from hostile import hostile_root, visit

pytestmark = [pytest.mark.browser, pytest.mark.site]


def test_nothing_that_authors_write_runs_or_reaches_out(chromium: Browser, tmp_path: Path) -> None:
    site = site_builds.build(tmp_path / "site", root=hostile_root(tmp_path / "root"))

    ran, foreign = visit(chromium, site, "alert", "P1", "A1")

    assert ran == []
    assert foreign == []


def test_no_nasty_input_runs(chromium: Browser, tmp_path: Path) -> None:
    if not nasty.FOLDER.is_dir():
        pytest.skip("the shared corpora are not beside this project")
    root = tmp_path / "root"
    nasty.write_base(root)
    for file in sorted((nasty.FOLDER / "articles").glob("*.md")):
        nasty.write_article(root, file)
    for name in ("actors-alias-html", "actors-alias-markdown", "topics-name-html"):
        kind = name.split("-")[0]
        nasty.write_registry(
            root, kind, (nasty.FOLDER / "registries" / f"{name}.yml").read_text(encoding="utf-8")
        )
    for bad in {one.file for one in check(root).problems if one.is_error}:
        (root / bad).unlink()
    before = sorted(tmp_path.iterdir())

    site = site_builds.build(tmp_path / "site", root=root)

    assert sorted(one for one in tmp_path.iterdir() if not one.name.startswith(site.name)) == before
    ran, foreign = visit(chromium, site, "Rajnath", "Bold", "Star")
    assert ran == []
    assert foreign == []
