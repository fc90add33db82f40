"""`check.py`, run here on small contents."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

import case
import check as command

TODAY = ("--today", "2025-12-01")


ARTICLE = """---
title: Harbour talks
summary: Two days of talks.
date: 2025-11-03
topics: [trade]
actors: [india]
sources: [{title: A statement}]
---
They met in India.
"""


SLIP = ARTICLE.replace("title: Harbour talks", "titel: Harbour talks").replace("[india]", "[indiaa]")


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@dataclass(frozen=True, slots=True)
class Done:
    """How the command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [(one["file"], one["code"]) for one in json.loads(self.out)["problems"]]


class Run(Protocol):
    def __call__(self, *arguments: str) -> Done: ...


def run_here(capsys: pytest.CaptureFixture[str]) -> Run:
    """`check.py`, run here."""

    def run(*arguments: str) -> Done:
        try:
            code = command.main([*arguments, *TODAY])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


def root(folder: Path, **files: str) -> Path:
    """A content root with an article `talks` and what else is given."""
    return case.Case("", {"docs/articles/talks.md": ARTICLE, **files}, {}).write(folder)


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        check=True,
        capture_output=True,
    )


def committed(folder: Path) -> Path:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "All there is")
    return folder


DUE = """---
title: Harbour fees
summary: They go up.
date: 2025-01-03
authors: [ann]
topics: [trade]
articles: [talks]
review_by: 2025-11-01
judgements:
  - {id: fees, text: The fees go up., likelihood: likely, confidence: low, horizon: "2025-06"}
---
They go up.
"""


SETTINGS = "extra: {briefing: {authors: {ann: Ann Lee}}}\n"
