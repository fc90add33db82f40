"""Pictures with a word in every place that is not to be seen, made by another program than ours."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

WORD = b"zqcanary7x"
TEXT = WORD.decode()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + WORD + b"</x:xmpmeta>"
ORIENTATION = 0x0112


def drawn(mode: str = "RGB", size: tuple[int, int] = (37, 23)) -> Image.Image:
    """A picture in which no two rows are the same."""
    width, height = size
    one = Image.new("RGB", size)
    one.putdata([(x * 6 % 256, y * 11 % 256, (x * y) % 256) for y in range(height) for x in range(width)])
    return one.convert(mode)


def profile() -> bytes:
    """Colours of the screen, with a word in their description."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    named = plain.replace("sRGB built-in".encode("utf-16-be"), f"{TEXT}   ".encode("utf-16-be"))
    assert named != plain
    return named


def exif(turned: int = 6) -> bytes:
    """A word in the main part, in the camera's, in the place, and in the maker's own."""
    held = Image.Exif()
    held[ORIENTATION] = turned
    held[0x010E] = held[0x013B] = held[0x8298] = TEXT
    held.get_ifd(0x8769)[0x927C] = WORD * 9
    held.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + WORD
    held.get_ifd(0x8825)[29] = TEXT
    return held.tobytes()


def saved(one: Image.Image, type_: str, **more: Any) -> bytes:
    file = BytesIO()
    one.save(file, type_, **more)
    return file.getvalue()


def jpeg(mode: str = "RGB", turned: int = 6, **more: Any) -> bytes:
    """A photograph with all that cameras and editors put in, a second picture behind it, and words."""
    data = saved(drawn(mode), "JPEG", exif=exif(turned), icc_profile=profile(), comment=WORD, xmp=XMP, **more)
    second = saved(drawn(), "JPEG", comment=WORD)
    extended = b"http://ns.adobe.com/xmp/extension/\0" + WORD * 40
    thumbnail = b"JFXX\0\x10" + second
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10" + WORD
    parts = (
        (0xE1, extended),
        (0xE0, thumbnail),
        (0xED, iptc),
        (0xE2, b"FPXR\0" + WORD),
        (0xEF, WORD),
        (0xFE, WORD),
    )
    inserted = b"".join(struct.pack(">BBH", 0xFF, marker, len(part) + 2) + part for marker, part in parts)
    return data[:2] + inserted + data[2:] + second + WORD


def png_chunk(type_: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + type_ + data + struct.pack(">I", zlib.crc32(type_ + data))


def png(mode: str = "RGB", turned: int = 6, **more: Any) -> bytes:
    """Words in texts plain, packed and international, in time, Exif, profile, own chunks and behind all."""
    texts = PngInfo()
    texts.add_text(TEXT, TEXT)
    texts.add_text("Comment", TEXT * 9, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    profile_ = {} if mode in ("L", "1", "LA") else {"icc_profile": profile()}
    data = saved(drawn(mode), "PNG", pnginfo=texts, exif=exif(turned), dpi=(72, 72), **profile_, **more)
    extra = png_chunk(b"prVt", WORD) + png_chunk(b"sPLT", WORD + b"\0\x08") + png_chunk(b"tIME", WORD[:7])
    start = data.index(b"IDAT") - 4
    end = start + 12 + struct.unpack_from(">I", data, start)[0]
    idat = png_chunk(b"IDAT", data[start + 8 : end - 4] + WORD)
    return data[:start] + extra + idat + data[end:-12] + png_chunk(b"zzAp", WORD) + data[-12:] + WORD


def frames(count: int = 3) -> list[Image.Image]:
    return [drawn().rotate(90 * number) for number in range(count)]


def apng() -> bytes:
    first, *rest = frames()
    texts = PngInfo()
    texts.add_text("Comment", TEXT)
    return saved(first, "PNG", save_all=True, append_images=rest, pnginfo=texts, duration=120, loop=2)


def gif() -> bytes:
    """A film of three pictures: words in comments, own blocks, behind a frame and behind all."""
    first, *rest = (one.convert("P") for one in frames())
    data = saved(first, "GIF", save_all=True, append_images=rest, comment=WORD, duration=120, loop=3)
    own = b"\x21\xff\x0bXMP DataXMP" + bytes((len(XMP),)) + XMP + b"\0"
    start = 13 + (3 << (data[10] & 7) + 1)
    return data[:start] + own + data[start:-2] + bytes((len(WORD),)) + WORD + data[-2:] + WORD


def webp(*, lossless: bool = True, turned: int = 6) -> bytes:
    data = saved(drawn("RGBA"), "WEBP", lossless=lossless, exif=exif(turned), xmp=XMP, icc_profile=profile())
    body = data[12:] + b"zzAP" + struct.pack("<I", len(WORD)) + WORD
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body + WORD


def moving_webp() -> bytes:
    first, *rest = frames()
    return saved(first, "WEBP", save_all=True, append_images=rest, lossless=True, xmp=XMP, exif=exif(1))


def bmp(mode: str = "RGB") -> bytes:
    """Words behind the picture, before it and in what fills up its rows."""
    data = bytearray(saved(drawn(mode), "BMP"))
    (start,) = struct.unpack_from("<I", data, 10)
    data[6:10] = WORD[:4]
    if mode == "RGB":
        data[start + 111] = 0x7A
    struct.pack_into("<I", data, 10, start + len(WORD))
    return bytes(data[:start]) + WORD + bytes(data[start:]) + WORD


def icon() -> bytes:
    return saved(drawn("RGBA", (48, 48)), "ICO", sizes=[(16, 16), (48, 48)]) + WORD


def bitmap_icon() -> bytes:
    return saved(drawn("RGBA", (32, 32)), "ICO", sizes=[(16, 16), (32, 32)], bitmap_format="bmp") + WORD


MADE: Mapping[str, Callable[[], bytes]] = {
    "photo.jpg": jpeg,
    "grey.jpeg": lambda: jpeg("L"),
    "print.jpg": lambda: jpeg("CMYK"),
    "progressive.jpg": lambda: jpeg(progressive=True, optimize=True),
    "restarts.jpg": lambda: jpeg(restart_marker_rows=1),
    "plain.png": png,
    "alpha.png": lambda: png("RGBA"),
    "palette.png": lambda: png("P", transparency=3),
    "grey.png": lambda: png("L"),
    "bits.png": lambda: png("1"),
    "film.png": apng,
    "film.gif": gif,
    "exact.webp": webp,
    "lossy.webp": lambda: webp(lossless=False),
    "film.webp": moving_webp,
    "rows.bmp": bmp,
    "palette.bmp": lambda: bmp("P"),
    "deep.bmp": lambda: bmp("RGBA"),
    "icon.ico": icon,
    "old.ico": bitmap_icon,
}
