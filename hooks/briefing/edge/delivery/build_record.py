"""Notes where a site came from, beside it and never in it: what is outside tells readers nothing."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from briefing.edge.content import git
from briefing.edge.content.roots import Root
from briefing.pages import manifest


def place(out: Path) -> Path:
    """The record of the site in `site/` is `site.build.json`."""
    return out.with_name(f"{out.name}.build.json")


def commits(root: Path, over: Iterable[Root] = ()) -> tuple[str | None, ...]:
    """The commits that content roots are at, to be asked for before they are read."""
    return tuple(_commit(one) for one in (root, *(one.path for one in over)))


def write(
    out: Path, root: Path, over: Sequence[Root], untold: Iterable[str], begun: Sequence[str | None]
) -> None:
    """Record of which commits, when and by what a site was built, and the addresses that may end unsaid.

    The commits are those at which the build has begun; where one is another since, more may have been read.
    """
    record = {
        "manifest": hashlib.sha256((out / manifest.FILE).read_bytes()).hexdigest(),
        **_state(root, begun[0]),
        "untold": sorted(untold),
        "overlays": [
            {"root": one.name, **_state(one.path, commit)}
            for one, commit in zip(over, begun[1:], strict=True)
        ],
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


def _state(root: Path, begun: str | None) -> Mapping[str, str | bool | None]:
    """The commit that a content root was at, and whether it may have held more than was committed there."""
    is_more = _commit(root) != begun or bool(_git(root, "status", "--porcelain", "--", "."))
    return {"commit": begun, "uncommitted": is_more}


def _commit(root: Path) -> str | None:
    return _git(root, "rev-parse", "--verify", "HEAD")


def _git(root: Path, *words: str) -> str | None:
    """What git says of the folder; nothing where there is no git, or no repository, or no commit."""
    try:
        return git.ask(root, *words).decode("utf-8", "replace").strip()
    except git.Refused:
        return None
