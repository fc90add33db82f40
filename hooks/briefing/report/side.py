"""One of the two contents that a report compares: all of it, and the edition that the audience sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.link.document import Linked
from briefing.link.texts import Key
from briefing.model.content import Content
from briefing.model.problem import Problem
from briefing.model.source import Address, SrcUri
from briefing.views.edition import Edition
from briefing.views.shapes.pages import Shown


@dataclass(frozen=True, slots=True)
class Side:
    """What was read at one time, and what of it the audience sees.

    The report is told from the edition alone. `content` serves to find problems, and `discretion` decides
    which of them may be told.
    """

    content: Content
    edition: Edition
    texts: Mapping[Key, Linked]
    shown: Mapping[Address, Shown]
    files: frozenset[SrcUri]
    """Files that are no documents and are published."""
    problems: tuple[Problem, ...]
