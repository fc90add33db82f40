"""Links by hand without words of their own: they say the name of what they lead to."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.convert.converted import Converted, Heading, Link, Section
from briefing.convert.handlinks import NAME_OF_TARGET, SCHEME
from briefing.link.targets import Resolver, Target
from briefing.link.weave import Edit


class Called(NamedTuple):
    """A link without words, and what it is to say."""

    link: Link
    name: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """All links of a text that have no words, in its order."""

    called: tuple[Called, ...] = ()

    def edits(self) -> Iterator[Edit]:
        """The names, put into the HTML."""
        for link, name in self.called:
            yield Edit(link.opening.end, link.closing.start, html.escape(name, quote=False))

    def in_prose(self) -> Mapping[int, str]:
        """The names by where they stand in the prose; those of headings and captions stand nowhere in it."""
        return {link.words.end - 1: name for link, name in self.called if link.words.start < link.words.end}

    def text(self, converted: Converted) -> str:
        """The plain text with the names in it."""
        return _filler(self.in_prose().values())(converted.text)

    def outline(self, converted: Converted) -> tuple[tuple[Heading, ...], tuple[Section, ...]]:
        """Headings and sections with the names in them."""
        if not self.called:
            return converted.headings, converted.sections
        filled = _filler(name for _, name in self.called)
        sections = tuple(Section(one.id, filled(one.title), filled(one.text)) for one in converted.sections)
        titles = {one.id: one.title for one in sections}
        headings = tuple(one._replace(text=titles.get(one.id, one.text)) for one in converted.headings)
        return headings, sections


def find(converted: Converted, targets: Sequence[Target | None], resolver: Resolver) -> Unnamed:
    """The links of a text without words; one that leads to nothing says what it was to lead to."""
    if NAME_OF_TARGET not in converted.html:
        return Unnamed()
    return Unnamed(
        tuple(
            Called(
                link,
                resolver.name_of(target.ref) if target and target.ref else link.href.removeprefix(SCHEME),
            )
            for link, target in zip(converted.links, targets, strict=True)
            if converted.html[link.opening.end : link.closing.start] == NAME_OF_TARGET
        )
    )


def _filler(names: Iterable[str]) -> Callable[[str], str]:
    """Puts one name after the other where texts, given in order, stand for them."""
    waiting = iter(names)

    def filled(text: str) -> str:
        first, *rest = text.split(NAME_OF_TARGET)
        return "".join((first, *(f"{next(waiting, '')}{part}" for part in rest)))

    return filled
