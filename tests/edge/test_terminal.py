"""What commands say to people."""

from __future__ import annotations

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
