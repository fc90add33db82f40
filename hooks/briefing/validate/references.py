"""Every reference from one document to another, and those that lead to nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.model import slug
from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Actor, Agreement, Article, Brief, Profile, Topic
from briefing.model.parts import Event, SourceRef
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind, Ref, is_id, parse_ref
from briefing.validate.nearest import Advice, did_you_mean

MOST_WORDS = 8
"""How many words the name of a document has; what has more is a sentence."""


class Reference(NamedTuple):
    """Where a document names another: the path in its front matter, and what it names."""

    path: Path
    ref: Ref


References = Mapping[Ref, tuple[Reference, ...]]
"""Of each document."""


def of_all(documents: Iterable[AnyDocument]) -> References:
    """Every reference of every document."""
    return {document.ref: of(document) for document in documents}


def of(document: AnyDocument) -> tuple[Reference, ...]:
    """Every well-formed reference in a document's front matter, in order."""
    return tuple(_references(document))


def _references(document: AnyDocument) -> Iterator[Reference]:
    matter = document.matter
    yield from _ids(("topics",), Kind.TOPIC, matter.topics)
    yield from _ids(("actors",), Kind.ACTOR, matter.actors)
    yield from _ids(("agreements",), Kind.AGREEMENT, matter.agreements)
    yield from _spelt(("see_also",), matter.see_also)
    yield from _cited(("sources",), matter.sources)
    for index, event in enumerate(matter.events):
        yield from _event(("events", index), event)
    match matter:
        case Brief():
            yield from _brief(matter)
        case Actor():
            yield from _one(("part_of",), Kind.ACTOR, matter.part_of)
            for index, role in enumerate(matter.roles):
                yield from _one(("roles", index, "of"), Kind.ACTOR, role.of)
        case Topic():
            yield from _ids(("broader",), Kind.TOPIC, matter.broader)
            yield from _ids(("related",), Kind.TOPIC, matter.related)
        case Agreement():
            yield from _ids(("parties",), Kind.ACTOR, matter.parties)
            yield from _ids(("supersedes",), Kind.AGREEMENT, matter.supersedes)
            for index, signatory in enumerate(matter.signatories):
                yield from _one(("signatories", index, "actor"), Kind.ACTOR, signatory.actor)
                yield from _one(("signatories", index, "for"), Kind.ACTOR, signatory.party)


def _event(path: Path, event: Event) -> Iterator[Reference]:
    yield from _ids((*path, "actors"), Kind.ACTOR, event.actors)
    yield from _ids((*path, "topics"), Kind.TOPIC, event.topics)
    yield from _ids((*path, "agreements"), Kind.AGREEMENT, event.agreements)
    yield from _cited((*path, "sources"), event.sources)
    for index, said in enumerate(event.dates):
        yield from _cited((*path, "dates", index, "sources"), said.sources)


def _brief(brief: Brief) -> Iterator[Reference]:
    yield from _ids(("articles",), Kind.ARTICLE, brief.articles)
    yield from _one(("supersedes",), Kind.BRIEF, brief.supersedes)
    for index, judgement in enumerate(brief.judgements):
        path = ("judgements", index)
        yield from _spelt((*path, "about"), judgement.about)
        if judgement.replaces:
            yield from _one((*path, "replaces"), Kind.BRIEF, judgement.replaces.partition("#")[0])
        yield from _cited((*path, "sources"), judgement.sources)
        if judgement.outcome:
            yield from _cited((*path, "outcome", "sources"), judgement.outcome.sources)


def _ids(path: Path, kind: Kind, ids: Iterable[str]) -> Iterator[Reference]:
    return (Reference((*path, index), Ref(kind, id_)) for index, id_ in enumerate(ids))


def _one(path: Path, kind: Kind, id_: str | None) -> Iterator[Reference]:
    if id_ is not None:
        yield Reference(path, Ref(kind, id_))


def _spelt(path: Path, texts: Iterable[str]) -> Iterator[Reference]:
    for index, text in enumerate(texts):
        ref = parse_ref(text)
        if ref is not None:
            yield Reference((*path, index), ref)


def _cited(path: Path, sources: Iterable[object]) -> Iterator[Reference]:
    for index, source in enumerate(sources):
        if isinstance(source, SourceRef) and "#" in source.cites:
            yield from _spelt_at((*path, index), source.cites.partition("#")[0])


def _spelt_at(path: Path, text: str) -> Iterator[Reference]:
    ref = parse_ref(text)
    if ref is not None:
        yield Reference(path, ref)


def dangling(documents: Iterable[AnyDocument], named: References, known: frozenset[Ref]) -> Iterator[Problem]:
    """References to documents that do not exist, each with the nearest ids that do."""
    documents = tuple(documents)
    advice = {kind: Advice(ref.id for ref in known if ref.kind is kind) for kind in Kind}
    anything = Advice(map(str, known))
    by_id: dict[str, list[Ref]] = {}
    for one in sorted(known):
        by_id.setdefault(one.id, []).append(one)
    exists: Callable[[Ref], bool] = known.__contains__
    called = Called(documents)
    now = {Ref(one.ref.kind, old): one.ref.id for one in documents for old in one.matter.former}
    for document in documents:
        for path, ref in named[document.ref]:
            if not exists(ref):
                yield problem(
                    "B301",
                    document.uri,
                    document.places[path],
                    f"unknown {ref.kind.noun} `{ref.id}`",
                    f"it is now `{now[ref]}`: write that"
                    if ref in now
                    else remedy(ref, advice[ref.kind], called),
                )
        yield from _malformed(document, by_id, called, anything)
        for index, text in enumerate(document.matter.see_also):
            if parse_ref(text) == document.ref:
                at = document.places[("see_also", index)]
                yield problem(
                    "B313", document.uri, at, f"`see_also` names the {document.ref.kind.noun} itself"
                )


class Called:
    """The documents that go by a name, a title or an alias; put in order when one is asked for."""

    def __init__(self, documents: Iterable[AnyDocument]) -> None:
        self._documents = documents

    def of(self, kind: Kind, name: str) -> Sequence[Ref]:
        """Those of a kind whose name, written as an id would be, is this."""
        return sorted(self._found.get(Ref(kind, name), ())) if name else ()

    @cached_property
    def _found(self) -> Mapping[Ref, Collection[Ref]]:
        found: dict[Ref, set[Ref]] = {}
        for one in self._documents:
            for name in _names(one):
                found.setdefault(Ref(one.ref.kind, _as_id(name)), set()).add(one.ref)
        return found


def _names(document: AnyDocument) -> Iterator[str]:
    matter = document.matter
    if isinstance(matter, Article | Brief):
        yield matter.title
    if isinstance(matter, Profile):
        yield matter.name
        yield from (alias.name for alias in matter.aliases)
    if isinstance(matter, Agreement) and matter.short:
        yield matter.short


def _as_id(text: str) -> str:
    return slug.joined(slug.words(text))


def remedy(ref: Ref, advice: Advice, called: Called) -> str:
    """The id of what goes by that name; else the nearest ids of the kind, and how to make what is missing."""
    folder = f"{ref.kind}/"
    written = ref.id.removeprefix(folder)
    id_ = written if is_id(written) else _as_id(written)
    near = advice.nearest(id_ or written)
    if id_ in near:
        return f"leave `{folder}` away: write `{id_}`" if written != ref.id else f"write `{id_}`"
    if holders := [f"`{one.id}`" for one in called.of(ref.kind, id_)]:
        return f"write {' or '.join(holders)}"
    make = f"make it: python scripts/new.py {ref.kind.noun} {id_}"
    if not _may_be_meant(written, id_):
        make = f"write an id, which is the name of a file in {folder} without `.md`"
    return f"did you mean {' or '.join(f'`{id_}`' for id_ in near)}? or {make}" if near else make


def _may_be_meant(written: str, id_: str) -> bool:
    """Whether something may be made that is called so: it is no address, and no sentence."""
    return is_id(id_) and not set("/:") & set(written) and len(written.split()) <= MOST_WORDS


def _malformed(
    document: AnyDocument,
    by_id: Mapping[str, Sequence[Ref]],
    called: Called,
    advice: Advice,
) -> Iterator[Problem]:
    spelt: list[tuple[Path, str]] = [
        (("see_also", index), text) for index, text in enumerate(document.matter.see_also)
    ]
    if isinstance(document.matter, Brief):
        spelt += [
            (("judgements", number, "about", index), text)
            for number, judgement in enumerate(document.matter.judgements)
            for index, text in enumerate(judgement.about)
        ]
    for path, text in spelt:
        if parse_ref(text) is not None:
            continue
        by_name = (ref for kind in Kind for ref in called.of(kind, _as_id(text)))
        same = [f"`{ref}`" for ref in by_id.get(text, ()) or by_name]
        meant = f"did you mean {' or '.join(same)}?" if same else did_you_mean(text, advice)
        at = document.places[path]
        form = meant or "write kind/id, such as actors/india"
        yield problem("B301", document.uri, at, f"`{text}` names no document", form)
