"""What waits on disk until a build ends: it comes back as it was, whoever put it there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.edge import processes
from briefing.edge.kept.shelf import Lying, Shelf


def test_what_was_put_by_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first, nothing, last = (put(shelf, data) for data in (b"one", b"", b"two" * 10_000))

    assert shelf.get(last) == b"two" * 10_000
    assert (shelf.get(first), shelf.get(nothing)) == (b"one", b"")
    assert shelf.put(b"three") == Lying(30_003, 5)
    assert shelf.get(Lying(30_003, 5)) == b"three"


@pytest.mark.skipif(not processes.FORKS, reason="here one process does all the work")
def test_another_process_can_fill_a_shelf(tmp_path: Path) -> None:
    shelves = [Shelf(tmp_path) for _ in range(3)]

    def fill(number: int) -> list[Lying]:
        lying = [put(shelves[number], b"%d:%d" % (number, one)) for one in range(5_000)]
        assert shelves[number].settle()
        return lying

    for number, lying in enumerate(processes.at_once(fill, range(3))):
        assert [shelves[number].get(one) for one in lying] == [
            b"%d:%d" % (number, one) for one in range(5_000)
        ]


def test_a_shelf_leaves_no_file(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "kept")
    shelf.put(b"one")
    shelf.settle()

    del shelf

    assert not list((tmp_path / "kept").iterdir())


def test_a_shelf_stands_elsewhere_where_its_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, and no folder")
    shelf = Shelf(tmp_path / "kept")

    assert shelf.get(put(shelf, b"one")) == b"one"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize("size", [10, 100_000])
def test_what_a_full_disk_does_not_take_is_lost_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(
        "tempfile.TemporaryFile", lambda **_: os.fdopen(os.open("/dev/full", os.O_RDWR), "w+b")
    )
    shelf = Shelf(tmp_path)

    lying = shelf.put(b"x" * size)

    assert not shelf.settle()
    assert shelf.put(b"one") is None
    with pytest.raises(OSError, match="closed"):
        shelf.get(lying or Lying(0, 1))


def put(shelf: Shelf, data: bytes) -> Lying:
    found = shelf.put(data)
    assert found is not None
    return found
