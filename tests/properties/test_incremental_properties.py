"""A site that was built again and again is, byte for byte, the one that a clean build gives."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rebuilt
import site_builds
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from edited import EDITS, cut_kept, spoil_kept, write
from rebuilt import TODAY, built, look

pytestmark = pytest.mark.site

ALL_EDITS = (*EDITS, look, look)


class Stopped(OSError):
    """A full disk, in the middle of a build."""


def stop(folder: Path) -> None:
    (folder / "index.html").unlink()
    raise Stopped


def spoil_site(site: Path, chance: random.Random) -> None:
    """Somebody changes a file of the site by hand."""
    (site / "feed.xml").write_text("changed", encoding="utf-8")


def rounds(folder: Path, kept: Path, chance: random.Random, count: int, *, preview: bool) -> int:
    """Edit, spoil, stop, and hold each site against a clean one; how many there were."""
    root, out = write(folder / "root"), folder / "site"
    built(root, out, preview=preview)
    compared = 0
    for number in range(count):
        for edit in chance.choices(ALL_EDITS, k=chance.choice([1, 1, 1, 2])):
            edit(root, chance)
        fate = chance.random()
        if fate < 0.1:
            spoil_site(out, chance)
        elif fate < 0.2:
            spoil_kept(kept, chance)
        elif fate < 0.25:
            cut_kept(kept, chance)
        elif fate < 0.35:
            before = dict(site_builds.digests(out))
            stopped = Build(root, (), out, None, TODAY, preview=preview)
            if not stopped.is_stopped:
                with suppress(Stopped, CannotBuild):  # nothing is finished where nothing has changed
                    stopped.run(stop)
            assert dict(site_builds.digests(out)) == before, "a failed build leaves the last site"
        told, site = built(root, out, preview=preview)
        clean_told, clean = built(root, folder / f"clean{number}", preview=preview)
        assert told == clean_told
        assert site == clean, f"round {number}"
        compared += site is not None
    return compared


@pytest.mark.parametrize("preview", [False, True])
def test_any_edits_lead_to_the_site_of_a_clean_build(tmp_path: Path, kept: Path, preview: bool) -> None:
    assert rounds(tmp_path, kept, random.Random(7 + preview), 5, preview=preview) > 0


@pytest.mark.long
@settings(max_examples=20)
@given(seed=st.integers(0, 2**32))
def test_so_do_many_more(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("rounds")
        kept = rebuilt.keep_in(folder / "kept", patch)
        rounds(folder, kept, random.Random(seed), 12, preview=bool(seed % 2))
