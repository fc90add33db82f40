"""Every page of the site, as the values that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.content import AnyDocument, Document
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address
from briefing.views.edition import Edition
from briefing.views.kinds import (
    about,
    actor,
    agreement,
    article,
    brief,
    desk,
    digest,
    gone,
    home,
    indexes,
    moved,
    network,
    register,
    timeline,
    topic,
)
from briefing.views.parts import marked
from briefing.views.shapes.pages import Shown

PAGES: Mapping[Kind, Callable[[Edition, Any], Shown]] = MappingProxyType(
    {
        Kind.BRIEF: brief.page,
        Kind.ARTICLE: article.page,
        Kind.ACTOR: actor.page,
        Kind.TOPIC: topic.page,
        Kind.AGREEMENT: agreement.page,
    }
)
"""What makes the page of a document of each kind."""
NONE: Mapping[Address, Shown] = MappingProxyType({})


class Pages(Mapping[Address, Shown]):
    """Every page by its address, in order of address; those of documents are made when they are asked for.

    They are most of a site, and who prints them needs one at a time. `instead` stand where others would.
    """

    def __init__(self, edition: Edition, instead: Mapping[Address, Shown] = NONE) -> None:
        self._edition = edition
        self._markings = marked.survey(edition.content, edition.texts, edition.graph)
        found = {**dict(_pages(edition)), **instead}
        self._found = {address: found[address] for address in sorted(found)}

    def __getitem__(self, address: Address) -> Shown:
        one = self._found[address]
        return self._markings.mark(_page_of(self._edition, one) if isinstance(one, Document) else one)

    def __iter__(self) -> Iterator[Address]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def some(edition: Edition, refs: Iterable[Ref]) -> Mapping[Address, Shown]:
    """The pages of some documents, as far as the edition has them."""
    markings = marked.survey(edition.content, edition.texts, edition.graph)
    return {one.address: markings.mark(_page_of(edition, one)) for one in edition.documents(refs)}


def _page_of(edition: Edition, document: AnyDocument) -> Shown:
    return PAGES[document.ref.kind](edition, document)


def _pages(edition: Edition) -> Iterator[tuple[Address, Shown | AnyDocument]]:
    """What stands at each address, a document for its page."""
    content = edition.content
    yield home.ADDRESS, home.page(edition)
    for kind in Kind:
        index = indexes.page(edition, kind)
        yield index.head.address, index
    for one in timeline.pages(edition):
        yield one.head.address, one
    judgements = register.page(edition)
    yield judgements.head.address, judgements
    yield network.ADDRESS, network.page(edition)
    yield from ((one.head.address, one) for one in digest.pages(edition))
    if edition.settings.preview:
        yield desk.ADDRESS, desk.page(edition)
    for hand_page in content.pages.values():
        if hand_page.address not in (home.ADDRESS, *(f"{kind}/" for kind in Kind)):
            yield hand_page.address, about.page(edition, hand_page)
    yield from ((one.address, one) for one in content.documents.values())
    yield from ((one.head.address, one) for one in moved.pages(edition))
    yield from ((one.head.address, one) for one in gone.pages(edition))
