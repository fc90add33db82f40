"""Random entries of documents: sources, events and judgements, each with a marking of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from briefing.model.marking import ORDER, Marking
from briefing.model.ref import Kind

MARKINGS = tuple(marking for marking in ORDER if marking is not Marking.RED)
DATES = ("2024", "2024-05", "2024-05-17", "2024-05-18", "2026-03", "2025-11/2025-12", "2024~")
Entry = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Ground:
    """What the entries of a document may refer to, and the document's own marking."""

    ids: Mapping[Kind, tuple[str, ...]]
    marking: Marking
    orderly: bool

    @property
    def refs(self) -> list[str]:
        return [f"{kind}/{id_}" for kind, ids in self.ids.items() for id_ in ids]


def some(chance: Random, options: Sequence[T], most: int = 2) -> list[T]:
    """Some of the options, each once."""
    return chance.sample(list(options), min(chance.randint(0, most), len(options)))


def marked(chance: Random, entry: Entry) -> Entry:
    """The entry with a marking, in most cases."""
    return entry if chance.random() < 0.3 else {**entry, "marking": str(chance.choice(MARKINGS))}


def marking_of(entry: Entry, ground: Ground) -> Marking:
    """The marking that holds for an entry."""
    return max(ground.marking, Marking(entry.get("marking", str(Marking.CLEAR))))


def sources(chance: Random, ground: Ground) -> list[Entry]:
    """The sources of a document, one at least; each with an id by which others may cite it."""
    found = [source(chance, id_) for id_ in some(chance, ("s1", "s2", "s3"), 3) or ["s1"]]
    for one in found:
        may_cite = [each["id"] for each in found if marking_of(each, ground) <= marking_of(one, ground)]
        if chance.random() < 0.4:
            one["origin"] = chance.choice([*may_cite, "A wire"] if ground.orderly else ["s1", "s2", "s3"])
    return found


def source(chance: Random, id_: str) -> Entry:
    return marked(chance, {"id": id_, "title": chance.choice(("A statement", "A report")), "note": "Seen"})


def cited(chance: Random, ground: Ground, of: Sequence[Entry], here: Marking) -> list[Any]:
    """Sources of an entry: ids of the document's own that are marked no higher, and some written out."""
    may_cite = [one["id"] for one in of if marking_of(one, ground) <= here]
    return [*some(chance, may_cite, 1), *some(chance, [marked(chance, {"title": "A cable"})] * 2, 2)]


def events(chance: Random, ground: Ground, of: Sequence[Entry]) -> list[Entry]:
    """Events of a document; some have an id, by which they merge with those of others."""
    return [event(chance, ground, of) for _ in range(chance.randint(0, 3))]


def event(chance: Random, ground: Ground, of: Sequence[Entry]) -> Entry:
    found = marked(chance, {"title": chance.choice(("They met", "They left")), "date": chance.choice(DATES)})
    here = marking_of(found, ground)
    dates = [{"date": chance.choice(DATES), "sources": cited(chance, ground, of, here)}]
    more: Entry = {
        "id": chance.choice(("signing", "meeting")),
        "place": chance.choice(("Harbour", "Delhi")),
        "actors": some(chance, ground.ids[Kind.ACTOR]),
        "topics": some(chance, ground.ids[Kind.TOPIC]),
        "agreements": some(chance, ground.ids[Kind.AGREEMENT]),
        "sources": cited(chance, ground, of, here),
        "dates": some(chance, dates, 1),
    }
    return found | {key: value for key, value in more.items() if chance.random() < 0.6}


def judgements(
    chance: Random, ground: Ground, ids: Sequence[tuple[str, Marking]], replaced: Sequence[str]
) -> list[Entry]:
    """The judgements of a brief, by the ids and markings that were planned."""
    return [judgement(chance, ground, id_, marking, replaced) for id_, marking in ids]


def judgement(chance: Random, ground: Ground, id_: str, marking: Marking, replaced: Sequence[str]) -> Entry:
    found: Entry = {
        "id": id_,
        "text": chance.choice(("The port closes.", "The pact is signed.")),
        "confidence": "low",
        "marking": str(marking),
    }
    here = max(marking, ground.marking)
    outcome = {"result": "happened", "date": "2025-11-10", "by": "The desk"}
    more: Entry = {
        "about": some(chance, [ref for ref in ground.refs if not ref.startswith("briefs")]),
        "replaces": some(chance, replaced, 1),
        "sources": cited(chance, ground, (), here),
        "outcome": {**outcome, "sources": cited(chance, ground, (), here)},
        "indicators": ["Ships leave"],
    }
    more["replaces"] = more["replaces"][0] if more["replaces"] else None
    return found | {key: value for key, value in more.items() if value and chance.random() < 0.6}
