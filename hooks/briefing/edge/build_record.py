"""Notes where a site came from, beside it and never in it: what is outside tells readers nothing."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from briefing.edge.roots import Root
from briefing.pages import manifest

QUIETLY = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
"""git may run programs that a repository's settings name, unless it is told not to."""


def place(out: Path) -> Path:
    """The record of the site in `site/` is `site.build.json`."""
    return out.with_name(f"{out.name}.build.json")


def write(out: Path, root: Path, over: Iterable[Root] = (), untold: Iterable[str] = ()) -> None:
    """Record of which commits, when and by what a site was built, and the addresses that may end unsaid."""
    record = {
        "manifest": hashlib.sha256((out / manifest.FILE).read_bytes()).hexdigest(),
        **_state(root),
        "untold": sorted(untold),
        "overlays": [{"root": one.name, **_state(one.path)} for one in over],
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.system(),
    }
    new = out.with_name(f".{out.name}.build.json")
    new.write_text(json.dumps(record, sort_keys=True, indent=1) + "\n", encoding="utf-8")
    new.replace(place(out))


def untold(site: Path) -> frozenset[str]:
    """The addresses that may end without a word, by the record of this very site; none without one."""
    try:
        record = json.loads(place(site).read_text(encoding="utf-8"))
        is_its_own = record["manifest"] == hashlib.sha256((site / manifest.FILE).read_bytes()).hexdigest()
        return frozenset(map(str, record["untold"])) if is_its_own else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _state(root: Path) -> Mapping[str, str | bool | None]:
    """The commit that a content root is at, and whether it holds more than was committed."""
    return {
        "commit": _git(root, "rev-parse", "--verify", "HEAD"),
        "uncommitted": bool(_git(root, "status", "--porcelain", "--", ".")),
    }


def _git(root: Path, *words: str) -> str | None:
    """What git says of the folder; nothing where there is no git, or no repository, or no commit."""
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():  # Windows looks into the working folder first
        return None
    done = subprocess.run(
        [program, "-C", str(root), *QUIETLY, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else None
