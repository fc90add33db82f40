"""What an author is told who names a document, or a likelihood, that is not there."""

from __future__ import annotations

from datetime import date

import pytest

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.pipeline import Input

MATTER = "title: Talks\nsummary: Two days.\ndate: 2025-11-03\ntopics: [trade]\nsources: [{title: A}]\n"
FILES = {
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/united-states.md": "---\nname: United States\ntype: country\naliases: [US, America]\n---\n",
    "docs/actors/narendra-modi.md": "---\nname: Narendra Modi\ntype: person\naliases: [Modi]\n---\n",
    "docs/agreements/pact.md": "---\nname: Framework for the port\nshort: FFP\nsigned: 2024-08\n---\n",
    "docs/articles/visit.md": f"---\n{MATTER.replace('Talks', 'A visit to the port')}---\nThey met.\n",
}


def remedies(more: str, uri: str = "docs/articles/talks.md", code: str = "B301") -> list[str]:
    files = FILES | {uri: f"---\n{MATTER}{more}\n---\nThey met.\n"}
    sources = tuple(Source(SrcUri(uri), text) for uri, text in sorted(files.items()))
    given = Input(sources, frozenset(), (), Settings(), "Desk", date(2025, 12, 1))
    return [one.remedy for one in pipeline.check(given, Converter((), {})).problems if one.code == code]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("actors: [US]", "write `united-states`"),
        ("actors: [U.S.]", "write `united-states`"),
        ("actors: [modi]", "write `narendra-modi`"),
        ("actors: [United States]", "write `united-states`"),
        ("agreements: [ffp]", "write `pact`"),
        ("actors: [actors/united-states]", "leave `actors/` away: write `united-states`"),
        ("actors: [actors/pentagon]", "make it: python scripts/new.py actor pentagon"),
        ("see_also: [America]", "did you mean `actors/united-states`?"),
        ("actors: [pentagon]", "make it: python scripts/new.py actor pentagon"),
        (
            "actors: ['https://example.org/who']",
            "write an id, which is the name of a file in actors/ without `.md`",
        ),
        (
            "actors: [They met in the port and spoke of all the ships.]",
            "write an id, which is the name of a file in actors/ without `.md`",
        ),
    ],
)
def test_who_names_a_document_otherwise_is_told_its_id(key: str, told: str) -> None:
    assert remedies(key) == [told]


def test_an_article_is_known_by_its_title() -> None:
    assert "write `visit`" in remedies("articles: [A visit to the port]", "briefs/2025/talks.md")


def test_a_likelihood_in_other_letters_is_that_likelihood() -> None:
    judgement = "{id: j1, text: It opens by 2027., confidence: low, likelihood: Likely}"

    told = remedies(f"authors: [Desk]\njudgements: [{judgement}]", "briefs/2025/talks.md", "B701")

    assert told == ["write `likely`"]
