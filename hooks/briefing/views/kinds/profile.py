"""What the pages of actors, topics and agreements share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.graph.backlinks import Way
from briefing.model import documents, parts
from briefing.model.content import Document
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.model.source import Address
from briefing.views import dates
from briefing.views.edition import Edition
from briefing.views.parts import citing, happening, heads, judging, listing, naming, notes
from briefing.views.shapes import authored
from briefing.views.shapes import subject as subjects
from briefing.views.shapes.pages import DocumentShown, Fact, Group, Profile

FED = frozenset({Kind.ACTOR, Kind.TOPIC})
"""The kinds whose profiles have a feed."""
WHOLE = 30
"""So many documents are shown with their summaries, the older ones as lines."""
JUDGED = 10
"""So many judgements, of those that stand and of the others, are shown whole."""


def profile(
    edition: Edition,
    document: Document[documents.Profile],
    facts: Iterable[Fact],
    about: Iterable[Group[DocumentShown]],
) -> Profile:
    """The part of a profile's page that every kind has; `about` are the documents on its subject."""
    matter, ref, graph = document.matter, document.ref, edition.graph
    judged = graph.judgements.about.get(ref, ())
    happened, ahead = happening.apart(edition, graph.events.of.get(ref, ()))
    return Profile(
        head=heads.of_document(edition, document),
        html=edition.texts[ref].html,
        names=tuple(dict.fromkeys(_name(edition, alias) for alias in matter.aliases)),
        facts=tuple(facts),
        judgements=judging.standing(
            edition, (one for one in judged if one.fate is None), TITLES["br-now"], "br-now", JUDGED
        ),
        past_judgements=judging.past(
            edition, (one for one in judged if one.fate), TITLES["br-past"], "br-past", JUDGED
        ),
        events=happening.events_by_year(edition, happened, ref, "br-timeline"),
        upcoming=happening.events(edition, ahead, ref),
        documents=tuple(about),
        mentions=naming.of_profile(edition, ref, "br-mentions"),
        sources=citing.sources(edition, document, matter.sources),
        feed=Address(f"{document.address}feed.xml") if ref.kind in FED else None,
        see_also=edition.links(other for written in matter.see_also if (other := parse_ref(written))),
        changes=notes.changes(edition, document),
        subject=subjects.of(matter),
    )


def about(edition: Edition, ref: Ref) -> tuple[Group[DocumentShown], ...]:
    """The articles and briefs that list a subject, by year."""
    found = (one.origin for one in edition.graph.backlinks.get(ref, ()) if Way.ABOUT in one.ways)
    written = edition.documents(one for one in found if not one.kind.is_profile)
    return listing.documents_by_year(edition, written, "br-documents", whole=WHOLE)


TITLES: Mapping[str, str] = MappingProxyType(
    {
        "br-about": "About",
        "br-now": "What we judge now",
        "br-timeline": "Timeline",
        "br-agreements": "Agreements",
        "br-with-whom": "Appears with",
        "br-topics": "Broader and narrower topics",
        "br-actors": "Most seen",
        "br-documents": "What we wrote about it",
        "br-mentions": "Where it is named",
        "br-past": "What we judged before",
        "br-sources": "Sources",
    }
)
"""The sections of profiles; each kind has its own of these in its own order."""


def with_contents(
    edition: Edition, ref: Ref, profile: Profile, order: Iterable[str], **ours: object
) -> Profile:
    """The profile with its contents list; `ours` are the sections that its kind alone has."""
    holds = {
        "br-now": profile.judgements,
        "br-timeline": profile.events or profile.upcoming,
        "br-documents": profile.documents,
        "br-mentions": profile.mentions,
        "br-past": profile.past_judgements,
        "br-sources": profile.sources,
        **{f"br-{name.replace('_', '-')}": what for name, what in ours.items()},
    }
    contents = (
        *authored.contents(edition.texts[ref], "br-about", TITLES["br-about"]),
        *heads.sections(*((id_, TITLES[id_], holds[id_]) for id_ in order)),
    )
    return replace(profile, head=replace(profile.head, contents=contents))


def _name(edition: Edition, alias: parts.Alias) -> str:
    """Another name, with the time in which it holds."""
    period = dates.period_in_words(alias.since, alias.until, edition.settings.language)
    return f"{alias.name} ({period})" if period else alias.name
