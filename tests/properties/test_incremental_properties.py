"""A site that was built again and again is, byte for byte, the one that a clean build gives."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import site_builds
from briefing.edge import last_build, made_by, memory, stamps, touched
from briefing.edge.building import Build, CannotBuild
from briefing.edge.made_by import Asked, Look, MadeBy
from briefing.edge.reuse import Reuse
from briefing.edge.touched import Patch
from edited import EDITS, Step, cut_kept, spoil_kept, touch, words, write

pytestmark = pytest.mark.site

TODAY = date(2025, 12, 1)
LOOK = "look"


def look(root: Path, chance: random.Random) -> None:
    """Another style or template, as far as builds can tell; `test_redraw.py` has real ones."""
    (root.parent / LOOK).write_text(f"{chance.randrange(9)}", encoding="utf-8")


ALL_EDITS = (*EDITS, look, look)


class Stopped(OSError):
    """A full disk, in the middle of a build."""


def stop(folder: Path) -> None:
    (folder / "index.html").unlink()
    raise Stopped


def spoil_site(site: Path, chance: random.Random) -> None:
    """Somebody changes a file of the site by hand."""
    (site / "feed.xml").write_text("changed", encoding="utf-8")


def built(root: Path, out: Path, *, preview: bool) -> tuple[list[str], dict[str, str] | None]:
    """What a build says, and the site that it makes; nothing where it is stopped."""
    build = Build(root, (), out, None, TODAY, preview=preview)
    problems = [str(one) for one in build.problems]
    if build.is_stopped:
        return problems, None
    build.run(lambda folder: None)
    return problems, dict(site_builds.digests(out))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(last_build, "FOLDER", tmp_path / "kept" / "builds")
    monkeypatch.setattr(memory, "FOLDER", tmp_path / "kept" / "converted")
    monkeypatch.setattr(memory, "FEWEST", 1)
    monkeypatch.setattr(memory, "FEWEST_OTHERS", 1)
    monkeypatch.setattr(stamps, "COARSEST", 0)  # a build takes longer than a tick of the clock here
    monkeypatch.setattr(made_by, "of", by_look(made_by.of))
    return tmp_path / "kept"


def by_look(real: Callable[[Asked], MadeBy]) -> Callable[[Asked], MadeBy]:
    """What a site depends on, the look that `look` has chosen too."""

    def of(asked: Asked) -> MadeBy:
        by, chosen = real(asked), Path(asked.root).with_name(LOOK)
        frame = chosen.read_bytes() if chosen.exists() else b""
        bodies = frame if frame > b"4" else b""
        return by._replace(look=Look(by.look.bodies + bodies, by.look.frame + frame))

    return of


def rounds(folder: Path, kept: Path, chance: random.Random, count: int, *, preview: bool) -> int:
    """Edit, spoil, stop, and hold each site against a clean one; how many there were."""
    root, out = write(folder / "root"), folder / "site"
    built(root, out, preview=preview)
    compared = 0
    for number in range(count):
        for edit in chance.choices(ALL_EDITS, k=chance.choice([1, 1, 1, 2])):
            edit(root, chance)
        fate = chance.random()
        if fate < 0.1:
            spoil_site(out, chance)
        elif fate < 0.2:
            spoil_kept(kept, chance)
        elif fate < 0.25:
            cut_kept(kept, chance)
        elif fate < 0.35:
            before = dict(site_builds.digests(out))
            stopped = Build(root, (), out, None, TODAY, preview=preview)
            if not stopped.is_stopped:
                with suppress(Stopped, CannotBuild):  # nothing is finished where nothing has changed
                    stopped.run(stop)
            assert dict(site_builds.digests(out)) == before, "a failed build leaves the last site"
        told, site = built(root, out, preview=preview)
        clean_told, clean = built(root, folder / f"clean{number}", preview=preview)
        assert told == clean_told
        assert site == clean, f"round {number}"
        compared += site is not None
    return compared


@pytest.mark.parametrize("preview", [False, True])
def test_any_edits_lead_to_the_site_of_a_clean_build(tmp_path: Path, kept: Path, preview: bool) -> None:
    assert rounds(tmp_path, kept, random.Random(7 + preview), 5, preview=preview) > 0


@pytest.mark.long
@settings(max_examples=20)
@given(seed=st.integers(0, 2**32))
def test_so_do_many_more(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("rounds")
        patch.setattr(last_build, "FOLDER", folder / "kept" / "builds")
        patch.setattr(memory, "FOLDER", folder / "kept" / "converted")
        patch.setattr(memory, "FEWEST", 1)
        patch.setattr(memory, "FEWEST_OTHERS", 1)
        patch.setattr(stamps, "COARSEST", 0)
        patch.setattr(made_by, "of", by_look(made_by.of))
        rounds(folder, folder / "kept", random.Random(seed), 12, preview=bool(seed % 2))


@pytest.fixture
def patches(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build was a patch."""
    found: list[bool] = []
    real = touched.patch

    def noting(root: Path, site: Reuse) -> Patch | None:
        made = real(root, site)
        found.append(made is not None)
        return made

    monkeypatch.setattr(touched, "patch", noting)
    return found


def test_a_text_that_nobody_else_shows_is_a_patch(tmp_path: Path, kept: Path, patches: list[bool]) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    for number in range(3):
        path = root / "docs/articles/a1.md"
        path.write_text(
            path.read_text(encoding="utf-8") + f"\nAnd {number} more harbours.\n", encoding="utf-8"
        )
        _, site = built(root, out, preview=False)
        _, clean = built(root, tmp_path / f"clean{number}", preview=False)

        assert site == clean
        assert f"And {number} more harbours" in (out / "articles/a1/index.html").read_text(encoding="utf-8")

    assert patches == [True] * 3


def test_so_is_that_of_a_brief(tmp_path: Path, kept: Path, patches: list[bool]) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    path = root / "briefs/b8.md"
    more = "\n## More\n\nHarbours, and [a link](https://example.org/x).[^2]\n\n[^2]: A note.\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")

    assert built(root, out, preview=False) == built(root, tmp_path / "clean", preview=False)
    assert patches == [True]


def test_a_draft_with_warnings_is_a_patch_in_the_preview(
    tmp_path: Path, kept: Path, patches: list[bool]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    draft = root / "docs/articles/a1.md"
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("authors:", "status: draft\nauthors:"), "utf-8"
    )
    matter = draft.read_text(encoding="utf-8").rpartition("---\n")[0] + "---\n"
    draft.write_text(f"{matter}Write: the account.\n", encoding="utf-8")
    first, _ = built(root, out, preview=True)
    for number, said in enumerate(("Talks.\n\nWrite: the rest.\n", "Talks.\n", "See [more](gone.md).\n")):
        draft.write_text(f"{matter}{said}", encoding="utf-8")
        problems, site = built(root, out, preview=True)

        assert (problems, site) == built(root, tmp_path / f"clean{number}", preview=True)
        assert problems != first

    assert patches == [True] * 3


@pytest.mark.parametrize("name", [".left", ".left/behind", "actors/.left", "left/", "actors/left/"])
def test_what_lies_in_a_site_by_accident_is_not_in_the_next(tmp_path: Path, kept: Path, name: str) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    for number in range(4):  # each second build is laid out in the site before the last
        words(root, random.Random(3))
        built(root, out, preview=False)
        left = out / name
        if number == 0 and name.endswith("/"):
            left.mkdir()
        elif number == 0:
            left.parent.mkdir(exist_ok=True)
            left.write_text("left", encoding="utf-8")
        else:
            assert not left.exists(), f"build {number}"


@pytest.mark.parametrize("chosen", ["3", "7"])
def test_another_look_asks_nothing_of_content(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    before = built(root, out, preview=False)
    (tmp_path / LOOK).write_text(chosen, encoding="utf-8")
    with monkeypatch.context() as closed:
        closed.setattr(Build, "whole", property(lambda build: pytest.fail("the whole was built")))
        redrawn = built(root, out, preview=False)
        words(root, random.Random(5))
        after = built(root, out, preview=False)

    assert redrawn == before
    assert after == built(root, tmp_path / "clean", preview=False) != before


def test_a_place_for_the_old_site_that_cannot_be_moved_is_done_without(
    tmp_path: Path, kept: Path, patches: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if "before" in (path.name, target.name):
            raise PermissionError
        return rename(path, target)

    for number in range(4):
        if number == 2:
            monkeypatch.setattr(Path, "rename", refuse)
        words(root, random.Random(number))
        assert built(root, out, preview=False) == built(root, tmp_path / f"clean{number}", preview=False)

    assert patches == [True] * 3


@pytest.mark.parametrize("step", [words, look])
def test_no_site_is_laid_out_among_what_could_not_be_removed(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    for number in range(2):
        words(root, random.Random(number))
        built(root, out, preview=False)
    (before,) = kept.glob("builds/*/before")
    (before / "left").write_text("left", encoding="utf-8")
    step(root, random.Random(2))
    clean = built(root, tmp_path / "clean", preview=False)
    monkeypatch.setattr(shutil, "rmtree", lambda *given, **named: None)

    assert built(root, out, preview=False) == clean


def add(file: Path) -> None:
    """Something comes beside a file."""
    file.with_name("left").write_text("left", encoding="utf-8")


def exchange(file: Path) -> None:
    """Another file takes its place, of the same size and time."""
    known, data = file.stat(), file.read_bytes()
    file.unlink()
    file.write_bytes(data.replace(b"Desk", b"Mesk"))
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert file.read_bytes() != data


def write_into(file: Path) -> None:
    """Somebody writes into the file itself."""
    with file.open("ab") as opened:
        opened.write(b"<!-- left -->")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("spoil", [add, exchange, write_into])
def test_what_somebody_does_to_the_site_before_the_last_is_not_in_the_next(
    tmp_path: Path,
    kept: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
    *,
    links: bool,
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse_to_link)
    root, out = write(tmp_path / "root"), tmp_path / "site"
    for number in range(3):
        words(root, random.Random(number))
        built(root, out, preview=False)
    (before,) = kept.glob("builds/*/before")
    page = before / "actors/india/index.html"
    assert (page.stat().st_nlink > 1) is links
    spoil(page)
    words(root, random.Random(9))

    assert built(root, out, preview=False) == built(root, tmp_path / "clean", preview=False)


def refuse_to_link(*given: object, **named: object) -> None:
    raise OSError("this file system knows one name a file")


def test_nothing_is_written_where_nothing_has_changed(
    tmp_path: Path, kept: Path, patches: list[bool]
) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    before = {path: path.stat() for path in out.rglob("*")}
    touch(root, random.Random(0))
    built(root, out, preview=False)

    assert patches == [True]
    assert {path: path.stat().st_ino for path in out.rglob("*")} == {
        path: known.st_ino for path, known in before.items()
    }
    assert {path.stat().st_mtime_ns for path in before} == {known.st_mtime_ns for known in before.values()}


def test_what_is_kept_is_written_anew_only_where_it_is_another(tmp_path: Path, kept: Path) -> None:
    root, out = write(tmp_path / "root"), tmp_path / "site"
    built(root, out, preview=False)
    (state,) = kept.glob("builds/*/state")
    first = state.stat()

    built(root, out, preview=False)
    second = state.stat()
    touch(root, random.Random(0))
    built(root, out, preview=False)

    assert first.st_ino == second.st_ino != state.stat().st_ino
    assert first.st_mtime_ns < second.st_mtime_ns, "what was used last is given up last"
