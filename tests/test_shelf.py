"""What waits on disk until a build ends: it comes back as it was, whoever put it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.edge import processes
from briefing.edge.shelf import Lying, Shelf


def test_what_was_put_by_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first, nothing, last = (shelf.put(data) for data in (b"one", b"", b"two" * 10_000))

    assert shelf.get(last) == b"two" * 10_000
    assert (shelf.get(first), shelf.get(nothing)) == (b"one", b"")
    assert shelf.put(b"three") == Lying(30_003, 5)
    assert shelf.get(Lying(30_003, 5)) == b"three"


@pytest.mark.skipif(not processes.FORKS, reason="here one process does all the work")
def test_another_process_can_fill_a_shelf(tmp_path: Path) -> None:
    shelves = [Shelf(tmp_path) for _ in range(3)]

    def put(number: int) -> list[Lying]:
        lying = [shelves[number].put(b"%d:%d" % (number, one)) for one in range(5_000)]
        shelves[number].settle()
        return lying

    for number, lying in enumerate(processes.at_once(put, range(3))):
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

    assert shelf.get(shelf.put(b"one")) == b"one"
