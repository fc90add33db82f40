"""Markings: no document names or cites what fewer readers may see than itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Brief
from briefing.model.marking import Marking
from briefing.model.parts import Judgement, Source
from briefing.model.problem import Problem, problem
from briefing.model.ref import Ref, parse_ref
from briefing.validate.events import is_whole, milestones
from briefing.validate.references import Reference, References
from briefing.validate.sources import citations


def check(
    documents: Iterable[AnyDocument], named: References, by_ref: Mapping[Ref, AnyDocument]
) -> Iterator[Problem]:
    """Every place of a front matter that names or cites what is marked higher than that place."""
    documents = tuple(documents)
    events = _events(documents)
    for document in documents:
        for path, what, marking in (
            *_documents(document, named[document.ref], by_ref),
            *_judgements(document, by_ref),
            *_sources(document, by_ref),
            *_origins(document),
            *_told(document, events),
        ):
            here = marking_at(document, path)
            if marking > here:
                at = document.places[path]
                yield problem("B502", document.uri, at, f"{what} is {marking}, higher than the {here} here")


Named = tuple[Path, str, Marking]
"""Where something is named, what it is, and its marking."""


def _documents(
    document: AnyDocument, named: Iterable[Reference], by_ref: Mapping[Ref, AnyDocument]
) -> Iterator[Named]:
    for path, ref in named:
        if ref in by_ref and by_ref[ref].marking > document.marking:
            yield path, str(ref), by_ref[ref].marking


def _judgements(document: AnyDocument, by_ref: Mapping[Ref, AnyDocument]) -> Iterator[Named]:
    for index, judgement in enumerate(_own_judgements(document)):
        brief, _, old = (judgement.replaces or "").partition("#")
        named = by_ref.get(parse_ref(f"briefs/{brief}") or document.ref)
        for other in _own_judgements(named) if named else ():
            if other.id == old and other.marking:
                yield ("judgements", index, "replaces"), f"`{judgement.replaces}`", other.marking


def _sources(document: AnyDocument, by_ref: Mapping[Ref, AnyDocument]) -> Iterator[Named]:
    for path, cites in citations(document):
        where, hash_, id_ = cites.partition("#")
        ref = parse_ref(where) if hash_ else document.ref
        cited = by_ref.get(ref) if ref else None
        for source in cited.matter.sources if cited else ():
            if isinstance(source, Source) and source.id == (id_ if hash_ else cites) and source.marking:
                yield path, f"the source `{cites}`", source.marking


def _origins(document: AnyDocument) -> Iterator[Named]:
    written = [one for one in document.matter.sources if isinstance(one, Source)]
    held = {one.id: one.marking for one in written if one.id and one.marking}
    for index, source in enumerate(document.matter.sources):
        marking = held.get(source.origin) if isinstance(source, Source) and source.origin else None
        if marking and isinstance(source, Source) and marking > (source.marking or document.marking):
            # What a source rests on stands beside it: it is no higher than the source itself.
            yield ("sources", index, "origin"), f"the source `{source.origin}`", marking


def _told(document: AnyDocument, events: Mapping[str, Marking]) -> Iterator[Named]:
    for index, event in enumerate(document.matter.events):
        if event.id is not None and event.id in events and not is_whole(event):
            yield ("events", index), f"the event `{event.id}`", events[event.id]


def _events(documents: Iterable[AnyDocument]) -> Mapping[str, Marking]:
    """The lowest marking under which some document writes each event out."""
    lowest: dict[str, Marking] = {}
    for document in documents:
        whole = [
            (event.id, marking_at(document, ("events", index)))
            for index, event in enumerate(document.matter.events)
            if event.id and is_whole(event)
        ]
        for id_, marking in (*whole, *((id_, document.marking) for id_ in milestones(document))):
            lowest[id_] = min(marking, lowest.get(id_, marking))
    return lowest


def marking_at(document: AnyDocument, path: Path) -> Marking:
    """The marking that holds at a place: the document's, or a higher one of the entry that it stands in."""
    match path:
        case ("events", int(index), *_):
            own = document.matter.events[index].marking
        case ("judgements", int(index), *_):
            own = _own_judgements(document)[index].marking
        case _:
            own = None
    return max(document.marking, own) if own else document.marking


def _own_judgements(document: AnyDocument) -> tuple[Judgement, ...]:
    return document.matter.judgements if isinstance(document.matter, Brief) else ()
