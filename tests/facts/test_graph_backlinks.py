"""What leads to a document, in which ways and with which sentence; who appears with whom."""

import make
from briefing.graph.backlinks import Way
from briefing.model.ref import Kind

PEOPLE = (make.actor("ann"), make.actor("bob"), make.actor("cid"), make.topic("trade"))


def test_a_mention_leads_back_with_its_first_sentence() -> None:
    content = make.content(*PEOPLE, make.article("a"))
    text = make.naming("Ann speaks.", "Ann leaves.", Ann="actors/ann")

    [backlink] = make.graph(content, {"articles/a": text}).backlinks[make.ref("actors/ann")]

    assert backlink.origin == make.ref("articles/a")
    assert backlink.ways == {Way.NAMES}
    assert backlink.mention is not None
    assert backlink.mention.sentence == "Ann speaks."


def test_a_name_that_does_not_count_leads_nowhere() -> None:
    content = make.content(*PEOPLE, make.article("a"))
    ambiguous = make.Mention(make.ref("actors/ann"), "Ann", "Ann speaks.", 0, counts=False)

    graph = make.graph(content, {"articles/a": make.Text(mentions=(ambiguous,))})

    assert make.ref("actors/ann") not in graph.backlinks


def test_a_document_leads_to_what_it_lists_links_cites_and_rests_on() -> None:
    content = make.content(
        *PEOPLE,
        make.article("a", sources=[{"id": "wire", "title": "Wire"}]),
        make.article("b", actors=["ann"], sources=["articles/a#wire"]),
        make.brief("c", articles=["a"], see_also=["articles/b"]),
        make.brief("d", supersedes="c"),
    )
    linked = {"briefs/d": make.Text(refs=(make.ref("articles/a"),))}

    backlinks = make.graph(content, linked).backlinks

    def ways(ref: str) -> dict[str, set[Way]]:
        return {str(one.origin): set(one.ways) for one in backlinks.get(make.ref(ref), ())}

    assert ways("actors/ann") == {"articles/b": {Way.ABOUT}}
    assert ways("articles/a") == {
        "articles/b": {Way.CITES},
        "briefs/c": {Way.RESTS_ON},
        "briefs/d": {Way.LINKS},
    }
    assert ways("articles/b") == {"briefs/c": {Way.SEE_ALSO}}
    assert ways("briefs/c") == {"briefs/d": {Way.SUPERSEDES}}


def test_nothing_leads_from_a_page_to_itself_or_to_what_is_not_there() -> None:
    content = make.content(make.actor("ann"))
    text = make.naming("Ann and Zed.", Ann="actors/ann", Zed="actors/zed")

    assert make.graph(content, {"actors/ann": text}).backlinks == {}


def test_backlinks_come_newest_first_and_profiles_without_a_day_last() -> None:
    content = make.content(
        make.actor("ann"), make.actor("bob"), make.article("old", date="2024-01-01"), make.article("new")
    )
    text = make.naming("Ann speaks.", Ann="actors/ann")
    named = dict.fromkeys(("articles/old", "articles/new", "actors/bob"), text)

    backlinks = make.graph(content, named).backlinks[make.ref("actors/ann")]

    assert [str(one.origin) for one in backlinks] == ["articles/new", "articles/old", "actors/bob"]


def test_companions_appear_in_the_same_articles_and_briefs_listed_or_named() -> None:
    content = make.content(
        *PEOPLE,
        make.article("a", actors=["ann", "bob"]),
        make.brief("b", actors=["ann"]),
        make.article("c", actors=["cid"]),
    )
    graph = make.graph(content, {"briefs/b": make.naming("Bob and Cid.", Bob="actors/bob", Cid="actors/cid")})

    assert [(ref.id, count) for ref, count in graph.appearances.companions(make.ref("actors/ann"))] == [
        ("bob", 2),
        ("cid", 1),
    ]


def test_most_seen_counts_each_document_once() -> None:
    content = make.content(*PEOPLE, make.article("a", actors=["ann"]))
    graph = make.graph(content, {"articles/a": make.naming("Ann speaks.", Ann="actors/ann")})

    seen = graph.appearances.most_seen([make.ref("articles/a")], Kind.ACTOR)

    assert seen == ((make.ref("actors/ann"), 1),)
