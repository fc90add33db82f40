"""What a report says of two contents."""

from __future__ import annotations

from dataclasses import replace

import pytest

import make
from briefing.model.content import AnyDocument
from briefing.model.marking import Audience, Marking
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, SrcUri
from briefing.report import summary
from briefing.report.shapes import (
    EventChange,
    Fate,
    LinkChange,
    Named,
    State,
    Subject,
    ValueChange,
    Words,
)
from compared import change, report, side

PUBLIC = Audience("public", Marking.CLEAR)
TRADE = make.topic("trade")
INDIA = make.actor("india", type="country")


def test_equal_contents_make_an_empty_report() -> None:
    both = side(TRADE, INDIA, make.article("talks", actors=["india"]))

    found = report(both, both)

    assert found.is_empty
    assert (found.documents, found.gained, found.lost, found.first_seen) == ((), (), (), ())


def test_a_new_document_is_told_with_its_values() -> None:
    found = change(None, make.brief("harbour", judgements=[make.judgement(likelihood="likely")]))

    assert (found.name, found.kind, found.state, found.title) == (
        "briefs/harbour",
        "brief",
        State.NEW,
        "Harbour",
    )
    assert ValueChange(Subject.JUDGEMENT, "judgement j1 · likelihood", "", "likely") in found.values
    assert "status" not in {one.name for one in found.values}


def test_of_a_removed_document_the_name_is_told_and_no_word_of_it() -> None:
    (found,) = report(side(TRADE, make.article("talks", summary="Secret")), side(TRADE)).documents

    assert (found.name, found.state, found.values, found.text) == ("articles/talks", State.REMOVED, (), ())


def test_a_document_that_moved_is_known_by_its_former_id() -> None:
    found = report(side(make.article("talks")), side(make.article("harbour-talks", former=["talks"])))

    assert [(one.name, one.state, one.was) for one in found.documents] == [
        ("articles/harbour-talks", State.MOVED, "articles/talks")
    ]


def test_a_withdrawn_document_is_told_as_such() -> None:
    found = change(
        make.article("talks"),
        make.article("talks", status="withdrawn", withdrawn_because="Its source erred."),
    )

    assert found.state is State.WITHDRAWN
    assert ValueChange(Subject.OTHER, "status", "published", "withdrawn") in found.values


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            {"judgements": [make.judgement(likelihood="likely")]},
            {"judgements": [make.judgement(likelihood="unlikely")]},
            ValueChange(Subject.JUDGEMENT, "judgement j1 · likelihood", "likely", "unlikely"),
        ),
        (
            {"judgements": [make.judgement(horizon="2026", likelihood="likely")]},
            {"judgements": [make.judgement(horizon="2027-03", likelihood="likely")]},
            ValueChange(Subject.JUDGEMENT, "judgement j1 · horizon", "2026", "2027-03"),
        ),
        (
            {"judgements": [make.judgement()]},
            {"judgements": [make.judgement(outcome={"result": "happened", "date": "2025-11-18"})]},
            ValueChange(Subject.JUDGEMENT, "judgement j1 · outcome result", "", "happened"),
        ),
        (
            {},
            {"marking": "TLP:GREEN"},
            ValueChange(Subject.MARKING, "marking", "TLP:CLEAR", "TLP:GREEN"),
        ),
        ({}, {"date": "2025-11-06"}, ValueChange(Subject.DATE, "date", "2025-11-05", "2025-11-06")),
        ({}, {"actors": ["india"]}, ValueChange(Subject.ACTOR, "actors", "", "india")),
        ({"topics": ["trade", "oil"]}, {}, ValueChange(Subject.TOPIC, "topics", "oil", "")),
        (
            {"sources": [{"title": "Wire", "id": "w", "credibility": "2"}]},
            {"sources": [{"title": "Wire", "id": "w", "credibility": "4"}]},
            ValueChange(Subject.SOURCE, "source w · credibility", "2", "4"),
        ),
        (
            {"events": [{"date": "2025-11", "title": "Signing"}]},
            {"events": [{"date": "2025-11-01", "title": "Signing"}]},
            ValueChange(Subject.DATE, "event Signing · date", "2025-11", "2025-11-01"),
        ),
        ({}, {"question": "Who pays?"}, ValueChange(Subject.OTHER, "question", "", "Who pays?")),
    ],
)
def test_a_changed_value_stands_beside_the_old_one(
    old: dict[str, object], new: dict[str, object], told: ValueChange
) -> None:
    found = change(make.brief("harbour", **old), make.brief("harbour", **new))

    assert found.state is State.CHANGED
    assert told in found.values


def test_the_words_of_a_text_that_changed_are_told() -> None:
    talks = make.article("talks")
    old, new = (
        side(talks, texts={"articles/talks": make.Text(html=f"<p>The pact {verb} signed.</p>")})
        for verb in ("was", "is")
    )

    (found,) = report(old, new).documents

    assert [(one.fate, one.text) for one in found.text[0]] == [
        (Fate.SAME, "The pact"),
        (Fate.GONE, "was"),
        (Fate.NEW, "is"),
        (Fate.SAME, "signed."),
    ]


def test_a_text_that_is_only_dressed_otherwise_says_so() -> None:
    talks = make.article("talks")
    old, new = (
        side(talks, texts={"articles/talks": make.Text(html=html)})
        for html in ("<p>a</p>", "<p><b>a</b></p>")
    )

    (found,) = report(old, new).documents

    assert found.is_dressed_otherwise
    assert found.text == ()


def test_links_gained_and_lost_are_told_both_ways() -> None:
    old = side(TRADE, INDIA, make.article("talks"), make.brief("harbour", articles=["talks"]))
    new = side(TRADE, INDIA, make.article("talks", actors=["india"]), make.brief("harbour"))

    found = report(old, new)

    assert found.gained == (LinkChange("articles/talks", "actors/india", "is about it"),)
    assert found.lost == (LinkChange("briefs/harbour", "articles/talks", "rests on it"),)


def test_links_and_actors_follow_a_document_that_moved() -> None:
    old = side(TRADE, INDIA, make.article("talks", actors=["india"]))
    new = side(
        TRADE,
        make.actor("bharat", type="country", former=["india"]),
        make.article("port-talks", actors=["bharat"], former=["talks"]),
    )

    found = report(old, new)

    assert (found.gained, found.lost, found.first_seen) == ((), (), ())


def test_links_to_a_document_that_went_into_another_are_links_to_that() -> None:
    both = (TRADE, make.article("talks", actors=["india", "bharat"]), make.actor("bharat", type="country"))
    old = side(*both, INDIA)
    new = side(
        TRADE,
        make.article("talks", actors=["india"]),
        make.actor("india", type="country", former=["bharat"]),
    )

    found = report(old, new)

    assert (found.gained, found.lost, found.first_seen) == ((), (), ())


def test_an_actor_is_first_seen_where_a_document_names_it() -> None:
    naming = {"articles/talks": make.naming("India came.", India="actors/india")}
    documents = (TRADE, INDIA, make.article("talks"))

    found = report(side(*documents), side(*documents, texts=naming))

    assert found.first_seen == (Named("actors/india", "India"),)


def test_the_timeline_says_what_is_new_gone_and_otherwise() -> None:
    old = make.article(
        "talks",
        events=[{"id": "signing", "date": "2025-11", "title": "Signing"}, {"date": "2024", "title": "X"}],
    )
    new = make.article(
        "talks",
        events=[{"id": "signing", "date": "2025-11-01", "title": "Signing"}, {"date": "2026", "title": "Y"}],
    )

    found = report(side(old), side(new)).events

    assert [(one.state, one.date, one.title) for one in found] == [
        (State.CHANGED, "2025-11-01", "Signing"),
        (State.NEW, "2026", "Y"),
        (State.REMOVED, "2024", "X"),
    ]
    assert found[0] == EventChange(
        "signing",
        State.CHANGED,
        "2025-11-01",
        "Signing",
        (ValueChange(Subject.DATE, "date", "2025-11", "2025-11-01"),),
    )


def test_every_page_that_shows_something_else_is_named() -> None:
    old, new = (side(TRADE, make.article("talks", title=title)) for title in ("Talks", "Fees"))

    found = {str(one.address): one.state for one in report(old, new).pages}

    assert found["articles/talks/"] is State.CHANGED
    assert found["topics/trade/"] is State.CHANGED
    assert "actors/" not in found


def test_a_hand_written_page_is_told_like_a_document() -> None:
    old, new = (side(pages=(make.hand_page("about/", title=title),)) for title in ("About", "About us"))

    (found,) = report(old, new).documents

    assert (found.name, found.kind, found.state) == ("about/", "page", State.CHANGED)
    assert [one.new for one in found.values] == ["About us"]


def slip(code: str, document: AnyDocument, message: str, line: int = 3) -> Problem:
    return replace(problem(code, document.uri, TOP, message), line=line)


def test_problems_are_new_or_mended_wherever_they_have_moved_to() -> None:
    talks = make.article("talks")
    stays, moved = (slip("B216", talks, "the date is to come", line) for line in (3, 9))
    gone, new = slip("B707", talks, "no sources"), slip("B604", talks, "no body")

    found = report(side(talks, problems=(stays, gone)), side(talks, problems=(moved, new)))

    assert found.problems.told == (new,)
    assert found.mended.told == (gone,)
    assert (found.problems.untold, found.problems.errors) == (0, 0)


def test_readers_are_told_how_many_problems_are_in_what_they_may_not_see_and_nothing_else() -> None:
    seen, secret = make.article("talks"), make.article("secret", marking="TLP:AMBER")
    problems = (
        slip("B301", secret, "there is no actor `kestrel`"),
        slip("B301", seen, "there is no actor `x`: did you mean `kestrel`?"),
        slip("B206", seen, "`date` is not a day: 2025-02-30"),
        replace(problem("B115", SrcUri("docs/articles/kestrel.MD"), TOP, "overlooked")),
    )

    found = report(
        side(seen, whole=(seen, secret), audience=PUBLIC),
        side(seen, whole=(seen, secret), audience=PUBLIC, problems=problems),
    ).problems

    assert found.untold == 2
    assert found.errors == 4
    assert [one.message for one in found.told] == [
        "an id that does not exist",
        "`date` is not a day: 2025-02-30",
    ]


def test_of_a_document_that_readers_see_in_part_no_problem_is_told() -> None:
    whole = make.brief("harbour", judgements=[make.judgement(marking="TLP:AMBER")])
    part = make.brief("harbour")

    found = report(
        side(part, whole=(whole,), audience=PUBLIC),
        side(part, whole=(whole,), audience=PUBLIC, problems=(slip("B703", whole, "likely"),)),
    ).problems

    assert (found.told, found.untold) == ((), 1)


def test_those_who_may_see_every_marking_are_told_every_problem_but_of_red_files() -> None:
    red = replace(problem("B501", SrcUri("briefs/red.md"), TOP, "TLP:RED"))
    other = replace(problem("B115", SrcUri("docs/articles/talks.MD"), TOP, "overlooked"))

    found = report(side(), side(problems=(red, other))).problems

    assert (found.told, found.untold) == ((other,), 1)


def test_words_of_values_that_were_rewritten_are_told() -> None:
    value = ValueChange(Subject.OTHER, "summary", "Fees rise in May.", "Fees rise in June.")

    assert summary.beside(value) == (
        (Words(Fate.SAME, "Fees rise in"), Words(Fate.GONE, "May.")),
        (Words(Fate.SAME, "Fees rise in"), Words(Fate.NEW, "June.")),
    )
