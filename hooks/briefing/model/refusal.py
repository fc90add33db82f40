"""Why a file that is no document is not published."""

from __future__ import annotations

from typing import NamedTuple


class Refusal(NamedTuple):
    """The reason, and what to do; the rule's own remedy will do where there is none."""

    reason: str
    remedy: str = ""
