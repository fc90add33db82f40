"""Documents that lead to a page, with the sentence that names its subject."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.graph.backlinks import Backlink, Way
from briefing.model.ref import Ref
from briefing.views import grouping, listing
from briefing.views.edition import Edition
from briefing.views.shapes import Group, MentionShown

TEXTUAL = frozenset({Way.NAMES, Way.LINKS})
NOTED = (Way.CITES, Way.SEE_ALSO)
PROFILES = "Profiles"
WHOLE = 30
"""So many stand open on a profile's page; the others are folded by year, each with its sentence, too."""


def of_profile(edition: Edition, ref: Ref, prefix: str) -> tuple[Group[MentionShown], ...]:
    """What names the subject of a profile: articles and briefs by year, then other profiles."""
    return grouping.by_year(
        _leading(edition, ref, TEXTUAL | {Way.SEE_ALSO}),
        lambda one: (
            None if one.origin.kind.is_profile else listing.year(edition.content.documents[one.origin])
        ),
        lambda one: mention(edition, one),
        prefix,
        undated=PROFILES,
        whole=WHOLE,
    )


def of_document(edition: Edition, ref: Ref) -> tuple[MentionShown, ...]:
    """What links to an article or brief, apart from the briefs that rest on it or take its place."""
    return tuple(mention(edition, one) for one in _leading(edition, ref, {*TEXTUAL, *NOTED}))


def mention(edition: Edition, one: Backlink) -> MentionShown:
    """A document that leads here."""
    document, kind, date = listing.heading(edition, edition.content.documents[one.origin])
    first = one.mention
    sentence, name, at = (first.sentence, first.text, first.at) if first else ("", "", 0)
    return MentionShown(
        document=document,
        kind=kind,
        date=date,
        sentence=sentence,
        before=sentence[:at],
        name=name,
        after=sentence[at + len(name) :],
        is_about=Way.ABOUT in one.ways,
        note="" if sentence else "; ".join(way.value for way in NOTED if way in one.ways),
    )


def _leading(edition: Edition, ref: Ref, ways: Iterable[Way]) -> tuple[Backlink, ...]:
    wanted = frozenset(ways)
    return tuple(one for one in edition.graph.backlinks.get(ref, ()) if one.ways & wanted)
