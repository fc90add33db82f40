"""Small random contents: documents of every kind at every marking, with all that one may say of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import _proof_parts as parts
from _proof_papers import paper, picture
from _proof_parts import MARKINGS, Ground
from _proof_root import Root, Text
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref

OFTEN = (Marking.CLEAR, Marking.CLEAR, *MARKINGS)
"""More is shown to all than to fewer, so that there is something in which the rest could show."""
IDS: Mapping[Kind, tuple[str, ...]] = {
    kind: tuple(f"{stem}{number}" for number in range(1, count + 1))
    for kind, stem, count in (
        (Kind.ACTOR, "falcon", 4), (Kind.TOPIC, "trade", 4), (Kind.AGREEMENT, "pact", 2),
        (Kind.ARTICLE, "talks", 4), (Kind.BRIEF, "look", 3),
    )
}  # fmt: skip
TOPICS = ("Trade", "Commerce", "Falcon trade")
"""Names of topics alone, which no text need name."""
ALIASES = ("Falcon", "Falcon Group", "Lee", "Ann Lee", "HP", "Pact of the Harbour", "Falcon Group Ltd")
AUTHORS = ("desk", "ann", "lee")
PAGES = ("docs/index.md", "docs/about/desk.md", "docs/about/team/index.md", "docs/about/method.md")
STATUSES = ("published", "published", "published", "published", "draft", "review", "withdrawn")
SENTENCES = (
    "The port is open.",
    "*[port]: Where ships lie",
    "| Port |\n|---|\n| Open |",
)


@dataclass(frozen=True)
class Planned:
    """A document before it is written: where it will stand, who may see it, what its subject is called."""

    ref: Ref
    marking: Marking
    status: str
    aliases: tuple[str, ...] = ()
    judgements: tuple[tuple[str, Marking], ...] = ()

    @property
    def path(self) -> str:
        return path_of(self.ref)


@dataclass(frozen=True)
class Writer:
    """Writes the texts of one content.

    An orderly one lets no text name what is marked higher than itself, as the rules ask, so that the content
    can be built; the other keeps no such rule, and such contents must leak no more than the rest.
    """

    chance: Random
    orderly: bool
    cast: dict[Ref, Planned] = field(default_factory=dict)

    def may_name(self, other: Marking, here: Marking) -> bool:
        return other <= here or not self.orderly

    def known(self, kind: Kind, here: Marking) -> list[str]:
        """The ids of a kind that a text of a marking may name."""
        return [
            ref.id for ref, one in self.cast.items() if ref.kind is kind and self.may_name(one.marking, here)
        ]

    def ground(self, here: Marking) -> Ground:
        """What an entry of a marking may refer to."""
        return Ground({kind: tuple(self.known(kind, here)) for kind in Kind}, here, self.orderly)

    def text(self, one: Planned) -> Text:
        ref, here, chance = one.ref, one.marking, self.chance
        ground = self.ground(here)
        sources = parts.sources(chance, ground)
        matter: dict[str, Any] = {
            "status": one.status,
            "withdrawn_because": "It was wrong",
            "date": chance.choice(("2025-10-01", "2025-11-02", "2025-11-19")),
            "authors": parts.some(chance, (*AUTHORS, "Desk"), 2) or ["Desk"],
            "topics": parts.some(chance, ground.ids[Kind.TOPIC]) or ["trade1"],
            "actors": parts.some(chance, ground.ids[Kind.ACTOR]),
            "agreements": parts.some(chance, ground.ids[Kind.AGREEMENT]),
            "see_also": [each for each in parts.some(chance, ground.refs) if each != str(ref)],
            "former": chance.choice(([], [f"old-{ref.id}"])),
            "sources": sources,
            "events": parts.events(chance, ground, sources),
        }
        if here is not Marking.AMBER or chance.random() < 0.5:  # what says nothing is marked so by setting
            matter["marking"] = str(here)
        if ref.kind.is_profile:
            matter |= {"name": f"Name {ref.id}", "aliases": list(one.aliases)}
            phrases = chance.choice(([], ["Falcon Group Ltd"], ["Ann Lee"], ["open port"]))
            matter["not"] = [phrase for phrase in phrases if phrase not in one.aliases]
        else:
            matter |= {"title": f"Title of {ref.id}", "summary": "What happened."}
        matter |= self._of_kind(one, ground)
        return Text(matter, self.body(here))

    def _of_kind(self, one: Planned, ground: Ground) -> dict[str, Any]:
        chance, kind = self.chance, one.ref.kind
        # Only what comes before it in the alphabet, so that nothing is a part of itself.
        earlier = [id_ for id_ in ground.ids[kind] if id_ < one.ref.id]
        before = parts.some(chance, earlier, 1)
        if kind is Kind.BRIEF:
            judgements = parts.judgements(chance, ground, one.judgements, self._replaced(one))
            articles = parts.some(chance, ground.ids[Kind.ARTICLE])
            found = {"articles": articles, "judgements": judgements, "question": "Will it hold?"}
            return {**found, **({"supersedes": before[0]} if before else {})}
        if kind is Kind.ACTOR:
            of = parts.some(chance, ground.ids[Kind.ACTOR], 1)
            role = {"title": chance.choice(("Falcon", "Envoy")), **({"of": of[0]} if of else {})}
            found = {"type": "person", "roles": chance.choice(([], [role]))}
            return {**found, **({"part_of": before[0]} if before else {})}
        if kind is Kind.TOPIC:
            return {"broader": before, "hidden": chance.choice(([], ["trad"]))}
        if kind is Kind.AGREEMENT:
            dates = chance.choice(({}, {"signed": "2024-05-17"}, {"expires": "2026"}))
            return {"parties": parts.some(chance, ground.ids[Kind.ACTOR]), "supersedes": before, **dates}
        return {}

    def _replaced(self, one: Planned) -> list[str]:
        """Judgements of earlier briefs."""
        return [
            f"{other.ref.id}#{id_}"
            for other in self.cast.values()
            if other.ref.kind is Kind.BRIEF and other.ref.id < one.ref.id
            for id_, marking in other.judgements
            if self.may_name(max(marking, other.marking), one.marking)
        ]

    def body(self, here: Marking) -> str:
        """A few sentences that name, link and show what a text of this marking may."""
        chance, ground = self.chance, self.ground(here)
        aliases = {
            alias for one in self.cast.values() if self.may_name(one.marking, here) for alias in one.aliases
        }
        sentences = [
            *SENTENCES,
            *(f"Then {alias} spoke." for alias in sorted(aliases)),
            *(f"Name {id_} was there." for id_ in ground.ids[Kind.ACTOR]),
            *(f"## Name {id_} again" for id_ in ground.ids[Kind.AGREEMENT]),
            *(f"See [[{ref}]]." for ref in ground.refs),
            *(f"[Way](../{ref}.md) on." for ref in ground.refs if not ref.startswith("briefs")),
            *(f"![Chart](../articles/chart-{css}.png)" for css in ("clear", here.css)),
            f"[Annex](../articles/annex-{here.css}.pdf)",
            # A note or an address that stands in a section and outside of it is lost to some: an error.
            f"[Plan][{here.css}].\n\n[{here.css}]: ../articles/plan-{here.css}.pdf",
            f"Note.[^{here.css}]\n\n[^{here.css}]: Of the port.",
        ]
        found = chance.sample(sentences, chance.randint(1, 5))
        higher = [marking for marking in MARKINGS if marking > here]
        if higher and chance.random() < 0.5:
            found.insert(chance.randint(0, len(found)), self.section(chance.choice(higher)))
        return "\n\n".join(found)

    def section(self, marking: Marking) -> str:
        """A part of a body that fewer may see."""
        return f"::: {marking}\n\n{self.body(marking)}\n\n:::"

    def page(self, path: str, here: Marking) -> Text:
        """A hand-written page; `gone` tells of addresses at which nothing stands."""
        name = path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
        gone = [
            {"address": f"briefs/lost-{name}{number}", "because": "It was wrong", "marking": str(marking)}
            for number, marking in enumerate(self.chance.sample(MARKINGS, 2))
        ]
        title = f"Page {self.chance.randrange(10)}"
        return Text({"title": title, "marking": str(here), "gone": gone}, self.body(here))


def path_of(ref: Ref) -> str:
    return f"{ref}.md" if ref.kind is Kind.BRIEF else f"docs/{ref}.md"


def planned(chance: Random, ref: Ref, markings: Sequence[Marking] = OFTEN) -> Planned:
    """A document at one of these markings."""
    pool = TOPICS if ref.kind is Kind.TOPIC else ALIASES
    aliases = parts.some(chance, pool, 3) if ref.kind.is_profile else []
    ids = parts.some(chance, ("j1", "j2", "j3"), 3) if ref.kind is Kind.BRIEF else []
    judgements = tuple((id_, chance.choice(OFTEN)) for id_ in ids)
    return Planned(ref, chance.choice(markings), chance.choice(STATUSES), tuple(aliases), judgements)


def content(chance: Random, *, orderly: bool) -> tuple[Root, Writer]:
    """A content, and the writer who can go on with it."""
    writer = Writer(chance, orderly)
    trade = Ref(Kind.TOPIC, "trade1")
    writer.cast[trade] = Planned(trade, Marking.CLEAR, "published")
    for kind, ids in IDS.items():
        for id_ in ids:
            ref = Ref(kind, id_)
            if ref != trade and chance.random() < 0.8:
                writer.cast[ref] = planned(chance, ref)
    root = Root({one.path: writer.text(one) for one in writer.cast.values()})
    for path in parts.some(chance, PAGES, 3):
        root.texts[path] = writer.page(path, chance.choice(MARKINGS))
    for marking in MARKINGS:
        root.files[f"docs/articles/chart-{marking.css}.png"] = picture(f"chart {marking.css}")
        for name in ("annex", "plan"):
            root.files[f"docs/articles/{name}-{marking.css}.pdf"] = paper(f"{name} {marking.css}")
    root.authors = {id_: f"Author {id_}" for id_ in AUTHORS}
    return root, writer
