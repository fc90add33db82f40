"""The profiles of a made-up corpus: 500 actors, 60 topics in a hierarchy and 40 agreements."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from _corpus_prose import Language, capitalised, invent

COUNTRIES, PEOPLE, ORGANISATIONS, GROUPS = 40, 320, 110, 30
TOPICS = (6, 18, 36)
"""How many there are at each level of the hierarchy."""
AGREEMENTS = 40
# Codes that ISO 3166 leaves to its users: invented countries need some.
CODES = (
    "AD", "AE", "AL", "AM", "AR", "AT", "AU", "BA", "BE", "BG", "BO", "BR", "BW", "CA", "CH", "CL",
    "CN", "CO", "CR", "CY", "CZ", "DE", "DK", "DZ", "EE", "EG", "ES", "FI", "FR", "GB", "GE", "GH",
    "GR", "HR", "HU", "ID", "IE", "IL", "IN", "IS",
)  # fmt: skip
KINDS = {
    "framework": "Framework", "treaty": "Treaty", "memorandum": "Memorandum",
    "arrangement": "Arrangement", "initiative": "Initiative",
}.items()  # fmt: skip
LETTERS = "BCDFGKLMNPRSTV"
SUBJECTS = ("trade", "security", "energy", "waters", "borders", "technology")
STAGES = ("signed", "in-force", "running", "expired")


@dataclass(frozen=True, slots=True)
class Named:
    """One profile: its id, what it is called in full and for short, and its front matter."""

    id: str
    full: str
    short: str
    matter: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom the documents are about; the first of each kind are named most."""

    actors: tuple[Named, ...]
    topics: tuple[Named, ...]
    agreements: tuple[Named, ...]
    weights: tuple[float, ...]
    """Of the actors, each added to those before it."""

    @classmethod
    def of(cls, chance: random.Random, language: Language) -> Cast:
        names = _new_names(chance, frozenset(language.words))
        countries = [_country(chance, next(names), code) for code in CODES[:COUNTRIES]]
        initials = chance.sample(
            ["".join(four) for four in itertools.permutations(LETTERS, 4)], ORGANISATIONS
        )
        bodies = [_organisation(chance, next(names), four, chance.choice(countries)) for four in initials]
        people = [_person(chance, names, countries, bodies) for _ in range(PEOPLE)]
        groups = [_group(chance, next(names)) for _ in range(GROUPS)]
        actors = [*countries, *bodies, *people, *groups]
        chance.shuffle(actors)
        return cls(
            tuple(actors),
            _topics(chance, names),
            _agreements(chance, names, countries, people),
            tuple(itertools.accumulate(1 / (rank + 3) for rank in range(len(actors)))),
        )

    def some_actors(self, chance: random.Random, count: int) -> list[Named]:
        return chance.choices(self.actors, cum_weights=self.weights, k=count)


def _new_names(chance: random.Random, words: frozenset[str]) -> Iterator[str]:
    """Proper names, none of them twice and none of them a common word."""
    used = set(words)
    while True:
        word = invent(chance, chance.choice((2, 2, 3)))
        if word not in used:
            used.add(word)
            yield capitalised(word)


def _country(chance: random.Random, name: str, code: str) -> Named:
    full = name + chance.choice(("ia", "land", "stan"))
    matter = {"name": full, "type": "country", "aliases": [f"Republic of {full}"], "country": code}
    return Named(full.lower(), full, full, matter)


def _organisation(chance: random.Random, name: str, initials: str, country: Named) -> Named:
    full = chance.choice(("Ministry of {}", "{} Institute", "{} Council", "{} Command")).format(name)
    matter = {
        "name": full,
        "type": "organisation",
        "aliases": [initials],
        "part_of": country.id,
        "founded": str(chance.randint(1900, 2015)),
    }
    return Named(full.lower().replace(" ", "-"), full, initials, matter)


def _person(
    chance: random.Random, names: Iterator[str], countries: list[Named], bodies: list[Named]
) -> Named:
    given, surname = capitalised(invent(chance, 2)), next(names)
    start = date(2010, 1, 1) + timedelta(days=chance.randrange(4_000))
    role = {
        "title": chance.choice(("Minister", "Director", "Secretary", "Envoy")),
        "of": chance.choice(bodies).id,
    }
    ended = {"to": start + timedelta(days=chance.randint(300, 1_800))} if chance.random() < 0.4 else {}
    matter = {
        "name": f"{given} {surname}",
        "type": "person",
        "aliases": [surname],
        "country": chance.choice(countries).matter["country"],
        "roles": [{**role, "from": start, **ended}],
        "born": str(chance.randint(1940, 1985)),
    }
    return Named(f"{given}-{surname}".lower(), f"{given} {surname}", surname, matter)


def _group(chance: random.Random, name: str) -> Named:
    full = f"{name} {chance.choice(('Front', 'Alliance', 'Bloc'))}"
    matter = {"name": full, "type": "group", "founded": f"{chance.randint(1950, 2018)}~"}
    return Named(full.lower().replace(" ", "-"), full, full, matter)


def _topics(chance: random.Random, names: Iterator[str]) -> tuple[Named, ...]:
    made: list[Named] = []
    above: list[Named] = []
    for count in TOPICS:
        level: list[Named] = []
        for number in range(count):
            name = next(names)
            full = f"{name} {chance.choice(SUBJECTS)}"
            broader = {"broader": [above[number % len(above)].id]} if above else {}
            # Neighbours at one level stand below different topics, so that neither is the other's ancestor.
            related = {"related": [level[-1].id]} if level and number % 3 == 0 else {}
            matter = {
                "name": full,
                **broader,
                **related,
                "aliases": [f"{name} affairs"],
                "hidden": [name[1:] + "e"],
            }
            level.append(Named(name.lower(), full, full, matter))
        made, above = [*made, *level], level
    return tuple(made)


def _agreements(
    chance: random.Random, names: Iterator[str], countries: list[Named], people: list[Named]
) -> tuple[Named, ...]:
    made: list[Named] = []
    for number in range(AGREEMENTS):
        name, (kind, word) = next(names), chance.choice(tuple(KINDS))
        signed = date(2005, 1, 1) + timedelta(days=chance.randrange(7_000))
        parties = chance.sample(countries, k=chance.choice((2, 2, 2, 3)))
        matter: dict[str, Any] = {
            "name": f"{name} {word}",
            "short": name,
            "parties": [party.id for party in parties],
            "signatories": [{"actor": chance.choice(people).id, "for": party.id} for party in parties],
            "kind": kind,
            "stage": chance.choice(STAGES),
            "signed": signed if number % 4 else f"{signed:%Y-%m}",
            "expires": f"{signed.year + 10}-{signed:%m}?",
            "term": "P10Y",
            "sources": [{"title": f"Text of the {name} {word}", "date": signed}],
        }
        if made and number % 5 == 0:
            matter["supersedes"] = [made[-1].id]
        made.append(Named(f"{name}-{kind}".lower(), matter["name"], name, matter))
    return tuple(made)
