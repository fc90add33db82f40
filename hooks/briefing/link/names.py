"""The names of all profiles, and the matcher that finds them in a text."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from briefing.link.words import stands_alone
from briefing.model import limits
from briefing.model.marking import Marking
from briefing.model.parts import Linking
from briefing.model.ref import Kind, Ref


class Name(NamedTuple):
    """A name of a profile: whether it links by itself, and from which to which day it means the profile."""

    text: str
    link: Linking = Linking.AUTO
    since: date | None = None
    until: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether the name means its profile on a day; on a day that is not known, it may."""
        return on is None or not ((self.since and on < self.since) or (self.until and on > self.until))


@dataclass(frozen=True, slots=True)
class Named:
    """What a profile is called, and which phrases hold a name of it and are not it."""

    ref: Ref
    name: str
    names: tuple[Name, ...]
    """All of them, the main one among them."""
    not_phrases: tuple[str, ...] = ()
    marking: Marking = Marking.CLEAR


class Candidate(NamedTuple):
    """A profile that a form may mean."""

    ref: Ref
    link: Linking
    names: tuple[Name, ...]

    def holds(self, on: date | None) -> bool:
        return any(name.holds(on) for name in self.names)


class Form(NamedTuple):
    """One way of writing names: the profiles that go by it, and those that are said not to be meant by it."""

    text: str
    candidates: tuple[Candidate, ...]
    excluded: tuple[Ref, ...]
    rivals: tuple[Ref, ...] = ()
    """All that it may mean, where they are several and it would link."""


class Hit(NamedTuple):
    """A form, found as whole words."""

    start: int
    end: int
    form: Form


# White space is white space, an apostrophe an apostrophe; each is one character, so that offsets hold.
SAME: Sequence[tuple[str, str]] = (
    *(
        (space, " ")
        for space in "\t\n\r\f\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    ),
    *((apostrophe, "'") for apostrophe in "\u2019\u02bc\u2018"),
)


def folded(text: str) -> str:
    """The text with one white space and one apostrophe, every character still in its place."""
    for one, other in SAME:
        if one in text:
            text = text.replace(one, other)
    return text


@dataclass(frozen=True, slots=True)
class NameTable:
    """Finds in a text every name of every profile."""

    named: Mapping[Ref, Named] = field(default_factory=lambda: MappingProxyType({}))
    forms: tuple[Form, ...] = ()
    """The form of each pattern of the matcher."""
    matcher: AhoCorasick | None = None
    nested: int = 0
    """How many patterns may end at one place, being the ends of each other."""
    shared: AhoCorasick | None = None
    """The matcher of those forms alone that several profiles go by."""

    @classmethod
    def of(cls, named: Iterable[Named]) -> NameTable:
        """The table of these profiles."""
        profiles = {one.ref: one for one in sorted(named, key=lambda one: one.ref)}
        forms = [form for form in _forms(profiles.values()) if _matters(form)]
        patterns = [(written, form) for form in forms for written in _written(form.text)]
        matcher = _matcher([written for written, _ in patterns])
        nested = _nested(written for written, _ in patterns)
        shared = _matcher([written for written, form in patterns if len(form.candidates) > 1])
        return cls(MappingProxyType(profiles), tuple(form for _, form in patterns), matcher, nested, shared)

    def hits(self, text: str) -> list[Hit]:
        """Every form that stands in the text as whole words, those that lie in each other too."""
        if self.matcher is None or self.is_crowded(text):
            return []
        plain = folded(text)
        forms = self.forms
        return [
            Hit(start, end, forms[index])
            for index, start, end in self.matcher.find_matches_as_indexes(plain, overlapping=True)
            if stands_alone(plain, start, end)
        ]

    def is_clear(self, text: str) -> bool:
        """Whether a text surely has no name that could be two, and fewer names and links than are kept."""
        # At one sign no more names end than are nested, and no more than one link.
        return len(text) * (self.nested + 1) < limits.FOUND.most and not (
            self.shared and self.shared.find_matches_as_indexes(folded(text))
        )

    def is_crowded(self, text: str) -> bool:
        """Whether so many names stand in a text that they cannot be kept."""
        most = limits.FOUND.most
        if self.matcher is None or len(text) * self.nested <= most:
            return False
        plain, step, found = folded(text), most // self.nested + limits.NAME.most, 0
        for start in range(0, len(plain), step - limits.NAME.most):
            found += len(self.matcher.find_matches_as_indexes(plain[start : start + step], overlapping=True))
            if found > most:
                return True
        return False

    def named_in(self, text: str) -> tuple[Ref, ...]:
        """The profiles that a plain text surely names, in order of their first mention."""
        candidates = (hit.form.candidates for hit in longest(self.hits(text)))
        return tuple(dict.fromkeys(only[0].ref for only in candidates if len(only) == 1))


def _matcher(patterns: Sequence[str]) -> AhoCorasick | None:
    return AhoCorasick(patterns, matchkind=MatchKind.Standard) if patterns else None


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that hold where several overlap: the longest, and of two as long the first; in order."""
    kept: list[Hit] = []
    cluster: list[Hit] = []
    ends = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= ends:
            kept += _settled(cluster, ends)
            cluster = []
        cluster.append(hit)
        ends = max(ends, hit.end)
    return kept + _settled(cluster, ends)


def _settled(cluster: list[Hit], ends: int) -> list[Hit]:
    """Those that hold of hits that overlap, in order, up to an end; mostly the first has all others in it."""
    if not cluster or cluster[0].end == ends:
        return cluster[:1]
    kept: list[Hit] = []
    starts: list[int] = []
    for hit in sorted(cluster, key=lambda hit: (hit.start - hit.end, hit.start)):
        at = bisect_left(starts, hit.end)
        if at == 0 or kept[at - 1].end <= hit.start:
            starts.insert(at, hit.start)
            kept.insert(at, hit)
    return kept


def _nested(patterns: Iterable[str]) -> int:
    """The longest row of patterns of which each is an end of the next."""
    row: list[str] = []
    longest = 0
    for one in sorted({pattern[::-1] for pattern in patterns}):
        while row and not one.startswith(row[-1]):
            row.pop()
        row.append(one)
        longest = max(longest, len(row))
    return longest


def _written(text: str) -> Sequence[str]:
    """The ways in which a text's letters and their marks are put together."""
    if text.isascii():
        return (text,)
    return tuple(dict.fromkeys(unicodedata.normalize(form, text) for form in ("NFC", "NFD")))


def _bare(text: str) -> str:
    return " ".join(folded(unicodedata.normalize("NFC", text)).split())


def _forms(named: Iterable[Named]) -> Iterable[Form]:
    names: dict[str, dict[Ref, list[Name]]] = {}
    excluded: dict[str, list[Ref]] = {}
    for one in named:
        for name in one.names:
            names.setdefault(_bare(name.text), {}).setdefault(one.ref, []).append(name)
        for phrase in one.not_phrases:
            excluded.setdefault(_bare(phrase), []).append(one.ref)
    for text in sorted({*names, *excluded} - {""}):
        without = tuple(dict.fromkeys(excluded.get(text, ())))
        holders = names.get(text, {})
        candidates = tuple(_candidate(ref, holders[ref]) for ref in holders if ref not in without)
        yield Form(text, candidates, without, _rivals(candidates))


def _rivals(candidates: Sequence[Candidate]) -> tuple[Ref, ...]:
    would_link = any(one.link is not Linking.NEVER for one in candidates)
    return tuple(one.ref for one in candidates) if would_link and len(candidates) > 1 else ()


def _candidate(ref: Ref, names: list[Name]) -> Candidate:
    links = {name.link for name in names}
    link = next(link for link in (Linking.NEVER, Linking.ALWAYS, Linking.AUTO) if link in links)
    if ref.kind is Kind.TOPIC and link is Linking.AUTO:
        link = Linking.NEVER
    return Candidate(ref, link, tuple(names))


def _matters(form: Form) -> bool:
    """Whether to look for a form: topics are in every other sentence, and link only where they ask to."""
    is_looked_for = (one.ref.kind is not Kind.TOPIC or one.link is Linking.ALWAYS for one in form.candidates)
    return any(is_looked_for) or bool(form.excluded)
