"""Judgements as pages show them: what was judged, how likely, how sure, by when, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType

from briefing.graph.judgements import Judged, Key, State
from briefing.model.parts import Result, Was
from briefing.model.ref import Ref, parse_ref
from briefing.model.scale import Confidence as Level
from briefing.model.scale import Scale
from briefing.views.edition import Edition, once
from briefing.views.parts import citing, grouping, marking
from briefing.views.shapes.pages import Confidence, Earlier, Group, JudgementShown, Likelihood, Link, Outcome

RESULTS: Mapping[Result, str] = MappingProxyType(
    {
        Result.HAPPENED: "Happened",
        Result.DID_NOT_HAPPEN: "Did not happen",
        Result.CONDITION_NOT_MET: "Its condition was not met",
        Result.CANNOT_TELL: "Cannot be told",
    }
)
STATES: Mapping[State, str] = MappingProxyType(
    {
        State.OPEN: "Open",
        State.DUE: "Due: its horizon has passed and no outcome is recorded",
        State.RESOLVED: "Resolved",
        State.REPLACED: "Replaced",
        State.SUPERSEDED: "Its brief was superseded",
        State.WITHDRAWN: "Its brief was withdrawn",
    }
)
CARRIED_OVER = "Carried over to a later brief"


@once
def judgement(edition: Edition, one: Judged) -> JudgementShown:
    """One judgement of a brief."""
    said, brief = one.judgement, one.brief
    state, scale = one.state(edition.today), one.scale
    carried = state is State.SUPERSEDED and one.replaced_by
    return JudgementShown(
        id=said.id,
        number=one.number,
        text=said.text,
        address=address(one.key),
        brief=edition.link(brief),
        published=edition.day(brief.matter.date),
        confidence=confidence(said.confidence, said.basis or ""),
        state=str(state),
        state_words=CARRIED_OVER if carried else STATES[state],
        marking=marking.shown(one.marking),
        likelihood=likelihood(scale, said.likelihood),
        horizon=edition.when(said.horizon) if said.horizon else None,
        about=edition.links(ref for written in said.about if (ref := parse_ref(written))),
        replaces=_link(edition, one.replaces),
        replaced_by=_link(edition, one.replaced_by),
        was=tuple(
            _earlier(edition, scale, was) for was in sorted(said.was, key=lambda was: was.date, reverse=True)
        ),
        indicators=said.indicators,
        assumptions=said.assumptions,
        alternatives=said.alternatives,
        sources=citing.sources(edition, brief, said.sources),
        outcome=_outcome(edition, one),
    )


def judgements(edition: Edition, several: Iterable[Judged]) -> tuple[JudgementShown, ...]:
    return tuple(judgement(edition, one) for one in several)


def longest_due(
    edition: Edition, several: Iterable[Judged], heading: str, anchor: str, whole: int
) -> tuple[Group[JudgementShown], ...]:
    """Judgements of one state by their horizons, for the desk that is to say what became of them."""
    return _standing(edition, sorted(several, key=by_horizon), heading, anchor, whole)


def standing(
    edition: Edition, several: Iterable[Judged], heading: str, anchor: str, whole: int
) -> tuple[Group[JudgementShown], ...]:
    """Judgements that stand, for readers: by the horizon that is next, then those due, the latest first."""
    due, ahead = apart(edition, several)
    return _standing(edition, [*ahead, *due], heading, anchor, whole)


def _standing(
    edition: Edition, ordered: Sequence[Judged], heading: str, anchor: str, whole: int
) -> tuple[Group[JudgementShown], ...]:
    """One group, with those beyond the first by the year of their horizon; none of nothing."""
    rest = tuple(
        Group(horizon, "", judgements(edition, group))
        for horizon, group in groupby(ordered[whole:], key=lambda one: _year_of_horizon(edition, one))
    )
    first = judgements(edition, ordered[:whole])
    return (Group(heading, anchor, first, more=rest),) if first else ()


def apart(edition: Edition, several: Iterable[Judged]) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """What is due, the latest horizon first, and what is not, the next one first."""
    due: list[Judged] = []
    ahead: list[Judged] = []
    for one in sorted(several, key=by_horizon):
        (due if one.state(edition.today) is State.DUE else ahead).append(one)
    return tuple(sorted(due, key=lambda one: -_last_day(one))), tuple(ahead)


def _year_of_horizon(edition: Edition, one: Judged) -> str:
    horizon = one.judgement.horizon
    if horizon is None:
        return "Without a horizon"
    if horizon.latest == date.max:
        return "Horizon without an end"
    year = grouping.heading(horizon.latest.year)
    return f"Due, horizon in {year}" if one.state(edition.today) is State.DUE else f"Horizon in {year}"


def past(
    edition: Edition, several: Iterable[Judged], heading: str, anchor: str, whole: int
) -> tuple[Group[JudgementShown], ...]:
    """Judgements that no longer stand, newest first, as one group, older ones by year; none of nothing."""
    ordered = sorted(several, key=newest_first)
    rest = grouping.by_year(
        ordered[whole:], lambda one: one.brief.matter.date.year, lambda one: judgement(edition, one), anchor
    )
    first = judgements(edition, ordered[:whole])
    return (Group(heading, anchor, first, more=rest),) if first else ()


def by_horizon(one: Judged) -> tuple[object, ...]:
    """By horizon; without one at the end."""
    return (_last_day(one), *newest_first(one))


def _last_day(one: Judged) -> int:
    horizon = one.judgement.horizon
    return horizon.latest.toordinal() if horizon else 9**9


def newest_first(one: Judged) -> tuple[int, Ref, int]:
    return (-one.brief.matter.date.toordinal(), one.brief.ref, one.number)


def likelihood(scale: Scale, term: str | None) -> Likelihood | None:
    """A term with its range."""
    band = scale.band_of(term) if term else None
    return Likelihood(term, band.low, band.high, printed(band.printed), scale.name) if term and band else None


def printed(range_: str) -> str:
    """A range of the standard as readers write it: `01-05%` becomes `1–5 %`."""
    return re.sub(r"(?<!\d)0(?=\d)", "", range_).replace("-", "–").replace("%", " %")


def confidence(level: Level, basis: str = "") -> Confidence:
    return Confidence(level.value, level.marks, basis)


def address(key: Key) -> str:
    return f"{key.brief.address}#{key.id}"


def _link(edition: Edition, key: Key | None) -> Link | None:
    other = edition.graph.judgements.all.get(key) if key else None
    if other is None:
        return None
    label = f"{other.brief.title}, judgement {other.number}"
    return Link(label, address(other.key), language=edition.foreign(other.brief))


def _earlier(edition: Edition, scale: Scale, was: Was) -> Earlier:
    return Earlier(
        date=edition.day(was.date),
        text=was.text or "",
        likelihood=likelihood(scale, was.likelihood),
        confidence=confidence(was.confidence) if was.confidence else None,
        horizon=edition.when(was.horizon) if was.horizon else None,
        note=was.note or "",
    )


def _outcome(edition: Edition, one: Judged) -> Outcome | None:
    outcome = one.judgement.outcome
    if outcome is None:
        return None
    return Outcome(
        result=outcome.result.value,
        words=RESULTS[outcome.result],
        date=edition.day(outcome.date),
        note=outcome.note or "",
        by=edition.settings.authors.get(outcome.by or "", outcome.by or ""),
        sources=citing.sources(edition, one.brief, outcome.sources),
    )
