"""WebP: the chunks that the picture is decoded from, its colours and how it is turned."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from briefing.strip import exif, icc
from briefing.strip.stripped import Stripped, Unsure, broken, stripped

CODED = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
FRAME = 16
"""Bytes that stand before the chunks of a frame."""
HAS_PROFILE, HAS_ALPHA, HAS_EXIF, MOVES = 0x20, 0x10, 0x08, 0x02


class Chunk(NamedTuple):
    """A type and what it holds."""

    type_: bytes
    data: bytes

    def written(self) -> bytes:
        return self.type_ + struct.pack("<I", len(self.data)) + self.data + bytes(len(self.data) % 2)


def strip(data: bytes) -> Stripped:
    """The picture alone."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise Unsure("it is no WebP picture, whatever its name says")
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise broken("it ends too early")
    chunks = list(_chunks(data[12:end]))
    kept = _plain(chunks) if not chunks or chunks[0].type_ in CODED else _extended(chunks)
    body = b"WEBP" + b"".join(chunk.written() for chunk in kept)
    removed = {_word(chunk) for chunk in chunks if chunk not in kept}
    if len(data) > end + end % 2:
        removed.add("data behind the picture")
    return stripped(b"RIFF" + struct.pack("<I", len(body)) + body, removed - {""})


def _chunks(data: bytes) -> Iterator[Chunk]:
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise broken("it ends too early")
        yield Chunk(data[at : at + 4], data[at + 8 : at + 8 + size])
        at += 8 + size + size % 2


def _plain(chunks: list[Chunk]) -> list[Chunk]:
    """A file of one picture."""
    if not chunks or not _is_picture(chunks[0]):
        raise broken("it holds no picture")
    return chunks[:1]


def _extended(chunks: list[Chunk]) -> list[Chunk]:
    """A file with a header that says what else it has; it says so of what is left."""
    header = chunks[0]
    if header.type_ != b"VP8X" or len(header.data) != 10:
        raise broken("it has no header")
    found: dict[bytes, Chunk] = {}
    for chunk in chunks[1:]:
        found.setdefault(chunk.type_, chunk)
    moves = b"ANMF" in found
    profile = icc.reduced(found[b"ICCP"].data) if b"ICCP" in found else b""
    turned = exif.kept(found[b"EXIF"].data) if b"EXIF" in found else b""
    flags = header.data[0] & HAS_ALPHA | (MOVES if moves else 0)
    flags |= (HAS_PROFILE if profile else 0) | (HAS_EXIF if turned else 0)
    return [
        Chunk(b"VP8X", bytes((flags, 0, 0, 0)) + header.data[4:]),
        *([Chunk(b"ICCP", profile)] if profile else []),
        *(_frames(chunks) if moves else _picture(chunks)),
        *([Chunk(b"EXIF", turned)] if turned else []),
    ]


def _picture(chunks: list[Chunk]) -> list[Chunk]:
    """The coded picture, and before it its transparency."""
    pictures = [chunk for chunk in chunks if _is_picture(chunk)]
    if len(pictures) != 1:
        raise broken("it does not hold one picture")
    alpha = [chunk for chunk in chunks if chunk.type_ == b"ALPH"]
    return [*(alpha[:1] if pictures[0].type_ == b"VP8 " else []), *pictures]


def _frames(chunks: list[Chunk]) -> list[Chunk]:
    control = [chunk for chunk in chunks if chunk.type_ == b"ANIM" and len(chunk.data) == 6]
    if len(control) != 1:
        raise broken("its animation has no beginning")
    frames = [chunk for chunk in chunks if chunk.type_ == b"ANMF"]
    return [*control, *(_frame(chunk) for chunk in frames)]


def _frame(frame: Chunk) -> Chunk:
    inside = _picture(list(_chunks(frame.data[FRAME:])))
    return Chunk(b"ANMF", frame.data[:FRAME] + b"".join(chunk.written() for chunk in inside))


def _is_picture(chunk: Chunk) -> bool:
    lossless = chunk.type_ == b"VP8L" and chunk.data[:1] == b"\x2f"
    return lossless or (chunk.type_ == b"VP8 " and chunk.data[3:6] == b"\x9d\x01\x2a")


def _word(chunk: Chunk) -> str:
    """What a chunk is called that is not published as it was."""
    match chunk.type_:
        case b"EXIF":
            return "Exif"
        case b"XMP ":
            return "XMP"
        case b"ICCP":
            return "texts of the colour profile"
        case b"VP8X" | b"ANIM":
            return ""
    return "unknown chunks"
