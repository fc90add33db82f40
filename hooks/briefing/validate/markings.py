"""Markings: no document names or cites what fewer readers may see than itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import AnyDocument, Path
from briefing.model.marking import Marking
from briefing.model.problem import Problem, problem
from briefing.model.ref import Ref
from briefing.validate import references


def check(documents: Iterable[AnyDocument], by_ref: Mapping[Ref, AnyDocument]) -> Iterator[Problem]:
    """References in front matter to documents that are marked higher than the place that names them."""
    for document in documents:
        for path, ref in references.of(document):
            named = by_ref.get(ref)
            if named is not None and named.marking > marking_at(document, path):
                yield problem(
                    "B502", document.uri, document.places[path],
                    f"{ref} is {named.marking}, higher than the {marking_at(document, path)} here",
                )  # fmt: skip


def marking_at(document: AnyDocument, path: Path) -> Marking:
    """The marking that holds at a place: the document's, or a higher one of the entry that it stands in."""
    highest = document.marking
    match path:
        case ("events", int(index), *_):
            own = document.matter.events[index].marking
        case ("judgements", int(index), *_):
            own = document.matter.judgements[index].marking  # type: ignore[attr-defined]
        case _:
            own = None
    return max(highest, own) if own else highest
