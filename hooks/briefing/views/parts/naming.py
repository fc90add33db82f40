"""Documents that lead to a page, with the sentence that names its subject."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.graph.backlinks import Backlink, Way
from briefing.model.marking import Marking
from briefing.model.ref import Ref
from briefing.views.edition import Edition
from briefing.views.parts import grouping, listing, marking
from briefing.views.shapes.pages import Group, MentionShown

TEXTUAL = frozenset({Way.NAMES, Way.LINKS})
NOTED = (Way.CITES, Way.SEE_ALSO)
PROFILES = "Profiles"
LINKED = "br-mentioned-in"
WHOLE = 30
"""So many stand open on a page; the others are folded by year, each with its sentence, too."""


def of_profile(edition: Edition, ref: Ref, prefix: str) -> tuple[Group[MentionShown], ...]:
    """What names the subject of a profile: articles and briefs by year, then other profiles."""
    return _by_year(edition, ref, _leading(edition, ref, TEXTUAL | {Way.SEE_ALSO}), prefix, whole=WHOLE)


def of_document(edition: Edition, ref: Ref) -> tuple[Group[MentionShown], ...]:
    """What links to an article or brief, apart from the briefs that rest on it or take its place.

    One group or none; what comes after the first ones stands by year.
    """
    leading = _leading(edition, ref, {*TEXTUAL, *NOTED})
    first = tuple(mention(edition, one, ref) for one in leading[:WHOLE])
    rest = _by_year(edition, ref, leading[WHOLE:], LINKED)
    return (Group("Linked from", LINKED, first, more=rest),) if first else ()


def _by_year(
    edition: Edition, ref: Ref, leading: Iterable[Backlink], prefix: str, *, whole: int | None = None
) -> tuple[Group[MentionShown], ...]:
    years = listing.years(edition)
    return grouping.by_year(
        leading,
        lambda one: None if one.origin.kind.is_profile else years[one.origin],
        lambda one: mention(edition, one, ref),
        prefix,
        undated=PROFILES,
        whole=whole,
    )


def mention(edition: Edition, one: Backlink, ref: Ref) -> MentionShown:
    """A document that leads to another."""
    document, kind, date = listing.headings(edition)[one.origin]
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
        marking=marking.shown_if_any(_held(edition, one, ref)),
    )


def _held(edition: Edition, one: Backlink, ref: Ref) -> Marking | None:
    """The marking of the section by which alone a document leads to another, or whose sentence is shown."""
    if one.mention:
        return one.mention.marking
    return edition.texts[one.origin].held.get(ref) if one.ways <= TEXTUAL else None


def _leading(edition: Edition, ref: Ref, ways: Iterable[Way]) -> tuple[Backlink, ...]:
    wanted = frozenset(ways)
    return tuple(one for one in edition.graph.backlinks.get(ref, ()) if one.ways & wanted)
