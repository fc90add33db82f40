"""What the form for a new document offers: the words to choose from, and the documents to name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from briefing.model import blank, limits
from briefing.model.content import AnyDocument
from briefing.model.documents import ActorType, Agreement, AgreementKind, Profile
from briefing.model.marking import ORDER, Marking
from briefing.model.overlay import over
from briefing.model.ref import ID_LIMIT, RESERVED, Kind
from briefing.model.scale import CONFIDENCE_WORDS, REMOTE, SCALES, Confidence, Credibility, Reliability
from briefing.model.scale import likelihood_words as words_of
from briefing.model.slug import LETTERS
from briefing.model.unwritten import to_write
from briefing.validate.ids import name_of
from briefing.views.edition import Edition
from briefing.views.parts import judging
from briefing.views.shapes.pages import FormShown

KEYS = (
    "title", "name", "type", "kind", "summary", "date", "status", "marking", "authors", "broader", "topics",
    "actors", "agreements", "articles", "sources", "judgements",
)  # fmt: skip
"""The keys that it writes, in the order of `scaffold/keys.py`."""
TYPES: Mapping[Kind, type[StrEnum]] = MappingProxyType({Kind.ACTOR: ActorType, Kind.AGREEMENT: AgreementKind})
NAMED = (Kind.TOPIC, Kind.ACTOR, Kind.AGREEMENT, Kind.ARTICLE)
"""Kinds of which a new document can name some."""

LIMITS: Mapping[str, int] = MappingProxyType(
    {"id": ID_LIMIT, "name": limits.NAME.most, "line": limits.LINE.most, "text": limits.TEXT.most}
)


def shown(edition: Edition) -> FormShown:
    """The form of an edition: it knows what the edition's readers may know, and nothing above."""
    offered = tuple(one for one in ORDER if edition.settings.audience.may_see(one) and one is not Marking.RED)
    default = edition.settings.marking
    return FormShown(
        kinds=tuple((kind.value, kind.noun) for kind in Kind),
        types=tuple((kind.value, tuple(member.value for member in of)) for kind, of in TYPES.items()),
        markings=tuple(one.value for one in offered),
        marking=default.value if default in offered else "",
        likelihoods=_likelihoods(edition),
        confidences=tuple(one.value for one in Confidence),
        reliabilities=tuple((one.value, one.words) for one in Reliability),
        credibilities=tuple((str(one.value), one.words) for one in Credibility),
        limits=LIMITS,
        data=json.dumps(_data(edition, offered), ensure_ascii=False, sort_keys=True),
        named=tuple(edition.link(one) for one in edition.content.documents.values()),
    )


def _likelihoods(edition: Edition) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The words of the scale in use with their ranges: by rows where the standard has rows."""
    scale = edition.settings.scale
    rows = max(len(band.terms) for band in scale.bands)
    each = tuple(
        tuple(
            (band.terms[row], judging.printed(band.printed)) for band in scale.bands if row < len(band.terms)
        )
        for row in range(rows)
    )
    return each if scale.has_rows else (tuple(term for row in each for term in row),)


def _data(edition: Edition, offered: tuple[Marking, ...]) -> dict[str, Any]:
    """What its script is told."""
    content = edition.content
    return {
        "keys": KEYS,
        "kinds": {kind.value: _kind(kind) for kind in Kind},
        "choices": {kind.value: [_choice(one) for one in edition.content.of_kind(kind)] for kind in NAMED},
        "taken": {kind.value: sorted(set(_taken(edition, kind))) for kind in Kind},
        "authors": _authors(edition),
        "markings": [one.value for one in offered],
        "source": to_write(blank.SOURCE),
        "letters": {chr(sign): letters for sign, letters in LETTERS.items()},
        "reserved": sorted(RESERVED),
        "limits": {
            "id": ID_LIMIT,
            "name": limits.NAME.most,
            "line": limits.LINE.most,
            "text": limits.TEXT.most,
        },
        "estimative": sorted(
            {word for scale in SCALES.values() for word in words_of(scale)} | {*REMOTE, *CONFIDENCE_WORDS}
        ),
        "several_roots": any(over(one.uri, content.overlays) for one in content.documents.values()),
    }


def _kind(kind: Kind) -> dict[str, Any]:
    return {
        "noun": kind.noun,
        "folder": "briefs" if kind is Kind.BRIEF else f"docs/{kind}",
        "needed": blank.NEEDED[kind],
        "summary": to_write(blank.SUMMARIES[kind]),
        "body": blank.body(kind),
    }


def _choice(document: AnyDocument) -> list[Any]:
    """Id, name, how high it is marked, and its other names, by which it may be looked for."""
    return [document.ref.id, document.title, ORDER.index(document.marking), *_other_names(document)]


def _other_names(document: AnyDocument) -> Iterator[str]:
    matter = document.matter
    if isinstance(matter, Agreement) and matter.short:
        yield matter.short
    if isinstance(matter, Profile):
        yield from (alias.name for alias in matter.aliases)


def _taken(edition: Edition, kind: Kind) -> Iterator[str]:
    """Ids that no new document can have, but for those of the choices."""
    for one in edition.content.of_kind(kind):
        if kind not in NAMED:
            yield one.ref.id
        if name_of(one.uri) != one.ref.id:
            yield name_of(one.uri)
        yield from one.matter.former


def _authors(edition: Edition) -> list[list[str]]:
    """Those who wrote what these readers have: who writes above them is not theirs to know."""
    names = edition.settings.authors
    found = {author for one in edition.content.documents.values() for author in one.matter.authors}
    return sorted([author, names.get(author, author)] for author in found)
