"""BMP pictures: header, colours and rows, each as long as the header says."""

from __future__ import annotations

import struct
from typing import NamedTuple

from briefing.strip.stripped import Stripped, Unsure, broken, stripped

FILE = 14
PLAIN, V4, V5 = 40, 108, 124
UNPACKED, MASKS = 0, 3
MOST_BYTES = 200_000_000
SRGB = 0x73524742
OTHERWISE = "save it as PNG"


class Bitmap(NamedTuple):
    """A picture as a header, what belongs to it (masks or colours), and rows from some place on."""

    header: bytes
    table: bytes
    rows: bytes


def strip(data: bytes) -> Stripped:
    """The picture alone."""
    if data[:2] != b"BM" or len(data) < FILE + PLAIN:
        raise Unsure("it is no BMP picture, whatever its name says")
    (start,) = struct.unpack_from("<I", data, 10)
    one = read(data[FILE:], start - FILE)
    start = FILE + len(one.header) + len(one.table)
    size = start + len(one.rows)
    kept = struct.pack("<2sIII", b"BM", size, 0, start) + one.header + one.table + one.rows
    return stripped(kept, ["data beside the picture"] if kept != data else [])


def read(data: bytes, start: int, *, doubled: bool = False) -> Bitmap:
    """A picture whose rows begin at `start`, behind the colours where that is negative.

    An icon's picture says twice its height, for its transparency follows it.
    """
    if len(data) < PLAIN:
        raise broken("it ends too early")
    size, width, height, planes, depth, packing, _, across, down, used, _ = struct.unpack_from(
        "<IiiHHIIiiII", data
    )
    if size not in (PLAIN, V4, V5) or packing not in (UNPACKED, MASKS) or depth not in (1, 4, 8, 16, 24, 32):
        raise Unsure("it is a kind of BMP picture that is not read here", OTHERWISE)
    if width <= 0 or not height or planes != 1 or used > 256 or len(data) < size:
        raise broken("its header says what no picture is")
    masks = 12 if size == PLAIN and packing == MASKS else 0
    colours = (min(used, 1 << depth) or 1 << depth) if depth <= 8 else 0
    table = data[size : size + masks + 4 * colours]
    tall = abs(height) // 2 if doubled else abs(height)
    begin = start if start >= 0 else size + len(table)
    rows = _rows(data[begin:], width, tall, depth)
    mask = data[begin + len(rows) :]
    if doubled and (mask or depth < 32):  # with 32 bits a pixel says itself how transparent it is
        rows += _rows(mask, width, tall, 1)
    header = struct.pack(
        "<IiiHHIIiiII", size, width, height, 1, depth, packing, len(rows), across, down, colours, 0
    )
    if size > PLAIN:
        header += data[PLAIN:56] + struct.pack("<I", SRGB) + bytes(size - 60)
    return Bitmap(header, table, rows)


def _rows(data: bytes, width: int, height: int, depth: int) -> bytes:
    """All rows; what fills each up to a multiple of four bytes says nothing any more."""
    used, stride = (width * depth + 7) // 8, (width * depth + 31) // 32 * 4
    if stride * height > min(len(data), MOST_BYTES):
        raise broken("it ends too early")
    if used == stride:
        return data[: stride * height]
    filling = bytes(stride - used)
    return b"".join(data[at : at + used] + filling for at in range(0, stride * height, stride))
