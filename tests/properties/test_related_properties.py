"""What holds of related documents, whatever documents have in common."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import make
from briefing.graph.graph import Graph
from briefing.graph.order import age
from briefing.graph.related import LIMIT, SEE_ALSO
from briefing.graph.traits import Traits, gather
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Brief, Status
from briefing.model.ref import Kind, Ref, parse_ref

ACTORS, TOPICS, ARTICLES = ("ann", "bob", "cid", "dan"), ("trade", "sea"), tuple(f"a{n}" for n in range(8))


def some(of: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), unique=True, max_size=3)


@st.composite
def documents(draw: st.DrawFn) -> list[AnyDocument]:
    found: list[AnyDocument] = [make.actor(id_) for id_ in ACTORS]
    found += [make.topic(id_) for id_ in TOPICS]
    written = [f"articles/{id_}" for id_ in ARTICLES] + ["actors/ann", "briefs/b1", "articles/nowhere"]

    def keys(**more: Any) -> dict[str, Any]:
        return {
            "date": f"2025-11-0{draw(st.integers(1, 3))}",
            "topics": [draw(st.sampled_from(TOPICS))],
            "actors": draw(some(ACTORS)),
            "see_also": draw(some(tuple(written))),
        } | more

    withdrawn = {"status": "withdrawn", "withdrawn_because": "Wrong."}
    for id_ in ARTICLES:
        found.append(make.article(id_, **keys(**draw(st.sampled_from([{}, {}, {}, withdrawn])))))
    for number in range(3):
        over = {"supersedes": f"b{number - 1}"} if number and draw(st.booleans()) else {}
        found.append(make.brief(f"b{number}", **keys(articles=draw(some(ARTICLES)), **over)))
    return found


@given(documents())
def test_the_nearest_are_those_that_share_most(found: list[AnyDocument]) -> None:
    content = make.content(*found)
    graph = make.graph(content)
    traits = gather(content, graph.appearances, graph.events)

    for ref in traits.of:
        nearest = sorted(
            (-round(score, 6), age(other), other.ref)
            for other in found
            if may_be_shown(content, graph, ref, other)
            and (score := nearness(content, traits, ref, other.ref))
        )
        assert [one.to for one in graph.related[ref]] == [other for _, _, other in nearest[:LIMIT]]


def nearness(content: Content, traits: Traits, one: Ref, other: Ref) -> float:
    """What two documents share, all of it counted; and an author's word."""
    shared = set(traits.of[one]) & set(traits.of.get(other, ()))
    by_hand = lists(content, one, other) or (other in traits.of and lists(content, other, one))
    return sum(trait.says for trait in shared) + (SEE_ALSO if by_hand else 0.0)


def lists(content: Content, one: Ref, other: Ref) -> bool:
    return other in map(parse_ref, content.documents[one].matter.see_also)


def may_be_shown(content: Content, graph: Graph, ref: Ref, other: AnyDocument) -> bool:
    if other.ref == ref or other.matter.status is Status.WITHDRAWN:
        return False
    if other.ref.kind is Kind.BRIEF and other.ref in graph.succession.successors:
        return False
    document = content.documents[ref]
    return not (rests_on(document, other) or rests_on(other, document)) and other.ref not in (
        graph.succession.predecessors.get(ref, ())
    )


def rests_on(one: AnyDocument, other: AnyDocument) -> bool:
    return (
        isinstance(one.matter, Brief)
        and other.ref.kind is Kind.ARTICLE
        and other.ref.id in one.matter.articles
    )
