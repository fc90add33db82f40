"""Briefs that were superseded for some readers alone: the others still take them for our view of today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.model.content import Content, Document
from briefing.model.documents import Brief, Status
from briefing.model.marking import Audience
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind, Ref


def check(content: Content, audiences: Iterable[Audience]) -> Iterator[Problem]:
    """Every brief that takes the place of one which readers see who may not see it, nor another that does."""
    audiences = sorted(audiences, key=lambda one: (one.highest, one.name))
    published = [one for one in content.briefs if one.matter.status is Status.PUBLISHED]
    current = {one.ref.id: one for one in published}
    followers: dict[str, list[Document[Brief]]] = defaultdict(list)
    for brief in published:
        if brief.matter.supersedes in current:
            followers[brief.matter.supersedes].append(brief)
    for old, briefs in sorted(followers.items()):
        lower = current[old]
        left = [
            audience.name
            for audience in audiences
            if audience.may_see(lower.marking) and not any(audience.may_see(one.marking) for one in briefs)
        ]
        if left:
            lowest = min(briefs, key=lambda one: (one.marking, one.ref))
            what = f"{Ref(Kind.BRIEF, old)} stays current for {', '.join(left)}, who may not see this brief"
            yield problem("B503", lowest.uri, lowest.places[("supersedes",)], what)
