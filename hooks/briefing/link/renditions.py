"""A text as each of its readers sees it: for every marking in it, what those who see no more are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefing import release
from briefing.model.content import AnyDocument, Document, HandPage
from briefing.model.documents import Brief
from briefing.model.marking import Audience, Marking
from briefing.model.source import Place


class Written(NamedTuple):
    """All that a conversion depends on: the body, and the ids that the page around it has taken."""

    body: str
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rendition:
    """A document or page as far as readers up to one marking see it."""

    body: AnyDocument | HandPage
    marking: Marking
    lines: tuple[int, ...] = ()
    """The line of the whole body that each of its lines is, counted from one; none where it is whole."""

    def on_whole(self, at: Place) -> Place:
        """A place that a finding in this rendition seems to have in the file, as the file has it."""
        line = at.line - self.body.body_line
        if not 0 <= line < len(self.lines):
            return at
        return Place(self.body.body_line + self.lines[line] - 1, at.column)


def of(body: AnyDocument | HandPage) -> tuple[Rendition, ...]:
    """Every rendition of a text, that for the fewest last, which is the text itself.

    A body whose sections cannot be read surely is shown to nobody, and what it names is not judged.
    """
    if body.sections.faults:
        return (Rendition(body, Marking.RED),)
    markings = {*body.sections.markings, *_of_judgements(body)}
    higher = sorted(one for one in markings if one > body.marking)
    if not higher:
        return (Rendition(body, body.marking),)
    lower = (body.marking, *higher[:-1])
    return (*(_up_to(body, marking) for marking in lower), Rendition(body, higher[-1]))


def _up_to(body: AnyDocument | HandPage, marking: Marking) -> Rendition:
    audience = Audience("", marking)
    seen = (
        release.document_for(body, audience)
        if isinstance(body, Document)
        else release.page_for(body, audience)
    )
    return Rendition(seen, marking, body.sections.cut(marking).lines if body.sections.lines else ())


def _of_judgements(body: AnyDocument | HandPage) -> tuple[Marking, ...]:
    matter = body.matter
    if not isinstance(matter, Brief):
        return ()
    return tuple(one.marking for one in matter.judgements if one.marking)


def written(body: AnyDocument | HandPage) -> Written:
    """What the conversion of a text depends on."""
    return Written(body.body, anchors(body))


def anchors(body: AnyDocument | HandPage) -> frozenset[str]:
    """The ids that the page around a body has: those of its judgements."""
    matter = body.matter
    return frozenset(one.id for one in matter.judgements) if isinstance(matter, Brief) else frozenset()
