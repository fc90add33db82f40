"""A content root in a git repository of its own, for tests of what commands say of its history."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git on this machine")
NOBODY = {
    "GIT_AUTHOR_NAME": "Nobody", "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "Nobody", "GIT_COMMITTER_EMAIL": "nobody@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, and the content root in it."""

    top: Path
    root: Path

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.top), *words],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **NOBODY},
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Put files there; those without content go."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def commit(self, files: Mapping[str, str | bytes | None]) -> str:
        """A commit of these files; its id."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "More")
        return self.git("rev-parse", "HEAD")


def make(top: Path, below: str = "") -> Repository:
    """A new repository with a branch `main`; the content root lies in it, or in a folder of it."""
    root = top / below
    root.mkdir(parents=True, exist_ok=True)
    made = Repository(top, root)
    made.git("init", "--quiet", "--initial-branch", "main")
    return made
