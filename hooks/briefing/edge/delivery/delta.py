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
from briefing.pages import manifest

FORMAT = 1


def write(bundle: Path, site: Path, old: bytes, held: Collection[str]) -> None:
    """The bundle from an old manifest to a site; `held` are the SHA-256 of what the old site holds.

    OSError where the site is not all of one piece, or for others: another build has put its own there.
    """
    new = (site / manifest.FILE).read_bytes()
    before, now = json.loads(old), json.loads(new)
    if before["audience"] != now["audience"]:
        raise _replaced(site)
    step = {"format": FORMAT, "from": _sha256(old), "to": _sha256(new)}
    signed = [manifest.SIGNATURE] if (site / manifest.SIGNATURE).is_file() else []
    contents = {one["sha256"]: site / name for name, one in now["files"].items()}
    with zips.written(bundle) as put:
        put("delta.json", f"{json.dumps(step, sort_keys=True)}\n".encode("ascii"))
        put(manifest.FILE, new)
        for name in signed:
            put(name, (site / name).read_bytes())
        for sha256 in sorted(contents.keys() - set(held)):
            data = contents[sha256].read_bytes()
            if _sha256(data) != sha256:
                raise _replaced(site)
            put(f"content/{sha256}", data)


def _replaced(site: Path) -> OSError:
    return OSError(f"another build has changed {site} meanwhile; build again")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
