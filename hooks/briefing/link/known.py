"""All that the links of a text depend on besides the text, without the documents themselves.

So it is small, and what links one text again need not read all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.link.document import Linked
from briefing.link.named import named
from briefing.link.names import Named
from briefing.link.texts import Key, Places, not_published, published_as
from briefing.model.content import Content
from briefing.model.documents import Status
from briefing.model.ref import Ref
from briefing.model.source import Address, SrcUri


@dataclass(frozen=True, slots=True)
class Known:
    """Where links of one content may lead, and which names its profiles have."""

    named: tuple[Named, ...]
    by_uri: Mapping[SrcUri, Ref | Address]
    by_name: Mapping[str, tuple[Ref, ...]]
    titles: Mapping[Ref, str]
    files: Mapping[SrcUri, Address]
    """Of the files that are no documents, those that texts do lead to."""
    statuses: Mapping[Ref, Status]
    """Of the documents that readers do not see yet."""

    @classmethod
    def of(cls, content: Content, texts: Mapping[Key, Linked]) -> Known:
        """What is known of a content and its texts."""
        places = Places.of(content)
        files = {uri: Address(published_as(uri)) for text in texts.values() for uri in text.files}
        titles = {ref: document.title for ref, document in content.documents.items()}
        by_uri, by_name = dict(places.by_uri), dict(places.by_name)
        return cls(tuple(named(content)), by_uri, by_name, titles, files, not_published(content))

    def document(self, uri: SrcUri) -> Ref | Address | None:
        """The document of a source file, or the address of a hand-written page."""
        return self.by_uri.get(uri)

    def file(self, uri: SrcUri) -> Address | None:
        """Where a file that is no document is published, if a text leads there already."""
        return self.files.get(uri)

    def by_id(self, id_: str) -> tuple[Ref, ...]:
        """The documents of any kind that have, or had, an id."""
        return self.by_name.get(id_, ())

    def refs(self) -> Iterable[Ref]:
        """All documents."""
        return self.titles

    def instead_of(self, anchor: str, ref: Ref) -> None:
        """Nothing: the anchors that texts lead to are the same as when they were looked for."""

    def name_of(self, ref: Ref) -> str:
        """What a document is called."""
        return self.titles[ref]


def led(text: Linked) -> tuple[object, ...]:
    """All that other pages learn of a text: where it leads, what it names, and in which sentences."""
    return (
        tuple((one.ref, one.text, one.sentence, one.at, one.counts, one.marking) for one in text.mentions),
        text.refs,
        text.pages,
        text.files,
        text.anchors,
        text.marking,
        tuple(text.held.items()),
    )
