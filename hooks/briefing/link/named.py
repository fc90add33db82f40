"""What every profile is called, for the matcher: name, short name, aliases, and what is not it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefing.link.names import Name, Named
from briefing.model import limits
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Agreement, Profile, Topic
from briefing.model.edtf import Edtf
from briefing.model.parts import Alias, Linking


def named(content: Content) -> Iterator[Named]:
    """The names of each profile of the content.

    Office titles and topics link by themselves only through an alias that says `link: always`.
    """
    offices = frozenset(
        role.title.casefold() for document in content.actors for role in document.matter.roles
    )
    for document in content.documents.values():
        if isinstance(document.matter, Profile):
            yield _named(document, document.matter, offices)


def _named(document: AnyDocument, profile: Profile, offices: frozenset[str]) -> Named:
    main = Linking.NEVER if isinstance(profile, Topic) else Linking.AUTO
    names = [Name(profile.name, main)]
    if isinstance(profile, Agreement) and profile.short:
        names.append(Name(profile.short, main))
    names += [_alias(alias, main, offices) for alias in profile.aliases]
    kept = tuple(name for name in names if len(name.text) <= limits.NAME.most)
    not_it = tuple(phrase for phrase in profile.not_ if len(phrase) <= limits.NAME.most)
    return Named(document.ref, profile.name, kept, not_it, document.marking)


def _alias(alias: Alias, main: Linking, offices: frozenset[str]) -> Name:
    link = alias.link
    if link is Linking.AUTO:
        link = Linking.NEVER if alias.name.casefold() in offices else main
    return Name(alias.name, link, _first_day(alias.since), _last_day(alias.until))


def _first_day(since: Edtf | None) -> date | None:
    return since.earliest if since else None


def _last_day(until: Edtf | None) -> date | None:
    return until.latest if until else None
