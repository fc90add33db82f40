"""What a build holds of the checks before it: no more than it asks for, and enough for the same site."""

from __future__ import annotations

import pytest

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.model.marking import Audience, Marking
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.pipeline import Checks, Input
from make import TODAY

CLEAR, AMBER = Marking.CLEAR, Marking.AMBER
ARTICLE = """---
title: {title}
summary: What happened.
date: 2025-11-03
topics: [trade]
sources: [{{title: A statement}}]
events: [{{date: 2025-11-02, title: "{title}: talks"}}, {{date: 2025-11-03, title: "{title}: signing"}}]
---
{body}"""
SOUND, WRONG = SrcUri("docs/articles/sound.md"), SrcUri("docs/articles/wrong.md")
SECTION = "::: TLP:AMBER\nAnn Lee came.\n:::\n\nShe left."


def check(highest: Marking, *, sound: str = "Ann Lee came.", preview: bool = False) -> Checks:
    """Checks of an article that is sound and one that leads nowhere."""
    files = {
        "docs/topics/trade.md": "---\nname: Trade\n---\n",
        "docs/actors/ann.md": "---\nname: Ann Lee\ntype: person\n---\n",
        SOUND: ARTICLE.format(title="Sound", body=sound),
        WRONG: ARTICLE.format(title="Wrong", body="See [this](nowhere.md)."),
    }
    sources = tuple(Source(SrcUri(uri), text) for uri, text in files.items())
    settings = Settings(marking=CLEAR, audience=Audience("readers", highest), preview=preview)
    return pipeline.check(
        Input(sources, frozenset(), (), settings, "Briefing Room", TODAY), Converter((), {})
    )


def wrong(checks: Checks) -> set[SrcUri]:
    return {problem.file for problem in checks.problems}


def test_of_sound_documents_no_tree_and_no_conversion_is_held() -> None:
    checks = check(AMBER)
    lean = checks.lean(wrong(checks))

    assert [one.uri for one in lean.reading.parsed] == [WRONG]
    assert [one.body for one in lean.converted] == ["See [this](nowhere.md)."]
    assert not lean.reading.each


def test_what_is_released_in_part_can_be_linked_anew() -> None:
    lean = check(CLEAR, sound=SECTION).lean(())

    assert {one.body.strip() for one in lean.converted} >= {"She left."}
    assert not any("Ann Lee came." in one.body for one in lean.converted)


@pytest.mark.parametrize("sound", ["Ann Lee came.", SECTION])
@pytest.mark.parametrize("highest", [CLEAR, AMBER])
@pytest.mark.parametrize("preview", [False, True])
def test_lean_checks_make_the_same_build(sound: str, highest: Marking, *, preview: bool) -> None:
    checks = check(highest, sound=sound, preview=preview)
    lean = checks.lean(wrong(checks))

    assert pipeline.build(lean).shown == pipeline.build(checks).shown
    assert lean.document_count == checks.document_count == 4


def test_documents_share_the_places_of_their_keys() -> None:
    one, other = (
        document.places.of
        for document in check(AMBER).content.documents.values()
        if document.uri in (SOUND, WRONG)
    )

    assert len(one) > 10
    assert {id(path) for path in one} == {id(path) for path in other}
    assert all(one[path] is other[path] for path in one)
