"""Briefs and their judgements: words of the scale, horizons, reviews, the fate of earlier judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from briefing.model import wording
from briefing.model.content import AnyDocument, Content, Document, Path
from briefing.model.documents import Brief, Status
from briefing.model.parts import Judgement
from briefing.model.problem import Problem, problem
from briefing.model.ref import RESERVED, Kind, Ref, is_id
from briefing.model.scale import SCALES, Scale, find_estimative
from briefing.model.settings import Settings
from briefing.validate.nearest import did_you_mean


def check(
    documents: Iterable[AnyDocument], content: Content, settings: Settings, known: frozenset[Ref]
) -> Iterator[Problem]:
    """Every breach of the rules for briefs by some documents of a content."""
    documents = tuple(documents)
    for document in documents:
        yield from _withdrawn(document)
    briefs = (document for document in documents if document.ref.kind is Kind.BRIEF)
    for brief in cast("Iterator[Document[Brief]]", briefs):
        yield from _review(brief, settings)
        yield from _dropped(brief, content, known)
        scale = scale_of(brief, settings)
        if scale is None:
            at = brief.places[("scale",)]
            yield problem(
                "B208",
                brief.uri,
                at,
                f"`scale` is `{brief.matter.scale}`, which is not one of: {', '.join(SCALES)}",
            )
            continue
        for index, judgement in enumerate(brief.matter.judgements):
            yield from _judgement(brief, index, judgement, scale)
            yield from _replaces(brief, index, judgement, content.documents)
        yield from _ids(brief)
        yield from _rows(brief, scale)


def scale_of(brief: Document[Brief], settings: Settings) -> Scale | None:
    """The scale whose words a brief uses, or nothing where it names none that is known."""
    return SCALES.get(brief.matter.scale) if brief.matter.scale else settings.scale


def _withdrawn(document: AnyDocument) -> Iterator[Problem]:
    if document.matter.status is Status.WITHDRAWN and not document.matter.withdrawn_because:
        yield problem(
            "B710",
            document.uri,
            document.places[("status",)],
            "the document is withdrawn and does not say why",
        )


def _review(brief: Document[Brief], settings: Settings) -> Iterator[Problem]:
    names = settings.authors
    others = {names.get(one, one).casefold() for one in brief.matter.reviewers} - {
        names.get(one, one).casefold() for one in brief.matter.authors
    }
    if settings.review_required and brief.matter.status is Status.PUBLISHED and not others:
        at = brief.places[("reviewers",)]
        yield problem("B708", brief.uri, at, "the brief is published and no second person has reviewed it")


def _judgement(brief: Document[Brief], index: int, judgement: Judgement, scale: Scale) -> Iterator[Problem]:
    places, path = brief.places, ("judgements", index)
    terms = scale.terms
    said: list[tuple[Path, str | None]] = [(("likelihood",), judgement.likelihood)]
    said += [(("was", number, "likelihood"), was.likelihood) for number, was in enumerate(judgement.was)]
    for where, term in said:
        if term is not None and scale.band_of(term) is None:
            meant = wording.same(term, terms)
            remedy = f"write `{meant}`" if meant else did_you_mean(term, terms)
            remedy = remedy or f"write one of: {', '.join(terms)}"
            at = places[(*path, *where)]
            yield problem(
                "B701", brief.uri, at, f"`{term}` is not a likelihood of the scale {scale.id}", remedy
            )
    if judgement.horizon is not None and judgement.likelihood is None:
        what = f"`{judgement.id}` has a horizon and no likelihood"
        remedy = f"add `likelihood:` and one of: {', '.join(band.terms[0] for band in scale.bands)}"
        yield problem("B702", brief.uri, places[(*path, "horizon")], what, remedy)
    texts: list[tuple[Path, str | None]] = [(("text",), judgement.text)]
    texts += [(("was", number, "text"), was.text) for number, was in enumerate(judgement.was)]
    for where, text in texts:
        if words := find_estimative(text or ""):
            at = places[(*path, *where)]
            yield problem("B703", brief.uri, at, f"the text of `{judgement.id}` holds `{'`, `'.join(words)}`")


def _ids(brief: Document[Brief]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, judgement in enumerate(brief.matter.judgements):
        path = ("judgements", index, "id")
        if not is_id(judgement.id) or judgement.id in RESERVED:
            what = f"the judgement id `{judgement.id}` is not well formed"
            yield problem("B211", brief.uri, brief.places[path], what)
        if judgement.id in seen:
            what = f"the judgement id `{judgement.id}` stands twice in this brief"
            yield problem("B213", brief.uri, brief.places[path], what)
        seen.add(judgement.id)


def _rows(brief: Document[Brief], scale: Scale) -> Iterator[Problem]:
    used = [judgement.likelihood for judgement in brief.matter.judgements if judgement.likelihood]
    rows = {row for term in used if (row := scale.row_of(term)) is not None}
    if len(rows) > 1:
        yield problem(
            "B705",
            brief.uri,
            brief.places[("judgements",)],
            f"words of both rows are used: {', '.join(used)}",
        )


def _replaces(
    brief: Document[Brief], index: int, judgement: Judgement, by_ref: Mapping[Ref, AnyDocument]
) -> Iterator[Problem]:
    if judgement.replaces is None:
        return
    id_, hash_, old = judgement.replaces.partition("#")
    earlier = by_ref.get(Ref(Kind.BRIEF, id_))
    path = ("judgements", index, "replaces")
    if earlier is brief:
        message = f"`{judgement.replaces}` is a judgement of this brief itself"
        remedy = "name one of an earlier brief; an old value goes to `was`"
        yield problem("B309", brief.uri, brief.places[path], message, remedy)
        return
    if hash_ and (earlier is None or old in judgement_ids(earlier)):
        return
    near = did_you_mean(old, judgement_ids(earlier)) if earlier is not None else ""
    what = f"there is no judgement `{judgement.replaces}`"
    yield problem("B309", brief.uri, brief.places[path], what, near)


def judgement_ids(document: AnyDocument) -> tuple[str, ...]:
    """The ids of a brief's judgements; none of another document."""
    return tuple(one.id for one in document.matter.judgements) if isinstance(document.matter, Brief) else ()


def _dropped(brief: Document[Brief], content: Content, known: frozenset[Ref]) -> Iterator[Problem]:
    if brief.matter.supersedes is None:
        return
    ref = Ref(Kind.BRIEF, brief.matter.supersedes)
    earlier = content.documents.get(ref)
    if earlier is None or ref not in known:
        return
    kept = set(judgement_ids(brief)) | {
        judgement.replaces.partition("#")[2]
        for judgement in brief.matter.judgements
        if judgement.replaces and judgement.replaces.partition("#")[0] == ref.id
    }
    for old in judgement_ids(earlier):
        if old not in kept:
            what = f"the judgement `{ref.id}#{old}` is neither kept nor replaced"
            yield problem("B704", brief.uri, brief.places[("supersedes",)], what)
