"""Ways to break the release stage on purpose, each of which the proof must notice by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from briefing import pipeline, release
from briefing.graph import succession
from briefing.link import texts
from briefing.link.named import named
from briefing.link.names import Named
from briefing.model.content import Content
from briefing.model.marking import Audience, Marking
from briefing.model.ref import Ref
from briefing.pages import feeds, search, search_entry
from briefing.pipeline import Build, Checks
from briefing.views.edition import Edition
from briefing.views.kinds import home, moved
from briefing.views.parts import heads
from briefing.views.shapes.pages import MovedShown

Patch = pytest.MonkeyPatch


def sources_above(patch: Patch) -> None:
    """The markings of sources are not looked at."""
    patch.setattr(release, "_sources", lambda sources, audience, held: tuple(sources))


def sources_of_outcomes(patch: Patch) -> None:
    """What an outcome rests on stays as it is."""
    real = release._judgement

    def kept(judgement: Any, *given: Any) -> Any:
        return real(judgement, *given).model_copy(update={"outcome": judgement.outcome})

    patch.setattr(release, "_judgement", kept)


def sources_of_dates(patch: Patch) -> None:
    """What the dates of an event rest on stays as it is."""
    real = release._event

    def kept(event: Any, *given: Any) -> Any:
        return real(event, *given).model_copy(update={"dates": event.dates})

    patch.setattr(release, "_event", kept)


def parts_above(patch: Patch) -> None:
    """Events and judgements go by the marking of their document."""
    patch.setattr(release, "_may_see", lambda part, audience: True)


def sections_above(patch: Patch) -> None:
    """Bodies keep all their sections."""
    patch.setattr(release, "_without_sections", lambda body, audience: body)


def drafts(patch: Patch) -> None:
    """Drafts are let through."""
    patch.setattr(release, "UNPUBLISHED", frozenset())


def hand_pages(patch: Patch) -> None:
    """Hand-written pages are let through."""
    real = release.release

    def with_pages(content: Content, audience: Audience, **more: Any) -> Content:
        return replace(real(content, audience, **more), pages=content.pages)

    patch.setattr(release, "release", with_pages)


def names_above(patch: Patch) -> None:
    """The table of names still holds those of higher profiles, which take the place of others."""
    whole = _before_release(patch)

    def of_all(content: Content) -> Iterator[Named]:
        for one in named(whole.get(id(content), content)):
            said = tuple(name.text for name in one.names)
            is_there = one.ref in content.documents
            yield one if is_there else replace(one, names=(), not_phrases=(*one.not_phrases, *said))

    patch.setattr(texts, "named", of_all)


def files_above(patch: Patch) -> None:
    """The files of documents that are marked higher are published."""
    whole, real = _before_release(patch), texts.published_files

    def all_files(content: Content, linked: Any) -> Any:
        return real(content, linked) | whole.get(id(content), content).files

    patch.setattr(texts, "published_files", all_files)


def search_above(patch: Patch) -> None:
    """Search knows the titles of all documents."""
    whole, real = _before_release(patch), search.entries

    def with_all(edition: Edition, linked: Any) -> Any:
        content = whole.get(id(edition.content), edition.content)
        above = [one for ref, one in content.documents.items() if ref not in edition.content.documents]
        return (*real(edition, linked), *(search_entry.Entry(one.address, one.title) for one in above))

    patch.setattr(search, "entries", with_all)


def feeds_above(patch: Patch) -> None:
    """Feeds are made of what the highest audience sees."""
    whole, real = _of_the_highest(patch), feeds.files

    def of_all(edition: Edition, url: str) -> Any:
        return real(whole.get(id(edition.content), edition), url)

    patch.setattr(feeds, "files", of_all)


def counts_above(patch: Patch) -> None:
    """The home page counts all documents."""
    whole, real = _before_release(patch), home._ways_in

    def of_all(edition: Edition) -> Any:
        return real(replace(edition, content=whole.get(id(edition.content), edition.content), made={}))

    patch.setattr(home, "_ways_in", of_all)


def order_above(patch: Patch) -> None:
    """Documents come in an order that tells how many there are in all."""
    real = release.release

    def turned(content: Content, audience: Audience, **more: Any) -> Content:
        released = real(content, audience, **more)
        items = list(released.documents.items())
        at = len(content.documents) % max(len(items), 1)
        return replace(released, documents=MappingProxyType(dict(items[at:] + items[:at])))

    patch.setattr(release, "release", turned)


def addresses_above(patch: Patch) -> None:
    """Former addresses of documents that are marked higher still lead on."""
    whole, real = _before_release(patch), moved.pages

    def with_all(edition: Edition) -> Iterator[Any]:
        yield from real(edition)
        content = whole.get(id(edition.content), edition.content)
        for old, new in succession.trace(content).moved.items():
            if new not in edition.content.documents:
                link = edition.link(content.documents[new])
                yield MovedShown(heads.of_page(edition, old.address, link.label, "Moved"), link)

    patch.setattr(moved, "pages", with_all)


def supersession_above(patch: Patch) -> None:
    """A document knows that something higher took its place."""
    whole, real = _before_release(patch), succession.trace

    def with_all(content: Content) -> Any:
        traced, full = real(content), real(whole.get(id(content), content))
        hidden = [ref for ref, after in full.successors.items() if ref in content.documents and after]
        seen: Mapping[Ref, Any] = {ref: traced.successors.get(ref, (ref,)) for ref in hidden}
        return replace(traced, successors=MappingProxyType({**traced.successors, **seen}))

    patch.setattr(succession, "trace", with_all)


OF_WORDS: tuple[Callable[[Patch], None], ...] = (
    sources_of_outcomes, sources_of_dates, sections_above, files_above, search_above, addresses_above,
)  # fmt: skip
"""Some of those that let words through."""
ALL = (
    *OF_WORDS, sources_above, parts_above, drafts, hand_pages, names_above, feeds_above, counts_above,
    order_above, supersession_above,
)  # fmt: skip


def _before_release(patch: Patch) -> dict[int, Content]:
    """For each released content, by its identity, the whole that it was taken from."""
    real = release.release
    known: dict[int, Content] = {}
    kept: list[Content] = []  # so that no other takes its identity

    def noted(content: Content, audience: Audience, **more: Any) -> Content:
        released = replace(real(content, audience, **more))
        kept.append(released)
        known[id(released)] = content
        return released

    patch.setattr(release, "release", noted)
    return known


def _of_the_highest(patch: Patch) -> dict[int, Edition]:
    """For each edition, by its content's identity, the one of an audience that may see everything."""
    real = pipeline.build
    known: dict[int, Edition] = {}
    kept: list[Build] = []  # so that no other takes its identity

    def noted(checks: Checks) -> Build:
        settings = checks.given.settings
        all_seeing = replace(settings, audience=replace(settings.audience, highest=Marking.AMBER_STRICT))
        made, above = real(checks), real(replace(checks, given=replace(checks.given, settings=all_seeing)))
        kept.append(made)
        known[id(made.edition.content)] = above.edition
        return made

    patch.setattr(pipeline, "build", noted)
    return known
