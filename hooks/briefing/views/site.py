"""Every page of the site, as the values that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.content import AnyDocument
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address
from briefing.views import (
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
    marked,
    moved,
    network,
    register,
    timeline,
    topic,
)
from briefing.views.edition import Edition
from briefing.views.shapes import Shown

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


def pages(edition: Edition) -> Mapping[Address, Shown]:
    """Every page by its address, in order of address."""
    markings = marked.survey(edition.content, edition.texts, edition.graph)
    marked_pages = {address: markings.mark(page) for address, page in _pages(edition)}
    return MappingProxyType({address: marked_pages[address] for address in sorted(marked_pages)})


def some(edition: Edition, refs: Iterable[Ref]) -> Mapping[Address, Shown]:
    """The pages of some documents, as far as the edition has them."""
    markings = marked.survey(edition.content, edition.texts, edition.graph)
    return {one.address: markings.mark(_page_of(edition, one)) for one in edition.documents(refs)}


def _page_of(edition: Edition, document: AnyDocument) -> Shown:
    return PAGES[document.ref.kind](edition, document)


def _pages(edition: Edition) -> Iterator[tuple[Address, Shown]]:
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
    yield from ((one.address, _page_of(edition, one)) for one in content.documents.values())
    yield from ((one.head.address, one) for one in moved.pages(edition))
    yield from ((one.head.address, one) for one in gone.pages(edition))
