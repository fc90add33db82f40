"""What is above what, and what takes whose place: no circles, no topic related to one above it (SKOS S27)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.model import limits
from briefing.model.content import Content, Document
from briefing.model.documents import Matter, Topic
from briefing.model.problem import Problem, problem

Above = Mapping[str, Sequence[str]]
"""What stands directly above each id."""


def check(content: Content) -> Iterator[Problem]:
    """Circles in `part_of`, `broader` and `supersedes`, and ancestors among `related`."""
    actors, topics = content.actors, content.topics
    earlier = {
        one.ref.id: (one.matter.supersedes,) if one.matter.supersedes else () for one in content.briefs
    }
    yield from _circles(content.briefs, earlier, "supersedes", "takes the place of")
    older = {one.ref.id: one.matter.supersedes for one in content.agreements}
    yield from _circles(content.agreements, older, "supersedes", "takes the place of")
    whole = {actor.ref.id: (actor.matter.part_of,) if actor.matter.part_of else () for actor in actors}
    yield from _circles(actors, whole, "part_of", "is part of")
    yield from _too_deep(actors, whole, "part_of")
    above = {topic.ref.id: topic.matter.broader for topic in topics}
    yield from _circles(topics, above, "broader", "is below")
    yield from _too_deep(topics, above, "broader")
    yield from _related(topics, above)


def _related(topics: Iterable[Document[Topic]], above: Above) -> Iterator[Problem]:
    """Topics that are related to one above or below them; those that lie too deep are not looked at."""
    depths = depths_of(above)
    for topic in topics:
        kin: frozenset[str] | None = None
        for index, other in enumerate(topic.matter.related):
            at = topic.places[("related", index)]
            if other == topic.ref.id:
                yield problem("B303", topic.uri, at, f"`{other}` is the topic itself")
            elif depths[topic.ref.id] <= limits.HIERARCHY.most >= depths.get(other, 0):
                kin = ancestors(topic.ref.id, above) if kin is None else kin
                if other in kin or topic.ref.id in ancestors(other, above):
                    what = f"`{other}` is broader or narrower than `{topic.ref.id}`"
                    yield problem("B303", topic.uri, at, what)


def ancestors(id_: str, above: Above) -> frozenset[str]:
    """All that stands above an id, by any number of steps; itself too where there is a circle."""
    found: set[str] = set()
    waiting = list(above.get(id_, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += above.get(one, ())
    return frozenset(found)


def depths_of(above: Above) -> Mapping[str, int]:
    """How many levels stand above each id by its longest way up; a circle is one level."""
    depths: dict[str, int] = {}
    for group in groups(above):
        over = {other for one in group for other in above.get(one, ())} - group
        depth = max((depths[other] + 1 for other in over), default=0)
        depths.update(dict.fromkeys(group, depth))
    return depths


def groups(above: Above) -> Iterator[frozenset[str]]:
    """Ids that stand above each other, and each other id alone; what is above first (Tarjan, one pass)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for start in above:
        ahead = [] if start in number else [(start, iter(above[start]))]
        while ahead:
            one, rest = ahead[-1]
            if one not in number:
                number[one] = lowest[one] = len(number)
                path.append(one)
                on_path.add(one)
            following = next((other for other in rest if other not in number or other in on_path), None)
            if following is None:
                ahead.pop()
                if ahead:
                    before = ahead[-1][0]
                    lowest[before] = min(lowest[before], lowest[one])
                if lowest[one] == number[one]:
                    group = _taken_off(path, one)
                    on_path -= group
                    yield group
            elif following in number:
                lowest[one] = min(lowest[one], number[following])
            else:
                ahead.append((following, iter(above.get(following, ()))))


def _taken_off(path: list[str], down_to: str) -> frozenset[str]:
    """The end of a path from an id on, which the path loses."""
    group = [path.pop()]
    while group[-1] != down_to:
        group.append(path.pop())
    return frozenset(group)


def _circles(documents: Iterable[Document[Matter]], above: Above, key: str, words: str) -> Iterator[Problem]:
    circling = {
        one for group in groups(above) for one in group if len(group) > 1 or one in above.get(one, ())
    }
    for document in documents:
        if document.ref.id in circling:
            at = document.places[(key,)]
            yield problem(
                "B302", document.uri, at, f"a cycle: `{document.ref.id}` {words} itself, by `{key}`"
            )


def _too_deep(documents: Iterable[Document[Matter]], above: Above, key: str) -> Iterator[Problem]:
    depths, most = depths_of(above), limits.HIERARCHY.most
    for document in documents:
        if depths[document.ref.id] > most:
            what = f"`{key}` leads up more than {most} levels"
            yield problem("B110", document.uri, document.places[(key,)], what, "leave levels out")
