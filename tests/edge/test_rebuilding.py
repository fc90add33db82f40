"""What a preview of many documents does when the rest of its site has been built, or cannot be."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest

from briefing.edge import processes
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content.disk import FOLDERS
from briefing.edge.kept import stamps
from briefing.edge.preview.early import Early
from briefing.edge.preview.rebuilding import Rebuilding
from briefing.edge.preview.rest import Rest
from briefing.edge.tool import FILE
from briefing.model.source import Address

FIRST = Address("articles/first/")


class Ended(Rest):
    """A process that has ended, and has built a site or not."""

    waits = True
    is_built = True

    def switch(self) -> bool:
        return self.is_built


class NoRoom(Rest):
    """A process that the system has no room for."""

    def begin(self) -> None:
        raise OSError("no room")


class Unknown(Build):
    """A build of which nothing is known from the last one."""

    patch = None


def rebuilding(root: Path, other: Rest) -> Rebuilding:
    found = stamps.of_sources(root, FOLDERS, FILE)
    early = Early(root / "site", root / "early")
    early.add({FIRST: b"early"}, ())
    made = Unknown(root, (), root / "site", None, date(2025, 12, 1), preview=True)
    return Rebuilding(root, lambda: made, early, other, _asked_for=found)


@pytest.mark.parametrize("is_built", [True, False])
def test_early_pages_give_way_to_a_site_that_could_be_built_but_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_built: bool
) -> None:
    monkeypatch.setattr(Ended, "is_built", is_built)
    preview = rebuilding(tmp_path, Ended((), tmp_path, tmp_path))

    preview()

    assert (tmp_path / "early" / FIRST / "index.html").exists() is not is_built


def test_what_no_other_process_can_build_the_preview_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Build] = []
    monkeypatch.setattr(Rebuilding, "_show", lambda *given: True)
    monkeypatch.setattr(Rebuilding, "_build", lambda preview, made, *given: built.append(made))

    rebuilding(tmp_path, NoRoom((), tmp_path, tmp_path))()

    assert len(built) == 1


def test_a_preview_looks_for_dead_cycles_seldom_while_it_builds_a_site_and_as_before_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, while_it_builds = gc.get_threshold(), []

    def problems(build: Build) -> tuple[()]:
        while_it_builds.append(gc.get_threshold())
        raise CannotBuild("for want of content")

    monkeypatch.setattr(Build, "problems", property(problems))
    with pytest.raises(CannotBuild):
        rebuilding(tmp_path, Rest((), tmp_path, tmp_path))()

    assert while_it_builds == [processes.RARELY]
    assert gc.get_threshold() == before
