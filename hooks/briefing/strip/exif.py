"""Exif, of which a picture needs one number: how it is turned."""

from __future__ import annotations

import struct

ORIENTATION = 0x0112
SHORT = 3
UPRIGHT = 1
MOST_ENTRIES = 1000
PREFIX = b"Exif\0\0"


def orientation(tiff: bytes) -> int:
    """How the picture is to be turned, 1 to 8; upright where nothing valid is said."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return UPRIGHT
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(count, MOST_ENTRIES)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if tag == ORIENTATION and kind == SHORT and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return UPRIGHT
    return UPRIGHT


def minimal(turned: int) -> bytes:
    """Exif that says how the picture is turned, and nothing else."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, ORIENTATION, SHORT, 1, turned, 0, 0)


def kept(tiff: bytes) -> bytes:
    """What a picture keeps of its Exif; nothing where it stands upright."""
    turned = orientation(tiff.removeprefix(PREFIX))
    return b"" if turned == UPRIGHT else minimal(turned)
