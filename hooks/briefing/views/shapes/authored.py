"""The text of an author on a page: what the contents list says of it, and how long it takes to read."""

from __future__ import annotations

from briefing.graph.inputs import Linked
from briefing.views.shapes.pieces import Heading

ACCOUNT = ("br-account", "Account")
"""The section that holds the text of an article: its id and its title."""
ASSESSMENT = ("br-assessment", "Assessment")
"""The same of a brief."""
WORDS_A_MINUTE = 220


def contents(text: Linked, id_: str, title: str) -> tuple[Heading, ...]:
    """The section that holds the author's text, with the headings of that text below it."""
    if not text.html.strip():
        return ()
    return (
        Heading(id_, title, 2),
        *(Heading(one.id, one.text, 3) for one in text.headings if one.level <= 2),
    )


def minutes(text: Linked) -> int:
    """How long it takes to read a text, in whole minutes, at least one."""
    return max(1, -(-len(text.text.split()) // WORDS_A_MINUTE))
