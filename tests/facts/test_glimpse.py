"""What a preview shows of documents that have just changed is what a whole build shows of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from briefing import glimpse, pipeline
from briefing.convert.markdown import Converter
from briefing.glimpse import Glimpse, Standing
from briefing.model.marking import Audience, Marking
from briefing.model.problem import Problem
from briefing.model.settings import Settings
from briefing.model.source import Address, Source, SrcUri
from briefing.pipeline import Checks, Input
from briefing.views.shapes.pages import BriefShown, BrokenShown, Shown
from make import TODAY

BRIEF = """---
title: Harbour talks
summary: They meet.
date: 2025-11-03
authors: [A. Writer]
topics: [trade]
articles: [first]
judgements:
  - {id: j1, text: They sign, likelihood: likely, horizon: 2026-03, confidence: moderate, marking: TLP:CLEAR}
sources: [{title: Notes}]
---
Ann Lee came. See [[articles/second]].
"""
ARTICLE = """---
title: {title}
summary: What happened.
date: 2025-11-0{day}
topics: [trade]
events: [{{date: 2025-11-02, title: Talks}}, {{date: 2025-11-0{day}, title: "Day {day}"}}]
sources: [{{title: A statement}}]
---
Ann Lee came, and saw [the brief](../../briefs/harbour.md).
"""
BEFORE = {
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/ann.md": "---\nname: Ann Lee\ntype: person\n---\nShe speaks.\n",
    "docs/articles/first.md": ARTICLE.format(title="First", day=3),
    "docs/articles/second.md": ARTICLE.format(title="Second", day=4),
    "docs/articles/third.md": ARTICLE.format(title="Third", day=5).replace(
        "date: 2025-11-05", "date: soon", 1
    ),
    "briefs/harbour.md": BRIEF,
}
CONVERTER = Converter((), {})
HARBOUR, FIRST, THIRD = (
    SrcUri(name) for name in ("briefs/harbour.md", "docs/articles/first.md", "docs/articles/third.md")
)


def check(files: Mapping[str, str], highest: Marking = Marking.AMBER) -> Checks:
    settings = Settings(marking=Marking.CLEAR, audience=Audience("readers", highest), preview=True)
    sources = tuple(Source(SrcUri(uri), text) for uri, text in files.items())
    return pipeline.check(Input(sources, frozenset(), (), settings, "Briefing Room", TODAY), CONVERTER)


def standing(files: Mapping[str, str], highest: Marking = Marking.AMBER) -> Standing:
    checks = check(files, highest)
    return Standing.of(checks, pipeline.build(checks), checks.problems)


def look(before: Mapping[str, str], after: Mapping[str, str], highest: Marking = Marking.AMBER) -> Glimpse:
    sources = [Source(SrcUri(uri), text) for uri, text in after.items() if before.get(uri) != text]
    gone = [SrcUri(uri) for uri in before.keys() - after.keys()]
    return glimpse.look(standing(before, highest), sources, gone, CONVERTER)


def built(files: Mapping[str, str], name: str, highest: Marking = Marking.AMBER) -> Mapping[Address, Shown]:
    """The page of one document, as a build of all of them has it."""
    shown = pipeline.build(check(files, highest)).shown
    return {address: page for address, page in shown.items() if address == f"{name}/"}


def of_file(problems: Iterable[Problem], name: str) -> list[Problem]:
    return [problem for problem in problems if problem.file == name]


@pytest.mark.parametrize(
    "edit",
    [
        ("Harbour talks", "Harbour talks again"),
        ("likely", "very likely"),
        ("likely", "sure"),
        ("articles: [first]", "articles: [second]"),
        ("They meet.", "They met. It was late."),
        ("Ann Lee came.", "Nobody came.\n\n## After\n\nMore."),
        ("sources:", "status: draft\nsources:"),
        ("sources:", "see_also: [articles/first]\nsources:"),
        ("sources:", "events: [{date: 2025-11-01, title: Before}]\nsources:"),
        ("topics: [trade]", "topics: [nothing]"),
        ("title: Harbour talks", "title: ["),
        ("See [[articles/second]]", "See [[articles/nothing]]"),
        ("See [[articles/second]]", "See [[articles/third]]"),
    ],
)
def test_of_a_document_that_is_another_all_is_shown_that_a_build_shows(edit: tuple[str, str]) -> None:
    after = BEFORE | {HARBOUR: BRIEF.replace(*edit)}
    assert after != BEFORE

    seen = look(BEFORE, after)

    assert seen.shown == built(after, "briefs/harbour")
    assert of_file(seen.standing.problems, HARBOUR) == of_file(check(after).problems, HARBOUR)
    assert of_file(seen.standing.problems, THIRD) == of_file(check(BEFORE).problems, THIRD) != []
    assert not seen.is_worn


def test_what_is_known_then_is_good_for_the_next_look() -> None:
    second = BEFORE | {HARBOUR: BRIEF.replace("Harbour talks", "Second title")}
    third = second | {FIRST: ARTICLE.format(title="Anew", day=6)}

    seen = glimpse.look(look(BEFORE, second).standing, [Source(FIRST, third[FIRST])], (), CONVERTER)

    assert seen.shown == built(third, "articles/first")


def test_a_document_with_errors_says_them_and_heals() -> None:
    broken = BEFORE | {HARBOUR: BRIEF.replace("date: 2025-11-03", "date: soon")}

    (page,) = look(BEFORE, broken).shown.values()
    assert isinstance(page, BrokenShown)
    assert "B206" in page.problems[0]

    (page,) = look(broken, BEFORE).shown.values()
    assert isinstance(page, BriefShown)
    assert "Ann Lee" in page.html


def test_a_document_that_is_new_is_shown_and_one_that_is_gone_is_not_missed() -> None:
    after = BEFORE | {"briefs/anew.md": BRIEF.replace("Harbour talks", "Anew")}
    del after[THIRD]

    seen = look(BEFORE, after)

    assert seen.shown == built(after, "briefs/anew")
    assert THIRD not in {one.uri for one in seen.standing.content.documents.values()}
    assert not of_file(seen.standing.problems, THIRD)


def test_what_is_above_the_audience_is_not_shown() -> None:
    marked = BEFORE | {HARBOUR: BRIEF.replace("sources:", "marking: TLP:AMBER\nsources:")}
    in_part = BEFORE | {
        HARBOUR: BRIEF.replace("Ann Lee came.", "Open.\n\n::: TLP:AMBER\nAnn Lee came.\n:::\n")
    }

    assert look(BEFORE, marked, Marking.CLEAR).shown == {}
    shown = look(BEFORE, in_part, Marking.CLEAR).shown
    assert shown == built(in_part, "briefs/harbour", Marking.CLEAR)
    assert "Ann" not in str(shown)
    assert "Ann" in str(look(BEFORE, in_part, Marking.AMBER).shown)


def test_a_profile_with_another_name_tells_that_other_texts_may_say_something_else() -> None:
    ann = BEFORE["docs/actors/ann.md"]

    assert look(BEFORE, BEFORE | {"docs/actors/ann.md": ann.replace("Ann Lee", "Ann Le")}).is_worn
    assert not look(BEFORE, BEFORE | {"docs/actors/ann.md": ann.replace("speaks", "writes")}).is_worn


def test_where_a_document_has_no_page_any_more_is_told() -> None:
    marked = BEFORE | {HARBOUR: BRIEF.replace("sources:", "marking: TLP:AMBER\nsources:")}
    gone = {name: text for name, text in BEFORE.items() if name != HARBOUR}

    assert look(BEFORE, marked, Marking.CLEAR).vacant == {"briefs/harbour/"}
    assert look(BEFORE, gone).vacant == {"briefs/harbour/"}
    assert look(BEFORE, BEFORE | {HARBOUR: BRIEF.replace("They meet", "They met")}).vacant == set()
