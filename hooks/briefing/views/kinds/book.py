"""A briefing book: chosen briefs in one document, with what its title page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.graph.backlinks import Way
from briefing.graph.order import newest_first
from briefing.model.content import AnyDocument
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address
from briefing.views.edition import Edition
from briefing.views.parts import listing, marking
from briefing.views.shapes.pages import BriefShown, DateShown, MarkingShown, Shown

TITLE = "Briefing book"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which briefs are asked for: those named, and those that all that is said of them holds for."""

    named: tuple[str, ...] = ()
    subjects: tuple[Ref, ...] = ()
    """Topics, actors and agreements: of those of a kind, one is enough."""
    since: date | None = None
    until: date | None = None

    @property
    def describes(self) -> bool:
        """Whether it says more than names."""
        return bool(self.subjects or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Book:
    """Several briefs in one document."""

    title: str
    about: tuple[str, ...]
    """What the briefs were chosen by, a line each."""
    briefs: tuple[BriefShown, ...]
    marking: MarkingShown
    """The highest of its briefs."""
    audience: str
    day: DateShown
    language: str

    @property
    def count(self) -> str:
        return f"{len(self.briefs)} brief{'' if len(self.briefs) == 1 else 's'}"


class Missing(Exception):
    """Something was asked for by a name that this audience knows nothing by."""


def chosen(edition: Edition, choice: Choice) -> tuple[Ref, ...]:
    """Those named, in their order, then those described, newest first.

    A brief that is withdrawn or superseded is taken if it is named, and not because a description fits.
    """
    named = tuple(Ref(Kind.BRIEF, id_) for id_ in choice.named)
    for ref in (*named, *choice.subjects):
        if ref not in edition.content.documents:
            raise Missing(
                f"there is no {ref.kind.noun} {ref.id} for {edition.settings.audience.name} readers"
            )
    described = newest_first(edition.content, _described(edition, choice)) if choice.describes else ()
    return tuple(dict.fromkeys((*named, *described)))


def _described(edition: Edition, choice: Choice) -> Iterator[Ref]:
    kinds = sorted({ref.kind for ref in choice.subjects})
    fits = [
        {one for ref in choice.subjects if ref.kind is kind for one in _on(edition, ref)} for kind in kinds
    ]
    for brief in edition.content.briefs:
        day = brief.matter.date
        if (
            all(brief.ref in fitting for fitting in fits)
            and (choice.since is None or choice.since <= day)
            and (choice.until is None or day <= choice.until)
            and listing.stands(edition, brief)
        ):
            yield brief.ref


def _on(edition: Edition, subject: Ref) -> Iterator[Ref]:
    """What is about a subject; about a topic is also what is about a narrower one."""
    if subject.kind is Kind.TOPIC:
        yield from (one.document for one in edition.graph.on_topic[subject])
    else:
        links = edition.graph.backlinks.get(subject, ())
        yield from (one.origin for one in links if Way.ABOUT in one.ways)


def book(
    edition: Edition, shown: Mapping[Address, Shown], refs: Sequence[Ref], choice: Choice, title: str = ""
) -> Book:
    """The book of these briefs, as their pages show them."""
    briefs = tuple(one for ref in refs if isinstance(one := shown[ref.address], BriefShown))
    highest = max(Marking(one.head.marking.label) for one in briefs)
    return Book(
        title=title or _title(edition, choice),
        about=tuple(_about(edition, choice)) if title or not _is_on_one(choice) else _period(edition, choice),
        briefs=briefs,
        marking=marking.shown(highest),
        audience=edition.settings.audience.name,
        day=edition.day(edition.today),
        language=edition.settings.language,
    )


def _title(edition: Edition, choice: Choice) -> str:
    if not _is_on_one(choice):
        return TITLE
    return f"{TITLE}: {edition.documents(choice.subjects)[0].title}"


def _is_on_one(choice: Choice) -> bool:
    """Whether all of the book is on one subject, which can be in its title."""
    return len(choice.subjects) == 1 and not choice.named


def _about(edition: Edition, choice: Choice) -> Iterator[str]:
    for kind in sorted({ref.kind for ref in choice.subjects}):
        names = _names(edition.documents(ref for ref in choice.subjects if ref.kind is kind))
        yield f"On {' or '.join(names)}{', and others' if choice.named else ''}"
    yield from _period(edition, choice)


def _period(edition: Edition, choice: Choice) -> tuple[str, ...]:
    since = edition.day(choice.since).words if choice.since else ""
    until = edition.day(choice.until).words if choice.until else ""
    if since and until:
        return (f"Published from {since} to {until}",)
    if since:
        return (f"Published since {since}",)
    return (f"Published until {until}",) if until else ()


def _names(documents: Iterable[AnyDocument]) -> tuple[str, ...]:
    return tuple(one.title for one in documents)
