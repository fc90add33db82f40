"""The site's content as data, for other programs: `/data/<kind>.json`, its schema, and the same as tables.

Each JSON file is one object: `$schema` (where its schema lies), `version` (1; raised when a key changes its
meaning or goes, not when one is added), `generated_for` (the audience) and `items`, in order of `id`, events
in order of time. Every key of a kind is in each of its items: a text that is not there is null, a list that
is not there is empty. Dates of events, judgements and profiles are EDTF, as precise as they are known; days
are `2025-11-03`. An `address` is below the root of the site. Other documents are named by `kind/id`, and only
where they are on the site. Hidden names of topics are not here. What keys there are stands in `items.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefing.graph.events import Happening
from briefing.graph.judgements import Judged, Key
from briefing.graph.order import published
from briefing.model.content import AnyDocument, Document
from briefing.model.documents import Actor, Agreement, Brief, Profile, Topic
from briefing.model.marking import Marking
from briefing.model.parts import Role
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.pages import items, tables
from briefing.pages.identity import clean
from briefing.pages.items import (
    ActorItem,
    AgreementItem,
    DocumentItem,
    EventItem,
    Item,
    JudgementItem,
    ProfileItem,
    RoleItem,
    TopicItem,
)
from briefing.views.edition import Edition
from briefing.views.parts import judging, listing
from briefing.views.parts.changed import changed

VERSION = 1


def files(edition: Edition) -> Mapping[str, bytes]:
    """Every data file by its path below the site."""
    content, graph = edition.content, edition.graph
    judged = sorted(graph.judgements.all.values(), key=lambda one: one.key)
    written = (one for one in content.documents.values() if not one.ref.kind.is_profile)
    found: Mapping[str, Iterable[Mapping[str, Any]]] = {
        "documents": (_document(edition, one) for one in written),
        "events": (_event(one) for one in graph.events.all),
        "actors": (_actor(edition, one) for one in content.actors),
        "agreements": (_agreement(edition, one) for one in content.agreements),
        "topics": (_topic(edition, one) for one in content.topics),
        "judgements": (_judgement(edition, one) for one in judged),
    }
    return MappingProxyType(dict(_files(edition, found)))


def _files(edition: Edition, found: Mapping[str, Iterable[Mapping[str, Any]]]) -> Iterator[tuple[str, bytes]]:
    for name, several in found.items():
        schema, listed = items.schema(name, VERSION), [*several]
        whole = {
            "$schema": f"schema/{name}.json",
            "version": VERSION,
            "generated_for": edition.settings.audience.name,
            "items": listed,
        }
        yield f"data/{name}.json", _written(whole)
        yield f"data/schema/{name}.json", _written(schema)
        for table, rows in tables.of(name, schema, listed):
            yield f"data/{table}.csv", rows


def _written(value: Mapping[str, Any]) -> bytes:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"{clean(text)}\n".encode()


def _any(document: AnyDocument) -> Item:
    """What all kinds of document have."""
    return {
        "id": str(document.ref),
        "address": document.address,
        "language": document.language,
        "marking": document.marking.value,
        "summary": listing.summary(document) or None,
        "updated": _text(changed(document)),
    }


def _document(edition: Edition, document: AnyDocument) -> DocumentItem:
    """An article or brief: `actors` and `agreements` it is about, `names` all that appear in it."""
    matter, successions = document.matter, edition.graph.succession
    brief = matter if isinstance(matter, Brief) else None
    return {
        **_any(document),
        "marking": _with_names(edition, document).value,
        "kind": document.ref.kind.noun,
        "title": document.title,
        "published": _text(published(document)),
        "status": listing.notice(edition, document) or "published",
        "authors": [edition.settings.authors.get(author, author) for author in matter.authors],
        "topics": _refs(edition, Kind.TOPIC, matter.topics),
        "actors": _refs(edition, Kind.ACTOR, matter.actors),
        "agreements": _refs(edition, Kind.AGREEMENT, matter.agreements),
        "names": _present(edition, edition.graph.appearances.subjects[document.ref]),
        "question": brief.question if brief else None,
        "articles": _refs(edition, Kind.ARTICLE, brief.articles if brief else ()),
        "supersedes": _present(edition, successions.predecessors.get(document.ref, ())),
        "superseded_by": _present(edition, successions.successors.get(document.ref, ())),
        "review_by": _text(brief.review_by) if brief else None,
    }


def _with_names(edition: Edition, document: AnyDocument) -> Marking:
    """The marking of a document's entry, which tells whom its marked sections name."""
    appearances = edition.graph.appearances
    held = appearances.marking([document.ref], *appearances.subjects[document.ref])
    return max(document.marking, held) if held else document.marking


def _event(one: Happening) -> EventItem:
    return {
        "id": one.key,
        "title": one.title,
        "date": one.date.text,
        "dates": [{"date": said.date.text, "told_by": str(said.teller.ref)} for said in one.said],
        "is_disputed": one.in_dispute,
        "basis": one.basis.value,
        "place": one.place or None,
        "actors": [str(ref) for ref in one.actors],
        "agreements": [str(ref) for ref in one.agreements],
        "topics": [str(ref) for ref in one.topics],
        "told_by": [str(ref) for ref in one.tellers],
        "marking": one.marking.value,
    }


def _profile(document: Document[Profile]) -> ProfileItem:
    matter = document.matter
    aliases = list(dict.fromkeys(alias.name for alias in matter.aliases))
    return {**_any(document), "name": matter.name, "aliases": [*aliases]}


def _actor(edition: Edition, document: Document[Actor]) -> ActorItem:
    matter = document.matter
    return {
        **_profile(document),
        "type": matter.type.value,
        "country": matter.country,
        "wikidata": matter.wikidata,
        "born": _text(matter.born),
        "founded": _text(matter.founded),
        "part_of": _ref(edition, Kind.ACTOR, matter.part_of),
        "roles": [_role(edition, role) for role in matter.roles],
    }


def _role(edition: Edition, role: Role) -> RoleItem:
    """An office; `to` is null while it is held, and `unknown` where it ended on a day not known."""
    return {
        "title": role.title,
        "of": _ref(edition, Kind.ACTOR, role.of),
        "from": _text(role.since),
        "to": _text(role.until),
    }


def _agreement(edition: Edition, document: Document[Agreement]) -> AgreementItem:
    matter, successions = document.matter, edition.graph.succession
    return {
        **_profile(document),
        "short": matter.short,
        "kind": _text(matter.kind),
        "stage": _text(matter.stage),
        "signed": _text(matter.signed),
        "in_force": _text(matter.in_force),
        "expires": _text(matter.expires),
        "term": _text(matter.term),
        "place": matter.place,
        "binding": matter.binding,
        "parties": _refs(edition, Kind.ACTOR, matter.parties),
        "supersedes": _present(edition, successions.predecessors.get(document.ref, ())),
        "superseded_by": _present(edition, successions.successors.get(document.ref, ())),
    }


def _topic(edition: Edition, document: Document[Topic]) -> TopicItem:
    hierarchy = edition.graph.hierarchy
    return {
        **_profile(document),
        "broader": _present(edition, hierarchy.broader[document.ref]),
        "narrower": _present(edition, hierarchy.narrower[document.ref]),
        "related": _present(edition, hierarchy.related[document.ref]),
    }


def _judgement(edition: Edition, one: Judged) -> JudgementItem:
    """A judgement; its likelihood with the range in per cent that the scale of its brief gives the word."""
    said, outcome = one.judgement, one.judgement.outcome
    band = one.scale.band_of(said.likelihood) if said.likelihood else None
    return {
        "id": f"{one.key.brief}#{one.key.id}",
        "address": judging.address(one.key),
        "brief": str(one.brief.ref),
        "published": one.brief.matter.date.isoformat(),
        "text": said.text,
        "likelihood": said.likelihood,
        "likelihood_range": [band.low, band.high] if band else None,
        "scale": one.scale.id,
        "confidence": said.confidence.value,
        "horizon": _text(said.horizon),
        "state": str(one.state(edition.today)),
        "about": _present(edition, (ref for written in said.about if (ref := parse_ref(written)))),
        "replaces": _key(one.replaces),
        "replaced_by": _key(one.replaced_by),
        "outcome": {"result": outcome.result.value, "date": outcome.date.isoformat()} if outcome else None,
        "marking": one.marking.value,
    }


def _text(value: object) -> str | None:
    """A day, a date, a term or a member of a list of words, as authors write it."""
    return None if value is None else str(value)


def _key(key: Key | None) -> str | None:
    return f"{key.brief}#{key.id}" if key else None


def _present(edition: Edition, refs: Iterable[Ref]) -> list[str]:
    return [str(ref) for ref in refs if ref in edition.content.documents]


def _refs(edition: Edition, kind: Kind, ids: Iterable[str]) -> list[str]:
    return _present(edition, _kind(kind, ids))


def _ref(edition: Edition, kind: Kind, id_: str | None) -> str | None:
    return next(iter(_refs(edition, kind, [id_])), None) if id_ else None


def _kind(kind: Kind, ids: Iterable[str]) -> Iterator[Ref]:
    return (Ref(kind, id_) for id_ in ids)
