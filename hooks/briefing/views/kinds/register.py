"""The register of judgements: every one by where it stands, and how often each likelihood came true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefing.graph.judgements import Judged, State
from briefing.model.parts import Result
from briefing.model.scale import Band, Scale
from briefing.views.edition import Edition
from briefing.views.parts import heads, judging
from briefing.views.shapes.pages import Calibration, Group, JudgementShown, JudgementsShown, Likelihood

ADDRESS = "judgements/"
ENOUGH = 10
"""Fewer outcomes than this say nothing of a desk's aim."""
WHOLE = 20
"""So many judgements of a state are shown whole, the others as lines."""
HEADINGS: Mapping[State, str] = MappingProxyType(
    {
        State.DUE: "Due",
        State.OPEN: "Open",
        State.RESOLVED: "Resolved",
        State.REPLACED: "Replaced",
        State.SUPERSEDED: "Superseded",
        State.WITHDRAWN: "Withdrawn",
    }
)
COUNTED = frozenset({Result.HAPPENED, Result.DID_NOT_HAPPEN})


def page(edition: Edition) -> JudgementsShown:
    """All judgements of all briefs."""
    everything = tuple(edition.graph.judgements.all.values())
    groups = tuple(
        group
        for state, heading in HEADINGS.items()
        for group in _in_state(edition, everything, state, heading)
    )
    scored = _scored(edition, everything)
    rows = calibration(edition, scored) if len(scored) >= ENOUGH else ()
    contents = heads.sections(
        *((group.anchor, group.heading, group.items) for group in groups),
        ("br-calibration", "Were we right?", rows),
    )
    return JudgementsShown(
        head=heads.of_page(
            edition, ADDRESS, "Judgements", "Register",
            "What we judged, how likely and how sure, by when, and what became of it.", contents,
        ),
        groups=groups,
        calibration=rows,
        scored=len(scored),
    )  # fmt: skip


def _in_state(
    edition: Edition, everything: Iterable[Judged], state: State, heading: str
) -> tuple[Group[JudgementShown], ...]:
    found = (one for one in everything if one.state(edition.today) is state)
    arrange = judging.longest_due if state in (State.DUE, State.OPEN) else judging.past
    return arrange(edition, found, heading, f"br-{state}", WHOLE)


def _scored(edition: Edition, everything: Iterable[Judged]) -> tuple[Judged, ...]:
    """Those with a likelihood that happened or did not; one carried over counts in the later brief."""
    by_key = edition.graph.judgements.all
    return tuple(
        one
        for one in everything
        if one.fate is State.RESOLVED
        and one.judgement.outcome
        and one.judgement.outcome.result in COUNTED
        and one.judgement.likelihood
        and not (
            one.replaced_by and one.replaced_by.id == one.key.id and by_key[one.replaced_by].judgement.outcome
        )
    )


def calibration(edition: Edition, scored: Iterable[Judged]) -> tuple[Calibration, ...]:
    """A row for each band in use, likeliest last, the site's own scale first."""
    rows: dict[tuple[bool, str, int], tuple[Scale, Band, list[bool]]] = {}
    for one in scored:
        scale = one.scale
        band = scale.band_of(one.judgement.likelihood or "")
        if band and one.judgement.outcome:
            key = (scale.id != edition.settings.scale.id, scale.id, band.index)
            row = rows.setdefault(key, (scale, band, []))
            row[2].append(one.judgement.outcome.result is Result.HAPPENED)
    return tuple(
        Calibration(
            Likelihood(band.label, band.low, band.high, judging.printed(band.printed), scale.name),
            sum(happened),
            len(happened),
        )
        for _, (scale, band, happened) in sorted(rows.items(), key=lambda row: row[0])
    )
