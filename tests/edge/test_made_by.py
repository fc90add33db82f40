"""What a build is made by."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.edge.kept import made_by


def test_what_python_is_just_writing_of_a_module_is_none_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made_by, "TOOL", tmp_path)
    cache = tmp_path / "hooks/__pycache__"
    cache.mkdir(parents=True)
    for path in (tmp_path / "hooks/one.py", cache / "one.cpython-311.pyc", cache / "one.cpython-311.pyc.139"):
        path.write_bytes(b"")

    assert made_by._below("hooks") == [tmp_path / "hooks/one.py"]
