"""JPEG: the segments that the picture is decoded from, its colours and how it is turned."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing.strip import exif, icc
from briefing.strip.stripped import Stripped, Unsure, broken, stripped

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
TABLES, RESTARTS, HUFFMAN, LINES = 0xDB, 0xDD, 0xC4, 0xDC
FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what browsers show."""
JFIF, EXIF, ICC, ADOBE = b"JFIF\0", exif.PREFIX, b"ICC_PROFILE\0", b"Adobe"
NEXT = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])", re.DOTALL)
"""A marker in coded data: neither a stuffed byte nor a restart."""
LONGEST_PART = 65519
"""Bytes of a colour profile in one segment."""
Size = Callable[[bytes], int]


class Segment(NamedTuple):
    """A marker, what stands in its segment, and the coded data behind it."""

    marker: int
    payload: bytes
    coded: bytes = b""

    def written(self) -> bytes:
        return struct.pack(">BBH", 0xFF, self.marker, len(self.payload) + 2) + self.payload + self.coded


def strip(data: bytes, *, upright: bool = False) -> Stripped:
    """The picture alone; `upright` for those of which nobody reads how they are turned."""
    segments, rest = _read(data)
    removed = ["data behind the picture"] if rest else []
    profile = _profile(segments)
    kept: list[bytes] = []
    seen: set[bytes] = set()
    for segment in segments:
        word, replacement = _replacement(segment, profile, seen, upright=upright)
        kept.append(replacement)
        removed += [word] if word else []
    return stripped(b"\xff\xd8" + b"".join(kept) + b"\xff\xd9", removed)


def _read(data: bytes) -> tuple[list[Segment], bytes]:
    """The segments of a picture up to its end, and what stands behind that."""
    if data[:2] != b"\xff\xd8":
        raise Unsure("it is no JPEG picture, whatever its name says")
    segments: list[Segment] = []
    at = 2
    while True:
        found = NEXT.match(data, at)
        if not found:
            raise broken("it ends too early, or holds what belongs to no segment")
        marker, at = found[1][0], found.end()
        if marker == END:
            break
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data) or not _is_known(marker):
            raise broken(f"it has a segment of type {marker:02X} that no picture has")
        payload, at = data[at + 2 : at + length], at + length
        coded = b""
        if marker == SCAN:
            behind = NEXT.search(data, at)
            if not behind:
                raise broken("it ends too early")
            coded, at = data[at : behind.start()], behind.start()
        segments.append(Segment(marker, payload, coded))
    _check(segments)
    return segments, data[at:]


def _is_known(marker: int) -> bool:
    named = (SCAN, COMMENT, TABLES, RESTARTS, HUFFMAN, LINES)
    return marker in FRAMES or marker in named or 0xE0 <= marker <= 0xEF


def _check(segments: list[Segment]) -> None:
    """What decoding uses has the length that it says itself: there is no room for anything else."""
    markers = [segment.marker for segment in segments]
    frames = [at for at, marker in enumerate(markers) if marker in FRAMES]
    if len(frames) != 1 or SCAN not in markers or markers.index(SCAN) < frames[0]:
        raise broken("it does not hold one picture")
    for segment in segments:
        if len(segment.payload) != _length(segment):
            raise broken(f"its segment of type {segment.marker:02X} has a wrong length")


def _length(segment: Segment) -> int:
    payload = segment.payload
    match segment.marker:
        case marker if marker in FRAMES:
            return 6 + 3 * payload[5] if len(payload) > 5 else -1
        case 0xDA:
            return 4 + 2 * payload[0] if payload else -1
        case 0xDB:
            return sum(_sizes(payload, lambda table: 65 + 64 * (table[0] >> 4 & 1)))
        case 0xC4:
            return sum(_sizes(payload, lambda table: 17 + sum(table[1:17])))
        case 0xDD | 0xDC:
            return 2
    return len(payload)


def _sizes(payload: bytes, size_of: Size) -> Iterator[int]:
    while payload:
        size = size_of(payload)
        yield size
        payload = payload[size:]


def _profile(segments: list[Segment]) -> list[bytes]:
    """The colour profile, put together of its parts, reduced, and taken apart again."""
    parts = sorted(
        (segment.payload[len(ICC) : len(ICC) + 1], segment.payload[len(ICC) + 2 :])
        for segment in segments
        if segment.marker == 0xE2 and segment.payload.startswith(ICC)
    )
    whole = icc.reduced(b"".join(part for _, part in parts))
    pieces = [whole[at : at + LONGEST_PART] for at in range(0, len(whole), LONGEST_PART)]
    return [ICC + bytes((number, len(pieces))) + piece for number, piece in enumerate(pieces, 1)]


def _replacement(
    segment: Segment, profile: list[bytes], seen: set[bytes], *, upright: bool
) -> tuple[str, bytes]:
    """What is published of a segment, and a word for what is not."""
    marker, payload = segment.marker, segment.payload
    if marker == COMMENT:
        return "comment", b""
    if not 0xE0 <= marker <= 0xEF:
        return "", segment.written()
    name = next((one for one in (JFIF, EXIF, ICC, ADOBE) if payload.startswith(one)), b"")
    if not name or name in seen:
        return ("" if name == ICC else "application data"), b""
    kept: list[bytes] = []
    word = ""
    match marker, name:
        case 0xE0, b"JFIF\0" if len(payload) >= 14:
            kept = [payload[:12] + b"\0\0"]
            word = "thumbnail" if len(payload) > 14 else ""
        case 0xE1, b"Exif\0\0":
            least = b"" if upright else exif.kept(payload)
            kept, word = [EXIF + least] if least else [], "Exif"
        case 0xE2, b"ICC_PROFILE\0":
            kept, word = profile, "texts of the colour profile"
        case 0xEE, b"Adobe" if len(payload) >= 12:
            kept = [ADOBE + b"\0\x64" + bytes(4) + payload[11:12]]
        case _:
            return "application data", b""
    seen.add(name)
    written = b"".join(Segment(marker, one).written() for one in kept)
    return ("" if written == segment.written() else word), written
