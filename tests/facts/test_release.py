"""What an audience may see of a content: whole documents, and the parts of those that it may read."""

from __future__ import annotations

from typing import Any

import make
from briefing.model.content import Content
from briefing.model.marking import Audience, Marking
from briefing.model.ref import Ref
from briefing.release import Before, release

PUBLIC = Audience("public", Marking.CLEAR)
PARTNERS = Audience("partners", Marking.GREEN)
ARTICLE = make.ref("articles/talks")


def released(content: Content, audience: Audience = PUBLIC, *, preview: bool = False) -> list[str]:
    return [str(ref) for ref in release(content, audience, preview=preview).documents]


def of(content: Content, ref: Ref, audience: Audience = PUBLIC) -> Any:
    """What one document says to an audience."""
    return release(content, audience).documents[ref].matter


def test_an_audience_sees_up_to_its_marking() -> None:
    content = make.content(
        make.article("open"),
        make.article("shared", marking="TLP:GREEN"),
        make.article("own", marking="TLP:AMBER"),
    )

    assert released(content, PUBLIC) == ["articles/open"]
    assert released(content, PARTNERS) == ["articles/open", "articles/shared"]


def test_what_is_not_published_is_in_the_preview_alone() -> None:
    content = make.content(
        make.article("draft", status="draft"),
        make.article("review", status="review"),
        make.article("withdrawn", status="withdrawn"),
    )

    assert released(content) == ["articles/withdrawn"]
    assert released(content, preview=True) == ["articles/draft", "articles/review", "articles/withdrawn"]


def test_what_is_the_same_as_before_is_released_as_before() -> None:
    sources = [{"id": "cable", "title": "Cable", "marking": "TLP:GREEN"}]
    old, same = make.article("old", sources=sources), make.article("same", sources=sources)
    before = make.content(old, same)
    known = Before(before, release(before, PUBLIC))
    now = make.content(make.article("old", marking="TLP:GREEN"), make.article("new", sources=sources), same)

    found = release(now, PUBLIC, before=known)

    assert found == release(now, PUBLIC)
    assert found.documents[same.ref] is known.released.documents[same.ref] is not same
    assert [str(ref) for ref in found.documents] == ["articles/new", "articles/same"]


def test_the_preview_shows_nothing_above_the_marking() -> None:
    content = make.content(make.article("draft", status="draft", marking="TLP:GREEN"))

    assert released(content, preview=True) == []


def test_a_source_that_is_held_back_takes_its_citations_with_it() -> None:
    event = {
        "date": "2025",
        "title": "Talks",
        "sources": ["cable", "wire"],
        "dates": [{"date": "2024", "sources": ["cable"]}],
    }
    sources = [{"title": "A cable", "id": "cable", "marking": "TLP:GREEN"}, {"title": "A wire", "id": "wire"}]
    content = make.content(make.article("talks", sources=sources, events=[event]))

    told = of(content, ARTICLE)

    assert [source.id for source in told.sources] == ["wire"]
    assert [source.cites for source in told.events[0].sources] == ["wire"]
    assert told.events[0].dates[0].sources == ()


def test_a_source_that_an_event_writes_out_has_its_own_marking() -> None:
    source = {"title": "A cable", "marking": "TLP:GREEN"}
    content = make.content(
        make.article("talks", events=[{"date": "2025", "title": "Talks", "sources": [source]}])
    )

    assert of(content, ARTICLE).events[0].sources == ()
    assert of(content, ARTICLE, PARTNERS).events[0].sources[0].title == "A cable"


def test_an_event_or_judgement_above_the_marking_is_not_there() -> None:
    content = make.content(
        make.article("talks", events=[{"date": "2025", "title": "Talks", "marking": "TLP:GREEN"}]),
        make.brief("harbour", judgements=[make.judgement("j1", marking="TLP:GREEN"), make.judgement("j2")]),
    )

    assert of(content, ARTICLE).events == ()
    assert [one.id for one in of(content, make.ref("briefs/harbour")).judgements] == ["j2"]


def test_the_sources_of_an_outcome_are_held_back_too() -> None:
    outcome = {"result": "happened", "date": "2025-11-20", "sources": ["cable"]}
    sources = [{"title": "A cable", "id": "cable", "marking": "TLP:GREEN"}]
    content = make.content(
        make.brief("harbour", sources=sources, judgements=[make.judgement("j1", outcome=outcome)])
    )

    assert of(content, make.ref("briefs/harbour")).judgements[0].outcome.sources == ()


def test_a_hand_written_page_has_a_marking_too() -> None:
    content = make.content(pages=(make.hand_page("about/desk/", marking=Marking.GREEN), make.hand_page("")))

    assert list(release(content, PUBLIC).pages) == [""]


def test_content_that_all_may_see_is_released_as_it_is() -> None:
    content = make.content(make.article("talks", sources=[{"title": "A wire", "id": "wire"}]))

    assert release(content, PUBLIC).documents[ARTICLE] is content.documents[ARTICLE]
