"""What a build keeps for the next one comes back as it was."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from briefing.edge.packing import Packer


class Colour(StrEnum):
    RED = "red"


class Pair(NamedTuple):
    one: object
    other: object


@dataclass(frozen=True, slots=True)
class Single:
    value: object


@dataclass(frozen=True, slots=True)
class Several:
    first: object
    second: object = ()


def test_values_of_all_kinds_come_back_as_they_were() -> None:
    inner = Several(Single(Colour.RED), Pair(frozenset({1}), Colour))
    value = [inner, Several(inner), MappingProxyType({"a": Single(None)})]

    packed = Packer().pack(value)

    assert pickle.loads(packed) == value


def test_equal_values_are_the_same_bytes_whatever_was_packed_before() -> None:
    used = Packer()
    used.pack([Several(1), Pair(1, 2), Colour.RED])

    assert used.pack(Single(Several("a"))) == Packer().pack(Single(Several("a")))
