"""What comes of stripping: the bytes that may be published, or the reason why there are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stripped:
    """A file that says what it shows, and nothing else."""

    data: bytes
    removed: tuple[str, ...]
    """What was taken out, in words, in order of the alphabet."""


class Unsure(Exception):
    """Ends the reading of a file that cannot be stripped surely: says why, and perhaps what to do."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def stripped(data: bytes, removed: Iterable[str]) -> Stripped:
    """The result, each word of what was taken out said once."""
    return Stripped(data, tuple(sorted(set(removed))))


def broken(what: str) -> Unsure:
    """The refusal of a file that does not keep the form of its type."""
    return Unsure(f"it is broken: {what}", "open it, and save it anew")
