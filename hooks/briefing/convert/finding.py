"""What is wrong in the body of a document, placed in the body: who knows the file makes a problem of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake; line and column are counted from one, from the first line of the body."""

    code: str
    line: int
    column: int
    message: str
    remedy: str = ""
    """Empty where the rule's own remedy will do."""
