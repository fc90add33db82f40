"""Conversions that are kept between checks: they change nothing, and what is wrong with them does no harm."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.edge import memory
from briefing.edge.memory import Memory

BODIES = tuple(f"Text *{number}*, [a link](more.md) and\n\n## A heading\n\nmore." for number in range(120))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(memory, "FOLDER", tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The bodies that were converted and not remembered."""
    done: list[str] = []
    convert = Converter.convert

    def noting(self: Converter, body: str, taken: frozenset[str] = frozenset()) -> Converted:
        done.append(body)
        return convert(self, body, taken)

    monkeypatch.setattr(Converter, "convert", noting)
    return done


def conversions(
    root: Path, *, bodies: tuple[str, ...] = BODIES, extensions: tuple[str, ...] = ()
) -> list[Converted]:
    kept = Memory(root)
    converter = kept.converter(extensions, {})
    found = [converter.convert(body, frozenset({"own"})) for body in bodies]
    kept.keep()
    return found


def test_what_was_converted_is_known_the_next_time(tmp_path: Path, converted: list[str]) -> None:
    first = conversions(tmp_path)
    again = conversions(tmp_path)

    assert again == first
    assert sorted(converted) == sorted(BODIES)


def test_what_changed_alone_is_converted_anew(tmp_path: Path, converted: list[str]) -> None:
    conversions(tmp_path)
    converted.clear()
    found = conversions(tmp_path, bodies=(*BODIES[1:], "Another text"))

    assert converted == ["Another text"]
    assert found[-1] == Converter((), {}).convert("Another text", frozenset({"own"}))


def test_other_extensions_and_other_roots_have_nothing_in_common(
    tmp_path: Path, converted: list[str]
) -> None:
    conversions(tmp_path)
    converted.clear()
    conversions(tmp_path, extensions=("footnotes",))
    conversions(tmp_path / "other")

    assert len(converted) == 2 * len(BODIES)


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "folder", "foreign"])
def test_a_file_that_is_not_what_was_written_is_left_out_of_account(
    tmp_path: Path, folder: Path, converted: list[str], harm: str
) -> None:
    first = conversions(tmp_path)
    (file,) = folder.glob("*.pickle")
    data = file.read_bytes()
    match harm:
        case "cut":
            file.write_bytes(data[:-100])
        case "flip":
            file.write_bytes(data[:-100] + bytes([data[-100] ^ 1]) + data[-99:])
        case "empty":
            file.write_bytes(b"")
        case "folder":
            file.unlink()
            file.mkdir()
        case "foreign":
            file.write_bytes(pickle.dumps({"some": "thing"}))
    converted.clear()

    assert conversions(tmp_path) == first
    assert sorted(converted) == sorted(BODIES)
    assert [one.name for one in folder.iterdir()] == [file.name]


def test_few_texts_leave_nothing_behind_and_old_roots_give_way(tmp_path: Path, folder: Path) -> None:
    conversions(tmp_path, bodies=BODIES[:10])
    before = folder.exists()
    for number in range(memory.MOST_ROOTS + 3):
        conversions(tmp_path / str(number))

    assert not before
    assert len(list(folder.iterdir())) == memory.MOST_ROOTS


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path, folder: Path) -> None:
    folder.write_text("a file in its place", encoding="utf-8")

    assert len(conversions(tmp_path)) == len(BODIES)
