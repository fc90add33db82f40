"""Pictures keep every pixel and say nothing besides."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageSequence

import pictures
from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import exif, files, icc
from briefing.strip.stripped import Stripped


def strip(name: str, data: bytes) -> Stripped:
    found = files.strip(SrcUri(name), data)
    assert isinstance(found, Stripped), found
    return found


def refused(name: str, data: bytes) -> Refusal:
    found = files.strip(SrcUri(name), data)
    assert isinstance(found, Refusal)
    return found


def frames(data: bytes) -> list[tuple[bytes, object]]:
    """What a viewer shows, picture by picture, and for how long."""
    return [
        (one.convert("RGBA").tobytes(), one.info.get("duration"))
        for one in ImageSequence.Iterator(Image.open(BytesIO(data)))
    ]


def unpacked(data: bytes) -> bytes:
    """All that lies packed somewhere in a file."""
    found = b""
    for at in range(len(data)):
        if data[at] == 0x78:
            try:
                found += zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                continue
    return found


@pytest.mark.parametrize("name", pictures.MADE)
def test_every_pixel_stays_and_every_word_goes(name: str) -> None:
    data = pictures.MADE[name]()

    found = strip(name, data)

    assert frames(found.data) == frames(data)
    assert len(found.data) < len(data)
    assert found.removed
    for said in (found.data, unpacked(found.data)):
        for form in (pictures.WORD, pictures.TEXT.encode("utf-16-be"), pictures.TEXT.encode("utf-16-le")):
            assert form not in said


@pytest.mark.parametrize("name", pictures.MADE)
def test_what_is_stripped_stays_as_it_is(name: str) -> None:
    once = strip(name, pictures.MADE[name]()).data

    assert strip(name, once) == Stripped(once, ())


@pytest.mark.parametrize("name", ["film.png", "film.gif", "film.webp"])
def test_films_are_shown_as_often_as_before(name: str) -> None:
    data = pictures.MADE[name]()

    found = strip(name, data).data

    assert Image.open(BytesIO(found)).info["loop"] == Image.open(BytesIO(data)).info["loop"]


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("type_", ["jpg", "png", "webp"])
def test_a_turned_picture_stays_turned(type_: str, turned: int) -> None:
    make = {"jpg": pictures.jpeg, "png": pictures.png, "webp": pictures.webp}[type_]

    kept = Image.open(BytesIO(strip(f"a.{type_}", make(turned=turned)).data)).getexif()

    assert dict(kept) == ({} if turned == 1 else {pictures.ORIENTATION: turned})


def test_colours_are_computed_as_before() -> None:
    profile = pictures.profile()
    kept = icc.reduced(profile)
    one, other = (ImageCms.ImageCmsProfile(BytesIO(held)) for held in (profile, kept))
    lab = ImageCms.createProfile("LAB")

    before, after = (
        ImageCms.applyTransform(
            pictures.drawn(), ImageCms.buildTransform(held, lab, "RGB", "LAB")
        )
        for held in (one, other)
    )  # fmt: skip

    assert before is not None
    assert after is not None
    assert before.tobytes() == after.tobytes()
    assert len(kept) < len(profile)


@pytest.mark.parametrize("end", [0, 4, 127, 128, 131, 140, 200, 400])
def test_a_broken_profile_is_left_out(end: int) -> None:
    assert icc.reduced(pictures.profile()[:end]) == b""


def test_exif_that_says_nothing_valid_is_upright() -> None:
    assert exif.orientation(b"II*\0") == 1
    assert exif.orientation(b"nonsense" * 9) == 1
    assert exif.orientation(exif.minimal(6)[:16]) == 1
    assert exif.orientation(exif.minimal(9)) == 1
    assert exif.orientation(b"MM\0*\xff\xff\xff\xff") == 1


@pytest.mark.parametrize("name", ["photo.jpg", "plain.png", "film.gif", "exact.webp", "rows.bmp", "icon.ico"])
@pytest.mark.parametrize(
    "data",
    [b"", b"<html><script>alert(1)</script>", b"%PDF-1.7\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
)
def test_what_is_no_picture_is_refused(name: str, data: bytes) -> None:
    assert "whatever its name says" in refused(name, data).reason


def test_a_picture_under_another_s_name_is_refused() -> None:
    assert "no PNG" in refused("a.png", pictures.jpeg()).reason
    assert "no JPEG" in refused("a.jpg", pictures.png()).reason


def test_the_second_picture_of_a_telephone_s_camera_goes() -> None:
    one, other = pictures.drawn(), pictures.drawn().rotate(180)
    data = pictures.saved(one, "MPO", save_all=True, append_images=[other], exif=pictures.exif(1))

    found = strip("a.jpg", data)

    assert found.data == strip("a.jpg", pictures.saved(one, "JPEG")).data
    assert {"application data", "data behind the picture"} <= set(found.removed)


@pytest.mark.parametrize("name", pictures.MADE)
def test_half_a_picture_is_refused(name: str) -> None:
    data = pictures.MADE[name]()

    assert refused(name, data[: len(data) // 4]).reason


def test_a_page_behind_a_picture_is_cut_off() -> None:
    page = b"<script>alert('" + pictures.WORD + b"')</script>"

    for name, data in ((name, make() + page) for name, make in pictures.MADE.items()):
        assert b"<script" not in strip(name, data).data, name


def png_of(*chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(pictures.png_chunk(*one) for one in chunks)


def header(width: int, height: int) -> bytes:
    return struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)


def test_rows_below_the_picture_are_refused() -> None:
    rows = (b"\0" + bytes(4)) * 5 + pictures.WORD
    data = png_of((b"IHDR", header(4, 5)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))

    assert "more than its picture" in refused("a.png", data).reason


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    small = png_of((b"IHDR", header(4, 5)), (b"IDAT", bomb), (b"IEND", b""))
    large = png_of((b"IHDR", header(2**20, 2**20)), (b"IDAT", bomb), (b"IEND", b""))

    assert "more than its picture" in refused("a.png", small).reason
    assert "pixels" in refused("a.png", large).reason


def test_a_picture_hidden_behind_a_film_is_refused() -> None:
    first, *rest = pictures.frames()
    data = pictures.saved(
        pictures.drawn(), "PNG", save_all=True, append_images=[first, *rest], default_image=True
    )

    assert "hidden" in refused("a.png", data).reason


def test_frames_without_a_film_are_left_out() -> None:
    data = pictures.png()
    stray = pictures.png_chunk(b"fdAT", b"\0\0\0\1" + pictures.WORD)

    found = strip("a.png", data[:33] + stray + data[33:])

    assert found == Stripped(strip("a.png", data).data, found.removed)
    assert "frames without animation" in found.removed


def test_a_frame_of_a_gif_ends_where_its_pixels_do() -> None:
    """Codes that follow the last pixel are read by nobody."""
    data = pictures.saved(pictures.drawn("P"), "GIF")
    longer = bytearray(data)
    tall = 13 + (3 << (data[10] & 7) + 1) + 7
    while longer[tall - 7] != 0x2C:
        tall += 1
    longer[tall : tall + 2] = struct.pack("<H", 11)  # of 23 rows, the frame shows 11

    found = strip("a.gif", bytes(longer))

    assert frames(found.data) == frames(bytes(longer))
    assert len(found.data) < len(longer) - 300


def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    assert "at most" in refused("a.png", bytes(files.MOST_BYTES + 1)).reason
