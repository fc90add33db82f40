"""Builds whole sites for tests, as a command does."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).parent.parent
TODAY = "2025-12-01"


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of scripts/, run to its end."""
    return subprocess.run(
        [sys.executable, str(PROJECT / "scripts" / f"{script}.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )


def build(out: Path, *arguments: str, root: Path | None = None, **environment: str) -> Path:
    """A site in a folder; the test fails where the build does."""
    of_root = ("--root", str(root)) if root else ()
    done = run("build", "--out", str(out), "--today", TODAY, *of_root, *arguments, **environment)
    assert done.returncode == 0, done.stderr + done.stdout
    return out


def digests(folder: Path) -> Mapping[str, str]:
    """Every file below a folder and what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
