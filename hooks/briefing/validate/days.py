"""Days and spans: publication days that can be true, and ends that come after beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Actor, Agreement, Article, Brief, Profile, Status
from briefing.model.edtf import Edtf
from briefing.model.problem import Problem, problem

EARLIEST_YEAR = 1900
UNPUBLISHED = frozenset({Status.DRAFT, Status.REVIEW})
"""What is not yet published may bear the day on which it will be."""


def check(documents: Iterable[AnyDocument], today: date) -> Iterator[Problem]:
    """Publication days in the future or long ago, and spans and agreements that run backwards."""
    for document in documents:
        matter = document.matter
        published = matter.date if isinstance(matter, Article | Brief) else None
        if published and published > today and matter.status not in UNPUBLISHED:
            yield problem(
                "B216", document.uri, document.places[("date",)], f"`date` is in the future: {published}"
            )
        if published and published.year < EARLIEST_YEAR:
            yield problem(
                "B217", document.uri, document.places[("date",)], f"`date` is long ago: {published}"
            )
        if published and matter.updated and matter.updated < published:
            at = document.places[("updated",)]
            yield problem(
                "B219", document.uri, at, f"`updated` ({matter.updated}) comes before `date` ({published})"
            )
        yield from _of_agreement(document)
        for path, start, end in _spans(document):
            if isinstance(start, Edtf) and isinstance(end, Edtf) and end.latest < start.earliest:
                what = f"`{path[0]}`: the end, {end.text}, comes before the beginning, {start.text}"
                yield problem(
                    "B219", document.uri, document.places[path], what, "a role or name ends after it starts"
                )


def _of_agreement(document: AnyDocument) -> Iterator[Problem]:
    """What an agreement's dates say of its course that cannot be."""
    matter = document.matter
    if not isinstance(matter, Agreement):
        return
    signed, in_force, expires = matter.signed, matter.in_force, matter.expires
    for key, begun in (("signed", signed), ("in_force", in_force)):
        if _is_surely_before(expires, begun):
            what = f"`expires` ({expires}) comes before `{key}` ({begun})"
            yield problem("B219", document.uri, document.places[("expires",)], what)


def _is_surely_before(one: Edtf | None, other: Edtf | None) -> bool:
    """Whether a date lies before another, whatever day both mean; a doubted one never surely does."""
    if one is None or other is None or one.uncertain or other.uncertain:
        return False
    return one.latest < other.earliest and one.excludes(other)


def _spans(document: AnyDocument) -> Iterator[tuple[Path, object, object]]:
    matter = document.matter
    if isinstance(matter, Actor):
        for index, role in enumerate(matter.roles):
            yield ("roles", index, "to"), role.since, role.until
    if isinstance(matter, Profile):
        for index, alias in enumerate(matter.aliases):
            yield ("aliases", index, "to"), alias.since, alias.until
