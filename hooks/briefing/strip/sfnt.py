"""TrueType fonts inside papers: the tables that glyphs are drawn from; names and licences go."""

from __future__ import annotations

import struct

from briefing.strip.stripped import broken

DRAWING = frozenset(
    (
        b"CFF ", b"OS/2", b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp",
        b"post", b"prep", b"vhea", b"vmtx",
    )
)  # fmt: skip
KINDS = frozenset({b"\0\1\0\0", b"true", b"OTTO"})
MOST_TABLES = 100


def reduced(font: bytes) -> bytes:
    """The font with no other tables than those it is drawn from."""
    if font[:4] not in KINDS or len(font) < 12:
        raise broken("a font in it cannot be read")
    (count,) = struct.unpack_from(">H", font, 4)
    if count > MOST_TABLES or len(font) < 12 + 16 * count:
        raise broken("a font in it ends too early")
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count)]
    tables = {
        name: (sum_, font[start : start + size]) for name, sum_, start, size in entries if name in DRAWING
    }
    directory, body = b"", b""
    start = 12 + 16 * len(tables)
    for name, (sum_, table) in sorted(tables.items()):
        directory += struct.pack(">4sIII", name, sum_, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    fit = max(len(tables).bit_length() - 1, 0)
    sizes = struct.pack(">HHHH", len(tables), 16 << fit, fit, 16 * len(tables) - (16 << fit))
    return font[:4] + sizes + directory + body
