"""Sites of a few lines with their manifests, for tests of what happens to sites once they are built."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

OLD = {
    "index.html": "Home, in its first state",
    "briefs/harbour/index.html": "Harbour",
    "feed.xml": "<feed/>",
    "assets/a.css": "a {}",
    "assets/twin.css": "a {}",
}
NEW = OLD | {"index.html": "Home, in its second state", "actors/acme/index.html": "Acme", "feed.xml": ""}


def write(
    folder: Path, files: Mapping[str, str], audience: str = "public", today: str = "2025-12-01"
) -> Path:
    """A site of these files in a folder, which is emptied before."""
    if folder.exists():
        shutil.rmtree(folder)
    sums = {}
    for name, text in files.items():
        data = text.encode()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        sums[name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest = {
        "format": 1,
        "audience": {"name": audience, "highest": "TLP:CLEAR"},
        "today": today,
        "files": sums,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, sort_keys=True), encoding="utf-8")
    return folder
