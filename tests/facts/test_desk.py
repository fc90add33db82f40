"""What waits at a desk, why, since when, and for whom; on a page of the preview, and nowhere else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import make
from briefing.graph import desk
from briefing.model.content import AnyDocument
from briefing.model.ref import RESERVED, Kind, is_id
from briefing.model.settings import Settings
from briefing.validate import gone
from briefing.views.kinds import desk as desk_list
from briefing.views.shapes.pages import DeskShown, Link

OUTCOME = {"result": "happened", "date": "2025-11-10"}
WITHDRAWN = {"status": "withdrawn", "withdrawn_because": "Wrong."}
CORRECTED = {"changes": [{"date": "2025-11-08", "note": "A name.", "kind": "correction"}]}


def due(id_: str = "j1", **keys: Any) -> dict[str, Any]:
    return make.judgement(id_, likelihood="likely", horizon="2025-10") | keys


def waiting(*documents: AnyDocument, today: date = make.TODAY) -> list[tuple[str, str]]:
    """Reason and place of all that waits: `horizon`, `briefs/b#j1`."""
    return [
        (
            task.reason,
            f"{task.document.ref}#{task.judgement.id}" if task.judgement else str(task.document.ref),
        )
        for task in desk.tasks(make.content(*documents), today)
    ]


@pytest.mark.parametrize(("today", "expected"), [("2025-10-31", []), ("2025-11-01", ["horizon"])])
def test_a_judgement_waits_from_the_day_after_its_horizon(today: str, expected: list[str]) -> None:
    found = waiting(make.brief("b", judgements=[due()]), today=date.fromisoformat(today))

    assert [reason for reason, _ in found] == expected


@pytest.mark.parametrize(
    "brief",
    [
        {"judgements": [due(outcome=OUTCOME)]},
        {"judgements": [due()], "review_by": "2025-11-01", **WITHDRAWN},
        {"judgements": [make.judgement()], "review_by": "2026-11-20"},
    ],
)
def test_what_has_an_outcome_was_withdrawn_or_has_time_waits_for_nobody(brief: dict[str, Any]) -> None:
    assert waiting(make.brief("b", **brief)) == []


def test_a_brief_that_was_superseded_asks_for_nothing_unless_by_a_draft() -> None:
    old = make.brief("old", judgements=[due()], review_by="2025-11-01")

    assert waiting(old, make.brief("new", supersedes="old")) == []
    assert waiting(old, make.brief("new", supersedes="old", status="draft")) == [
        ("horizon", "briefs/old#j1"),
        ("review", "briefs/old"),
        ("draft", "briefs/new"),
    ]


def test_a_judgement_that_a_later_brief_replaced_is_not_scored() -> None:
    later = make.brief("later", judgements=[make.judgement("j2", replaces="old#j1")])

    assert waiting(make.brief("old", judgements=[due()]), later) == []


@pytest.mark.parametrize(("day", "expected"), [("2025-11-19", ["review"]), ("2025-11-20", [])])
def test_a_brief_waits_from_the_day_after_its_review_day(day: str, expected: list[str]) -> None:
    assert [reason for reason, _ in waiting(make.brief("b", review_by=day))] == expected


def test_judgements_wait_that_rest_on_an_article_that_was_withdrawn() -> None:
    gone_, kept = make.article("gone", **WITHDRAWN), make.article("kept")
    brief = make.brief(
        "b",
        articles=["gone", "kept"],
        judgements=[
            make.judgement("of-all"),
            make.judgement("of-gone", sources=["articles/gone#s1"]),
            make.judgement("of-kept", sources=["articles/kept#s1"]),
            make.judgement("told", outcome=OUTCOME | {"sources": ["articles/kept#s1"]}),
        ],
    )

    assert waiting(gone_, kept, brief) == [
        ("withdrawn", "briefs/b#of-all"),
        ("withdrawn", "briefs/b#of-gone"),
    ]


def test_a_brief_waits_where_it_rests_on_such_an_article_and_no_judgement_does() -> None:
    brief = make.brief("b", sources=["articles/gone#s1"])

    assert waiting(make.article("gone", **WITHDRAWN), brief) == [("withdrawn", "briefs/b")]


def test_what_was_decided_by_an_article_that_was_withdrawn_waits_again() -> None:
    said = make.judgement("told", outcome=OUTCOME | {"sources": ["articles/gone#s1"]})

    assert waiting(make.article("gone", **WITHDRAWN), make.brief("b", judgements=[said])) == [
        ("withdrawn", "briefs/b#told")
    ]


@pytest.mark.parametrize(
    ("brief", "is_waiting"),
    [
        ({"date": "2025-11-05"}, True),
        ({"date": "2025-11-08"}, True),
        ({"date": "2025-11-09"}, False),
        ({"date": "2025-11-05", "updated": "2025-11-07"}, True),
        ({"date": "2025-11-05", "updated": "2025-11-08"}, False),
        ({"date": "2025-11-05", "changes": [{"date": "2025-11-12", "note": "Read again."}]}, False),
    ],
)
def test_a_correction_asks_for_a_look_until_the_brief_was_looked_at(
    brief: dict[str, Any], is_waiting: bool
) -> None:
    found = waiting(make.article("a", **CORRECTED), make.brief("b", articles=["a"], **brief))

    assert found == ([("corrected", "briefs/b")] if is_waiting else [])


def test_a_change_that_is_no_correction_asks_for_nothing() -> None:
    changed = make.article("a", changes=[{"date": "2025-11-08", "note": "More.", "kind": "major"}])

    assert waiting(changed, make.brief("b", articles=["a"])) == []


def test_drafts_wait_for_authors_and_documents_in_review_for_reviewers() -> None:
    found = desk.tasks(
        make.content(
            make.article("a", status="draft"),
            make.brief("b", status="review", reviewers=["ann"]),
            make.actor("c", status="draft", authors=["Desk"]),
        ),
        make.TODAY,
    )

    assert [(task.reason, task.waits_for) for task in found] == [
        ("in-review", ("ann",)),
        ("draft", ()),
        ("draft", ("Desk",)),
    ]


def test_a_line_says_since_when_for_whom_and_what_to_do() -> None:
    content = make.content(
        make.article("gone", **WITHDRAWN),
        make.brief("b", articles=["gone"], authors=["ann"], judgements=[due()]),
        make.article("a", status="review"),
    )

    said = [desk_list.line(task, {"ann": "Ann Lee"}) for task in desk.tasks(content, make.TODAY)]

    assert said == [
        "waits since 2025-10 for Ann Lee: record its outcome: its horizon has passed: j1: "
        "The pact is signed.",
        "waits for Ann Lee: see whether the judgement still holds: an article that it rests on was withdrawn "
        "(articles/gone): j1: The pact is signed.",
        "waits since 2025-11-03 for a reviewer, and none is named: read the article, and publish it or say "
        "what it lacks: A",
    ]


def test_the_page_of_the_preview_links_to_what_waits_and_says_why() -> None:
    content = make.content(
        make.article("gone", **WITHDRAWN),
        make.brief("b", articles=["gone"], authors=["ann"], judgements=[due(marking="TLP:AMBER")]),
    )

    page = make.page(content, "desk/", preview=True, authors={"ann": "Ann Lee"})

    assert isinstance(page, DeskShown)
    assert [(group.heading, group.count) for group in page.groups] == [
        ("Judgements to score", 1),
        ("Resting on what was withdrawn", 1),
    ]
    score, look = (group.items[0] for group in page.groups)
    assert (score.link, score.of) == (Link("The pact is signed.", "briefs/b/#j1"), Link("B", "briefs/b/"))
    assert (score.what, score.waits_for) == ("Record its outcome: its horizon has passed", "Ann Lee")
    assert look.rests_on == Link("Gone", "articles/gone/")
    assert page.head.marking.label == "TLP:AMBER"


def test_the_home_page_of_the_preview_leads_to_the_list() -> None:
    content = make.content(make.brief("b", judgements=[due()]))

    assert (Link("Desk list", "desk/"), 1) in make.page(content, "", preview=True).ways_in


def test_a_build_for_readers_has_no_list_and_no_way_to_it() -> None:
    content = make.content(make.brief("b", judgements=[due()], status="review"))

    assert not Settings().preview
    assert "desk/" not in make.pages(content)
    assert all("desk" not in link.address for link, _ in make.page(content, "").ways_in)


def test_no_document_and_no_written_page_can_take_the_address() -> None:
    """It is outside the folders of all kinds and outside `about/`, where such pages lie."""
    folder = desk_list.ADDRESS.rstrip("/")
    told = make.hand_page("about/gone/", gone=[{"address": folder}])

    assert folder not in {kind.value for kind in Kind}
    assert folder not in RESERVED and is_id(folder)
    assert [problem.code for problem in gone.check(make.content(pages=(told,)))] == ["B314"]
