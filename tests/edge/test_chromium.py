"""Where the browser of the tests comes from."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

import _chromium


@pytest.fixture(autouse=True)
def an_empty_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEFING_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(_chromium, "_well_known", lambda: ())


def program(path: Path) -> Path:
    path.touch()
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_without_a_browser_none_is_found_and_no_stranger_is_asked_to_install_one() -> None:
    assert _chromium.find() is None
    assert _chromium.install() is None


@pytest.mark.skipif(os.name == "nt", reason="programs there are known by their suffix")
def test_a_browser_on_the_path_is_found(tmp_path: Path) -> None:
    chrome = program(tmp_path / "google-chrome")

    assert _chromium.find() == chrome


def test_the_named_program_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path / "chromium")
    monkeypatch.setenv("BRIEFING_CHROMIUM", str(program(tmp_path / "mine")))

    assert _chromium.find() == tmp_path / "mine"


def test_a_named_program_that_is_not_there_is_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path / "chromium")
    monkeypatch.setenv("BRIEFING_CHROMIUM", str(tmp_path / "gone"))

    assert _chromium.find() is None
