"""The picture above a timeline: its events as spans of days, with all on whose pages they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from briefing.graph.events import Happening
from briefing.model.edtf import Edtf, NoDate, Precision
from briefing.model.edtf_date import MONTHS_IN, days_around, days_of_months, month_number
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition, is_vague, once
from briefing.views.parts import grouping, happening, marking
from briefing.views.shapes.drawn import Drawn, PictureShown, Span
from briefing.views.shapes.pages import Link

SCRIPTS = ("d3-timeline.min.js", "timeline.js")
FEWEST = 3
"""So few events a list shows better."""
SUBJECTS = frozenset({Kind.ACTOR, Kind.AGREEMENT, Kind.TOPIC})
DISPUTED = "disputed"
NO_DATES: Mapping[NoDate, str] = {NoDate.OPEN: "open", NoDate.UNKNOWN: "unknown"}


def picture(
    edition: Edition, several: Sequence[Happening], counted: tuple[tuple[Link, int], ...] = ()
) -> PictureShown | None:
    """The picture of some events in order of time, and of earlier years by their numbers of events."""
    if len(several) < FEWEST:
        return None
    first = counted[0][0].label if counted else grouping.heading(several[0].date.year)
    last = grouping.heading(several[-1].date.year)
    number = f"{len(several) + sum(count for _, count in counted):,} events"
    return PictureShown(
        title=f"{number} of {last}" if first == last else f"{number}, {first} to {last}",
        today=edition.today,
        events=tuple(_drawn(edition, one) for one in several),
        counted=counted,
    )


@once
def _drawn(edition: Edition, one: Happening) -> Drawn:
    shown = happening.event(edition, one)
    return Drawn(
        id=one.key,
        title=one.title,
        words=shown.date.words,
        address=shown.address,
        span=_disputed(one) if one.in_dispute else span(one.date),
        marking=marking.shown(one.marking),
        place=one.place,
        basis=shown.basis,
        kinds=(one.basis.value, DISPUTED) if one.in_dispute else (one.basis.value,),
        subjects=edition.links(_concerned(edition).get(one.key, ())),
        is_vague=one.in_dispute or is_vague(one.date),
        is_ahead=happening.is_ahead(edition, one),
        language=shown.language,
    )


@once
def _concerned(edition: Edition) -> Mapping[str, tuple[Ref, ...]]:
    """On whose pages each event stands: the same events are theirs in the picture."""
    found: dict[str, list[Ref]] = {}
    for ref, happenings in edition.graph.events.of.items():
        if ref.kind in SUBJECTS:
            for one in happenings:
                found.setdefault(one.key, []).append(ref)
    return {key: tuple(refs) for key, refs in found.items()}


def span(when: Edtf) -> Span:
    """The days that a date covers, and those about them where it is approximate."""
    if when.ends is None:
        return Span(_about(when), (when.earliest, when.latest))
    start, end = when.ends
    reach = (_first(start), _last(end))
    core = (
        start.latest if isinstance(start, Edtf) else None,
        end.earliest if isinstance(end, Edtf) else None,
    )
    is_sure = core[0] is None or core[1] is None or core[0] <= core[1]
    return Span(reach, core if is_sure else reach, (_without_date(start), _without_date(end)))


def _disputed(one: Happening) -> Span:
    """From the earliest that anybody says to the latest, and sharp where the date lies that is shown."""
    spans = [span(said.date) for said in one.said]
    firsts = [first for each in spans if (first := each.reach[0])]
    lasts = [last for each in spans if (last := each.reach[1])]
    own = span(one.date)
    reach = (
        min(firsts) if len(firsts) == len(spans) else None,
        max(lasts) if len(lasts) == len(spans) else None,
    )
    unknown = NO_DATES[NoDate.UNKNOWN]
    ends = (own.ends[0] or ("" if reach[0] else unknown), own.ends[1] or ("" if reach[1] else unknown))
    return Span(reach, own.core, ends)


def _about(when: Edtf) -> tuple[date, date]:
    """The days of a single date; `~` widens it by one unit on either side, as where dates are compared."""
    if not when.approximate:
        return when.earliest, when.latest
    if when.precision is Precision.DAY:
        return days_around(when.earliest, 1)
    margin = MONTHS_IN[when.precision]
    return days_of_months(month_number(when.earliest) - margin, month_number(when.latest) + margin)


def _first(end: Edtf | NoDate) -> date | None:
    return _about(end)[0] if isinstance(end, Edtf) else None


def _last(end: Edtf | NoDate) -> date | None:
    return _about(end)[1] if isinstance(end, Edtf) else None


def _without_date(end: Edtf | NoDate) -> str:
    return NO_DATES[end] if isinstance(end, NoDate) else ""
