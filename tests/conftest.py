"""What several tests stand on: the built dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_builds


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project's own content, for all who may see it."""
    return site_builds.build(tmp_path_factory.mktemp("dossier") / "site")
