"""Atom feeds (RFC 4287): one of the site, and one of each topic and actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest
from types import MappingProxyType
from typing import Any, NamedTuple

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from briefing.graph.order import age, published
from briefing.model.content import AnyDocument
from briefing.model.documents import Status
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref
from briefing.pages import stamps
from briefing.pages.identity import Site, clean
from briefing.views.edition import Edition, once
from briefing.views.kinds import digest
from briefing.views.kinds.profile import FED
from briefing.views.parts import listing

LIMIT = 30
FILE = "feed.xml"
IN_THE_FEED = frozenset({Status.PUBLISHED, Status.WITHDRAWN})
"""Who has read a document is told of its withdrawal; drafts of the preview are for no feed reader to keep."""


def files(edition: Edition, site_url: str) -> Mapping[str, bytes]:
    """Every feed by its path below the site, at old addresses too: no page can lead a feed reader on.

    The site's own address may be empty.
    """
    site = Site(edition.site_name, site_url)
    everything = (ref for ref in edition.content.documents if not ref.kind.is_profile)
    found = {FILE: _write(edition, site, FILE, site.name, "", everything, None)}
    for profile in edition.content.documents.values():
        if profile.ref.kind in FED:
            path, title = f"{profile.address}{FILE}", f"{profile.title} – {site.name}"
            found[path] = _write(
                edition, site, path, title, listing.summary(profile), _on(edition, profile.ref), profile.ref
            )
    moved = edition.graph.succession.moved.items()
    found |= {f"{old.address}{FILE}": found[f"{new.address}{FILE}"] for old, new in moved if new.kind in FED}
    return MappingProxyType(found)


class Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """The library's feed, of entries that are written already, and without use of the clock."""

    def latest_post_date(self) -> datetime:
        return max((entry.changed for entry in self.items), default=stamps.moment(stamps.NEVER))

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed["digests"]:
            way = {"rel": "related", "href": self.feed["digests"], "title": "Digests", "type": "text/html"}
            handler.addQuickElement("link", None, way)

    def write_items(self, handler: Any) -> None:
        for entry in self.items:
            handler.ignorableWhitespace(entry.written)  # the one way to hand over what is XML


class Writer(Atom1Feed):  # type: ignore[misc]
    """The library's writer for entries alone, with texts as texts and several authors."""

    def write(self, outfile: Any, encoding: str) -> None:
        self.write_items(SimplerXMLGenerator(outfile, encoding, short_empty_elements=True))

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {} if item["language"] == self.feed["language"] else {"xml:lang": item["language"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("summary", item["summary"])
        for term, label in item["topics"]:
            handler.addQuickElement("category", None, {"term": term, "label": label})


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it stands in every feed of one depth."""

    written: str
    changed: datetime


def _write(
    edition: Edition,
    site: Site,
    path: str,
    title: str,
    subtitle: str,
    refs: Iterable[Ref],
    of: Ref | None,
) -> bytes:
    feed = Feed(
        title=clean(title),
        link=site.link(path.removesuffix(FILE), path),
        description=clean(subtitle),
        language=edition.settings.language,
        author_name=clean(site.name),
        feed_url=site.link(path, path) if site.root else None,
        feed_guid=site.urn(path),
        digests="" if of else site.link(digest.ADDRESS, path),
    )
    up = site.way_up(path)
    feed.items += [
        _entry(edition, document, site, up, _marking(edition, document, of))
        for document in _latest(edition, refs)
    ]
    return str(feed.writeString("utf-8")).encode("utf-8")


@once
def _entry(edition: Edition, document: AnyDocument, site: Site, up: str, marking: Marking) -> Entry:
    matter, day, changed = document.matter, published(document), stamps.moment(stamps.newest([document]))
    topics = edition.documents(Ref(Kind.TOPIC, id_) for id_ in matter.topics)
    is_withdrawn = matter.status is Status.WITHDRAWN
    writer = Writer(title="", link="", description="", language=edition.settings.language)
    writer.add_item(
        title=clean(f"Withdrawn: {document.title}" if is_withdrawn else document.title),
        link=f"{up}{document.address}",
        description=None,
        pubdate=stamps.moment(day or stamps.NEVER),
        updateddate=changed,
        unique_id=site.urn(str(document.ref)),
        item_copyright=marking.value,
        language=document.language,
        authors=[clean(edition.settings.authors.get(author, author)) for author in matter.authors],
        summary=clean((matter.withdrawn_because or "") if is_withdrawn else listing.summary(document)),
        topics=[(topic.ref.id, clean(topic.title)) for topic in topics],
    )
    return Entry(str(writer.writeString("utf-8")), changed)


def _marking(edition: Edition, document: AnyDocument, of: Ref | None) -> Marking:
    """The marking of an entry; one in an actor's feed tells that the document names the actor."""
    held = edition.graph.appearances.held.get((document.ref, of)) if of else None
    return max(document.marking, held) if held else document.marking


def _latest(edition: Edition, refs: Iterable[Ref]) -> list[AnyDocument]:
    """What changed last stands first; on the same day, what was published last."""
    everything = _in_order(edition)
    places = (everything.places[ref] for ref in refs if ref in everything.places)
    return [everything.documents[place] for place in nsmallest(LIMIT, places)]


class InOrder(NamedTuple):
    """The documents that feeds tell of, in the order of every feed, and the place of each."""

    documents: Sequence[AnyDocument]
    places: Mapping[Ref, int]


@once
def _in_order(edition: Edition) -> InOrder:
    readable = [one for one in edition.content.documents.values() if one.matter.status in IN_THE_FEED]
    found = sorted(readable, key=lambda one: (-stamps.newest([one]).toordinal(), age(one)))
    return InOrder(found, {one.ref: place for place, one in enumerate(found)})


def _on(edition: Edition, profile: Ref) -> Iterable[Ref]:
    """What is about a topic or one below it; what is about an actor or names it."""
    if profile.kind is Kind.TOPIC:
        return (on.document for on in edition.graph.on_topic[profile])
    return edition.graph.appearances.documents.get(profile, ())
