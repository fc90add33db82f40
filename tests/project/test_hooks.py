"""What runs before every commit: the commands are there, find what they are for, and let the rest pass."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import case
import repository
import weigh
from site_builds import PROJECT

HOOKS: tuple[dict[str, Any], ...] = tuple(
    hook
    for repo in yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in repo["hooks"]
)
ARTICLE = """---
title: Harbour talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
sources: [{title: A statement}]
---
They met.
"""


def hook(id_: str) -> dict[str, Any]:
    [found] = [one for one in HOOKS if one["id"] == id_]
    return found


def run(id_: str, *more: str) -> subprocess.CompletedProcess[str]:
    """A hook's own command, as pre-commit starts it: from the top of the project."""
    python, *words = shlex.split(hook(id_)["entry"])
    assert python == "python"
    return subprocess.run(
        [sys.executable, *words, *more], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )


def test_nothing_is_fetched_and_every_command_is_there() -> None:
    commands = [shlex.split(one["entry"]) for one in HOOKS if one["language"] == "system"]

    assert {one["language"] for one in HOOKS} <= {"system", "pygrep"}
    assert all(command[0] == "python" and (PROJECT / command[1]).is_file() for command in commands)


@repository.needs_git
def test_a_commit_is_stopped_by_what_it_brings_and_not_by_what_was_there(tmp_path: Path) -> None:
    made = repository.make(tmp_path)
    slip = ARTICLE.replace("trade", "trde")
    made.commit({**case.BASE, "docs/articles/old.md": slip, "docs/articles/talks.md": ARTICLE})
    root = ("--root", str(tmp_path), "--today", "2025-12-01")

    before = run("content", *root)
    made.write({"docs/topics/trade.md": None})
    after = run("content", *root)

    assert (before.returncode, before.stdout) == (0, "4 documents, 0 errors, 0 warnings\n")
    assert after.returncode == 1
    assert "docs/articles/talks.md" in after.stdout and "docs/articles/old.md" not in after.stdout


@pytest.mark.parametrize(
    ("line", "is_found"), [(b"one\r\n", True), (b"one\rtwo\n", True), (b"one\n", False), (b"\\r\n", False)]
)
def test_lines_that_end_otherwise_are_found(line: bytes, is_found: bool) -> None:
    assert bool(re.search(hook("line-ends")["entry"].encode(), line)) is is_found


def test_of_lines_that_end_otherwise_one_a_file_is_told() -> None:
    assert hook("line-ends")["args"] == ["--multiline"]


def test_a_large_file_is_named_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small, large = tmp_path / "small.pdf", tmp_path / "large.pdf"
    small.write_bytes(bytes(weigh.MOST))
    large.write_bytes(bytes(weigh.MOST + 1))

    assert weigh.main([str(small), str(tmp_path / "gone.pdf")]) == 0
    assert run("large-files", str(small), str(large)).returncode == 1
    assert weigh.main([str(large)]) == 1
    assert re.fullmatch(r".*large\.pdf: 5\.0 MB, 5 at most — .*\n", capsys.readouterr().out)
