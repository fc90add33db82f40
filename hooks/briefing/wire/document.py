"""The file of a draft: front matter that is filled in, and a body that waits for the analyst's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import frontmatter
import yaml

from briefing.model import blank
from briefing.model.marking import Marking
from briefing.model.ref import Kind
from briefing.model.unwritten import to_write
from briefing.wire.draft import Draft
from briefing.wire.escape import escape
from briefing.wire.events import Event

SOURCE = "wire"
"""The id of the source entry."""


def write(draft: Draft, marking: Marking, *, with_text: bool) -> str:
    """The Markdown file; the wire's own text is in it only where it may be used."""
    body = "\n".join((*_own_words(draft, with_text=with_text), *_proposals(draft)))
    post = frontmatter.Post(body, **_matter(draft, marking))
    return f"{frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=10_000)}\n"


def _matter(draft: Draft, marking: Marking) -> dict[str, Any]:
    """Keys in the order in which authors write them; what nothing is known of is left out."""
    matter: dict[str, Any] = {
        "title": draft.title or to_write("a title"),
        "summary": to_write(blank.SUMMARIES[Kind.ARTICLE]),
    }
    day = draft.day or draft.filed
    if day:
        matter["date"] = day
    matter |= {"status": "draft", "marking": marking.value}
    matter |= {
        kind.value: ids for kind in (Kind.TOPIC, Kind.ACTOR, Kind.AGREEMENT) if (ids := draft.ids(kind))
    }
    return matter | {"sources": [_source(draft)]}


def _source(draft: Draft) -> dict[str, Any]:
    place = f" datelined {draft.place}" if draft.place else ""
    source: dict[str, Any] = {"id": SOURCE, "title": draft.title or f"Wire report{place}, without a headline"}
    if draft.agency:
        source["publisher"] = draft.agency
    if draft.day:
        source["date"] = draft.day.isoformat()
    return source | {"note": " ".join(_note(draft, place))}


def _note(draft: Draft, place: str) -> Iterator[str]:
    """What a reader should know of the source, in whole sentences."""
    yield f"Wire report{place}{f', by {draft.byline}' if draft.byline else ''}."
    if not draft.agency:
        yield "The copy does not name its publisher."
    if draft.day_is_assumed and draft.day and draft.filed:
        follows = f"the year {draft.day.year} follows from the day of filing, {draft.filed}"
        yield f"The text says {draft.day_words}; {follows}."
    elif draft.day is None:
        said = (
            f"The text says {draft.day_words} and gives no year"
            if draft.day_words
            else "The text gives no date"
        )
        yield f"{said}; its date is open."


def _own_words(draft: Draft, *, with_text: bool) -> Iterator[str]:
    """The place for the analyst's text; wire text stands in it only where it may be used."""
    yield to_write("what happened, in your own words.")
    yield ""
    if with_text:
        yield "The text of the report, as it was sent:"
        yield ""
        for paragraph in draft.paragraphs:
            yield escape(paragraph)
            yield ""


def _proposals(draft: Draft) -> Iterator[str]:
    """What the text offers; the whole section is to be deleted."""
    yield "## Proposals"
    yield ""
    yield to_write("what of these proposals belongs in the article, then delete this section.")
    yield "The front matter lists every profile that the text names: keep those that it is about."
    yield ""
    if draft.warnings:
        yield from _list(
            "To settle", (escape(f"{warning[0].upper()}{warning[1:]}.") for warning in draft.warnings)
        )
    if draft.events:
        yield "Dates in the text, as events; those that matter go into the front matter:"
        yield ""
        yield from ("```yaml", *_as_yaml(draft), "```", "")
    if draft.untold:
        yield from _list(
            "Dates that stay open, for the day of the text is not known", map(_quoted, draft.untold)
        )
    if draft.unknown_names:
        yield from _list("Names that no profile has", map(escape, draft.unknown_names))
    if draft.removed:
        yield from _list("Left out, as no part of the text", map(_shown, draft.removed))


def _list(title: str, entries: Iterator[str] | map[str]) -> Iterator[str]:
    yield f"{title}:"
    yield ""
    yield from (f"- {entry}" for entry in entries)
    yield ""


def _quoted(words: str) -> str:
    return f"“{escape(words)}”"


def _shown(text: str) -> str:
    return escape(text if len(text) <= 120 else f"{text[:119]}…")


def _as_yaml(draft: Draft) -> Iterator[str]:
    """Events ready to be moved into the front matter; no sentence of the wire is in them."""
    entries = [_entry(event) for event in draft.events]
    written = yaml.safe_dump({"events": entries}, sort_keys=False, allow_unicode=True, width=10_000)
    yield from written.rstrip().split("\n")


def _entry(event: Event) -> dict[str, Any]:
    return {
        "date": event.date,
        "title": to_write(f"what happened “{event.words}” (paragraph {event.paragraph})"),
        "sources": [SOURCE],
        "basis": "expected" if event.is_ahead else "reported",
    }
