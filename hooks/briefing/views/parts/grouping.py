"""Long lists taken apart: by year, by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing.views.shapes.pages import Group

T = TypeVar("T")
S = TypeVar("S")

UNDATED = "Undated"


def by_year(
    items: Iterable[S],
    year: Callable[[S], int | None],
    show: Callable[[S], T],
    prefix: str,
    *,
    undated: str = UNDATED,
    whole: int | None = None,
) -> tuple[Group[T], ...]:
    """Newest year first, what has none at the end; within a year in the order given.

    What comes after the first `whole` items follows the last of their years, apart.
    """
    listed = tuple(items)
    groups = _years(listed[:whole], year, show, prefix, undated)
    rest = _years(listed[whole:], year, show, prefix, undated) if whole is not None else ()
    return (*groups[:-1], _followed(groups[-1], rest)) if rest else groups


def _followed(last: Group[T], rest: tuple[Group[T], ...]) -> Group[T]:
    """The last group that is shown whole with those after it; the first of these may be of the same year."""
    first, *others = rest
    if first.heading == last.heading:
        first = replace(first, heading=f"{first.heading}, continued")
    return replace(last, more=(first, *others))


def _years(
    items: Sequence[S], year: Callable[[S], int | None], show: Callable[[S], T], prefix: str, undated: str
) -> tuple[Group[T], ...]:
    years: dict[int | None, list[T]] = {}
    for item in items:
        years.setdefault(year(item), []).append(show(item))
    ordered = sorted(years, key=lambda one: -one if one is not None else 1)
    return tuple(
        Group(heading(one) or undated, f"{prefix}-{heading(one) or 'undated'}", tuple(years[one]))
        for one in ordered
    )


def heading(year: int | None) -> str:
    return f"{year:04}" if year is not None else ""
