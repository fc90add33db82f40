"""Makes the bundle that turns an old copy of a site into the new one.

A zip, nothing in it compressed: `delta.json` with the SHA-256 of the manifest that it starts `from` and of
the one that it leads `to`, the new `manifest.json`, its signature if it has one, and `content/<SHA-256>` for
each content that the old site does not have. Names of files stand in the manifest alone.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Collection
from pathlib import Path

from briefing.edge.manifest import sums
from briefing.pages import manifest

FORMAT = 1
THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""As old as a file in a zip can be."""


def write(bundle: Path, site: Path, old: bytes, held: Collection[str]) -> None:
    """The bundle from an old manifest to a site; `held` are the SHA-256 of what the old site holds."""
    new = (site / manifest.FILE).read_bytes()
    step = {"format": FORMAT, "from": _sha256(old), "to": _sha256(new)}
    signed = [manifest.SIGNATURE] if (site / manifest.SIGNATURE).is_file() else []
    contents = {
        one.sha256: site / name for name, one in sums(site) if name not in (manifest.FILE, manifest.SIGNATURE)
    }
    unfinished = bundle.with_name(f".{bundle.name}")
    try:
        with zipfile.ZipFile(unfinished, "w") as archive:
            archive.writestr(_entry("delta.json"), json.dumps(step, sort_keys=True) + "\n")
            archive.writestr(_entry(manifest.FILE), new)
            for name in signed:
                archive.writestr(_entry(name), (site / name).read_bytes())
            for sha256 in sorted(contents.keys() - set(held)):
                archive.writestr(_entry(f"content/{sha256}"), contents[sha256].read_bytes())
        unfinished.replace(bundle)
    finally:
        unfinished.unlink(missing_ok=True)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, THE_FIRST_DAY)
    entry.create_system = 3  # else Windows writes other bytes
    entry.external_attr = 0o644 << 16
    return entry


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
