"""A site is switched in whole; what a killed build leaves beside it is cleared away by the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.edge.delivery import switch

HOOKS = Path(switch.__file__).parents[3]
KILLED = pytest.mark.skipif(sys.platform == "win32", reason="there, nobody knows whether a build still lives")
SWITCHING = """
import os, signal, sys
from pathlib import Path
from briefing.edge.delivery import switch

out, renames = Path(sys.argv[1]), int(sys.argv[2])
real, done = Path.rename, []

def counting(path, to):
    if len(done) == renames:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(path)
    return real(path, to)

Path.rename = counting
with switch.staged(out) as folder:
    for name in switch.SIGNS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("new")
"""


def a_site(folder: Path, text: str = "old") -> Path:
    for name in switch.SIGNS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def text_of(site: Path) -> str:
    (text,) = {(site / name).read_text(encoding="utf-8") for name in switch.SIGNS}
    return text


def kill(out: Path, renames: int) -> None:
    """A build that is killed after so many renames of its switch."""
    done = subprocess.run(
        [sys.executable, "-c", SWITCHING, str(out), str(renames)],
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


@KILLED
@pytest.mark.parametrize("renames", [0, 1])
def test_what_a_killed_build_leaves_is_cleared_away_and_the_site_comes_back(
    tmp_path: Path, renames: int
) -> None:
    out = a_site(tmp_path / "site")
    kill(out, renames)
    assert len(list(tmp_path.iterdir())) == 2

    with pytest.raises(ZeroDivisionError), switch.staged(out):
        assert text_of(out) == "old"
        raise ZeroDivisionError

    assert text_of(out) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@KILLED
def test_folders_in_which_a_killed_build_made_papers_or_a_bundle_are_cleared_away(tmp_path: Path) -> None:
    site, bundle = tmp_path / "site", tmp_path / "site.zip"
    left = ["papers.site-new-abcd1234-efgh5678", ".site-new-abcd1234", ".site.zip-new-abcd_234",
            "papers.site.zip-new-abcd_234-efgh5678"]  # fmt: skip
    kept = ["papers-archived", "papers.site-new", "papers.other-new-abcd1234-efgh5678", ".site-new-notes"]
    for name in (*left, *kept):
        (tmp_path / name / "inside").mkdir(parents=True)

    for out in (site, bundle):
        with switch.at_work(out):
            pass

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)


@KILLED
def test_what_another_build_is_at_work_on_stays(tmp_path: Path) -> None:
    out, other = a_site(tmp_path / "site"), a_site(tmp_path / "site-two")
    with switch.staged(out) as one, switch.staged(out) as two, switch.staged(other) as three:
        for folder in (one, two, three):
            a_site(folder, "new")

    assert text_of(out) == text_of(other) == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site-two"]


@KILLED
def test_what_only_looks_like_it_stays(tmp_path: Path) -> None:
    out = a_site(tmp_path / "site")
    (tmp_path / ".site-new-mine").write_text("mine", encoding="utf-8")
    (tmp_path / ".site-newer").mkdir()
    (tmp_path / ".site-new-notes").mkdir()
    (tmp_path / ".site-new-12345678").symlink_to(out)
    with switch.staged(out) as folder:
        a_site(folder, "new")

    assert len(list(tmp_path.iterdir())) == 5
