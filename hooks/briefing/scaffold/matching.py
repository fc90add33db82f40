"""What a few typed words may mean among the things to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, utils

from briefing.model import slug
from briefing.model.ref import PROFILES, Kind
from briefing.scaffold.known import Choice, Known

LIKENESS = 80.0
"""How alike words and a choice must be, of 100, where they do not stand in any."""
ENOUGH = 4
"""Letters from which on words are looked for inside of others, and may have slips."""


class Found(NamedTuple):
    """What words may mean."""

    choices: tuple[Choice, ...]
    is_guess: bool = False
    """The words stand in none of them: these are like them."""

    @property
    def is_sure(self) -> bool:
        return bool(self.choices) and not self.is_guess


def find(words: str, choices: Iterable[Choice]) -> Found:
    """What is called so, then what the words stand in, the shortest first; else what is much like them."""
    offered = tuple(choices)
    typed = folded(words)
    if not typed:
        return Found(offered)
    ranks = [(rank, len(one.id) + len(one.label), one) for one in offered if (rank := _rank(typed, one))]
    if ranks or len(typed) < ENOUGH:
        return Found(tuple(one for *_, one in sorted(ranks)))
    alike = sorted((-likeness(typed, one), one) for one in offered)
    return Found(tuple(one for negative, one in alike if -negative >= LIKENESS), is_guess=True)


def by_id(words: str, choices: Iterable[Choice]) -> Found:
    """What has the words in its id: nothing that is like them, and nothing that is only described so."""
    typed = folded(words)
    return Found(tuple(one for one in choices if not typed or _stand(typed, folded(one.id))))


def exactly(words: str, choices: Iterable[Choice]) -> Choice | None:
    """The one choice whose id was typed in full, else whose name, else that is also called so."""
    typed, offered = folded(words), tuple(choices)
    for found in (
        [one for one in offered if typed == folded(one.id)],
        [one for one in offered if typed == folded(one.label)],
        [one for one in offered if typed in map(folded, one.also)],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def called(name: str, kind: Kind, known: Known) -> tuple[str, ...]:
    """The documents that have a name already, as links write them; a profile shares names with all others."""
    typed = folded(name)
    return tuple(
        f"{one}/{choice.id}"
        for one in (sorted(PROFILES) if kind in PROFILES else (kind,))
        for choice in known.choices[one]
        if typed and typed in map(folded, (choice.label, *choice.also))
    )


def likeness(typed: str, choice: Choice) -> float:
    """How alike words and a choice are, of 100: as a whole, or each word to one of its words."""
    names = [folded(name) for name in choice.names]
    held = {word for name in names for word in name.split()}
    return max(
        max(fuzz.ratio(typed, name) for name in names),
        min(max((fuzz.ratio(word, one) for one in held), default=0.0) for word in typed.split()),
    )


def folded(text: str) -> str:
    """Words alone, in small letters without their marks: `U.S.` is `us`."""
    return " ".join(utils.default_process(slug.plain(text).replace(".", "")).split())


def _rank(typed: str, choice: Choice) -> int:
    """1 for what is called so, 2 where the words stand in its name, 3 in its other names, 0 nowhere."""
    if typed in map(folded, choice.names):
        return 1
    if _stand(typed, folded(f"{choice.id} {choice.label}")):
        return 2
    return 3 if _stand(typed, folded(" ".join(choice.names))) else 0


def _stand(typed: str, text: str) -> bool:
    """Whether every word stands in a text: a short one where a word begins, a longer one anywhere."""
    return all(f" {word}" in f" {text}" or (len(word) >= ENOUGH and word in text) for word in typed.split())
