"""Offices with their dates: who holds or held which, since when and until when."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import parts
from briefing.model.content import AnyDocument
from briefing.model.documents import Actor
from briefing.model.edtf import Edtf, NoDate
from briefing.model.ref import Kind, Ref
from briefing.views import dates
from briefing.views.edition import Edition, once
from briefing.views.shapes.pages import Link, Role


@once
def roles(edition: Edition, document: AnyDocument) -> tuple[Role, ...]:
    """The offices of an actor: those held now, then the others, newest first."""
    matter = document.matter
    held = matter.roles if isinstance(matter, Actor) else ()
    return tuple(
        Role(
            title=role.title,
            of=edition.first_link([Ref(Kind.ACTOR, role.of)]) if role.of else None,
            period=period(edition, role),
            is_current=is_current(edition, role),
        )
        for role in in_order(edition, held)
    )


def in_order(edition: Edition, held: Iterable[parts.Role]) -> list[parts.Role]:
    return sorted(held, key=lambda role: order(edition, role))


def order(edition: Edition, role: parts.Role) -> tuple[bool, int, str]:
    """Sorts those held now first, then newest first."""
    start = role.since.earliest.toordinal() if role.since else 0
    return (not is_current(edition, role), -start, role.title)


def current(edition: Edition, document: AnyDocument) -> str:
    """The office that an actor holds now, in a line: `Defence Minister, India`."""
    held = next((role for role in roles(edition, document) if role.is_current), None)
    return ", ".join(filter(None, (held.title, held.of.label if held.of else ""))) if held else ""


def holders(edition: Edition, actor: Ref) -> tuple[Link, ...]:
    """Who holds or held an office of an actor, each once, with the office."""
    offices = sorted(
        edition.graph.affiliations.offices.get(actor, ()),
        key=lambda one: (*order(edition, one.role), one.holder),
    )
    found: dict[Ref, Link] = {}
    for office in offices:
        for holder in edition.documents([office.holder]):
            note = ", ".join(filter(None, (office.role.title, period(edition, office.role))))
            found.setdefault(holder.ref, edition.link(holder, note))
    return tuple(found.values())


def is_current(edition: Edition, role: parts.Role) -> bool:
    """Whether it is held today; without an end it was still held when the profile was last updated."""
    if role.since and role.since.is_future(edition.today):
        return False
    return role.until is None or (isinstance(role.until, Edtf) and not role.until.is_past(edition.today))


def period(edition: Edition, role: parts.Role) -> str:
    language = edition.settings.language
    if isinstance(role.until, Edtf | None):
        return dates.period_in_words(role.since, role.until, language)
    ended = dates.period_in_words(None, NoDate.UNKNOWN, language)
    return f"from {dates.in_words(role.since, language)}; {ended}" if role.since else ended
