"""Every text of a content, converted and linked: one pass over all documents and hand-written pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from briefing import release
from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.link import document as documents
from briefing.link import publishable, renditions
from briefing.link.anchored import Anchors
from briefing.link.document import Linked
from briefing.link.named import named
from briefing.link.names import NameTable
from briefing.link.renditions import Written, anchors, written
from briefing.link.targets import Here
from briefing.link.ways import Ends
from briefing.model.content import AnyDocument, Content, Document, HandPage
from briefing.model.documents import Article, Brief, Status
from briefing.model.overlay import Overlay, over
from briefing.model.problem import Problem, problem
from briefing.model.ref import Ref
from briefing.model.refusal import Refusal
from briefing.model.source import TOP, Address, Place, SrcUri
from briefing.validate import references

Key = Ref | Address
"""A document by its ref, a hand-written page by its address."""
ASSETS = "docs/assets/"


def bodies(content: Content) -> Iterator[tuple[Key, AnyDocument | HandPage]]:
    """Every document and hand-written page with its key."""
    yield from content.documents.items()
    yield from content.pages.items()


def convert(content: Content, converter: Converter) -> Mapping[Written, Converted]:
    """The HTML of every body, as each of its readers sees it; it depends on that body alone."""
    wanted = dict.fromkeys(
        written(rendition.body) for _, body in bodies(content) for rendition in renditions.of(body)
    )
    return converter.all(tuple(wanted))


def link(content: Content, converted: Mapping[Written, Converted]) -> Mapping[Key, Linked]:
    """Every text with its links, among the names and addresses of this content alone."""
    return dict(Links(content, converted))


class Links(Mapping[Key, Linked]):
    """The same, each text linked when it is first asked for: most checks ask for none."""

    def __init__(self, content: Content, converted: Mapping[Written, Converted]) -> None:
        self._bodies = dict(bodies(content))
        self._converted = converted
        self._table = NameTable.of(named(content))
        self._places = replace(Places.of(content), anchors=Anchors(content, converted))
        self._made: dict[Key, Linked] = {}

    def __getitem__(self, key: Key) -> Linked:
        if key not in self._made:
            self._made[key] = documents.link(*self._of(self._bodies[key]))
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)

    @cached_property
    def ends(self) -> Mapping[Key, Ends]:
        """Where each text leads, and what is wrong there."""
        return {key: self.ends_of(body) for key, body in self._bodies.items()}

    def ends_of(self, body: AnyDocument | HandPage) -> Ends:
        """The same of one text, or of a part of it."""
        return documents.ends(*self._of(body))

    def _of(self, body: AnyDocument | HandPage) -> tuple[Converted, str, Here, NameTable, Places]:
        seen = self._places.seen_from(body.uri)
        return self._converted[written(body)], body.body, here(body), self._table, seen


def here(body: AnyDocument | HandPage) -> Here:
    """The page that a body stands on."""
    own = body.ref if isinstance(body, Document) else None
    return Here(body.uri, body.address, own, day_of(body), anchors(body))


def day_of(body: AnyDocument | HandPage) -> date | None:
    """The day that a text is of, which dated aliases are held against."""
    matter = body.matter
    return matter.updated or matter.date if isinstance(matter, Article | Brief) else None


@dataclass(frozen=True, slots=True)
class Places:
    """Where links may lead: the documents, pages and files of one content."""

    content: Content
    by_uri: Mapping[SrcUri, Ref | Address]
    by_name: Mapping[str, tuple[Ref, ...]]
    home: Overlay | None = None
    """The overlay of the text that leads there; nothing for a text of the base."""
    anchors: Anchors | None = None
    """Those of the documents' pages, where they are known."""

    @classmethod
    def of(cls, content: Content) -> Places:
        by_name: dict[str, list[Ref]] = defaultdict(list)
        for ref, document in content.documents.items():
            for id_ in (ref.id, *document.matter.former):
                by_name[id_].append(ref)
        by_uri = {body.uri: key for key, body in bodies(content)}
        return cls(content, by_uri, {id_: tuple(refs) for id_, refs in by_name.items()})

    def seen_from(self, uri: SrcUri) -> Places:
        """The same places as a text in this file may lead to them."""
        return replace(self, home=over(uri, self.content.overlays)) if self.content.overlays else self

    def document(self, uri: SrcUri) -> Ref | Address | None:
        """The document of a source file, or the address of a hand-written page."""
        return self.by_uri.get(uri)

    def file(self, uri: SrcUri) -> Address | Refusal | None:
        """Where a file that is no document is published, or why it is not."""
        if uri not in self.content.files:
            return None
        # Files have no marking of their own: those of an overlay are there for its own documents alone.
        overlay = over(uri, self.content.overlays)
        if overlay not in (None, self.home):
            return None
        return _refusal(uri, self.content) or Address(published_as(uri))

    def by_id(self, id_: str) -> tuple[Ref, ...]:
        """The documents of any kind that have, or had, an id."""
        return self.by_name.get(id_, ())

    def refs(self) -> Iterable[Ref]:
        """All documents."""
        return self.content.documents

    def instead_of(self, anchor: str, ref: Ref) -> Collection[str] | None:
        """The anchors of a document that lacks this one; nothing where it has it, or that is not known."""
        return self.anchors.instead_of(anchor, ref) if self.anchors else None

    def name_of(self, ref: Ref) -> str:
        """What a document is called."""
        return self.content.documents[ref].title


def published_as(uri: SrcUri) -> str:
    """The path below the site of a file that is no document."""
    return uri.removeprefix("docs/")


def published_files(content: Content, texts: Mapping[Key, Ends]) -> frozenset[SrcUri]:
    """Files that a released text shows or links to, and those of the base's `docs/assets/`."""
    shown = {uri for text in texts.values() for uri in text.files}
    return frozenset(shown | {uri for uri in _assets(content) if not _refusal(uri, content)})


def _refusal(uri: SrcUri, content: Content) -> Refusal | None:
    """Why a file is not published: for its name and type, or for what it holds."""
    return publishable.refusal(uri) or content.refused.get(uri)


def _assets(content: Content) -> Iterator[SrcUri]:
    # An overlay's would reach every audience, by their names at least: files have no marking of their own.
    return (uri for uri in content.files if uri.startswith(ASSETS) and not over(uri, content.overlays))


def problems(
    content: Content, converted: Mapping[Written, Converted], texts: Mapping[Key, Ends]
) -> Iterator[Problem]:
    """What is wrong in bodies: what cannot be published, links to nothing and to what is not published."""
    statuses = not_published(content)
    for key, body in bodies(content):
        text = texts[key]
        yield from of_text(body, converted[written(body)], text)
        yield from unpublished(body, text, statuses)
        if isinstance(body, Document):
            yield from _unpublished_in_matter(body, statuses)
    for uri in _assets(content):
        if refusal := _refusal(uri, content):
            yield problem("B312", uri, TOP, f"the file is not published: {refusal.reason}", refusal.remedy)


def of_text(body: AnyDocument | HandPage, converted: Converted, text: Ends) -> Iterator[Problem]:
    """What was found wrong in one text on the way to its page."""
    for finding in (*converted.findings, *text.findings):
        at = Place(body.body_line + finding.line - 1, finding.column)
        yield problem(finding.code, body.uri, at, finding.message, finding.remedy)


def not_published(content: Content) -> Mapping[Ref, Status]:
    """The status of each document that readers do not see yet."""
    found = ((ref, document.matter.status) for ref, document in content.documents.items())
    return {ref: status for ref, status in found if status in release.UNPUBLISHED}


def unpublished(
    body: AnyDocument | HandPage, text: Ends, statuses: Mapping[Ref, Status]
) -> Iterator[Problem]:
    """Ways from a published text to documents that readers do not see yet."""
    if isinstance(body, Document) and body.matter.status is not Status.PUBLISHED:
        return
    for ref in text.refs:
        if ref in statuses:
            yield _not_published(body, ref, where(body, ref.id), statuses)


def _unpublished_in_matter(document: AnyDocument, statuses: Mapping[Ref, Status]) -> Iterator[Problem]:
    """The same from the front matter of a document."""
    if document.matter.status is Status.PUBLISHED and statuses:
        for reference in references.of(document):
            if reference.ref in statuses:
                yield _not_published(document, reference.ref, document.places[reference.path], statuses)


def _not_published(
    body: AnyDocument | HandPage, ref: Ref, at: Place, statuses: Mapping[Ref, Status]
) -> Problem:
    return problem("B311", body.uri, at, f"{ref} is a {statuses[ref]}, not published")


def where(body: AnyDocument | HandPage, words: str) -> Place:
    """The first place of some words in a body; its beginning where they are written otherwise."""
    start = max(body.body.find(words), 0)
    line_start = body.body.rfind("\n", 0, start) + 1
    return Place(body.body_line + body.body.count("\n", 0, start), start - line_start + 1)
