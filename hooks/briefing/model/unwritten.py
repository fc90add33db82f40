"""How a new document marks the texts that its author still has to write."""

from __future__ import annotations

MARKER = "Write: "
"""What such a text begins with, in the front matter and in the body."""


def to_write(what: str) -> str:
    """A text that stands in a new document until its author writes the real one."""
    return f"{MARKER}{what}"


def is_unwritten(text: str) -> bool:
    """Whether a text is still to be written."""
    return text.startswith(MARKER)
