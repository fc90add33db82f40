"""The page of an article or brief whose text alone has changed: all else that it shows stays."""

from __future__ import annotations

from dataclasses import replace

from briefing.graph.inputs import Linked
from briefing.views.shapes import authored
from briefing.views.shapes.authored import ACCOUNT, ASSESSMENT
from briefing.views.shapes.pages import ArticleShown, BriefShown, Heading


def retold(shown: ArticleShown | BriefShown, text: Linked) -> ArticleShown | BriefShown | None:
    """The page with this text; nothing where a text comes or goes, since its section does so with it."""
    if not shown.html.strip() or not text.html.strip():
        return None
    id_, title = ASSESSMENT if isinstance(shown, BriefShown) else ACCOUNT
    head = replace(
        shown.head,
        contents=_contents(shown.head.contents, authored.contents(text, id_, title)),
        reading_minutes=authored.minutes(text),
    )
    return replace(shown, head=head, html=text.html)


def _contents(old: tuple[Heading, ...], new: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The contents list with other entries of the text: the first, and all deeper ones that follow."""
    start = next(at for at, heading in enumerate(old) if heading.id == new[0].id)
    inside = (at for at in range(start + 1, len(old)) if old[at].level <= new[0].level)
    return (*old[:start], *new, *old[next(inside, len(old)) :])
