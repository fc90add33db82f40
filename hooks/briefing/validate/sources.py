"""What documents rest on: sources that are cited exist, and a confirmation has two origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Article, Brief, Status
from briefing.model.parts import Source, SourceRef
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind, Ref
from briefing.validate.nearest import did_you_mean


def check(documents: Iterable[AnyDocument], by_ref: Mapping[Ref, AnyDocument]) -> Iterator[Problem]:
    """Citations of unlisted sources, ids given twice, confirmations by one origin, documents on nothing."""
    for document in documents:
        own = ids_of(document)
        for path, cites in citations(document):
            if fault := _fault(path, cites, own, by_ref):
                yield problem("B307", document.uri, document.places[path], *fault)
        yield from _twice(document)
        yield from _confirmed(document)
        yield from _founded(document)


def ids_of(document: AnyDocument) -> tuple[str, ...]:
    """The ids of the sources that a document writes out."""
    return tuple(source.id for source in document.matter.sources if isinstance(source, Source) and source.id)


def citations(document: AnyDocument) -> Iterator[tuple[Path, str]]:
    """Every place where a document cites a source by id."""
    return ((path, source.cites) for path, source in _all(document) if isinstance(source, SourceRef))


def _all(document: AnyDocument) -> Iterator[tuple[Path, Source | SourceRef]]:
    """Every source that a document writes out or cites, in its list and in its entries."""
    matter = document.matter
    lists: list[tuple[Path, tuple[Source | SourceRef, ...]]] = [(("sources",), matter.sources)]
    for index, event in enumerate(matter.events):
        lists.append((("events", index, "sources"), event.sources))
        lists += [
            (("events", index, "dates", n, "sources"), said.sources) for n, said in enumerate(event.dates)
        ]
    for index, judgement in enumerate(matter.judgements if isinstance(matter, Brief) else ()):
        lists.append((("judgements", index, "sources"), judgement.sources))
        if judgement.outcome:
            lists.append((("judgements", index, "outcome", "sources"), judgement.outcome.sources))
    for path, sources in lists:
        yield from (((*path, index), source) for index, source in enumerate(sources))


def _twice(document: AnyDocument) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, source in enumerate(document.matter.sources):
        if isinstance(source, Source) and source.id:
            if source.id in seen:
                at = document.places[("sources", index, "id")]
                yield problem(
                    "B213", document.uri, at, f"the source id `{source.id}` stands twice in this document"
                )
            seen.add(source.id)


def _fault(
    path: Path, cites: str, own: tuple[str, ...], by_ref: Mapping[Ref, AnyDocument]
) -> tuple[str, str] | None:
    """What is wrong with a citation at a place, and what to do about it."""
    where, hash_, id_ = cites.partition("#")
    if not hash_:
        if path[0] == "sources":
            return f"`{cites}` cites no source", _written_out(cites)
        return None if cites in own else (f"no source `{cites}` is listed here", did_you_mean(cites, own))
    kind, _, article = where.partition("/")
    if kind != Kind.ARTICLE:
        return f"`{cites}` cites no article", "write articles/<id>#<source id>"
    cited = by_ref.get(Ref(Kind.ARTICLE, article))
    if cited is None or id_ in ids_of(cited):
        return None
    return f"{cited.uri} lists no source `{id_}`", did_you_mean(id_, ids_of(cited))


def _written_out(cites: str) -> str:
    """How to write a source, of which somebody gave the address or the title alone."""
    if cites.lower().startswith(("http://", "https://")):
        return f"write `- title: …`, what it is called, and below it `  url: {cites}`"
    return f"write `- title: {cites}`; or articles/<id>#<source id> for a source of that article"


def _confirmed(document: AnyDocument) -> Iterator[Problem]:
    written = [(path, source) for path, source in _all(document) if isinstance(source, Source)]
    origins = {origin_of(source) for _, source in written}
    for path, source in written if len(origins) < 2 else ():
        if source.credibility == 1:
            yield problem(
                "B709", document.uri, document.places[(*path, "credibility")],
                f"`{source.title}` is graded 1, confirmed by other sources, and there is no other origin",
            )  # fmt: skip


def origin_of(source: Source) -> str:
    """What a source goes back to: equal origins count as one source."""
    return (source.origin or source.id or source.title).casefold()


def _founded(document: AnyDocument) -> Iterator[Problem]:
    matter = document.matter
    if (
        isinstance(matter, Brief)
        and matter.status is Status.PUBLISHED
        and not matter.articles
        and not matter.sources
    ):
        what = "a published brief names neither an article nor a source"
        yield problem("B706", document.uri, document.places[()], what)
    if isinstance(matter, Article) and not matter.sources:
        yield problem("B707", document.uri, document.places[()], "the article names no source")
