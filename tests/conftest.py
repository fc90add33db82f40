"""What all tests stand on: properties that are never timed, and the built dossier."""

from __future__ import annotations

import gc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import checking
import everybody
import rebuilt
import site_builds
from checking import Run

# A busy machine is slow, and what is slow is not wrong.
settings.register_profile(
    "untimed", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

ROUNDS = gc.get_threshold()
"""When Python looks for dead cycles by itself."""


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """Commands look for dead cycles seldom, as they soon end; hundreds in a row would fill the memory."""
    yield
    gc.set_threshold(*ROUNDS)
    gc.unfreeze()


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Run:
    """`check.py`, run here."""
    return checking.run_here(capsys)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where builds keep what they leave for the next."""
    return rebuilt.keep_in(tmp_path / "kept", monkeypatch)


@pytest.fixture
def patches(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build was a patch."""
    return rebuilt.note_patches(monkeypatch)


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project's own content, for all who may see it."""
    return site_builds.build(tmp_path_factory.mktemp("dossier") / "site")


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same content as a bundle, unpacked in a folder that an address has to write in another way."""
    folder = tmp_path_factory.mktemp("bundle")
    site_builds.build(folder / "site", "--bundle")
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "Für #1")
    (found,) = (folder / "Für #1").iterdir()
    return found


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with the kinds of pages that it has none of."""
    return everybody.build(tmp_path_factory.mktemp("everything"))
