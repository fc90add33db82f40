"""verify.py, which has no library, takes just the signatures of Ed25519 that it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

import verify

VECTORS = Path(__file__).with_name("ed25519.txt")
# Encodings of the eight points of small order, found by multiplying points of the curve by its large prime;
# then those of them that can be written a second time, with a y of P or more or the sign of a zero.
SMALL = (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
)
WRITTEN_AGAIN = (
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def vectors() -> list[tuple[bytes, bytes, bytes]]:
    lines = VECTORS.read_text(encoding="ascii").splitlines()[1:]
    found = [[b"" if word == "-" else bytes.fromhex(word) for word in line.split()] for line in lines]
    return [(key, message, signature) for key, message, signature in found]


def test_all_five_vectors_are_there() -> None:
    assert [len(message) for _, message, _ in vectors()] == [0, 1, 2, 1023, 64]


@pytest.mark.parametrize(("key", "message", "signature"), vectors())
def test_the_vectors_of_the_standard_are_signatures_and_no_neighbour_is(
    key: bytes, message: bytes, signature: bytes
) -> None:
    assert verify.is_signed(message, signature, key)

    for bit in (0, 7, 100, 255, 256, 300, 511):
        assert not verify.is_signed(message, flipped(signature, bit), key)
    assert not verify.is_signed(message + b"\0", signature, key)
    assert not verify.is_signed(message, signature, flipped(key, 3))
    assert not verify.is_signed(message, signature[:63], key)
    assert not verify.is_signed(message, signature, key[:31])


def flipped(data: bytes, bit: int) -> bytes:
    return (int.from_bytes(data, "little") ^ (1 << bit)).to_bytes(len(data), "little")


@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.integers(0, 511))
def test_what_the_library_signs_is_signed_and_one_bit_more_is_not(
    seed: bytes, message: bytes, bit: int
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)

    assert verify.is_signed(message, signature, public)
    assert not verify.is_signed(message, flipped(signature, bit), public)


def test_a_signature_that_adds_the_order_is_another_way_to_write_one() -> None:
    signature = KEY.sign(b"site")
    factor = int.from_bytes(signature[32:], "little") + verify.ORDER

    assert not verify.is_signed(b"site", signature[:32] + factor.to_bytes(32, "little"), PUBLIC)


@pytest.mark.parametrize("point", SMALL + WRITTEN_AGAIN)
def test_no_key_is_of_small_order(point: str) -> None:
    """With such a key, this signature would be of every message, or of every eighth."""
    key, nothing = bytes.fromhex(point), bytes(32)

    for first in map(bytes.fromhex, SMALL):
        assert not any(verify.is_signed(bytes([n]), first + nothing, key) for n in range(4))


@pytest.mark.parametrize("point", SMALL + WRITTEN_AGAIN)
def test_no_signature_begins_with_a_point_of_small_order(point: str) -> None:
    assert not verify.is_signed(b"site", bytes.fromhex(point) + bytes(32), PUBLIC)
    with pytest.raises(ValueError, match="point"):
        verify._point(bytes.fromhex(point))


@pytest.mark.parametrize("y", [2, 2**255 - 20 + 5, 2**255 - 1])
def test_bytes_that_are_no_point_are_no_key(y: int) -> None:
    with pytest.raises(ValueError, match="no point"):
        verify._point(y.to_bytes(32, "little"))
