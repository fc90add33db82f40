"""Who appears in which article or brief: listed as its subject, or named in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from briefing.graph.inputs import Texts
from briefing.graph.order import newest_first
from briefing.model import limits
from briefing.model.content import AnyDocument, Content
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref


@dataclass(frozen=True, slots=True)
class Appearances:
    """Documents and those who appear in them, both ways."""

    subjects: Mapping[Ref, tuple[Ref, ...]]
    """The actors and agreements of each article and brief: those it is about, then those it names."""
    documents: Mapping[Ref, tuple[Ref, ...]]
    """The articles and briefs in which each actor and agreement appears, newest first."""
    held: Mapping[tuple[Ref, Ref], Marking]
    """The marking of those by marked sections alone, by document and subject."""
    listed: Mapping[Ref, tuple[Ref, ...]]
    """Those that each document says it is about, whether or not they are there."""

    def most_seen(self, documents: Iterable[Ref], kind: Kind) -> tuple[tuple[Ref, int], ...]:
        """Who of a kind appears in the most of these documents, and in how many."""
        counted = Counter(chain.from_iterable([self.subjects[document] for document in documents]))
        of_kind = [item for item in counted.items() if item[0].kind is kind]
        return tuple(sorted(of_kind, key=lambda item: (-item[1], item[0])))

    def marking(self, documents: Iterable[Ref], *subjects: Ref) -> Marking | None:
        """The highest marking of sections by which alone some subjects appear in some of these documents."""
        found = (self.held.get((document, one)) for document in documents for one in subjects)
        return max(filter(None, found), default=None)

    def companions(self, actor: Ref) -> tuple[tuple[Ref, int], ...]:
        """The actors that appear together with one, and in how many documents.

        A text that names very many is a list, and says nothing of who has to do with whom.
        """
        together = [
            document
            for document in self.documents.get(actor, ())
            if len(self.subjects[document]) <= limits.TOGETHER.most
        ]
        return tuple(
            (other, count) for other, count in self.most_seen(together, Kind.ACTOR) if other != actor
        )


def find(content: Content, texts: Texts) -> Appearances:
    """Who appears where in all articles and briefs."""
    about = {ref: listed(one) for ref, one in content.documents.items() if not ref.kind.is_profile}
    subjects = {
        document: tuple(
            [
                ref
                for ref in dict.fromkeys((*about[document], *named(texts, document)))
                if ref in content.documents
            ]
        )
        for document in about
    }
    documents: dict[Ref, list[Ref]] = {}
    for document in newest_first(content, subjects):
        for ref in subjects[document]:
            documents.setdefault(ref, []).append(document)
    return Appearances(
        MappingProxyType(subjects),
        MappingProxyType({ref: tuple(documents[ref]) for ref in sorted(documents)}),
        MappingProxyType(
            {
                (document, ref): marking
                for document in subjects
                for ref, marking in sorted(texts[document].held.items())
                if ref not in about[document]
            }
        ),
        MappingProxyType(about),
    )


def listed(document: AnyDocument) -> tuple[Ref, ...]:
    """The actors and agreements that a document says it is about."""
    matter = document.matter
    return (
        *(Ref(Kind.ACTOR, id_) for id_ in matter.actors),
        *(Ref(Kind.AGREEMENT, id_) for id_ in matter.agreements),
    )


def named(texts: Texts, ref: Ref) -> tuple[Ref, ...]:
    """The actors and agreements that a document's text names, in order of first mention."""
    found = (mention.ref for mention in texts[ref].mentions if mention.counts)
    return tuple(dict.fromkeys(one for one in found if one.kind in (Kind.ACTOR, Kind.AGREEMENT)))
