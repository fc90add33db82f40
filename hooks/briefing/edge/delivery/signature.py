"""Signs the manifest of a site, so that minisign and verify.py can tell who built it."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from briefing.edge.delivery.modes import FILE_MODE
from briefing.edge.delivery.signing_key import SigningKey
from briefing.pages import manifest

PREHASHED = b"ED"


def write(site: Path, key: SigningKey) -> None:
    """Put the signature of its manifest beside it."""
    data = (site / manifest.FILE).read_bytes()
    file, new = site / manifest.SIGNATURE, site / f".{manifest.SIGNATURE}"
    new.write_bytes(sign(data, key))
    new.chmod(FILE_MODE)
    new.replace(file)


def sign(data: bytes, key: SigningKey) -> bytes:
    """A detached signature; the same for the same manifest and key, for it holds no clock."""
    of_file = key.secret.sign(hashlib.blake2b(data, digest_size=64).digest())
    comment = (
        f"today:{json.loads(data)['today']} file:{manifest.FILE} sha256:{hashlib.sha256(data).hexdigest()}"
    )
    of_comment = key.secret.sign(of_file + comment.encode())
    return b"".join(
        (
            b"untrusted comment: signature of a site's manifest\n",
            base64.b64encode(PREHASHED + key.id + of_file) + b"\n",
            b"trusted comment: " + comment.encode() + b"\n",
            base64.b64encode(of_comment) + b"\n",
        )
    )
