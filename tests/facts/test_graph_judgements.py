"""What became of each judgement, and what each is about."""

from datetime import date

import pytest

import make
from briefing.graph.judgements import Key, Register, State

OUTCOME = {"result": "happened", "date": "2025-11-10"}


def register(*briefs: object, **profiles: object) -> Register:
    return make.graph(make.content(*briefs)).judgements  # type: ignore[arg-type]


def state(of: Register, brief: str, id_: str = "j1", *, today: date = make.TODAY) -> State:
    return of.all[Key(make.ref(brief), id_)].state(today)


def test_a_published_judgement_is_open() -> None:
    assert state(register(make.brief("a", judgements=[make.judgement()])), "briefs/a") is State.OPEN


@pytest.mark.parametrize(("today", "expected"), [("2027-12-31", State.OPEN), ("2028-01-01", State.DUE)])
def test_a_judgement_is_due_the_day_after_its_horizon(today: str, expected: State) -> None:
    found = register(make.brief("a", judgements=[make.judgement(horizon="2027", likelihood="likely")]))

    assert state(found, "briefs/a", today=date.fromisoformat(today)) is expected


def test_an_outcome_resolves_a_judgement_even_past_its_horizon() -> None:
    found = register(
        make.brief("a", judgements=[make.judgement(horizon="2025-11", likelihood="likely", outcome=OUTCOME)])
    )

    assert state(found, "briefs/a", today=date(2026, 1, 1)) is State.RESOLVED


def test_a_judgement_that_another_replaces_is_replaced() -> None:
    found = register(
        make.brief("a", judgements=[make.judgement()]),
        make.brief("b", judgements=[make.judgement("j2", replaces="a#j1")]),
    )

    assert state(found, "briefs/a") is State.REPLACED
    assert found.all[Key(make.ref("briefs/a"), "j1")].replaced_by == Key(make.ref("briefs/b"), "j2")
    assert found.all[Key(make.ref("briefs/b"), "j2")].replaces == Key(make.ref("briefs/a"), "j1")


def test_a_superseded_brief_s_judgement_is_superseded_and_leads_to_the_one_that_keeps_it() -> None:
    found = register(
        make.brief("a", judgements=[make.judgement("kept"), make.judgement("dropped")]),
        make.brief("b", supersedes="a", judgements=[make.judgement("kept")]),
    )

    assert state(found, "briefs/a", "kept") is State.SUPERSEDED
    assert found.all[Key(make.ref("briefs/a"), "kept")].replaced_by == Key(make.ref("briefs/b"), "kept")
    assert state(found, "briefs/a", "dropped") is State.SUPERSEDED
    assert found.all[Key(make.ref("briefs/a"), "dropped")].replaced_by is None
    assert state(found, "briefs/b", "kept") is State.OPEN


def test_an_outcome_stands_though_its_brief_was_superseded() -> None:
    found = register(
        make.brief("a", judgements=[make.judgement(outcome=OUTCOME)]), make.brief("b", supersedes="a")
    )

    assert state(found, "briefs/a") is State.RESOLVED


def test_with_its_brief_a_judgement_is_withdrawn_whatever_else() -> None:
    found = register(
        make.brief(
            "a", status="withdrawn", withdrawn_because="Wrong.", judgements=[make.judgement(outcome=OUTCOME)]
        )
    )

    assert state(found, "briefs/a") is State.WITHDRAWN


def test_judgements_are_numbered_as_they_stand_in_their_brief() -> None:
    found = register(make.brief("a", judgements=[make.judgement("z"), make.judgement("y")]))

    assert [(one.judgement.id, one.number) for one in found.all.values()] == [("z", 1), ("y", 2)]


def test_a_judgement_about_a_topic_is_about_the_topics_above_it() -> None:
    found = make.graph(
        make.content(
            make.topic("trade"),
            make.topic("tariffs", broader=["trade"]),
            make.actor("ann"),
            make.brief("a", judgements=[make.judgement(about=["topics/tariffs", "actors/ann"])]),
        )
    ).judgements

    assert {str(ref) for ref in found.about} == {"topics/tariffs", "topics/trade", "actors/ann"}


def test_a_judgement_uses_the_scale_of_its_brief_else_of_the_site() -> None:
    found = register(
        make.brief("a", scale="phia", judgements=[make.judgement()]),
        make.brief("b", judgements=[make.judgement()]),
    )

    assert [one.scale.id for one in found.all.values()] == ["phia", "icd203"]
