"""Zips whose bytes depend on what is in them alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from briefing.edge.delivery import zips


def test_the_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        with zips.written(tmp_path / name) as put:
            put("site/ä.txt", b"text")
            put("site/b.txt", b"")

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("site/ä.txt") == b"text"
        assert {(one.create_system, one.external_attr >> 16) for one in archive.infolist()} == {(3, 0o644)}


def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"old")

    with pytest.raises(OSError, match="full"), zips.written(tmp_path / "a.zip") as put:
        put("a", b"a")
        raise OSError("the disk is full")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.zip": b"old"}
