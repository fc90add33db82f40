"""Related documents: the nearest few, and why, in plain words."""

from datetime import date, timedelta

import make
from briefing.graph.related import LIMIT
from briefing.graph.traits import NEIGHBOURS


def related(of: str, *documents: object, **texts: make.Text) -> dict[str, tuple[str, ...]]:
    content = make.content(*documents)  # type: ignore[arg-type]
    named = {f"articles/{id_}": text for id_, text in texts.items()}
    return {str(one.to): one.reasons for one in make.graph(content, named).related[make.ref(of)]}


def test_documents_about_one_agreement_are_related_under_its_short_name() -> None:
    pact = make.agreement("pact", short="The pact")

    found = related(
        "articles/a", pact, make.article("a", agreements=["pact"]), make.article("b", agreements=["pact"])
    )

    assert found == {"articles/b": ("same subject: The pact",)}


def test_documents_that_name_the_same_actors_are_related() -> None:
    people = (make.actor("ann"), make.actor("bob"))
    text = make.naming("Ann and Bob.", Ann="actors/ann", Bob="actors/bob")

    found = related("articles/a", *people, make.article("a"), make.article("b"), a=text, b=text)

    assert found == {"articles/b": ("names the same actors: Ann, Bob",)}


def test_of_many_names_three_are_told_and_the_rest_counted() -> None:
    people = [make.actor(f"p{n}") for n in range(5)]
    ids = [one.ref.id for one in people]

    found = related("articles/a", *people, make.article("a", actors=ids), make.article("b", actors=ids))

    assert found == {"articles/b": ("same subject: P0, P1, P2 and 2 more",)}


def test_documents_on_one_topic_are_related() -> None:
    found = related("articles/a", make.topic("trade"), make.article("a"), make.brief("b"))

    assert found == {"briefs/b": ("same topic: Trade",)}


def test_see_also_goes_first_and_is_said_both_ways() -> None:
    documents = (
        make.agreement("pact"),
        make.article("a", see_also=["articles/b"], agreements=["pact"]),
        make.article("b"),
        make.article("c", agreements=["pact"]),
    )

    assert list(related("articles/a", *documents)) == ["articles/b", "articles/c"]
    assert related("articles/a", *documents)["articles/b"] == ("listed under see also",)
    assert related("articles/b", *documents)["articles/a"] == ("lists this page under see also",)


def test_briefs_that_rest_on_the_same_article_are_related_and_the_article_is_shown_elsewhere() -> None:
    found = related(
        "briefs/a",
        make.article("x", title="The signing"),
        make.brief("a", articles=["x"]),
        make.brief("b", articles=["x"]),
    )

    assert found == {"briefs/b": ("rests on the same articles: “The signing”",)}


def test_what_is_superseded_or_withdrawn_is_not_recommended() -> None:
    found = related(
        "articles/a",
        make.topic("trade"),
        make.article("a"),
        make.brief("old"),
        make.brief("new", supersedes="old"),
        make.article("gone", status="withdrawn", withdrawn_because="Wrong."),
    )

    assert list(found) == ["briefs/new"]


def test_the_list_is_short_and_newest_first_among_equals() -> None:
    others = [make.article(f"n{n}", date=f"2025-11-{n + 1:02}") for n in range(LIMIT + 3)]

    found = related("articles/a", make.topic("trade"), make.article("a"), *others)

    assert list(found) == [f"articles/n{n}" for n in range(LIMIT + 2, 2, -1)]


def test_a_rare_bond_goes_before_a_common_one() -> None:
    found = related(
        "articles/a",
        make.topic("trade"),
        make.topic("sea"),
        make.article("a", topics=["trade", "sea"]),
        make.article("b", topics=["sea"], date="2020-01-01"),
        *(make.article(f"n{n}") for n in range(5)),
    )

    assert next(iter(found)) == "articles/b"


def test_what_nearly_all_name_is_not_given_as_a_reason_beside_something_rarer() -> None:
    people = (make.actor("india"), make.actor("ann"))
    everyone = [make.article(f"n{n}", topics=["sea"], actors=["india"]) for n in range(4)]

    found = related(
        "articles/a",
        *people,
        make.article("a", actors=["india", "ann"]),
        make.article("b", actors=["india", "ann"]),
        *everyone,
    )

    assert found["articles/b"] == ("same subject: Ann",)


def test_a_profile_is_related_only_where_the_document_itself_names_it() -> None:
    ann = make.actor("ann", see_also=["articles/a", "articles/b"])

    assert related("articles/a", ann, make.article("a"), make.article("b", see_also=["actors/ann"])) == {}
    assert related("articles/b", ann, make.article("a"), make.article("b", see_also=["actors/ann"])) == {
        "actors/ann": ("listed under see also", "lists this page under see also")
    }


def test_of_very_many_on_one_topic_only_those_of_about_the_same_time_are_near() -> None:
    days = [date(2025, 1, 1) + timedelta(days) for days in range(3 * NEIGHBOURS)]
    crowd = [make.article(f"n{place}", date=f"{day}") for place, day in enumerate(days)]

    found = related("articles/n0", make.topic("trade"), *crowd)

    assert list(found) == [f"articles/n{NEIGHBOURS - place}" for place in range(LIMIT)]
