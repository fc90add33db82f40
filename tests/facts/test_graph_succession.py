"""Who takes whose place, which old address leads where, and how topics lie above each other."""

import make
from briefing.graph.hierarchy import Hierarchy


def ids(refs: tuple[object, ...]) -> list[str]:
    return [str(ref) for ref in refs]


def test_a_chain_of_briefs_leads_to_its_last() -> None:
    content = make.content(make.brief("a"), make.brief("b", supersedes="a"), make.brief("c", supersedes="b"))

    succession = make.graph(content).succession

    assert ids(succession.successors[make.ref("briefs/a")]) == ["briefs/b"]
    assert ids(succession.predecessors[make.ref("briefs/c")]) == ["briefs/b"]
    assert succession.latest(make.ref("briefs/a")) == make.ref("briefs/c")
    assert succession.latest(make.ref("briefs/c")) is None


def test_briefs_that_supersede_each_other_do_not_go_round_for_ever() -> None:
    content = make.content(make.brief("a", supersedes="b"), make.brief("b", supersedes="a"))

    assert make.graph(content).succession.latest(make.ref("briefs/a")) == make.ref("briefs/b")


def test_an_agreement_can_take_the_place_of_several() -> None:
    content = make.content(
        make.agreement("a"), make.agreement("b"), make.agreement("c", supersedes=["a", "b", "gone"])
    )

    succession = make.graph(content).succession

    assert ids(succession.predecessors[make.ref("agreements/c")]) == ["agreements/a", "agreements/b"]
    assert ids(succession.successors[make.ref("agreements/a")]) == ["agreements/c"]


def test_an_old_id_leads_to_its_document() -> None:
    content = make.content(make.actor("india", former=["bharat"]))

    assert make.graph(content).succession.moved == {make.ref("actors/bharat"): make.ref("actors/india")}


def hierarchy() -> Hierarchy:
    return make.graph(
        make.content(
            make.topic("energy"),
            make.topic("trade", related=["energy"]),
            make.topic("tariffs", broader=["trade"]),
            make.topic("oil-tariffs", broader=["tariffs", "energy"]),
        )
    ).hierarchy


def test_topics_know_what_lies_above_and_below_them() -> None:
    found = hierarchy()

    assert ids(found.above[make.ref("topics/oil-tariffs")]) == [
        "topics/energy",
        "topics/tariffs",
        "topics/trade",
    ]
    assert ids(found.below[make.ref("topics/trade")]) == ["topics/oil-tariffs", "topics/tariffs"]
    assert ids(found.narrower[make.ref("topics/energy")]) == ["topics/oil-tariffs"]
    assert ids(found.roots) == ["topics/energy", "topics/trade"]


def test_a_trail_runs_from_the_broadest_topic_through_first_parents() -> None:
    assert ids(hierarchy().trail(make.ref("topics/oil-tariffs"))) == ["topics/trade", "topics/tariffs"]


def test_related_topics_are_related_both_ways() -> None:
    assert ids(hierarchy().related[make.ref("topics/energy")]) == ["topics/trade"]


def test_a_topic_holds_the_documents_of_those_below_it_with_the_way_they_came() -> None:
    content = make.content(
        make.topic("trade"),
        make.topic("tariffs", broader=["trade"]),
        make.article("a", topics=["tariffs"], date="2025-11-01"),
        make.article("b", topics=["trade", "tariffs"], date="2025-11-02"),
    )

    on_topic = make.graph(content).on_topic

    assert [(on.document.id, on.via and on.via.id) for on in on_topic[make.ref("topics/trade")]] == [
        ("b", None),
        ("a", "tariffs"),
    ]
