"""GIF: its frames, how long each stays, and how often they are shown."""

from __future__ import annotations

from typing import NamedTuple

from briefing.strip.stripped import Stripped, Unsure, broken, stripped

MOST_BYTES = 12_000_000
"""The codes of a picture are read one by one."""
MOST_PIXELS = 200_000_000
EXTENSION, IMAGE, TRAILER = 0x21, 0x2C, 0x3B
CONTROL, COMMENT, APPLICATION = 0xF9, 0xFE, 0xFF
LOOPING = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
WIDEST = 12


class Blocks(NamedTuple):
    """A chain of blocks: what each holds, and where the chain ends."""

    parts: tuple[bytes, ...]
    end: int


def strip(data: bytes) -> Stripped:
    """The frames alone."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise Unsure("it is no GIF picture, whatever its name says")
    if len(data) > MOST_BYTES:
        raise Unsure(f"it has {len(data)} bytes, {MOST_BYTES} at most", "make it smaller, or save it as PNG")
    if len(data) < 13:
        raise broken("it ends too early")
    at = 13 + _table(data[10])
    kept, removed = [data[:at]], list[str]()
    control = b""
    pixels = frames = 0
    while (sign := data[at : at + 1]) != bytes((TRAILER,)):
        if sign == bytes((EXTENSION,)):
            blocks = _blocks(data, at + 2)
            word, written = _extension(data[at + 1 : at + 2], blocks)
            if data[at + 1] == CONTROL:
                control = written
            else:
                kept.append(written)
            removed += [word] if word else []
            at = blocks.end
        elif sign == bytes((IMAGE,)) and len(data) >= at + 10:
            width, height = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (5, 7))
            pixels, frames = pixels + width * height, frames + 1
            if pixels > MOST_PIXELS:
                raise Unsure("its frames are too many or too large", "make it smaller")
            start = at + 10 + _table(data[at + 9])
            blocks = _blocks(data, start + 1)
            coded = b"".join(blocks.parts)
            cut = _picture(coded, data[start : start + 1], width * height)
            removed += ["data behind a frame"] if len(cut) < len(coded) else []
            kept += [control, data[at : start + 1], _chained(cut)]
            control, at = b"", blocks.end
        else:
            raise broken("it ends too early, or holds what belongs to no frame")
    if not frames:
        raise broken("it holds no picture")
    removed += ["data behind the picture"] if data[at + 1 :] else []
    return stripped(b"".join(kept) + bytes((TRAILER,)), removed)


def _table(flags: int) -> int:
    """The bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> Blocks:
    parts: list[bytes] = []
    while at < len(data) and data[at]:
        parts.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    if at >= len(data):
        raise broken("it ends too early")
    return Blocks(tuple(parts), at + 1)


def _extension(label: bytes, blocks: Blocks) -> tuple[str, bytes]:
    """What is published of an extension, and a word for what is not."""
    parts = blocks.parts
    if label[0] == CONTROL and parts and len(parts[0]) == 4:
        return "", b"\x21\xf9\x04" + parts[0] + b"\0"
    if label[0] == APPLICATION and len(parts) > 1 and parts[0] in LOOPING and parts[1][:1] == b"\1":
        return "", b"\x21\xff\x0b" + parts[0] + b"\x03" + parts[1][:3].ljust(3, b"\0") + b"\0"
    return ("comment" if label[0] == COMMENT else "application data"), b""


def _chained(data: bytes) -> bytes:
    parts = (data[at : at + 255] for at in range(0, len(data), 255))
    return b"".join(bytes((len(part),)) + part for part in parts) + b"\0"


def _picture(coded: bytes, width: bytes, pixels: int) -> bytes:
    """The codes of one frame, cut behind the last that its pixels need."""
    if not width or not 1 <= width[0] <= 8:
        raise broken("a frame has no valid code size")
    codes = _Codes(coded, 1 << width[0])
    while pixels > 0:
        length = codes.read()
        if length is None:
            raise broken("a frame ends too early")
        pixels -= length
    # One code more was read by the decoders of old: where it is the end, it stays as it is.
    while codes.read() == 0:
        continue
    return _ended(coded, codes.end, codes.size, codes.clear + 1)


class _Codes:
    """The codes of a frame one after the other: how many pixels each stands for."""

    def __init__(self, coded: bytes, clear: int) -> None:
        self.clear = clear
        self.end = 0
        """The bit behind the last code."""
        self.size = 0
        self._coded = coded
        self._restart()

    def _restart(self) -> None:
        self._lengths = [1] * self.clear + [0, 0]
        self._size = self.clear.bit_length()
        self._last = 0

    def read(self) -> int | None:
        """The pixels of the next code: none for a new start; nothing at the end of the frame."""
        start, self.size = self.end, self._size
        self.end = start + self.size
        if self.end > 8 * len(self._coded):
            raise broken("a frame ends too early")
        held = int.from_bytes(self._coded[start // 8 : start // 8 + 3], "little")
        code = held >> start % 8 & (1 << self.size) - 1
        if code == self.clear:
            self._restart()
            return 0
        if code == self.clear + 1:
            return None
        if code > len(self._lengths) or (code == len(self._lengths) and not self._last):
            raise broken("a frame holds a code that means nothing")
        length = self._lengths[code] if code < len(self._lengths) else self._last + 1
        self._learn()
        self._last = length
        return length

    def _learn(self) -> None:
        if self._last and len(self._lengths) < 1 << WIDEST:
            self._lengths.append(self._last + 1)
            if len(self._lengths) == 1 << self._size and self._size < WIDEST:
                self._size += 1


def _ended(coded: bytes, end: int, size: int, code: int) -> bytes:
    """The data up to a bit, whose last code is the one that ends a frame."""
    start = end - size
    number = int.from_bytes(coded[start // 8 : (end + 7) // 8], "little")
    number = number & (1 << start % 8) - 1 | code << start % 8
    return coded[: start // 8] + number.to_bytes((end + 7) // 8 - start // 8, "little")
