"""What is part of what: no circles, and no topic related to one above it (SKOS S27)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import Document
from briefing.model.documents import Actor, Matter, Topic
from briefing.model.problem import Problem, problem


def check(actors: Iterable[Document[Actor]], topics: Iterable[Document[Topic]]) -> Iterator[Problem]:
    """Circles in `part_of` and `broader`, and ancestors among `related`."""
    actors, topics = tuple(actors), tuple(topics)
    whole = {actor.ref.id: (actor.matter.part_of,) if actor.matter.part_of else () for actor in actors}
    yield from _circles(actors, whole, "part_of", "is part of")
    above = {topic.ref.id: topic.matter.broader for topic in topics}
    yield from _circles(topics, above, "broader", "is below")
    for topic in topics:
        kin = ancestors(topic.ref.id, above)
        for index, other in enumerate(topic.matter.related):
            if other in kin or topic.ref.id in ancestors(other, above):
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
