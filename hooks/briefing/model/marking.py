"""Who may read: the labels of TLP 2.0 (FIRST, 2022) in their order, and the audiences that they open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Marking(Enum):
    """A TLP 2.0 label; a higher one is for fewer readers. RED is known only to be refused."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: Marking) -> bool:
        return self.rank < other.rank

    def __le__(self, other: Marking) -> bool:
        return self.rank <= other.rank

    def __gt__(self, other: Marking) -> bool:
        return self.rank > other.rank

    def __ge__(self, other: Marking) -> bool:
        return self.rank >= other.rank

    def __str__(self) -> str:
        return self.value

    @property
    def css(self) -> str:
        """The label's name in style sheets: `amber-strict`."""
        return self.name.lower().replace("_", "-")


ORDER = tuple(Marking)


@dataclass(frozen=True, slots=True)
class Audience:
    """A named readership and the highest marking that it may see."""

    name: str
    highest: Marking

    def may_see(self, marking: Marking) -> bool:
        return marking <= self.highest
