"""The text of a new document: what was said of it, and a marked place for each text still to write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from briefing.model import blank
from briefing.model.ref import Kind
from briefing.model.source import Source, SrcUri
from briefing.model.unwritten import to_write
from briefing.scaffold import keys
from briefing.scaffold.answers import Answers, key_of

ONE_LINE = 1_000_000
"""So wide that the writer breaks no text into lines."""


def source(answers: Answers, id_: str, today: date) -> Source:
    """A new document as the file that it becomes."""
    return Source(
        place(answers, id_, today), text(answers.kind, matter(answers, today), blank.body(answers.kind))
    )


def place(answers: Answers, id_: str, today: date) -> SrcUri:
    """Where it lies: its kind's folder, for a brief that of its year."""
    if answers.kind is Kind.BRIEF:
        return SrcUri(f"briefs/{(answers.date or today).year:04}/{id_}.md")
    return SrcUri(f"docs/{answers.kind}/{id_}.md")


def matter(answers: Answers, today: date) -> dict[str, Any]:
    """The front matter: what was said, and marked places for what was not."""
    kind = answers.kind
    said: dict[str, Any] = {
        key_of(kind, "title"): answers.title,
        "summary": answers.summary or to_write(blank.SUMMARIES[kind]),
        key_of(kind, "type"): answers.type,
        "date": answers.date or (None if kind.is_profile else today),
        "status": answers.status,
        "marking": answers.marking,
        "authors": list(answers.authors),
        "topics": list(answers.topics),
        "actors": list(answers.actors),
        "agreements": list(answers.agreements),
        "articles": list(answers.articles),
        "broader": list(answers.broader),
    }
    if not kind.is_profile and not answers.articles:
        said["sources"] = [{"title": to_write(blank.SOURCE)}]
    return {key: value for key, value in said.items() if value}


def text(kind: Kind, said: Mapping[str, Any], below: str) -> str:
    """Front matter and body as one file; its writer puts in quotes what YAML would misread."""
    post = frontmatter.Post(below, YAMLHandler(), **keys.in_order(kind, said))
    return frontmatter.dumps(post, sort_keys=False, width=ONE_LINE) + "\n"
