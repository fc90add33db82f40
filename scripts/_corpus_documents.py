"""The articles and briefs of a made-up corpus.

What one of them is depends on its number alone, so that a small corpus is the beginning of a large one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from _corpus_cast import Cast, Named
from _corpus_prose import Language, body
from briefing.model.scale import ICD203

FIRST_DAY, DAYS = date(2016, 1, 1), 3_600
TODAY = date(2025, 12, 1)
"""The day to build for: some horizons have passed by then, and some events are still to come."""
MENTIONS = 14
JUDGEMENTS = ("j1", "j2", "j3")
DESKS = ("North desk", "South desk", "Sea desk", "Trade desk")
RESULTS = ("happened", "did-not-happen", "condition-not-met", "cannot-tell")
LIKELIHOODS = ICD203.terms[: len(ICD203.bands)]


@dataclass(frozen=True, slots=True)
class Heading:
    """What others must know of a document to refer to it."""

    number: int
    id: str
    title: str
    day: date

    @property
    def is_brief(self) -> bool:
        return self.number % 3 == 2

    @property
    def folder(self) -> str:
        return f"briefs/{self.day.year}" if self.is_brief else f"articles/{self.day:%Y/%m}"

    @property
    def ref(self) -> str:
        return f"{'briefs' if self.is_brief else 'articles'}/{self.id}"

    @property
    def event(self) -> str:
        """The id of the first event that an article tells."""
        return f"{self.id}-event"


@dataclass(frozen=True, slots=True)
class Document:
    """One document: where it lies below `docs/` or the root, its front matter and its body."""

    heading: Heading
    matter: Mapping[str, Any]
    body: str


@dataclass(frozen=True, slots=True)
class Author:
    """Writes any document of the corpus by its number."""

    seed: int
    language: Language
    cast: Cast

    def heading(self, number: int) -> Heading:
        chance = self._chance("heading", number)
        title = self.language.heading(chance, 4, 9)
        words = "-".join(re.findall("[a-z]+", title.lower())[:3])
        return Heading(number, f"{words}-{number}", title, FIRST_DAY + timedelta(days=chance.randrange(DAYS)))

    def document(self, number: int) -> Document:
        chance = self._chance("document", number)
        heading = self.heading(number)
        actors = self.cast.some_actors(chance, MENTIONS - 2)
        agreements = chance.choices(self.cast.agreements, k=2)
        return Document(
            heading,
            {
                **self._common(chance, heading, actors, agreements),
                **(
                    self._brief(chance, heading, actors)
                    if heading.is_brief
                    else self._article(chance, heading, actors)
                ),
            },
            body(
                self.language,
                chance,
                as_said(chance, [*actors, *agreements]),
                self._link(chance, heading),
                has_note=number % 4 == 0,
            ),
        )

    def _chance(self, what: str, number: int) -> random.Random:
        return random.Random(f"{self.seed} {what} {number}")

    def _earlier(self, chance: random.Random, number: int, *, brief: bool) -> Heading | None:
        """An earlier article or brief; the recent ones are referred to more than the old ones."""
        numbers = [n for n in range(max(0, number - 200), number) if (n % 3 == 2) is brief]
        return self.heading(chance.choice(numbers)) if numbers else None

    def _link(self, chance: random.Random, heading: Heading) -> str:
        """A link in the text: of plain Markdown among articles, which lie alike for every builder."""
        other = self._earlier(chance, heading.number, brief=False)
        words = " ".join(self.language.some(chance, 3))
        if other is None:
            return words
        if heading.is_brief:
            return f"[[{other.ref}|{words}]]"
        return f"[{words}](../../{other.day:%Y/%m}/{other.id}.md)"

    def _common(
        self, chance: random.Random, heading: Heading, actors: list[Named], agreements: list[Named]
    ) -> dict[str, Any]:
        see = self._earlier(chance, heading.number, brief=chance.random() < 0.3)
        matter: dict[str, Any] = {
            "title": heading.title,
            "summary": self.language.paragraph(chance, 35, [actors[0].full]),
            "date": heading.day,
            "authors": [chance.choice(DESKS)],
            "topics": ids(chance.choices(self.cast.topics, k=chance.randint(1, 3))),
            "actors": ids(actors[: chance.randint(1, 4)]),
            "agreements": ids(agreements[: chance.randint(0, 1)]),
            "see_also": [see.ref] if see else [],
        }
        if chance.random() < 0.1:
            day = heading.day + timedelta(days=chance.randint(1, 20))
            matter["updated"] = day
            matter["changes"] = [{"date": day, "note": self.language.sentence(chance, 10), "kind": "minor"}]
        return matter

    def _article(self, chance: random.Random, heading: Heading, actors: list[Named]) -> dict[str, Any]:
        events = [self._event(chance, heading, actors, number) for number in range(chance.randint(1, 3))]
        told = self._earlier(chance, heading.number, brief=False)
        if told and chance.random() < 0.3:
            events.append({"id": told.event})
        return {"events": events, "sources": self._sources(chance, heading, chance.randint(1, 3))}

    def _event(
        self, chance: random.Random, heading: Heading, actors: list[Named], number: int
    ) -> dict[str, Any]:
        is_to_come = number > 0 and chance.random() < 0.3
        shift = chance.randint(30, 400) if is_to_come else -chance.randint(0, 60)
        event = {
            "date": when(chance, heading.day + timedelta(days=shift)),
            "title": self.language.heading(chance, 5, 10),
            "place": actors[-1].short,
            "actors": ids(actors[: chance.randint(1, 3)]),
            "topics": ids(chance.choices(self.cast.topics, k=1)),
            "sources": ["s1"],
            "basis": "expected" if is_to_come else "reported",
        }
        return event if number else {"id": heading.event, **event}

    def _sources(self, chance: random.Random, heading: Heading, count: int) -> list[dict[str, Any]]:
        return [
            {
                "id": f"s{number}",
                "title": self.language.heading(chance, 5, 9),
                "publisher": self.language.heading(chance, 2, 2),
                "url": f"https://example.org/{heading.number}/{number}",
                "date": heading.day,
                "reliability": chance.choice("ABC"),
                "credibility": chance.choice((2, 2, 3)),
            }
            for number in range(1, count + 1)
        ]

    def _brief(self, chance: random.Random, heading: Heading, actors: list[Named]) -> dict[str, Any]:
        found = [self._earlier(chance, heading.number, brief=False) for _ in range(chance.randint(1, 4))]
        articles = list(dict.fromkeys(article for article in found if article))
        before = self._earlier(chance, heading.number, brief=True)
        is_later = before is not None and before.day < heading.day
        superseded = before if is_later and chance.random() < 0.1 else None
        judgements = [self._judgement(chance, heading, actors, name) for name in JUDGEMENTS]
        if superseded:
            judgements[0]["replaces"] = f"{superseded.id}#{JUDGEMENTS[0]}"
        return {
            "reviewers": [chance.choice(DESKS[:2])],
            "question": self.language.heading(chance, 6, 10) + "?",
            "articles": [article.id for article in articles],
            "sources": [*self._sources(chance, heading, 1), f"{articles[0].ref}#s1"],
            "source_summary": self.language.paragraph(chance, 25),
            "review_by": heading.day + timedelta(days=360),
            **({"supersedes": superseded.id} if superseded else {}),
            "judgements": judgements,
        }

    def _judgement(
        self, chance: random.Random, heading: Heading, actors: list[Named], name: str
    ) -> dict[str, Any]:
        horizon = heading.day + timedelta(days=chance.randint(90, 1_000))
        judgement: dict[str, Any] = {
            "id": name,
            "text": self.language.sentence(chance, 14, [actors[0].full]),
            "likelihood": chance.choice(LIKELIHOODS),
            "confidence": chance.choice(("low", "moderate", "high")),
            "basis": self.language.sentence(chance, 12),
            "horizon": chance.choice((f"{horizon:%Y-%m}", horizon, f"{horizon:%Y}")),
            "about": list(
                dict.fromkeys([f"actors/{actors[0].id}", f"topics/{chance.choice(self.cast.topics).id}"])
            ),
            "indicators": [self.language.sentence(chance, 10) for _ in range(2)],
            "assumptions": [self.language.sentence(chance, 10)],
            "sources": ["s1"],
        }
        if horizon.year < TODAY.year and chance.random() < 0.5:
            judgement["outcome"] = {"result": chance.choice(RESULTS), "date": date(horizon.year + 1, 1, 5)}
        return judgement


def ids(named: list[Named]) -> list[str]:
    """The ids in their order, each once."""
    return list(dict.fromkeys(one.id for one in named))


def as_said(chance: random.Random, named: list[Named]) -> list[str]:
    """How a text names them: in full at first, then for short, now and then in the possessive."""
    seen: set[str] = set()
    said: list[str] = []
    for one in named:
        name = one.short if one.id in seen else one.full
        said.append(f"{name}'s" if chance.random() < 0.15 else name)
        seen.add(one.id)
    return said


def when(chance: random.Random, day: date) -> date | str:
    """A day as exactly as sources give it, in EDTF: mostly to the day."""
    form = chance.random()
    if form < 0.6:
        return day
    if form < 0.66:
        return f"{day}/{day + timedelta(days=3)}"
    patterns = (
        "{:%Y-%m}",
        "{:%Y-%m}",
        "{:%Y-%m}~",
        "{:%Y-%m-%d}?",
        "{:%Y}",
        f"{{:%Y}}-{20 + (day.month + 2) // 3}",
    )
    return chance.choice(patterns).format(day)
