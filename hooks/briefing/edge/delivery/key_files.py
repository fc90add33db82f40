"""Reads secret keys and makes new ones; asks for their passwords."""

from __future__ import annotations

import getpass
import os
import secrets
import stat
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from briefing.edge.delivery import signing_key
from briefing.edge.delivery.signing_key import NoKey, SigningKey
from briefing.edge.terminal import say

PASSWORD = "BRIEFING_KEY_PASSWORD"
LONGEST = 10_000
"""Bytes of a file that may be a key; another is not read on."""


def read(file: Path) -> SigningKey:
    """The secret key in a file; NoKey where there is none, or not with the password given."""
    with file.open("rb") as stream:
        text = stream.read(LONGEST).decode("utf-8", "replace")
        mode = os.fstat(stream.fileno()).st_mode
    if os.name != "nt" and stat.S_IMODE(mode) & 0o077:
        say(f"Others on this machine can read the secret key: chmod 600 {file}")
    try:
        return signing_key.read(text, lambda: _password(f"Password of {file}: "))
    except NoKey as error:
        raise NoKey(f"{file}: {error}") from None


def make(file: Path, *, with_password: bool) -> Path:
    """Write a new secret key, for its owner alone to read, and the public one, whose file is given back."""
    public = file.with_name(f"{file.name}.pub")
    repository = next((one for one in file.absolute().parents if (one / ".git").exists()), None)
    if repository:
        raise NoKey(f"{file} would lie in the repository {repository}; a secret has no place there")
    password = _new_password() if with_password else None
    key = SigningKey(secrets.token_bytes(8), Ed25519PrivateKey.generate())
    _write(file, signing_key.secret_text(key, password, secrets.token_bytes(32)), 0o600)
    try:
        _write(public, signing_key.public_text(key), 0o644)
    except OSError:
        file.unlink()
        raise
    return public


def _write(file: Path, text: str, mode: int) -> None:
    """Never over what is there: a key that is lost cannot be made again."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(text.encode("ascii"))


def _password(question: str) -> bytes:
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given.encode("utf-8", "surrogateescape")
    if not sys.stdin.isatty():
        raise NoKey(f"a password is needed: set {PASSWORD}, or run this at a terminal")
    return getpass.getpass(question).encode("utf-8", "surrogateescape")


def _new_password() -> bytes:
    password = _password("Password of the new key: ")
    if PASSWORD not in os.environ and password != _password("Once more: "):
        raise NoKey("the two passwords differ")
    if not password:
        raise NoKey("the password is empty; --without-password makes a key that has none")
    return password
