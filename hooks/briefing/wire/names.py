"""Whom and what a text names: profiles that are known, and capitalised names that none knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from briefing.link.names import Name, Named, NameTable, longest
from briefing.model.parts import Linking
from briefing.model.ref import Kind, Ref
from briefing.wire import agencies, days, sentences

WORD = r"(?:[^\W\d_a-z](?:[\w&’'./-]*\w)?\.?|(?<=\s)(?:[A-Z]\.){1,3})"
JOINER = r"(?:of the|of|for the|for|de la|de|del|da|di|van|von|der|bin|al|el|ibn|du|dos|&)"
NAME = re.compile(rf"{WORD}(?:\s+(?:{JOINER}\s+)?{WORD})*")
NO_NAMES = frozenset(
    {
        "a", "about", "according", "afp", "after", "all", "also", "although", "among", "an", "and",
        "another", "ap", "as", "asked", "at", "because", "before", "between", "both", "but", "by",
        "despite", "dr", "during", "each", "earlier", "eight", "even", "file", "first", "five", "follow",
        "following", "for", "four", "from", "he", "her", "here", "his", "how", "however", "i", "if",
        "image", "in", "it", "its", "just", "last", "later", "madam", "many", "meanwhile", "more",
        "moreover", "most", "mr", "mrs", "ms", "my", "next", "nine", "no", "not", "now", "of", "on",
        "one", "only", "or", "other", "our", "over", "photo", "reuter", "reuters", "second", "seven",
        "she", "since", "sir", "six", "so", "some", "source", "sources", "still", "such", "ten", "that",
        "the", "their", "then", "there", "these", "they", "third", "this", "those", "though", "three",
        "to", "today", "tomorrow", "tonight", "two", "under", "until", "us", "we", "what", "when",
        "where", "which", "while", "who", "why", "with", "without", "yes", "yesterday", "yet", "you",
    }
)  # fmt: skip
LEADING = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?|The|A|An)\s+")
POSSESSIVE = re.compile(r"['’]s?$")
TITLED_WORDS = re.compile(rf"{days.MONTH}|{days.WEEKDAY}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")
MOST = 60
"""So many strange names are a help; more are noise."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names of a content root, ready to be found in a text."""

    table: NameTable = field(default_factory=NameTable)
    topics: NameTable = field(default_factory=NameTable)
    """Topics alone, in lower case: a text that says `tariffs` is about Tariffs."""
    taken: frozenset[str] = frozenset()
    """The ids of the articles that are there."""
    titles: Mapping[Ref, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, named: Sequence[Named], taken: frozenset[str] = frozenset()) -> Known:
        topics = (_in_lower_case(one) for one in named if one.ref.kind is Kind.TOPIC)
        titles = MappingProxyType({one.ref: one.name for one in named})
        return cls(NameTable.of(named), NameTable.of(topics), taken, titles)

    def named_in(self, text: str, on: date | None) -> tuple[Ref, ...]:
        """The profiles that a text surely names, in order of first mention; office titles name nobody."""
        sure = (*_sure(self.table, text, on), *_sure(self.topics, text.lower(), on))
        return tuple(dict.fromkeys(sure))

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where known names stand, those of two profiles among them."""
        return tuple((hit.start, hit.end) for hit in longest(self.table.hits(text)))


def _sure(table: NameTable, text: str, on: date | None) -> Iterator[Ref]:
    for hit in longest(table.hits(text)):
        holding = [one for one in hit.form.candidates if one.holds(on)]
        if len(hit.form.candidates) == 1 and holding and holding[0].link is not Linking.NEVER:
            yield holding[0].ref


def _in_lower_case(one: Named) -> Named:
    names = tuple(Name(name.text.lower(), Linking.ALWAYS) for name in one.names)
    return replace(one, names=names, not_phrases=tuple(phrase.lower() for phrase in one.not_phrases))


def unknown(
    paragraphs: Sequence[str], known: Known, held: Sequence[Sequence[tuple[int, int]]] | None = None
) -> tuple[str, ...]:
    """Capitalised names that no profile has, in order; a part of one that is listed is not listed again.

    `held` says of each paragraph what is known in it, where that is more than the names of profiles.
    """
    found: dict[str, None] = {}
    for number, paragraph in enumerate(paragraphs):
        if paragraph.isupper():
            continue
        spans = known.spans(paragraph) if held is None else held[number]
        ends = [end for _, end in spans]
        for start, sentence in sentences.of(paragraph):
            for at, name in _candidates(sentence):
                begins = start + at
                after = bisect_right(ends, begins)
                if after == len(spans) or begins + len(name) <= spans[after][0]:
                    found[name] = None
    return tuple(_without_parts(tuple(found), known))[:MOST]


def _candidates(sentence: str) -> Iterator[tuple[int, str]]:
    opening = re.match(r"[\W_]*", sentence)
    first = opening.end() if opening else 0
    for match in NAME.finditer(sentence):
        name = match[0]
        at = match.start()
        while (lead := LEADING.match(name)) or (
            name.split()[0].casefold().strip(".’'") in NO_NAMES and " " in name
        ):
            length = lead.end() if lead else len(name) - len(name.split(maxsplit=1)[1])
            name, at = name[length:], at + length
        name = (
            POSSESSIVE.sub("", name.rstrip(" ,;:")).rstrip(".")
            if not re.search(r"\b[A-Z]\.$", name)
            else name
        )
        is_opening = match.start() == first and " " not in name and not _is_acronym(name)
        if _may_be_a_name(name) and not is_opening:
            yield at, name


def _may_be_a_name(name: str) -> bool:
    if len(name) < 2 or re.match(r"I['’]", name) or TITLED_WORDS.fullmatch(name) or agencies.is_known(name):
        return False
    words = name.casefold().split()
    return not all(word.strip(".") in NO_NAMES or TITLED_WORDS.fullmatch(word.title()) for word in words)


def _is_acronym(name: str) -> bool:
    return len(name) > 1 and name.isupper()


def _without_parts(names: Sequence[str], known: Known) -> Iterator[str]:
    """Names, but for the surnames of those named in full and the parts of what profiles are called."""
    whole = [set(name.split()) for name in (*names, *known.titles.values()) if " " in name]
    for name in names:
        if " " in name or not any(name in words for words in whole):
            yield name
