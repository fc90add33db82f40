"""Installs what some tests need of Node.js, as their lock files say."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import _environment


def install(folder: Path) -> Path:
    """The packages of a folder with a lock: fetched once, and again when the lock has changed."""
    with _environment.one_at_a_time(folder / ".lock"):
        installed = folder / "node_modules/.package-lock.json"
        lock = folder / "package-lock.json"
        if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
            npm = shutil.which("npm") or "npm"
            done = subprocess.run(
                [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            if done.returncode:
                raise RuntimeError(f"npm could not install what {lock} says: {done.stderr}")
    return installed.parent
