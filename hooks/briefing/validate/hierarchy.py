"""What is above what, and what takes whose place: no circles, no topic related to one above it (SKOS S27)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import Content, Document
from briefing.model.documents import Matter
from briefing.model.problem import Problem, problem


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
    above = {topic.ref.id: topic.matter.broader for topic in topics}
    yield from _circles(topics, above, "broader", "is below")
    for topic in topics:
        kin = ancestors(topic.ref.id, above)
        for index, other in enumerate(topic.matter.related):
            if other == topic.ref.id:
                at = topic.places[("related", index)]
                yield problem("B303", topic.uri, at, f"`{other}` is the topic itself")
            elif other in kin or topic.ref.id in ancestors(other, above):
                at = topic.places[("related", index)]
                yield problem(
                    "B303", topic.uri, at, f"`{other}` is broader or narrower than `{topic.ref.id}`"
                )


def ancestors(id_: str, above: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All that stands above an id, by any number of steps; itself too where there is a circle."""
    found: set[str] = set()
    waiting = list(above.get(id_, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += above.get(one, ())
    return frozenset(found)


def _circles(
    documents: Iterable[Document[Matter]], above: Mapping[str, tuple[str, ...]], key: str, words: str
) -> Iterator[Problem]:
    for document in documents:
        if document.ref.id in ancestors(document.ref.id, above):
            at = document.places[(key,)]
            yield problem(
                "B302", document.uri, at, f"a cycle: `{document.ref.id}` {words} itself, by `{key}`"
            )
