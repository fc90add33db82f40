"""Surnames that stand alone and are those of several people we know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefing.model.content import Content
from briefing.model.documents import ActorType
from briefing.model.parts import ProseCheck
from briefing.model.problem import Problem
from briefing.model.ref import Ref
from briefing.prose.reading import Prose
from briefing.wire.names import Known

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

Surnames = Mapping[str, tuple[Ref, ...]]
"""The people of each surname that several have."""


def shared(content: Content) -> Surnames:
    """The surnames of two people or more."""
    people: dict[str, set[Ref]] = defaultdict(set)
    for actor in content.actors:
        words = actor.matter.name.split()
        if actor.matter.type is ActorType.PERSON and len(words) > 1:
            people[words[-1]].add(actor.ref)
    return {name: tuple(sorted(refs)) for name, refs in sorted(people.items()) if len(refs) > 1}


def ambiguous(prose: Prose, surnames: Surnames, known: Known) -> Iterator[Problem]:
    """Each of them once; where the text names one of these people alone, the surname means that one."""
    named = {mention.ref for mention in prose.linked.mentions if mention.counts} | {prose.document.ref}
    for surname in _alone(prose, surnames, known):
        people = surnames[surname]
        if len(named.intersection(people)) == 1 or not prose.is_checked(ProseCheck.SURNAMES, surname):
            continue
        who = " or ".join(map(str, people))
        remedy = f"write the whole name, or [[{people[0]}|{surname}]] where that is meant"
        yield prose.problem("B622", surname, f"“{surname}” may be {who}", remedy)


def _alone(prose: Prose, surnames: Surnames, known: Known) -> tuple[str, ...]:
    """Surnames outside of all names that are known; the others are looked after where names are linked."""
    found: dict[str, None] = {}
    for paragraph in prose.paragraphs:
        spans = known.spans(paragraph)
        for word in WORD.finditer(paragraph):
            name = word[0].removesuffix("’s").removesuffix("'s")
            is_in_name = any(start <= word.start() < end for start, end in spans)
            if name in surnames and not is_in_name:
                found[name] = None
    return tuple(found)
