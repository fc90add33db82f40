"""A site that is laid out in the one before the last holds nothing that somebody has done to either."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from edited import Step, words, write
from rebuilt import built, look

pytestmark = pytest.mark.site


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
