"""Notes where a site came from, beside it and never in it: what is outside tells readers nothing."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from briefing.pages import manifest


def place(out: Path) -> Path:
    """The record of the site in `site/` is `site.build.json`."""
    return out.with_name(f"{out.name}.build.json")


def write(out: Path, root: Path) -> None:
    """Record which commit, when and by what the site in a folder was built."""
    record = {
        "manifest": hashlib.sha256((out / manifest.FILE).read_bytes()).hexdigest(),
        "commit": _git(root, "rev-parse", "--verify", "HEAD"),
        # git may run a program that this repository's settings name, unless it is told not to.
        "uncommitted": bool(_git(root, "-c", "core.fsmonitor=false", "status", "--porcelain", "--", ".")),
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.system(),
    }
    new = out.with_name(f".{out.name}.build.json")
    new.write_text(json.dumps(record, sort_keys=True, indent=1) + "\n", encoding="utf-8")
    new.replace(place(out))


def _git(root: Path, *words: str) -> str | None:
    """What git says of the folder; nothing where there is no git, or no repository, or no commit."""
    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run(
        [program, "-C", str(root), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else None
