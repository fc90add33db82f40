"""Decides what of the problems the audience may be told: their words quote files, and name others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.model.codes import RULES
from briefing.model.content import AnyDocument, HandPage
from briefing.model.marking import Marking
from briefing.model.problem import Problem
from briefing.model.source import SrcUri
from briefing.report.shapes import Found
from briefing.report.side import Side

SETTINGS = SrcUri("mkdocs.yml")
OF_THE_FILE_ALONE = frozenset(
    code
    for code in RULES
    if code[:2] in ("B1", "B2", "B6", "B7", "B8") and code not in ("B117", "B120", "B213", "B704", "B803")
)
"""Rules whose messages speak of nothing outside of the file they are about."""


def found(here: Side, other: Side) -> Found:
    """The problems of one side that the other has not, wherever in the file they stand."""
    there = Counter(_same(one) for one in other.problems)
    new = list[Problem]()
    for one in here.problems:
        there[_same(one)] -= 1
        if there[_same(one)] < 0:
            new.append(one)
    may_tell = _Discretion(here)
    told = tuple(said for one in new if (said := may_tell.of(one)))
    return Found(
        told,
        sum(one.count for one in new) - sum(one.count for one in told),
        sum(one.count for one in new if one.is_error),
    )


def _same(one: Problem) -> tuple[str, str, str]:
    return one.file, one.code, one.message


class _Discretion:
    """What may be told of one side's problems."""

    def __init__(self, side: Side) -> None:
        self._sees_all = side.edition.settings.audience.highest >= Marking.AMBER_STRICT
        self._secret = {one.file for one in side.problems if one.code == "B501"}
        self._whole = frozenset(_whole(side))

    def of(self, one: Problem) -> Problem | None:
        """The problem, without its words where they could name what is marked higher, or nothing."""
        if one.file in self._secret:
            return None
        if self._sees_all or (one.file in self._whole and one.code in OF_THE_FILE_ALONE):
            return one
        if one.file in self._whole or one.file == SETTINGS:
            return one.without_words()
        return None


def _whole(side: Side) -> Iterator[SrcUri]:
    """Files of which the audience sees everything."""
    released, all_ = side.edition.content, side.content
    pairs: Iterable[tuple[AnyDocument | HandPage, AnyDocument | HandPage | None]] = (
        *((one, all_.documents.get(ref)) for ref, one in released.documents.items()),
        *((one, all_.pages.get(address)) for address, one in released.pages.items()),
    )
    return (one.uri for one, whole in pairs if one is whole)
