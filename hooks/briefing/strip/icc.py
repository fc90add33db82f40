"""Colour profiles, reduced to the numbers that colours are computed with: their texts go."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from types import MappingProxyType

HEADER = 128
SIGNATURE = b"acsp"
SPACES = frozenset({b"RGB ", b"GRAY", b"CMYK"})
CLASSES = frozenset({b"mntr", b"scnr", b"prtr", b"spac"})
CONNECTIONS = frozenset({b"XYZ ", b"Lab "})
TAGS = frozenset(
    (
        b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"bTRC", b"bXYZ", b"bkpt", b"chad", b"gTRC",
        b"gXYZ", b"kTRC", b"rTRC", b"rXYZ", b"wtpt",
    )
)  # fmt: skip
ENOUGH = (
    frozenset({b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}),
    frozenset({b"kTRC"}),
    frozenset({b"A2B0"}),
)
"""With one of these sets a profile can be used."""
MOST_TAGS = 100
PARAMETERS: Mapping[int, int] = MappingProxyType({0: 1, 1: 3, 2: 4, 3: 5, 4: 7})
WHITE = struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
"""The illuminant that all profiles are related to."""


def reduced(profile: bytes) -> bytes:
    """The profile without texts, names, dates and unknown parts; empty where no usable one is left."""
    try:
        return _reduced(profile)
    except struct.error:
        return b""


def _reduced(profile: bytes) -> bytes:
    kind, space, connection = profile[12:16], profile[16:20], profile[20:24]
    known = space in SPACES and kind in CLASSES and connection in CONNECTIONS
    if not known or profile[36:40] != SIGNATURE:
        return b""
    (count,) = struct.unpack_from(">I", profile, HEADER)
    if count > MOST_TAGS:
        return b""
    tags = {}
    for number in range(count):
        name, start, size = struct.unpack_from(">4sII", profile, HEADER + 4 + 12 * number)
        if name in TAGS and (held := _numbers(profile[start : start + size])):
            tags[name] = held
    if not any(needed <= tags.keys() for needed in ENOUGH):
        return b""
    (intent,) = struct.unpack_from(">I", profile, 64)
    return _written(tags, kind, space, connection, profile[8:10] + b"\0\0", intent % 4)


def _numbers(element: bytes) -> bytes:
    """An element of a known type, cut to the length that its own numbers give it; else nothing."""
    size = _size(element)
    return element[:4] + bytes(4) + element[8:size] if 8 < size <= len(element) else b""


def _size(element: bytes) -> int:
    match element[:4]:
        case b"XYZ ":
            return 20
        case b"sf32":
            return 44
        case b"curv":
            (count,) = struct.unpack_from(">I", element, 8)
            return 12 + 2 * int(count)
        case b"para":
            (function,) = struct.unpack_from(">H", element, 8)
            return 12 + 4 * PARAMETERS[function] if function in PARAMETERS else 0
        case b"mft1":
            inputs, outputs, grid = element[8:11]
            return 48 + 256 * (inputs + outputs) + int(grid**inputs) * outputs
        case b"mft2":
            inputs, outputs, grid = struct.unpack_from(">BBB", element, 8)
            into, out_of = struct.unpack_from(">HH", element, 48)
            return 52 + 2 * int(into * inputs + grid**inputs * outputs + out_of * outputs)
    return 0


def _written(
    tags: Mapping[bytes, bytes], kind: bytes, space: bytes, connection: bytes, version: bytes, intent: int
) -> bytes:
    table, body = b"", b""
    start = HEADER + 4 + 12 * len(tags)
    for name, element in sorted(tags.items()):
        table += struct.pack(">4sII", name, start + len(body), len(element))
        body += element + bytes(-len(element) % 4)
    header = struct.pack(
        ">I4s4s4s4s4s12s4s24sI12s48s",
        start + len(body), b"", version, kind, space, connection, b"", SIGNATURE, b"", intent, WHITE, b"",
    )  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + body
