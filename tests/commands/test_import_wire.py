"""The command that makes drafts of wire texts, called as from a shell."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import import_wire
from briefing.edge.content import configuration, disk
from briefing.parse import documents as parse
from briefing.validate import content as validate
from site_builds import PROJECT

TEXT = """Ministers sign a pact
KUALA LUMPUR, Nov. 1 (Reuters) - Rajnath Singh signed it on Friday.
"""
ACTOR = "---\nname: Rajnath Singh\ntype: person\n---\n"
TOPIC = "---\nname: Pact\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in (("actors/rajnath-singh", ACTOR), ("topics/pact", TOPIC)):
        path = tmp_path / "root/docs" / f"{name}.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "root"


def wire(folder: Path, data: bytes | str = TEXT, name: str = "wire.txt") -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def drafts(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["drafts"]
    return found


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C reaches what is started here; in the background of some shells, nothing hears it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl-C goes to all that share a window")
@pytest.mark.usefixtures("heard")
def test_who_stops_a_command_sees_no_traceback(root: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "scripts/import_wire.py"), "-", "--root", str(root)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin
    process.stdin.write("word " * 40_000)  # more than a pipe holds: it is read when this is written
    process.stdin.flush()

    process.send_signal(signal.SIGINT)

    assert process.communicate(timeout=60)[1] == "\nStopped.\n"
    assert process.returncode == -signal.SIGINT


def test_json_says_all_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = wire(root.parent)
    before = sorted(root.rglob("*"))

    code = import_wire.main([file, "--date", "2025-11-03", "--format", "json", "--root", str(root)])

    (found,) = drafts(capsys)
    assert code == 0
    assert sorted(root.rglob("*")) == before
    assert found["file"] == file
    assert (found["title"], found["place"], found["agency"]) == (
        "Ministers sign a pact",
        "Kuala Lumpur",
        "Reuters",
    )
    assert (found["date"], found["date_assumed"], found["encoding"]) == ("2025-11-01", True, "utf-8")
    assert (found["actors"], found["topics"], found["byline"]) == (["rajnath-singh"], ["pact"], None)
    assert found["paragraphs"] == ["Rajnath Singh signed it on Friday."]
    assert [(event["date"], event["words"]) for event in found["events"]] == [("2025-10-31", "on Friday")]
    assert (found["removed"], found["unknown_names"]) == ([], [])


def test_a_draft_is_written_that_check_accepts(root: Path) -> None:
    code = import_wire.main([wire(root.parent), "--date", "2025-11-03", "--root", str(root)])

    read = disk.read(root)
    settings = configuration.load(root).settings
    checked = validate.check(parse.parse(read.sources), (), read.files, settings, date(2025, 11, 4))
    assert code == 0
    assert (root / "docs/articles/ministers-sign-a-pact.md").is_file()
    assert [str(problem) for problem in checked.problems if problem.is_error] == []


def test_a_draft_has_the_marking_of_the_root_it_goes_into(root: Path) -> None:
    over = root.parent / "over"
    for folder, marking in ((root, "TLP:GREEN"), (over, "TLP:AMBER")):
        folder.mkdir(exist_ok=True)
        (folder / "mkdocs.yml").write_text(f"extra:\n  briefing:\n    marking: {marking}\n", "utf-8")
    file = wire(root.parent)

    assert import_wire.main([file, "--root", str(root)]) == 0
    (root / "docs/articles/ministers-sign-a-pact.md").rename(root.parent / "first.md")
    assert import_wire.main([file, "--root", str(root), "--root", str(over)]) == 0

    second = over / "docs/articles/ministers-sign-a-pact.md"
    assert "\nmarking: TLP:GREEN\n" in (root.parent / "first.md").read_text("utf-8")
    assert "\nmarking: TLP:AMBER\n" in second.read_text("utf-8")


def test_a_draft_that_nobody_wrote_cannot_be_published(root: Path) -> None:
    assert import_wire.main([wire(root.parent), "--date", "2025-11-03", "--root", str(root)]) == 0
    draft = root / "docs/articles/ministers-sign-a-pact.md"
    draft.write_text(draft.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")

    read = disk.read(root)
    settings = configuration.load(root).settings
    checked = validate.check(parse.parse(read.sources), (), read.files, settings, date(2025, 11, 4))

    found = [problem for problem in checked.problems if problem.is_error]
    lines = draft.read_text("utf-8").split("\n")
    assert [problem.code for problem in found] == ["B607"] * 3
    assert ["Write: " in lines[problem.line - 1] for problem in found] == [True] * 3


def test_how_a_day_becomes_known_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert import_wire.main([wire(root.parent), "--root", str(root)]) == 0

    assert "  date    open (--date says when it was filed)\n" in capsys.readouterr().out


def test_no_file_is_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = wire(root.parent), root.parent / "out"
    assert import_wire.main([file, "--out", str(out), "--root", str(root)]) == 0
    first = (out / "ministers-sign-a-pact.md").read_bytes()

    code = import_wire.main([file, "--out", str(out), "--rights", "--root", str(root)])

    assert code == 1
    assert (out / "ministers-sign-a-pact.md").read_bytes() == first
    assert "already" in capsys.readouterr().err


def test_two_texts_with_one_title_get_two_ids(root: Path) -> None:
    files = [wire(root.parent), wire(root.parent, TEXT + "More.\n", "other.txt")]

    assert import_wire.main([*files, "--root", str(root)]) == 0

    names = sorted(path.name for path in (root / "docs/articles").iterdir())
    assert names == ["ministers-sign-a-pact-2.md", "ministers-sign-a-pact.md"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x00\x01binary\x02", b"\xff\xfe\x00"])
def test_what_is_no_text_is_a_problem_with_a_remedy(
    root: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    code = import_wire.main([wire(root.parent, data), "--root", str(root)])

    said = capsys.readouterr().err
    assert code == 1
    assert "error: " in said
    assert " — " in said


def test_a_pattern_that_no_shell_has_read_names_its_files(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b.txt", "a.txt", "c [1].txt", "d.md"):
        wire(root.parent, name=name)
    named = (str(root.parent / name) for name in ("*.txt", "c [1].txt"))

    assert import_wire.main([*named, "--format", "json", "--root", str(root)]) == 0

    assert [Path(one["file"]).name for one in drafts(capsys)] == ["a.txt", "b.txt", "c [1].txt"]


def test_a_file_that_is_not_there_is_wrong_use(root: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        import_wire.main(["nowhere.txt", "--root", str(root)])

    assert stop.value.code == 2


def test_standard_input_is_read(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))

    assert import_wire.main(["-", "--format", "json", "--root", str(root)]) == 0

    (found,) = drafts(capsys)
    assert (found["file"], found["encoding"]) == ("-", "utf-16")
    assert (found["date"], found["date_assumed"]) == (None, False)


def test_a_long_title_is_cut_in_the_file_name_and_warned_of(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TEXT.replace("Ministers", "Very " * 200)

    assert import_wire.main([wire(root.parent, text), "--root", str(root)]) == 0

    (path,) = (root / "docs/articles").iterdir()
    assert len(path.stem) <= 80
    assert "title is long" in capsys.readouterr().out
