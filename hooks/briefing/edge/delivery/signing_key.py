"""Keys to sign with, in minisign's files: the secret one, under a password or none, and the public one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

ED25519, SCRYPT, PLAIN, BLAKE2B = b"Ed", b"Sc", b"\0\0", b"B2"
OPERATIONS, MEMORY = 1 << 25, 1 << 30
"""What minisign makes a guesser of passwords spend on each guess: some seconds and a gibibyte."""
MOST_MEMORY = 1 << 32
BLOCK = 8
"""Scrypt's r; libsodium knows no other."""


class NoKey(Exception):
    """What was given is no secret key, or the password is not its own."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A secret key and the id that its signatures name it by."""

    id: bytes
    secret: Ed25519PrivateKey

    def __str__(self) -> str:
        return f"{int.from_bytes(self.id, 'little'):016X}"


def read(text: str, password: Callable[[], bytes]) -> SigningKey:
    """The key in a file of minisign; the password is asked for only if it has one."""
    lines = text.split("\n")
    try:
        data = base64.b64decode(lines[1].strip(), validate=True)
    except (IndexError, ValueError):
        raise NoKey("it is no secret key of minisign") from None
    if len(data) != 158 or (data[:2], data[4:6]) != (ED25519, BLAKE2B) or data[2:4] not in (SCRYPT, PLAIN):
        raise NoKey("it is no secret key of minisign")
    held = data[54:]
    if data[2:4] == SCRYPT:
        operations, memory = (int.from_bytes(data[at : at + 8], "little") for at in (38, 46))
        held = _mixed(held, password(), data[6:38], _cost(operations, memory))
    key, seed, public, check = held[:8], held[8:40], held[40:72], held[72:]
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    # minisign leaves a key without a password without a check sum, too.
    if data[2:4] == SCRYPT and check != _check(key, seed + public):
        raise NoKey("the password is not its own")
    if public != secret.public_key().public_bytes_raw():
        raise NoKey("the key is damaged")
    return SigningKey(key, secret)


def secret_text(key: SigningKey, password: bytes | None, salt: bytes) -> str:
    """What the file of a secret key holds; without a password, who can read the file can sign."""
    both = key.secret.private_bytes_raw() + key.secret.public_key().public_bytes_raw()
    held = key.id + both + _check(key.id, both)
    if password is None:
        data = ED25519 + PLAIN + BLAKE2B + bytes(48) + held
    else:
        spent = OPERATIONS.to_bytes(8, "little") + MEMORY.to_bytes(8, "little")
        held = _mixed(held, password, salt, _cost(OPERATIONS, MEMORY))
        data = ED25519 + SCRYPT + BLAKE2B + salt + spent + held
    kind = "encrypted" if password is not None else "unencrypted"
    return f"untrusted comment: minisign {kind} secret key\n{base64.b64encode(data).decode()}\n"


def public_text(key: SigningKey) -> str:
    """What the file of its public key holds."""
    data = ED25519 + key.id + key.secret.public_key().public_bytes_raw()
    return f"untrusted comment: minisign public key {key}\n{base64.b64encode(data).decode()}\n"


class _Cost(NamedTuple):
    n: int
    p: int


def _cost(operations: int, memory: int) -> _Cost:
    """Scrypt's parameters, found from libsodium's limits the way that libsodium finds them."""
    if memory > MOST_MEMORY:
        raise NoKey(f"its password would take {memory} bytes of memory to check")
    operations = max(operations, 1 << 15)
    most = operations // (BLOCK * 4) if operations < memory // 32 else memory // (BLOCK * 128)
    n = 2
    while n <= most // 2 and n < 1 << 63:
        n *= 2
    p = 1 if operations < memory // 32 else min(operations // 4 // n, (1 << 30) - 1) // BLOCK
    if not p:
        raise NoKey("it is no secret key of minisign")
    return _Cost(n, p)


def _mixed(held: bytes, password: bytes, salt: bytes, cost: _Cost) -> bytes:
    try:
        stream = Scrypt(salt=salt, length=len(held), n=cost.n, r=BLOCK, p=cost.p).derive(password)
    except MemoryError:
        raise NoKey("there is too little memory to check its password") from None
    return bytes(a ^ b for a, b in zip(held, stream, strict=True))


def _check(key: bytes, both: bytes) -> bytes:
    return hashlib.blake2b(ED25519 + key + both, digest_size=32).digest()
