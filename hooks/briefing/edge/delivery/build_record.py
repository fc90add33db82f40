"""Notes where a site came from, beside it and never in it: what is outside tells readers nothing."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from briefing.edge.content import git
from briefing.edge.content.roots import Root
from briefing.pages import manifest


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
    try:
        return git.ask(root, *words).decode("utf-8", "replace").strip()
    except git.Refused:
        return None
