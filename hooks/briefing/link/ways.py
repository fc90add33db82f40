"""Where the links of one text lead, and what is said of those that lead to nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from briefing.convert.converted import Converted, Image, Link
from briefing.convert.finding import Finding
from briefing.convert.handlinks import SCHEME
from briefing.convert.places import Places
from briefing.link import targets
from briefing.link.anchored import Anchored
from briefing.link.targets import Astray, Here, Resolver, Target
from briefing.model import limits
from briefing.model.ref import Ref
from briefing.model.source import Address, SrcUri

WORDS = r"\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,300}\]"
LINK, IMAGE = rf"(?<![!\\]){WORDS}", rf"!{WORDS}"
"""What stands before the address of a link, and of a picture."""
ESCAPED = re.compile(r"\\(?:\\|[^\w\s])|_")
"""A sign of Markdown in a pattern."""
BACK = "#fnref:"
"""How the way back from a note begins; where no author wrote it, nothing refers to the note."""


class Ends(Protocol):
    """All that a check asks of a text with links."""

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The documents that it links to by hand."""
        ...

    @property
    def pages(self) -> tuple[Address, ...]:
        """The hand-written pages that it links to."""
        ...

    @property
    def anchors(self) -> tuple[Anchored, ...]:
        """The places of documents that it links to."""
        ...

    @property
    def files(self) -> tuple[SrcUri, ...]:
        """The files that it shows or links to."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with its links."""
        ...


@dataclass(frozen=True, slots=True)
class Ways:
    """The links and pictures of a text, each with its target."""

    led: tuple[Target | None, ...]
    shown: tuple[Target | None, ...]
    short: tuple[Anchored, ...]
    """Places of documents that it links to, and that are not there."""
    findings: tuple[Finding, ...]

    @property
    def refs(self) -> tuple[Ref, ...]:
        return tuple(dict.fromkeys(target.ref for target in self._reached if target.ref))

    @property
    def pages(self) -> tuple[Address, ...]:
        return tuple(dict.fromkeys(target.page for target in self._reached if target.page is not None))

    @property
    def anchors(self) -> tuple[Anchored, ...]:
        """The places of documents that it links to."""
        return tuple(
            dict.fromkeys(Anchored(one.ref, one.anchor) for one in self._reached if one.ref and one.anchor)
        )

    @property
    def files(self) -> tuple[SrcUri, ...]:
        return tuple(dict.fromkeys(target.file for target in self._reached if target.file))

    @property
    def _reached(self) -> list[Target]:
        return [target for target in (*self.led, *self.shown) if target]


def follow(converted: Converted, here: Here, resolver: Resolver, places: Places) -> Ways:
    """The ways of a converted text; `places` are those of what it was converted from."""
    way = _Way(converted, here, resolver, places)
    led = tuple(way.of_link(one) for one in converted.links)
    shown = tuple(way.of_image(one) for one in converted.images)
    return Ways(led, shown, tuple(way.short), tuple(way.findings))


class _Way:
    """Follows the links of one text, and notes those that lead to nothing."""

    def __init__(self, converted: Converted, here: Here, resolver: Resolver, places: Places) -> None:
        self._ids = converted.ids
        self._here = here
        self._resolver = resolver
        self._places = places
        self.short: list[Anchored] = []
        self.findings: list[Finding] = []

    def of_link(self, link: Link) -> Target | None:
        led = targets.of_link(link.href, self._here, self._ids, self._resolver)
        found = self._noted(led, link.href, LINK)
        if found and found.ref and (astray := targets.short_of(found, self._resolver)):
            self.short.append(Anchored(found.ref, found.anchor))
            self._note(astray, link.href, LINK)
            return found.without_anchor()  # it may be the name of what these readers may not see
        return found

    def of_image(self, image: Image) -> Target | None:
        return self._noted(targets.of_image(image.src, self._here, self._resolver), image.src, IMAGE)

    def _noted(self, found: Target | Astray, written: str, form: str) -> Target | None:
        if isinstance(found, Target):
            return found
        if not written.startswith(BACK) or self._places.hold(written):
            self._note(found, written, form)
        return None

    def _note(self, found: Astray, written: str, form: str) -> None:
        if len(self.findings) >= limits.TOLD.most:
            self._resolver = _Silent(self._resolver)
        line, column = self._places.of(*_ways_to_write(written, form))
        self.findings.append(Finding(found.code, line, column, found.message, found.remedy))


def _ways_to_write(written: str, form: str) -> tuple[str, ...]:
    """Patterns for a link, the surest first; before a sign of Markdown, a backslash may have been written."""
    target = ESCAPED.sub(r"\\\\?\g<0>", re.escape(written))
    if written.startswith(SCHEME):
        by_hand = re.escape(written.removeprefix(SCHEME))
        return (rf"(?<!\\)\[\[\s*{by_hand}\s*(?:\\?\||\]\])|{target}", target)
    inline = rf"{form}\(\s*<?(?P<at>{target})(?=[\s>)])"
    defined = rf"(?m:^) {{0,3}}\[[^\]\n]*\]:\s*<?(?P<at>{target})(?=[\s>]|$)"
    return (inline, defined, rf"(?<!\w){target}(?![\w.#])", target)


class _Silent:
    """A resolver for those links to nothing that no list shows: it has no names to offer for theirs."""

    def __init__(self, resolver: Resolver) -> None:
        self.document, self.file, self.by_id = resolver.document, resolver.file, resolver.by_id
        self.name_of, self._resolver = resolver.name_of, resolver

    def refs(self) -> tuple[Ref, ...]:
        return ()

    def instead_of(self, anchor: str, ref: Ref) -> tuple[str, ...] | None:
        return None if self._resolver.instead_of(anchor, ref) is None else ()
