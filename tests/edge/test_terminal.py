"""What commands say to people."""

from __future__ import annotations

import errno
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.edge import terminal


def test_what_is_said_is_said_on_standard_error_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say("Reading [a]/é “q” :smile:\n  and more")

    assert capsys.readouterr() == ("", "Reading [a]/é “q” :smile:\n  and more\n")


def test_nothing_that_is_said_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say("Reading a\rb\x1b[2J")

    assert capsys.readouterr().err == "Reading a\\u000db\\u001b[2J\n"


def test_of_no_problems_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(iter(()))

    assert capsys.readouterr() == ("", "")


def test_a_line_on_progress_keeps_the_spaces_of_names_and_steers_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.say("Reading «\u00a0Quai\u202f» \x1b[2J\nand more")

    assert capsys.readouterr().err == "Reading «\u00a0Quai\u202f» \\u001b[2J\nand more\n"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "denied", "{here}"), "{here} may not be read or written by you"),
        (PermissionError(errno.EACCES, "denied", "{here}/a/b"), "{here} may not be read or written by you"),
        (FileNotFoundError(errno.ENOENT, "No such file", "{here}/a"), "{here}/a is not there"),
        (OSError(errno.EIO, "Input/output error", "{here}/a"), "{here}/a cannot be used: Input/output error"),
        (OSError(errno.EIO, "Input/output error", "{here}/a\x1b[2J"), "{here}/a\\u001b[2J cannot be used"),
        (OSError(errno.EBADF, "Bad file descriptor", 3), "3 cannot be used: Bad file descriptor"),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (OSError("another build has changed it"), "another build has changed it"),
        (ValueError("it is none"), "it is none"),
    ],
)
def test_an_error_of_the_system_is_a_sentence_with_its_path(
    error: Exception, told: str, tmp_path: Path
) -> None:
    if isinstance(error, OSError) and isinstance(error.filename, str):
        error = type(error)(error.errno, error.strerror, error.filename.format(here=tmp_path))

    assert terminal.in_words(error).startswith(told.format(here=tmp_path))
    assert "Errno" not in terminal.in_words(error)


@pytest.mark.skipif(sys.platform == "win32", reason="another shell")
@pytest.mark.parametrize(
    "name",
    ["desk", "R\u00e4ume/M\u00fcnchen-2", "two words", "a&b", "a(1)", "it's", "#1", "100%", "$HOME",
     'say "no"', "a;b", "~x", "a*", "back`tick", "!x"],
)  # fmt: skip
def test_a_command_that_is_told_can_be_typed_whatever_its_paths_hold(name: str) -> None:
    command = terminal.typed("check", [Path(name)])

    assert shlex.split(command, comments=True) == ["python", "scripts/check.py", "--root", name]
    told = ["sh", "-c", f"printf %s {terminal.quoted(name)}"]
    assert subprocess.run(told, check=True, capture_output=True, encoding="utf-8").stdout == name
