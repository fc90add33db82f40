"""Puts changes into HTML at the places where they belong."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from briefing.convert.prose import Prose
from briefing.link.mentions import FIRST, Mention
from briefing.model.ref import Ref


class Edit(NamedTuple):
    """What to write in the place of a stretch of HTML; an empty stretch is a place between two signs."""

    start: int
    end: int
    text: str


def weave(page: str, edits: Iterable[Edit]) -> str:
    """The HTML with its changes; no two of them may overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += (page[at : edit.start], edit.text)
        at = edit.end
    parts.append(page[at:])
    return "".join(parts)


def anchors(
    prose: Prose, mentions: Iterable[Mention], href: Callable[[Ref], str], name: Callable[[Ref], str]
) -> Iterator[Edit]:
    """A link around each name that is to be one; its title says the name where the text uses another."""
    for mention in mentions:
        span = prose.span(mention.start, mention.end) if mention.reason == FIRST else None
        if span is None:
            continue
        title = name(mention.ref)
        titled = f' title="{html.escape(title)}"' if title != mention.text else ""
        yield Edit(
            span[0], span[0], f'<a class="br-mention" href="{html.escape(href(mention.ref))}"{titled}>'
        )
        yield Edit(span[1], span[1], "</a>")
