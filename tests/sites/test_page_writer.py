"""Pages that are written into shells are those that the theme would have made, by however many processes."""

from __future__ import annotations

import pickle
import re
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

import site_builds
from briefing.edge import processes
from briefing.edge.content import assemble
from briefing.edge.mkdocs import page_writer, running
from briefing.edge.mkdocs.page_writer import Stage, Written
from briefing.edge.tool import TOOL
from briefing.pages.manifest import PAGE
from briefing.pages.shell import Slot

pytestmark = pytest.mark.site

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
TODAY = date.fromisoformat(site_builds.TODAY)


def built(folder: Path) -> dict[str, str]:
    folder.mkdir()
    running.run(assemble.check(TOOL, today=TODAY), folder)
    return dict(site_builds.digests(folder))


def test_pages_are_the_same_whoever_builds_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = built(tmp_path / "ours")
    monkeypatch.setattr(page_writer, "LEAVE_PAGES_ALONE", frozenset())

    assert built(tmp_path / "theirs") == ours
    assert sum(name.endswith(".html") for name in ours) > 50


def test_a_plugin_that_nobody_knows_has_all_pages_built_by_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    shares = page_writer.shares

    def noting(config: MkDocsConfig) -> list[Callable[[], Written]]:
        left.append(len(page_writer.stage(config).waiting))
        return shares(config)

    monkeypatch.setattr(page_writer, "shares", noting)
    monkeypatch.setattr(page_writer, "LEAVE_PAGES_ALONE", frozenset(("search", "hooks/on_config.py")))
    built(tmp_path / "site")

    assert left == [0]


def test_what_pages_were_made_of_is_not_held_when_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    ran = running.run(assemble.check(TOOL, today=TODAY), tmp_path / "site", keeps=True)

    kept = [ran.stage.of(one.kept) for one in ran.stage.written.values() if one.kept]
    assert len(kept) == len(ran.stage.written) > 100
    assert all(pickle.loads(filling).said[Slot.TITLE] for filling, _ in kept)
    assert all(pickle.loads(shown).head for _, shown in kept)
    assert not ran.stage.pages


def test_a_build_that_no_other_begins_from_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    ran = running.run(assemble.check(TOOL, today=TODAY), tmp_path / "site")

    assert len(ran.stage.written) > 100
    assert not ran.stage.shelves
    assert not any(one.kept for one in ran.stage.written.values())


@pytest.mark.skipif(not processes.FORKS, reason="here one process does all the work")
def test_pages_are_the_same_by_however_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # pytest's own thread only waits
    monkeypatch.setattr(processes, "cores", lambda: 1)
    alone = built(tmp_path / "alone")
    monkeypatch.setattr(processes, "cores", lambda: 3)
    monkeypatch.setattr(processes, "FEWEST", 5)

    assert built(tmp_path / "shared") == alone


@pytest.mark.skipif(not processes.FORKS, reason="here one process does all the work")
def test_the_next_build_is_told_the_same_by_however_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(processes, "FEWEST", 5)

    def stage(cores: int) -> Stage:
        monkeypatch.setattr(processes, "cores", lambda: cores)
        (tmp_path / str(cores)).mkdir()
        return running.run(assemble.check(TOOL, today=TODAY), tmp_path / str(cores), keeps=True).stage

    one, several = stage(1), stage(3)

    assert told(one) == told(several)
    assert (one.shells, one.listed, one.search) == (several.shells, several.listed, several.search)
    assert one.samples.keys() == several.samples.keys()
    assert one.renderer.compiled.codes.keys() == several.renderer.compiled.codes.keys()


def told(stage: Stage) -> dict[str, object]:
    """What is kept of each page."""
    return {
        name: (one.sum, one.digest, stage.of(one.kept)) for name, one in stage.written.items() if one.kept
    }


def test_the_sitemap_names_pages_by_their_own_addresses(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    ran = running.run(assemble.check(TOOL, today=TODAY), tmp_path / "site", url="https://example.org/x")
    pages = (path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob(PAGE))

    assert sorted(one[1] for page in pages if (one := CANONICAL.search(page))) == ran.canonical_urls


@pytest.mark.skipif(not processes.FORKS, reason="here one process does all the work")
def test_what_goes_wrong_in_another_process_goes_wrong_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(processes, "cores", lambda: 2)

    def work(part: object) -> None:
        raise FileNotFoundError("no such template")

    with pytest.raises(FileNotFoundError, match="no such template"):
        processes.spread(lambda part: work(part) if 1 in part else None, range(processes.FEWEST * 2))
