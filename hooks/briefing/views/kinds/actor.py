"""The page of an actor: a card, what we judge of it, what it did, in what it has part, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.graph.affiliations import Involvement
from briefing.model.content import Document
from briefing.model.documents import Actor, ActorType, Agreement
from briefing.model.edtf import Edtf
from briefing.model.language import locale_of
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition, once
from briefing.views.kinds import network, profile
from briefing.views.parts import marking, offices
from briefing.views.shapes.pages import ActorShown, Companion, Fact, Link

ORDER = (
    "br-now", "br-timeline", "br-agreements", "br-with-whom",
    "br-documents", "br-mentions", "br-past", "br-sources",
)  # fmt: skip


def page(edition: Edition, document: Document[Actor]) -> ActorShown:
    """All that the page of an actor shows."""
    ref = document.ref
    agreements = tuple(_agreements(edition, ref))
    around = network.of_actor(edition, document)
    shared = profile.profile(edition, document, _facts(edition, document), profile.about(edition, ref))
    listed = profile.with_contents(edition, ref, shared, ORDER, agreements=agreements, with_whom=around)
    part_of = Ref(Kind.ACTOR, document.matter.part_of) if document.matter.part_of else None
    return ActorShown(
        profile=replace(listed, head=replace(listed.head, scripts=network.SCRIPTS if around else ())),
        roles=offices.roles(edition, document),
        part_of=edition.first_link([part_of]) if part_of else None,
        parts=_parts(edition, ref),
        agreements=agreements,
        network=around,
    )


def seen(
    edition: Edition, counted: tuple[tuple[Ref, int], ...], among: Sequence[Ref], *beside: Ref
) -> tuple[Companion, ...]:
    """Actors or agreements with the number of these documents in which they appear, beside others if any."""
    appearances = edition.graph.appearances
    found = []
    for ref, count in counted:
        counting = [one for one in among if ref in appearances.subjects[one]] if appearances.held else ()
        shown = marking.shown_if_any(appearances.marking(counting, ref, *beside))
        found += [Companion(link, count, shown) for link in edition.links([ref])]
    return tuple(found)


def _facts(edition: Edition, document: Document[Actor]) -> Iterator[Fact]:
    matter = document.matter
    if matter.country and matter.type is not ActorType.COUNTRY:
        yield _country(edition, matter.country)
    if matter.born:
        yield Fact("Born", (edition.when(matter.born).words,))
    if matter.founded:
        yield Fact("Founded", (edition.when(matter.founded).words,))
    if matter.wikidata:
        yield Fact("Wikidata", (matter.wikidata,))


def _country(edition: Edition, code: str) -> Fact:
    """The country by a way to its page; by its name where it has none."""
    known = _countries(edition).get(code)
    if known:
        return Fact("Country", links=edition.links([known]))
    return Fact("Country", (locale_of(edition.settings.language).territories.get(code, code),))


@once
def _countries(edition: Edition) -> Mapping[str, Ref]:
    """Countries that have a page, by their code; of two with the same code the first."""
    countries = [one for one in edition.content.actors if one.matter.type is ActorType.COUNTRY]
    return {one.matter.country: one.ref for one in reversed(countries) if one.matter.country}


def _parts(edition: Edition, ref: Ref) -> tuple[Link, ...]:
    """Actors that are part of it, then the people who hold or held an office of it."""
    parts = edition.links(edition.graph.affiliations.parts.get(ref, ()))
    addresses = {link.address for link in parts}
    return (*parts, *(link for link in offices.holders(edition, ref) if link.address not in addresses))


def _agreements(edition: Edition, ref: Ref) -> Iterator[tuple[Link, str]]:
    """Its agreements, newest first, those without a date at the end."""

    def signed(one: Involvement) -> Edtf | None:
        matter = edition.content.documents[one.agreement].matter
        return matter.signed if isinstance(matter, Agreement) else None

    def newest_first(one: Involvement) -> tuple[int, Ref]:
        when = signed(one)
        return (-when.earliest.toordinal() if when else 0, one.agreement)

    for one in sorted(edition.graph.affiliations.agreements.get(ref, ()), key=newest_first):
        part = " and ".join(
            word for word, holds in (("party", one.is_party), ("signatory", one.is_signatory)) if holds
        )
        when = signed(one)
        note = f"signed {edition.when(when).words}" if when else ""
        yield edition.link(edition.content.documents[one.agreement], note), part
