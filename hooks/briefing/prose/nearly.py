"""Words that are one letter from a known name: what a slip makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from briefing.link.names import NameTable
from briefing.model.parts import Linking
from briefing.wire import names

ENOUGH = 5
"""Letters from which on a name is told from another by one of them."""

LONGEST = 100
"""Letters of the longest name that is looked for."""

MADE_OF_IT = "ins"
"""Letters that make an adjective or a plural of a name."""

Names = Mapping[int, Mapping[str, Sequence[str]]]
"""Names by how many words they have, and by what is left of each without one letter, or with all of them."""


def of(table: NameTable) -> Names:
    """The names of profiles that link; office titles are words as others are."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for form in table.forms:
        if _is_long(form.text) and any(one.link is not Linking.NEVER for one in form.candidates):
            for rest in _rests(form.text):
                found[len(form.text.split())][rest].append(form.text)
    return {count: dict(by_rest) for count, by_rest in found.items()}


def _is_long(words: str) -> bool:
    return ENOUGH <= len(words) <= LONGEST


def _rests(words: str) -> set[str]:
    """The words, and these without each of their letters: what is one letter apart has one in common."""
    return {words, *(words[:at] + words[at + 1 :] for at in range(len(words)))}


def told(
    paragraphs: Sequence[str], held: Sequence[Sequence[tuple[int, int]]], known: Names
) -> Mapping[str, str]:
    """Words that are nearly a name, and that name; what is `held` is known already."""
    found: dict[str, str] = {}
    for paragraph, spans in zip(paragraphs, held, strict=True):
        for run in names.NAME.finditer(paragraph):
            for start, words in _windows(run[0], known):
                begins = run.start() + start
                is_held = any(one < begins + len(words) and begins < other for one, other in spans)
                if not is_held and (name := _near(words, known[len(words.split())])):
                    found[words] = name
    return found


def _windows(run: str, known: Names) -> Iterator[tuple[int, str]]:
    """Each row of words of a run that is as long as some name, and where it begins."""
    ends = [0]
    for word in run.split():
        ends.append(run.index(word, ends[-1]) + len(word))
    for first in range(len(ends) - 1):
        for count in known:
            if first + count < len(ends):
                words = run[ends[first] : ends[first + count]]
                start = ends[first] + len(words) - len(words.lstrip())
                yield start, names.POSSESSIVE.sub("", words.strip(" ,;:."))


def _near(words: str, known: Mapping[str, Sequence[str]]) -> str | None:
    """The name that words are one letter from; figures and `Indian` for `India` are no slips."""
    if not _is_long(words):
        return None
    near = {name for rest in _rests(words) for name in known.get(rest, ())}
    found = min((name for name in near if OSA.distance(words, name) == 1), default=None)
    if found is None or words in near or (words[:-1] == found and words[-1] in MADE_OF_IT):
        return None
    return found if _figures(words) == _figures(found) else None


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())
