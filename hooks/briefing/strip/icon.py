"""ICO icons: one picture in several sizes, each a PNG or a bitmap without its file header."""

from __future__ import annotations

import struct

from briefing.strip import bitmap, png
from briefing.strip.stripped import Stripped, Unsure, broken, stripped

MOST_SIZES = 32


def strip(data: bytes) -> Stripped:
    """The pictures alone, one behind the other."""
    if data[:4] != b"\0\0\1\0" or len(data) < 6:
        raise Unsure("it is no icon, whatever its name says")
    (count,) = struct.unpack_from("<H", data, 4)
    if not 1 <= count <= MOST_SIZES or len(data) < 6 + 16 * count:
        raise broken(f"it has {count} pictures, 1 to {MOST_SIZES} are right")
    table, body = data[:6], b""
    removed: list[str] = []
    for number in range(count):
        wide, tall, colours, _, planes, depth, size, start = struct.unpack_from(
            "<BBBBHHII", data, 6 + 16 * number
        )
        one = _picture(data[start : start + size])
        removed += one.removed
        at = 6 + 16 * count + len(body)
        table += struct.pack("<BBBBHHII", wide, tall, colours, 0, planes, depth, len(one.data), at)
        body += one.data
    removed += ["data beside the picture"] if len(table + body) < len(data) and not removed else []
    return stripped(table + body, removed)


def _picture(data: bytes) -> Stripped:
    if data.startswith(png.SIGNATURE):
        return png.strip(data)
    return stripped(b"".join(bitmap.read(data, -1, doubled=True)), ())
