"""What the search box finds: an entry for each page, for each section of its text, and for each judgement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.graph.judgements import Judged, Key, State
from briefing.graph.order import published
from briefing.model.content import AnyDocument, HandPage
from briefing.model.documents import Actor, Agreement, Brief, Profile, Status, Topic
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.model.source import Address
from briefing.pages.search_entry import (
    HAS_FEED,
    HAS_TIMELINE,
    SIGNS,
    Entry,
    Sectioned,
    entry,
    lead,
    sections,
)
from briefing.views.edition import Edition
from briefing.views.kinds.profile import FED
from briefing.views.parts import judging, listing

FIELDS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1}, "names": {"boost": 1e6}}
)
"""The fields of an entry and how much each counts, as the search plugin's own file says them."""

SEPARATOR = r"""[\s\-–—,;:!?=()\[\]{}"“”„«»…/]+|\.(?!\w)|(?<!\w)['’]|['’](?!\w)|&(?:amp|lt|gt);"""
"""Where a text falls into words, as JavaScript writes it: the theme marks found words in a page by it."""

REGISTERS = (
    ("timeline/", "Timeline"),
    ("judgements/", "Judgements"),
    ("network/", "Network"),
    ("digests/", "Digests"),
)
"""Of the pages that list others, those that a reader may look for by name."""
IN_THE_BACKGROUND = 0.1
OUTDATED = 0.5
"""Withdrawn and superseded documents stand below those that hold."""


def entries(edition: Edition, texts: Mapping[Ref | Address, Sectioned]) -> tuple[Entry, ...]:
    """The entries of a site; a page always stands before the places on it, as the theme needs it."""
    found: list[Entry] = []
    for document in edition.content.documents.values():
        found += _of_document(edition, document, texts[document.ref])
    for page in edition.content.pages.values():
        if page.address:  # the home page names everything, and would stand in every result
            found += _of_page(page, texts[page.address])
    found += [entry(location, title, boost=IN_THE_BACKGROUND) for location, title in REGISTERS]
    return tuple(found)


def _of_document(edition: Edition, document: AnyDocument, text: Sectioned) -> Iterator[Entry]:
    matter = document.matter
    boost = 1 if listing.stands(edition, document) else OUTDATED
    yield entry(
        document.address,
        document.title,
        (*_particulars(edition, document), *lead(text)),
        summary=listing.summary(document),
        tags=_labels(edition, document),
        names=tuple(_names(matter)) if isinstance(matter, Profile) else (),
        boost=boost,
        kind=document.ref.kind.noun,
        day=str(published(document) or ""),
        language=edition.foreign(document),
    )
    yield from sections(document.address, text, boost)
    if isinstance(matter, Brief):
        for judgement in matter.judgements:
            one = edition.graph.judgements.all[Key(document.ref, judgement.id)]
            yield _of_judgement(edition, one, boost)


def _of_page(page: HandPage, text: Sectioned) -> Iterator[Entry]:
    title = page.matter.title or page.address.rstrip("/").rpartition("/")[2].replace("-", " ").capitalize()
    tags = (SIGNS[page.marking],)
    yield entry(page.address, title, lead(text), summary=page.matter.summary or "", tags=tags)
    yield from sections(page.address, text, 1)


def _of_judgement(edition: Edition, one: Judged, boost: float) -> Entry:
    """A judgement under its likelihood; of its confidence nothing, which is no part of the same statement."""
    said, state = one.judgement, one.state(edition.today)
    about = edition.links(ref for written in said.about if (ref := parse_ref(written)))
    tags = ["Judgement", said.likelihood or ""]
    if one.marking != one.brief.marking:
        tags.append(one.marking.value)
    if said.horizon:
        tags.append(f"horizon {edition.when(said.horizon).words}")
    if said.outcome:
        tags.append(judging.RESULTS[said.outcome.result])
    elif state is not State.OPEN:
        tags.append(str(state))
    return entry(
        judging.address(one.key),
        said.text,
        (", ".join(link.label for link in about), *said.indicators, *said.assumptions, *said.alternatives),
        tags=tags,
        boost=boost,
    )


def _names(profile: Profile) -> Iterator[str]:
    """All that a profile is called, and what is only typed when its name is meant."""
    yield profile.name
    yield from (alias.name for alias in profile.aliases)
    if isinstance(profile, Agreement) and profile.short:
        yield profile.short
    if isinstance(profile, Topic):
        yield from profile.hidden


def _labels(edition: Edition, document: AnyDocument) -> Iterator[str]:
    matter = document.matter
    yield listing.kicker(document)
    yield listing.notice(edition, document)
    if not isinstance(matter, Profile) and (day := published(document)):
        yield edition.day(day).words
    yield _signs(edition, document)
    if isinstance(matter, Profile):
        yield (matter.short or "") if isinstance(matter, Agreement) else ""
        yield from dict.fromkeys(alias.name for alias in matter.aliases)


def _signs(edition: Edition, document: AnyDocument) -> str:
    """Under which marking its text stands, and whether its page has a timeline and a feed."""
    marking = max(document.marking, edition.texts[document.ref].marking or document.marking)
    has_timeline = document.ref.kind.is_profile and document.ref in edition.graph.events.of
    has_feed = document.ref.kind in FED
    return f"{SIGNS[marking]}{HAS_TIMELINE if has_timeline else ''}{HAS_FEED if has_feed else ''}"


def _particulars(edition: Edition, document: AnyDocument) -> Iterator[str]:
    """What the front matter says in words that a reader may look for."""
    matter = document.matter
    if isinstance(matter, Brief) and matter.question:
        yield matter.question
    if matter.status is Status.WITHDRAWN and matter.withdrawn_because:
        yield matter.withdrawn_because
    if isinstance(matter, Actor):
        for role in matter.roles:
            of = edition.links([Ref(Kind.ACTOR, role.of)]) if role.of else ()
            yield ", ".join((role.title, *(link.label for link in of)))
    if isinstance(matter, Agreement):
        yield ", ".join(link.label for link in edition.links(Ref(Kind.ACTOR, id_) for id_ in matter.parties))
