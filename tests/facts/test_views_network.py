"""Who appears with whom: the picture and the table hold what the graph counts, and no more than has room."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import editions
import make
from briefing.model import limits
from briefing.model.marking import Marking
from briefing.views.edition import Edition
from briefing.views.kinds import network
from briefing.views.shapes.sketch import Network, Node

MET = (
    {"actors": ["ann", "bob", "cy"], "agreements": ["pact"], "topics": ["trade"]},
    {"actors": ["ann", "bob"], "agreements": [], "topics": ["trade", "energy"]},
    {"actors": ["bob", "cy"], "agreements": ["pact"], "topics": ["energy"]},
)


def met(*documents: dict[str, Any], **settings: Any) -> Edition:
    """An edition of articles with these subjects, and of all their profiles."""
    ids = {key: sorted({id_ for one in documents for id_ in one[key]}) for key in documents[0]}
    return editions.edition(
        *(make.actor(id_) for id_ in ids["actors"]),
        *(make.agreement(id_) for id_ in ids["agreements"]),
        *(make.topic(id_) for id_ in ids["topics"]),
        *(make.article(f"met-{at}", **(settings | one)) for at, one in enumerate(documents)),
    )


def around(edition: Edition, id_: str) -> Network:
    [document] = [one for one in edition.content.actors if one.ref.id == id_]
    found = network.of_actor(edition, document)
    assert found
    return found


def whole(edition: Edition) -> Network:
    found = network.page(edition).network
    assert found
    return found


def ids(nodes: tuple[Node, ...]) -> list[str]:
    return [node.link.address.strip("/") for node in nodes]


def lines(shown: Network) -> dict[tuple[str, str], int]:
    names = ids(shown.nodes)
    return {(names[tie.start], names[tie.end]): tie.documents for tie in shown.ties}


def shared(documents: tuple[dict[str, Any], ...]) -> Counter[tuple[str, str]]:
    """In how many documents two appear, counted otherwise: from what was written."""
    who = (sorted(f"{kind}/{id_}" for kind, listed in one.items() for id_ in listed) for one in documents)
    return Counter(pair for one in who for pair in combinations(one, 2))


def crowd(number: int) -> tuple[dict[str, Any], ...]:
    """Documents with many actors, the first in most of them."""
    return tuple(
        {
            "actors": [f"actor-{one}" for one in range(number) if one % at == 0],
            "agreements": [f"pact-{one}" for one in range(0, number // 2, at)],
            "topics": [f"topic-{one}" for one in range(0, number // 3, at)],
        }
        for at in range(1, 12)
    )


def test_an_actor_s_neighbours_are_those_of_its_documents_by_kind_and_number() -> None:
    shown = around(met(*MET), "ann")

    assert [
        (address, node.documents) for address, node in zip(ids(shown.nodes), shown.nodes, strict=True)
    ] == [
        ("actors/bob", 2),
        ("actors/cy", 1),
        ("agreements/pact", 1),
        ("topics/trade", 2),
        ("topics/energy", 1),
    ]
    assert shown.documents == 2
    assert [node.sort for node in shown.nodes] == ["person", "person", "agreement", "topic", "topic"]


def test_lines_around_an_actor_count_its_own_documents_alone() -> None:
    found = lines(around(met(*MET), "ann"))

    assert found["actors/cy", "agreements/pact"] == 1, "they share another document, without Ann"
    assert all(number == shared(MET[:2])[min(pair), max(pair)] for pair, number in found.items())


def test_actors_beside_an_actor_are_its_companions_in_the_graph() -> None:
    edition = met(*crowd(60))
    for actor in edition.content.actors[:20]:
        nodes = around(edition, actor.ref.id).nodes
        shown = [(node.link.address, node.documents) for node in nodes if node.family == "actors"]
        known = edition.graph.appearances.companions(actor.ref)

        assert shown == [(ref.address, number) for ref, number in known[: len(shown)]]


def test_every_line_of_the_site_counts_the_documents_that_two_share() -> None:
    documents = crowd(60)
    found = lines(whole(met(*documents)))

    assert found
    assert all(number == shared(documents)[min(pair), max(pair)] for pair, number in found.items())


def test_the_table_tells_the_lines_of_the_picture() -> None:
    for shown in (around(met(*crowd(60)), "actor-0"), whole(met(*crowd(60)))):
        names = [node.link.label for node in shown.nodes]
        told = {
            (frozenset((node.link.label, name)), number)
            for node in shown.nodes
            for name, number in node.nearest
        }

        assert told == {(frozenset((names[tie.start], names[tie.end])), tie.documents) for tie in shown.ties}


def test_very_many_neighbours_are_cut_to_a_number_with_a_share_for_each_kind() -> None:
    shown = around(met(*crowd(200)), "actor-0")

    assert Counter(node.family for node in shown.nodes) == {"actors": 12, "agreements": 6, "topics": 6}
    assert len(shown.ties) <= 2 * network.NEIGHBOURS


def test_what_a_kind_leaves_goes_to_the_others() -> None:
    documents = tuple({**one, "agreements": []} for one in crowd(100))

    assert Counter(node.family for node in around(met(*documents), "actor-0").nodes)["actors"] > 12
    assert len(around(met(*documents), "actor-0").nodes) == network.NEIGHBOURS


def test_the_site_s_network_has_its_number_too() -> None:
    shown = whole(met(*crowd(200)))

    assert len(shown.nodes) == network.MOST
    assert len(shown.ties) <= 3 * network.MOST


def test_labels_stay_in_the_picture_and_cover_no_other() -> None:
    for shown in (around(met(*crowd(200)), "actor-0"), whole(met(*crowd(200))), around(met(*MET), "ann")):
        boxes = [
            (node.left, node.place.y - 12, node.left + node.width, node.place.y + 12) for node in shown.nodes
        ]
        covering = [
            (one, other)
            for one, other in combinations(boxes, 2)
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        ]

        assert covering == []
        assert all(
            left >= -1 and top >= 0 and right <= shown.width + 1 and bottom <= shown.height
            for left, top, right, bottom in boxes
        )


def test_the_same_documents_give_the_same_picture() -> None:
    assert whole(met(*crowd(60))) == whole(met(*crowd(60)))


def test_a_list_of_names_joins_nobody() -> None:
    many = [f"actor-{one}" for one in range(limits.TOGETHER.most)]
    edition = met(*MET, {"actors": ["ann", *many], "agreements": [], "topics": ["trade"]})

    assert around(edition, "ann").documents == 2
    assert len(around(edition, "ann").nodes) == 5


def test_nobody_with_anybody_is_no_picture() -> None:
    edition = editions.edition(make.actor("ann"), make.article("a"))

    assert network.of_actor(edition, edition.content.actors[0]) is None
    assert network.page(edition).network is None


def test_the_site_s_network_is_marked_as_high_as_the_documents_that_it_counts() -> None:
    assert network.page(met(*MET)).head.marking.label == "TLP:CLEAR"
    assert network.page(met(*MET, marking="TLP:AMBER")).head.marking.label == "TLP:AMBER"


def test_what_a_section_alone_tells_is_marked() -> None:
    content = make.content(make.actor("ann"), make.actor("bob"), make.article("a", actors=["ann"]))
    bob = make.ref("actors/bob")
    text = make.Text(
        text="Bob came.",
        mentions=(make.Mention(bob, "Bob", "Bob came.", 0, marking=Marking.AMBER),),
        marking=Marking.AMBER,
        held={bob: Marking.AMBER},
    )

    ann, site = (make.page(content, address, {"articles/a": text}) for address in ("actors/ann/", "network/"))

    assert [node.marking.label for node in ann.network.nodes] == ["TLP:AMBER"]
    assert (ann.head.marking.label, site.head.marking.label) == ("TLP:AMBER", "TLP:AMBER")
