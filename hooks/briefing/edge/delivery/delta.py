"""Makes the bundle that turns an old copy of a site into the new one.

A zip: `delta.json` with the SHA-256 of the manifest that it starts `from` and of
the one that it leads `to`, the new `manifest.json`, its signature if it has one, and `content/<SHA-256>` for
each content that the old site does not have. Names of files stand in the manifest alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

from briefing.edge.delivery import zips
from briefing.edge.delivery.manifest import sums
from briefing.pages import manifest

FORMAT = 1


def write(bundle: Path, site: Path, old: bytes, held: Collection[str]) -> None:
    """The bundle from an old manifest to a site; `held` are the SHA-256 of what the old site holds."""
    new = (site / manifest.FILE).read_bytes()
    step = {"format": FORMAT, "from": _sha256(old), "to": _sha256(new)}
    signed = [manifest.SIGNATURE] if (site / manifest.SIGNATURE).is_file() else []
    contents = {
        one.sha256: site / name for name, one in sums(site) if name not in (manifest.FILE, manifest.SIGNATURE)
    }
    with zips.written(bundle) as put:
        put("delta.json", f"{json.dumps(step, sort_keys=True)}\n".encode("ascii"))
        put(manifest.FILE, new)
        for name in signed:
            put(name, (site / name).read_bytes())
        for sha256 in sorted(contents.keys() - set(held)):
            put(f"content/{sha256}", contents[sha256].read_bytes())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
