"""What is kept between checks: it changes nothing, and what is wrong with it does no harm."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.edge.content import memory
from briefing.edge.content.memory import Memory
from briefing.model.source import Source, SrcUri
from briefing.parse import documents
from briefing.parse.documents import Reading, parse

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
    for number in range(memory.MOST_FILES + 3):
        conversions(tmp_path / str(number))

    assert not before
    assert len(list(folder.iterdir())) == memory.MOST_FILES


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path, folder: Path) -> None:
    folder.write_text("a file in its place", encoding="utf-8")

    assert len(conversions(tmp_path)) == len(BODIES)


def readings(root: Path, sources: tuple[Source, ...]) -> Reading:
    kept = Memory(root)
    found = parse(sources, kept.read(sources))
    kept.keep(found.each)
    return found


FRONT = "---\ntitle: One\ndate: {day}\ntopics: [a, 'b']\nsources:\n- title: {day}\n---\nText {number}.\n"
SOURCES = tuple(
    Source(SrcUri(f"docs/articles/{number}.md"), FRONT.format(number=number, day="2025-01-01"))
    for number in range(120)
)
SPOILT = tuple(
    Source(SrcUri("docs/articles/x.md"), text)
    for text in ("", "no front matter", "---\n[\n---\n", "---\na: *b\n---\n", "---\ntitle: \u200b\n---\n\x07")
)


def test_what_was_read_is_known_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = readings(tmp_path, (*SOURCES, *SPOILT))
    monkeypatch.setattr(documents, "read", pytest.fail)

    again = readings(tmp_path, (*SOURCES, *SPOILT))

    assert again == first == parse((*SOURCES, *SPOILT), first.each)
    assert first.unreadable and first.problems


def test_a_source_that_says_something_else_or_lies_elsewhere_is_read_anew(tmp_path: Path) -> None:
    readings(tmp_path, SOURCES)
    others = tuple(replace(one, uri=SrcUri(f"{one.uri[:-3]}b.md")) for one in SOURCES[:30])
    edited = tuple(replace(one, text=f"{one.text}\nMore.") for one in SOURCES[30:60])
    now = (*others, *edited, *SOURCES[60:])

    assert readings(tmp_path, now) == readings(tmp_path, now) == parse(now)


def test_for_a_few_that_are_new_nothing_is_written(tmp_path: Path, folder: Path) -> None:
    conversions(tmp_path)
    (file,) = folder.iterdir()
    before = file.stat().st_mtime_ns, file.read_bytes()
    few = tuple(f"Another text {number}" for number in range(memory.FEWEST_OTHERS - 1))
    conversions(tmp_path, bodies=(*BODIES, *few))
    unchanged = (file.stat().st_mtime_ns, file.read_bytes()) == before
    conversions(tmp_path, bodies=(*BODIES, *few, "One more"))

    assert unchanged
    assert file.read_bytes() != before[1]


def test_a_text_is_not_mistaken_for_another_with_anchors() -> None:
    assert memory._key("a", "b") != memory._key("a\0b") != memory._key("2\0a\0b")
