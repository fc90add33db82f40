"""Bytes that once broke a promise, bytes that reach far, and a short search for more."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from fuzzing.targets import TARGETS

HERE = Path(__file__).parents[1] / "fuzzing"
SHORT = {"edtf": 20_000, "parse": 1_500, "convert": 1_000, "import": 1_500}
# Linux counts the memory of who starts a program as its own, and the search has a limit.
STARTS = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
LONG = {"edtf": 1_000_000, "parse": 1_000_000, "convert": 50_000, "import": 50_000}


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_what_was_kept_breaks_no_promise(name: str) -> None:
    kept = sorted(path for path in (HERE / "corpus" / name).iterdir() if path.is_file())

    assert kept
    for path in kept:
        TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_short_search_finds_nothing(name: str) -> None:
    assert _search(name, SHORT[name]) == ""


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_long_search_finds_nothing(name: str) -> None:
    assert _search(name, LONG[name]) == ""


def test_a_broken_promise_is_found(tmp_path: Path) -> None:
    told = _search("edtf", 20_000, "--break", "20~", "--found", str(tmp_path))

    assert "AssertionError: broken on purpose" in told
    assert [b"20~" in path.read_bytes() for path in (tmp_path / "edtf").iterdir()] == [True]


def _search(name: str, runs: int, *more: str) -> str:
    """What the search says of its find; nothing where it found nothing."""
    if find_spec("atheris") is None:
        pytest.skip("atheris is missing: it is there for Linux on x86-64, and for Python before 3.14")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            STARTS,
            sys.executable,
            str(HERE / "run.py"),
            name,
            "--runs",
            str(runs),
            *more,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.stdout[-4_000:] if done.returncode else ""
