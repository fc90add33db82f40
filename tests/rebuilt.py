"""Sites that are built again and again, and what builds keep of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import site_builds
from briefing.edge.builds import touched
from briefing.edge.builds.building import Build
from briefing.edge.builds.patches import Patch
from briefing.edge.content import memory
from briefing.edge.kept import last_build, made_by, stamps
from briefing.edge.kept.made_by import Asked, Look, MadeBy
from briefing.edge.kept.reuse import Reuse

TODAY = date(2025, 12, 1)
LOOK = "look"


def look(root: Path, chance: random.Random) -> None:
    """Another style or template, as far as builds can tell; `test_redraw.py` has real ones."""
    (root.parent / LOOK).write_text(f"{chance.randrange(9)}", encoding="utf-8")


def built(root: Path, out: Path, *, preview: bool) -> tuple[list[str], dict[str, str] | None]:
    """What a build says, and the site that it makes; nothing where it is stopped."""
    build = Build(root, (), out, None, TODAY, preview=preview)
    problems = [str(one) for one in build.problems]
    if build.is_stopped:
        return problems, None
    build.run(lambda folder: None)
    return problems, dict(site_builds.digests(out))


def keep_in(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Have builds keep in a folder what they leave for the next, however little it is."""
    patch.setattr(last_build, "FOLDER", folder / "builds")
    patch.setattr(memory, "FOLDER", folder / "converted")
    patch.setattr(memory, "FEWEST", 1)
    patch.setattr(memory, "FEWEST_OTHERS", 1)
    patch.setattr(stamps, "COARSEST", 0)  # a build takes longer than a tick of the clock here
    patch.setattr(made_by, "of", by_look(made_by.of))
    return folder


def by_look(real: Callable[[Asked], MadeBy]) -> Callable[[Asked], MadeBy]:
    """What a site depends on, the look that `look` has chosen too."""

    def of(asked: Asked) -> MadeBy:
        by, chosen = real(asked), Path(asked.root).with_name(LOOK)
        frame = chosen.read_bytes() if chosen.exists() else b""
        bodies = frame if frame > b"4" else b""
        return by._replace(look=Look(by.look.bodies + bodies, by.look.frame + frame))

    return of


def note_patches(patch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build from now on is a patch."""
    found: list[bool] = []
    real = touched.patch

    def noting(root: Path, site: Reuse) -> Patch | None:
        made = real(root, site)
        found.append(made is not None)
        return made

    patch.setattr(touched, "patch", noting)
    return found
