"""The shell around a page's body: made once by the theme for all pages that have the same, filled here.

The theme is handed signs in the place of what differs from page to page, and what it makes of them is cut at
these signs. So a page costs a join of texts, and not a run of all the theme's templates.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

BEGIN, END = "\ufdd0", "\ufdd1"
"""Noncharacters: they stand in no text, and nothing escapes them."""
SIGN = re.compile(f"{BEGIN}([a-z]+){END}")


class Slot(Enum):
    """What a shell leaves open."""

    TITLE = "title"
    SUMMARY = "summary"
    CANONICAL = "canonical"
    FEED = "feed"
    TO = "to"
    EDIT = "edit"
    DATA = "data"
    BODY = "body"

    @property
    def sign(self) -> str:
        """What stands in its place."""
        return f"{BEGIN}{self.value}{END}"


class Form(NamedTuple):
    """All that shells differ in; pages of one form have one shell."""

    folder: str
    """The first part of the address: it decides what is marked in the navigation."""
    depth: int
    slots: frozenset[Slot]
    """What the page has; the theme writes nothing of what it has not."""
    scripts: tuple[str, ...]

    @property
    def up(self) -> str:
        """The way up to the site's root."""
        return "/".join([".."] * self.depth) or "."


class Filling(NamedTuple):
    """What a page puts into its shell, its body apart; texts as they stand in HTML."""

    form: Form
    said: Mapping[Slot, str]


@dataclass(frozen=True, slots=True)
class Shell:
    """A page as the theme makes it, open at its slots."""

    pieces: tuple[str, ...]
    """Pieces of HTML at even places, names of slots at odd ones."""

    def filled(self, said: Mapping[Slot, str], body: str) -> str:
        """A page's HTML."""
        return "".join(self._filled(said, body))

    def around(self, said: Mapping[Slot, str]) -> tuple[bytes, bytes]:
        """What stands in a page's file before its body, and after it."""
        pieces, at = self._filled(said, ""), 2 * self.pieces[1::2].index(Slot.BODY.value) + 1
        return encoded("".join(pieces[:at])), encoded("".join(pieces[at:]))

    def _filled(self, said: Mapping[Slot, str], body: str) -> list[str]:
        texts = {slot.value: text for slot, text in said.items()}
        texts[Slot.BODY.value] = body
        pieces = list(self.pieces)
        pieces[1::2] = [texts[name] for name in pieces[1::2]]
        return pieces


def encoded(html: str) -> bytes:
    """A page as its file holds it."""
    return html.encode("utf-8", errors="xmlcharrefreplace")


def digest_of(said: Filling, shown: bytes) -> bytes:
    """A digest of what a page says in its shell, and of what it shows."""
    told = repr([said.said.get(slot) for slot in Slot]).encode("utf-8", "replace")
    return hashlib.sha256(told + b"\0" + shown).digest()


def cut(html: str) -> Shell:
    """The shell that the theme made around the signs; ValueError where not one body's sign is left in it."""
    pieces = tuple(SIGN.split(html))
    if pieces[1::2].count(Slot.BODY.value) != 1:
        raise ValueError("the theme does not write the body once: the shell of pages cannot be made")
    return Shell(pieces)
