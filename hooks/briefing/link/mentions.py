"""Every place in a prose where a profile is named: which of them become links, and why the others do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from briefing.convert.converted import Link
from briefing.convert.prose import BLOCK, MARK, Prose
from briefing.link.names import Candidate, Hit, NameTable, longest
from briefing.link.sentences import Sentences
from briefing.model import limits
from briefing.model.marking import Marking
from briefing.model.parts import Linking
from briefing.model.ref import Ref
from briefing.validate.few import few

FIRST = "first mention"
BY_HAND = "linked by hand"
BY_HAND_ABOVE = "linked by hand above"
BEFORE = "named before"
OWN_PAGE = "the page is about it"
IN_LINK = "inside a link"
SPLIT = "split by markup"
NEVER = "this name is marked link: never"
OTHER_DATE = "in another use on that date"

NO_NAMES: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a profile's subject is named, or may be."""

    ref: Ref
    """Of several that the name may mean the first."""
    text: str
    start: int
    """Where it begins in the prose."""
    end: int
    sentence: str
    """That it stands in; empty where the page has named the profile before."""
    at: int
    """Where in the sentence the text stands."""
    section: str
    """The id of the heading above; empty before the first."""
    linked: bool
    counts: bool
    """Whether it surely names the profile, and is a mention for backlinks and checks."""
    reason: str
    rivals: tuple[Ref, ...] = ()
    """All that the name may mean, where they are several."""
    marking: Marking | None = None
    """That of the marked section that it stands in."""


def find(
    prose: Prose,
    names: NameTable,
    *,
    own: Ref | None = None,
    on: date | None = None,
    links: Iterable[Link] = (),
    leads: Mapping[int, Ref | None] | None = None,
    unnamed: Mapping[int, str] = NO_NAMES,
) -> tuple[Mention, ...]:
    """Every mention in order of the prose.

    `own` is the page's own subject, `on` its day. Of the links, by their order, `leads` says which stay, and
    to which document they lead if they lead to one; where it is not given, all stay, and lead elsewhere.
    `unnamed` has what links without words say, by where they stand in the prose.
    """
    hits = names.hits(prose.text)
    if prose.code:
        hits = [hit for hit in hits if not prose.is_code(hit.start, hit.end)]
    standing = [
        _Standing(link, leads[index] if leads else None)
        for index, link in enumerate(links)
        if leads is None or index in leads
    ]
    return tuple(islice(_Reading(prose, hits, standing, own, on, unnamed).mentions(), limits.FOUND.most))


class _Standing(NamedTuple):
    """A link that stays one, and the document that it leads to, if it is one."""

    link: Link
    ref: Ref | None


class _Reading:
    """Goes through a prose from its beginning, and remembers what has been linked."""

    def __init__(
        self,
        prose: Prose,
        hits: list[Hit],
        links: list[_Standing],
        own: Ref | None,
        on: date | None,
        unnamed: Mapping[int, str],
    ) -> None:
        self._prose = prose
        self._hits = sorted(hits, key=lambda hit: hit.start)
        self._links = links
        self._own = own
        self._on = on
        self._sentences = Sentences(prose.text, unnamed)
        self._linked: set[Ref] = set()
        self._by_hand: set[Ref] = set()
        self._passed = 0

    def mentions(self) -> Iterator[Mention]:
        for hit in longest(self._hits):
            yield from self._pass_links(hit.start)
            last = self._links[self._passed - 1] if self._passed else None
            inside = last if last and hit.start < last.link.words.end else None
            if not (inside and any(inside.ref == candidate.ref for candidate in hit.form.candidates)):
                yield from self._of_hit(hit, is_in_link=inside is not None)
        yield from self._pass_links(len(self._prose.text))

    def _pass_links(self, at: int) -> Iterator[Mention]:
        """Go on to an offset: a link by hand mentions what it leads to, whatever its words."""
        while self._passed < len(self._links) and self._links[self._passed].link.words.start <= at:
            link, ref = self._links[self._passed]
            self._passed += 1
            if ref is None:
                continue
            self._by_hand.add(ref)
            words = self._prose.text[link.words.start : link.words.end]
            start, end = link.words.start + _leading(words), link.words.end - _leading(words[::-1])
            if ref.kind.is_profile and start < end:
                yield self._mention(ref, start, end, BY_HAND, linked=True)

    def _of_hit(self, hit: Hit, *, is_in_link: bool) -> Iterator[Mention]:
        candidates = hit.form.candidates
        if not candidates:
            yield from self._excluded(hit)
        elif rivals := hit.form.rivals:
            reason = f"shared by {few(map(str, rivals), ' and ')}"
            yield self._mention(rivals[0], hit.start, hit.end, reason, counts=False, rivals=rivals)
        else:
            for one in candidates:
                reason, counts = self._reason(one, hit, is_in_link=is_in_link)
                yield self._mention(
                    one.ref, hit.start, hit.end, reason, counts=counts, linked=reason is FIRST
                )

    def _reason(self, one: Candidate, hit: Hit, *, is_in_link: bool) -> tuple[str, bool]:
        """What becomes of a name that one profile alone goes by, and whether it surely names the profile."""
        if one.link is Linking.NEVER:
            return NEVER, False
        if not one.holds(self._on):
            return OTHER_DATE, False
        if one.ref == self._own:
            return OWN_PAGE, True
        if is_in_link:
            return IN_LINK, True
        if self._prose.span(hit.start, hit.end) is None:
            return SPLIT, True
        if one.ref in self._by_hand:
            return BY_HAND_ABOVE, True
        if one.ref in self._linked:
            return BEFORE, True
        self._linked.add(one.ref)
        return FIRST, True

    def _excluded(self, phrase: Hit) -> Iterator[Mention]:
        """The names in a phrase that is listed under `not` for what they would mean."""
        first = bisect_left(self._hits, phrase.start, key=lambda hit: hit.start)
        last = bisect_left(self._hits, phrase.end, key=lambda hit: hit.start)
        inside = [hit for hit in self._hits[first:last] if hit.end <= phrase.end and hit != phrase]
        reason = f"part of “{phrase.form.text}”, listed under not"
        for hit in longest(inside):
            for one in hit.form.candidates:
                if one.ref in phrase.form.excluded:
                    yield self._mention(one.ref, hit.start, hit.end, reason, counts=False)

    def _mention(
        self, ref: Ref, start: int, end: int, reason: str, *,
        counts: bool = True, linked: bool = False, rivals: tuple[Ref, ...] = (),
    ) -> Mention:  # fmt: skip
        if reason in (BEFORE, BY_HAND_ABOVE):
            sentence, at, text = "", 0, self._sentences.seen(start, end)
        else:
            sentence, at, text = self._sentences.around(start, end)
        section = self._prose.section(start)
        marking = self._prose.marking(start)
        return Mention(ref, text, start, end, sentence, at, section, linked, counts, reason, rivals, marking)


def _leading(words: str) -> int:
    """How many signs at the beginning of words are none of them."""
    return len(words) - len(words.lstrip(f" \n{BLOCK}{MARK}"))
