"""PNG: the chunks that the picture is decoded from, and its frames where it moves."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.strip import exif, icc
from briefing.strip.stripped import Stripped, Unsure, broken, stripped

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 100_000_000
MOST_BYTES = 1_000_000_000
"""Of all frames, decompressed."""
SIZES: Mapping[bytes, tuple[int, int]] = MappingProxyType(
    {
        b"IHDR": (13, 13), b"PLTE": (3, 768), b"tRNS": (1, 256), b"gAMA": (4, 4), b"cHRM": (32, 32),
        b"sRGB": (1, 1), b"cICP": (4, 4), b"sBIT": (1, 4), b"bKGD": (1, 6), b"pHYs": (9, 9),
        b"mDCV": (24, 24), b"cLLI": (8, 8), b"acTL": (8, 8), b"fcTL": (26, 26), b"IEND": (0, 0),
    }
)  # fmt: skip
"""Chunks that are kept as they are, with the fewest and the most bytes that they can have."""
FRAMES = frozenset({b"acTL", b"fcTL", b"fdAT"})
MANY = frozenset({b"fcTL", b"fdAT", b"IDAT"})
CHANNELS: Mapping[int, int] = MappingProxyType({0: 1, 2: 3, 3: 1, 4: 2, 6: 4})
PASSES = ((0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2))
"""Of Adam7: first column, step, first row, step."""
WORDS: Mapping[bytes, str] = MappingProxyType(
    {b"eXIf": "Exif", b"iTXt": "text", b"tEXt": "text", b"zTXt": "text", b"tIME": "time"}
)


class Chunk(NamedTuple):
    """A type and what it holds."""

    type_: bytes
    data: bytes

    def written(self) -> bytes:
        size, sum_ = struct.pack(">I", len(self.data)), zlib.crc32(self.type_ + self.data)
        return size + self.type_ + self.data + struct.pack(">I", sum_)


class Header(NamedTuple):
    """What the first chunk says."""

    width: int
    height: int
    bits: int
    interlaced: bool

    def length(self, width: int, height: int) -> int:
        """Bytes of a picture of this size, unpacked: each row has a byte for its filter."""
        if not self.interlaced:
            return height * (1 + (width * self.bits + 7) // 8)
        sizes = (
            ((width - left + across - 1) // across, (height - top + down - 1) // down)
            for left, across, top, down in PASSES
        )
        return sum(rows * (1 + (columns * self.bits + 7) // 8) for columns, rows in sizes if columns > 0)


def strip(data: bytes) -> Stripped:
    """The picture alone."""
    chunks, rest = _read(data)
    removed = ["data behind the picture"] if rest else []
    header = _header(chunks)
    if _moves(chunks):
        _check_order(chunks)
    else:
        removed += ["frames without animation"] if any(one.type_ in FRAMES for one in chunks) else []
        chunks = [one for one in chunks if one.type_ not in FRAMES]
    kept: list[Chunk] = []
    for chunk in _once(chunks):
        word, replacement = _replacement(chunk)
        removed += [word] if word else []
        kept += [replacement] if replacement else []
    cut = list(_cut(kept, header))
    if b"".join(one.data for one in cut) != b"".join(one.data for one in kept):
        removed.append("data behind the picture")
    return stripped(SIGNATURE + b"".join(chunk.written() for chunk in cut), removed)


def _read(data: bytes) -> tuple[list[Chunk], bytes]:
    """All chunks up to the end, and what stands behind that."""
    if not data.startswith(SIGNATURE):
        raise Unsure("it is no PNG picture, whatever its name says")
    chunks: list[Chunk] = []
    at = len(SIGNATURE)
    while not chunks or chunks[-1].type_ != b"IEND":
        size = int.from_bytes(data[at : at + 4], "big")
        chunk = Chunk(data[at + 4 : at + 8], data[at + 8 : at + 8 + size])
        end = at + 12 + size
        if end > len(data) or data[end - 4 : end] != struct.pack(">I", zlib.crc32(chunk.type_ + chunk.data)):
            raise broken("it ends too early, or a sum in it is wrong")
        chunks.append(chunk)
        at = end
    return chunks, data[at:]


def _header(chunks: list[Chunk]) -> Header:
    first = chunks[0]
    if first.type_ != b"IHDR" or len(first.data) != 13:
        raise broken("it has no header")
    width, height, depth, colours, packing, filters, interlaced = struct.unpack(">IIBBBBB", first.data)
    valid = colours in CHANNELS and depth in (1, 2, 4, 8, 16) and not packing and not filters
    if not valid or interlaced > 1 or not width or not height:
        raise broken("its header says what no picture is")
    if width * height > MOST_PIXELS:
        raise Unsure(f"it has {width} × {height} pixels, {MOST_PIXELS} at most", "make it smaller")
    return Header(width, height, depth * CHANNELS[colours], bool(interlaced))


def _moves(chunks: list[Chunk]) -> bool:
    """Whether it is an animation: its control chunk stands before the picture."""
    types = [chunk.type_ for chunk in chunks]
    return b"acTL" in types and b"IDAT" in types and types.index(b"acTL") < types.index(b"IDAT")


def _check_order(chunks: list[Chunk]) -> None:
    types = [chunk.type_ for chunk in chunks]
    if b"fcTL" not in types[: types.index(b"IDAT")]:
        raise Unsure("its first picture is hidden behind an animation", "save it without the hidden picture")


def _once(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """The chunks; of those that there can be one of, the first."""
    seen: set[bytes] = set()
    for chunk in chunks:
        if chunk.type_ in MANY or chunk.type_ not in seen:
            yield chunk
        seen.add(chunk.type_)


def _replacement(chunk: Chunk) -> tuple[str, Chunk | None]:
    """What is published of a chunk, and a word for what is not."""
    type_, data = chunk
    if type_ in (b"IDAT", b"fdAT"):
        return "", chunk
    if type_ in SIZES:
        fewest, most = SIZES[type_]
        if not fewest <= len(data) <= most:
            raise broken(f"its chunk {type_.decode('ascii')} has a wrong length")
        return "", chunk
    if type_ == b"eXIf":
        least = exif.kept(data)
        kept = Chunk(type_, least) if least else None
        return ("" if kept == chunk else "Exif"), kept
    if type_ == b"iCCP":
        kept = _profile(data)
        return ("" if kept == chunk else "texts of the colour profile"), kept
    if not type_[:1].islower():
        raise broken("it has a chunk that no viewer knows")
    return WORDS.get(type_, "unknown chunks"), None


def _profile(data: bytes) -> Chunk | None:
    """The colour profile, reduced; stored and not packed, for packers differ from machine to machine."""
    packed = data.partition(b"\0")[2][1:]
    profile, _ = unpacked(packed, 16_000_000)
    kept = icc.reduced(profile)
    return Chunk(b"iCCP", b"icc\0\0" + stored(kept)) if kept else None


def unpacked(packed: bytes, most: int) -> tuple[bytes, int]:
    """What was packed, and how many bytes the packing has; no more than `most` is unpacked."""
    reader = zlib.decompressobj()
    try:
        data = reader.decompress(packed, most + 1)
    except zlib.error as error:
        raise broken("it cannot be unpacked") from error
    if len(data) > most:
        raise Unsure("it holds more than its picture", "open it, and save it anew")
    if not reader.eof:
        raise broken("it ends too early")
    return data, len(packed) - len(reader.unused_data)


def stored(data: bytes) -> bytes:
    """The same as a zlib stream that is not packed."""
    blocks = [data[at : at + 65535] for at in range(0, len(data), 65535)] or [b""]
    written = (
        struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
        for number, block in enumerate(blocks, 1)
    )
    return b"\x78\x01" + b"".join(written) + struct.pack(">I", zlib.adler32(data))


def _cut(chunks: list[Chunk], header: Header) -> Iterator[Chunk]:
    """The chunks, with the data of each frame cut where its packing ends."""
    budget = MOST_BYTES
    width, height = header.width, header.height
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.type_ == b"fcTL":
            width, height = struct.unpack_from(">II", chunk.data, 4)
        if chunk.type_ not in (b"IDAT", b"fdAT"):
            yield chunk
            at += 1
            continue
        if chunk.type_ == b"IDAT":
            width, height = header.width, header.height
        frame = [chunk]
        while at + len(frame) < len(chunks) and chunks[at + len(frame)].type_ == chunk.type_:
            frame.append(chunks[at + len(frame)])
        length = header.length(width, height) if width <= header.width and height <= header.height else 0
        budget -= length
        if budget < 0:
            raise Unsure("its frames are too many or too large", "make it smaller")
        yield from _frame(frame, length)
        at += len(frame)


def _frame(chunks: list[Chunk], length: int) -> Iterator[Chunk]:
    """The chunks of one frame, cut where its packing ends; it must hold a picture of this length."""
    skipped = 4 if chunks[0].type_ == b"fdAT" else 0  # the number of the chunk
    packed = b"".join(chunk.data[skipped:] for chunk in chunks)
    data, left = unpacked(packed, length)
    if len(data) != length or not length:
        raise broken("it does not hold the picture that its header promises")
    for type_, held in chunks:
        part = held[skipped:][:left]
        left -= len(part)
        if part or skipped:
            yield Chunk(type_, held[:skipped] + part)
