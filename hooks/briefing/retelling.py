"""One document told anew: what its page and search say where its author has changed its text alone.

A site follows from all of its documents. But where the front matter is the same to the letter, and the text
leads where it led and names whom it named in the same sentences, no other page can tell that it is another
text. What is known of each document from the build before is enough to see that, and to make its page.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter
from briefing.link import above, portions, renditions, texts
from briefing.link import document as links
from briefing.link.document import Linked
from briefing.link.known import Known, led
from briefing.link.lower import Seen
from briefing.link.names import NameTable
from briefing.link.renditions import Rendition, written
from briefing.model.content import AnyDocument, Document
from briefing.model.documents import Article, Brief, Status
from briefing.model.problem import Problem
from briefing.model.ref import Ref
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.pages import search_update
from briefing.parse import documents as parse
from briefing.parse.documents import Parsed
from briefing.validate import lists, matter, unwritten
from briefing.views.retold import retold
from briefing.views.shapes.pages import ArticleShown, BriefShown


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a document from the build before."""

    ref: Ref
    matter: bytes
    """A digest of its front matter, as it is written."""
    led: bytes
    """Of what other pages learn of its text, among all documents."""
    led_released: bytes
    """The same among those that the audience sees."""
    asked: frozenset[str]
    """The anchors of its text that links lead to."""
    problems: frozenset[Problem]
    """Of its problems those of its text."""
    search: search_update.Told


class Table(NamedTuple):
    """What the links of a content depend on, and its names ready to be found."""

    known: Known
    names: NameTable


@dataclass(frozen=True, slots=True)
class Ground:
    """What all documents are told on."""

    settings: Settings
    whole: Table
    """Of all documents."""
    released: Table
    """Of those that the audience sees."""
    higher: NameTable | None
    """The names of all profiles in every dress; nothing where none is marked higher than a text."""


class Retold(NamedTuple):
    """A document told anew, and its page."""

    told: Told
    document: AnyDocument
    shown: ArticleShown | BriefShown


def is_simple(document: AnyDocument) -> bool:
    """Whether a document can be told anew: an article or brief of which all its readers see the same."""
    return (
        isinstance(document.matter, Article | Brief)
        and not document.sections.lines
        and len(renditions.of(document)) == 1
    )


def asked(several: Iterable[Linked]) -> Mapping[Ref, frozenset[str]]:
    """Of each document the anchors that texts lead to."""
    found = defaultdict[Ref, set[str]](set)
    for ref, anchor in (one for text in several for one in text.anchors):
        found[ref].add(anchor)
    return {ref: frozenset(anchors) for ref, anchors in found.items()}


def digest_of_matter(source: Source, body: str) -> bytes:
    """A digest of all that stands before a document's body."""
    return hashlib.sha256(source.text[: len(source.text) - len(body)].encode("utf-8", "replace")).digest()


def digest(text: Linked) -> bytes:
    """A digest of what other pages learn of a text."""
    return hashlib.sha256(repr(led(text)).encode("utf-8", "replace")).digest()


def retell(
    source: Source, told: Told, shown: ArticleShown | BriefShown, ground: Ground, converter: Converter
) -> Retold | None:
    """The document of a source, told anew; nothing where it has an error, or may concern another page."""
    parsed, _ = parse.read(source)
    if parsed is None or digest_of_matter(source, parsed.body) != told.matter:
        return None
    document = _document(parsed, told.ref, ground.settings)
    if document is None or not is_simple(document):
        return None
    converted = converter.convert(*written(document))
    if not told.asked <= converted.ids:
        return None
    of_all = _linked(document, converted, ground.whole)
    text = of_all if ground.released is ground.whole else _linked(document, converted, ground.released)
    if digest(of_all) != told.led or digest(text) != told.led_released:
        return None
    problems = of_text(source, parsed, document, converted, of_all, ground.whole.known.statuses)
    if any(problem.is_error for problem in problems):
        return None
    seen = Seen(Rendition(document, document.marking), of_all)
    if ground.higher and any(above.named_in_body((seen,), {written(document): converted}, ground.higher)):
        return None
    if any(portions.problems([document])):
        return None
    anew = retold(shown, text)
    now = replace(told, problems=problems, search=told.search.retold(text))
    return Retold(now, document, anew) if anew else None


def of_text(
    source: Source,
    parsed: Parsed,
    document: AnyDocument,
    converted: Converted,
    text: Linked,
    statuses: Mapping[Ref, Status],
) -> frozenset[Problem]:
    """What is wrong in the text of a document, as the check of all documents finds it.

    `statuses` are those of the documents that readers do not see yet. Labels that hide nothing and names of
    what is marked higher are left to that check.
    """
    return frozenset(
        (
            *parse.in_body(source, parsed.body, parsed.body_line),
            *lists.empty(parsed),
            *unwritten.of_body(parsed),
            *texts.of_text(document, converted, text),
            *texts.unpublished(document, text, statuses),
        )
    )


def _document(parsed: Parsed, ref: Ref, settings: Settings) -> AnyDocument | None:
    """The document, whose front matter is known to be without problems."""
    said = matter.check(parsed.tree, parsed.uri, matter.MODELS[ref.kind]).matter
    if said is None:
        return None
    return Document(
        ref=ref,
        uri=parsed.uri,
        matter=said,
        marking=said.marking or settings.marking,
        language=said.language or settings.language,
        body=parsed.body,
        body_line=parsed.body_line,
        places=parsed.tree.places,
        sections=parsed.sections,
    )


def _linked(document: AnyDocument, converted: Converted, table: Table) -> Linked:
    return links.link(converted, document.body, texts.here(document), table.names, table.known)
