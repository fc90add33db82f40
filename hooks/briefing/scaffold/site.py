"""A new content root: settings with what they mean, a home page, and one sample of each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from briefing.model.ref import Kind
from briefing.model.source import SrcUri
from briefing.scaffold import document

SETTINGS = """\
# What this site is set to. Everything else comes from the tool.
site_name: {name}
# site_url: https://briefings.example/    # where the site will stand; feeds and calendars need it
# repo_url: https://forge.example/team/briefings    # gives every document an edit link, on the branch `main`
# edit_uri: edit/main/docs/    # only where the branch has another name, or the forge another address
# theme: {{logo: assets/logo.svg, favicon: assets/logo.svg}}    # pictures below docs/
# copyright: "© 2025 Example Ministry"    # at the foot of every page

extra:
  briefing:
    # The marking of what says nothing of itself: TLP:CLEAR, TLP:GREEN, TLP:AMBER or TLP:AMBER+STRICT.
    marking: TLP:AMBER
    # Who reads, and the highest marking that each may see; a build is for one of them.
    audiences: {{public: "TLP:CLEAR", partners: "TLP:GREEN", internal: "TLP:AMBER+STRICT"}}
    audience: internal
    # The words of likelihood: icd203 or phia.
    scale: icd203
    language: en
    # With `required`, a brief is published only after a second person has read it.
    review: optional
    # Ids of authors and their printed names, as in {{desk: Example desk}}.
    authors: {{}}
"""
IGNORED = """\
# What `build.py` makes beside the content.
/site/
/site.build.json
/site.delta.zip
/site.zip
"""
HOME = """\
---
title: {name}
---
This site is new.
The samples show what each kind of document looks like; delete them once there are documents of your own.
"""


def files(name: str, today: date) -> Mapping[SrcUri, str]:
    """Every file of the new root by its path."""
    quoted = json.dumps(name, ensure_ascii=False)
    texts = {
        ".gitignore": IGNORED,
        "mkdocs.yml": SETTINGS.format(name=quoted),
        "docs/index.md": HOME.format(name=quoted),
        f"briefs/{today.year:04}/sample-brief.md": document.text(Kind.BRIEF, _brief(today), BRIEF),
        "docs/articles/sample-article.md": document.text(Kind.ARTICLE, _article(today), ARTICLE),
        "docs/actors/sample-harbour-office.md": document.text(Kind.ACTOR, ACTOR, ""),
        "docs/agreements/sample-harbour-agreement.md": document.text(Kind.AGREEMENT, AGREEMENT, ""),
        "docs/topics/sample-topic.md": document.text(Kind.TOPIC, TOPIC, ""),
    }
    return {SrcUri(path): text for path, text in sorted(texts.items())}


TOPIC: Mapping[str, Any] = {
    "name": "Sample topic",
    "summary": "A sample: topics are what documents are sorted by.",
}
ACTOR: Mapping[str, Any] = {
    "name": "Sample Harbour Office",
    "type": "organisation",
    "summary": "A sample: the page of a person, country, organisation or group.",
    "aliases": ["Sample Office"],
}
AGREEMENT: Mapping[str, Any] = {
    "name": "Sample Harbour Agreement",
    "summary": "A sample: the page of a treaty, framework, memorandum or deal.",
    "kind": "memorandum",
    "parties": ["sample-harbour-office"],
}
ARTICLE = """\
This is a sample of an article: an account of what happened, with its sources.
The first mention of the Sample Harbour Office becomes a link by itself.
By hand, a link is written like this: [[agreements/sample-harbour-agreement|the agreement]].
"""
BRIEF = """\
## What is known

This is a sample of a brief: an assessment that rests on articles or sources.

## What we judge

The judgement above stands in the front matter, so that it can be followed and scored.
"""


def _article(today: date) -> Mapping[str, Any]:
    return {
        "title": "Sample article",
        "summary": "A sample: what happened, in one to three sentences.",
        "date": today,
        "topics": ["sample-topic"],
        "actors": ["sample-harbour-office"],
        "sources": [{"id": "notice", "title": "A sample source", "reliability": "F", "credibility": 6}],
    }


def _brief(today: date) -> Mapping[str, Any]:
    return {
        "title": "Sample brief",
        "summary": "A sample: the bottom line, in one to three sentences.",
        "date": today,
        "authors": ["Sample desk"],
        "topics": ["sample-topic"],
        "articles": ["sample-article"],
        "judgements": [
            {
                "id": "sample-judgement",
                "text": f"The Sample Harbour Office publishes a tariff before the end of {today.year + 1}.",
                "likelihood": "likely",
                "confidence": "low",
                "horizon": str(today.year + 1),
                "about": ["actors/sample-harbour-office"],
            }
        ],
    }
