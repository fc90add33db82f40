"""Pages that are wanted alone are those of the whole site, whatever documents say of each other."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import make
from briefing.graph import graph as graphs
from briefing.model.content import AnyDocument
from briefing.model.ref import Ref
from briefing.views import site
from briefing.views.edition import Edition

ACTORS, AGREEMENTS, TOPICS = ("ann", "bob", "cid"), ("pact", "treaty"), ("trade", "sea", "fish")
ARTICLES, BRIEFS, EVENTS = ("a1", "a2", "a3"), ("b1", "b2"), ("met", "signed")
NAMES = {"Ann": "actors/ann", "Bob": "actors/bob", "Pact": "agreements/pact"}


def some(of: tuple[str, ...], *, least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), unique=True, min_size=least, max_size=2)


@st.composite
def event(draw: st.DrawFn, number: int) -> dict[str, Any]:
    subjects = {"actors": some(ACTORS), "agreements": some(AGREEMENTS), "topics": some(TOPICS)}
    about = {key: draw(one) for key, one in subjects.items()}
    id_ = draw(st.sampled_from((*EVENTS, None, None)))
    when = f"2025-10-0{draw(st.integers(1, 3))}"
    return {"date": when, "title": f"Event {number}", **about, **({"id": id_} if id_ else {})}


@st.composite
def documents(draw: st.DrawFn) -> list[AnyDocument]:
    found: list[AnyDocument] = [make.actor(id_) for id_ in ACTORS]
    found += [make.topic("trade"), make.topic("sea", broader=["trade"]), make.topic("fish", broader=["sea"])]
    found += [make.agreement(id_, parties=draw(some(ACTORS)), signed="2024-05") for id_ in AGREEMENTS]

    def keys(**more: Any) -> dict[str, Any]:
        listed = {"topics": some(TOPICS, least=1), "actors": some(ACTORS), "agreements": some(AGREEMENTS)}
        told = [draw(event(number)) for number in range(draw(st.integers(0, 2)))]
        ids = [one.get("id") for one in told]
        return {
            "date": f"2025-11-0{draw(st.integers(1, 3))}",
            "events": told if len({*ids}) == len(ids) else told[:1],
            "see_also": draw(some(("articles/a1", "briefs/b1", "actors/ann"))),
            **{key: draw(one) for key, one in listed.items()},
            **more,
        }

    found += [make.article(id_, **keys()) for id_ in ARTICLES]
    over = draw(st.sampled_from([{}, {"supersedes": "b1"}]))
    found += [make.brief("b1", **keys(articles=draw(some(ARTICLES))))]
    return [*found, make.brief("b2", **keys(articles=draw(some(ARTICLES)), **over))]


@given(documents(), st.data())
def test_a_page_that_is_wanted_alone_is_that_of_the_whole_site(
    found: list[AnyDocument], data: st.DataObject
) -> None:
    content = make.content(*found)
    named = st.dictionaries(st.sampled_from(sorted(NAMES)), st.none(), max_size=2)
    texts = make.texts(
        content,
        {
            str(one.ref): make.naming(
                f"It names {' and '.join(names)}.", **{name: NAMES[name] for name in names}
            )
            for one in found
            if (names := list(data.draw(named)))
        },
    )
    whole = site.Pages(edition(content, texts))

    for ref in content.documents:
        alone = site.some(edition(content, texts, {ref}), [ref])

        assert alone == {ref.address: whole[ref.address]}


def edition(content: Any, texts: Any, wanted: set[Ref] | None = None) -> Edition:
    graph = graphs.build(content, texts, make.SETTINGS, wanted)
    return Edition(graph, content, texts, make.SETTINGS, "Briefing Room", make.TODAY)
