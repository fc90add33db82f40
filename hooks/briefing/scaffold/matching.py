"""What a few typed words may mean among the things to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, utils

from briefing.scaffold.known import Choice

LIKENESS = 72.0
"""How alike words and a choice must be, of 100, where they do not stand in any."""


def find(words: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices in which every word stands, the shortest first; where there is none, the most similar."""
    offered = {choice: utils.default_process(f"{choice.id} {choice.label}") for choice in choices}
    typed = utils.default_process(words)
    if not typed:
        return tuple(offered)
    holding = [choice for choice, text in offered.items() if all(word in text for word in typed.split())]
    if holding:
        return tuple(sorted(holding, key=lambda choice: (len(offered[choice]), choice)))
    alike = sorted((-likeness(typed, text), choice) for choice, text in offered.items())
    return tuple(choice for negative, choice in alike if -negative >= LIKENESS)


def likeness(typed: str, offered: str) -> float:
    """How alike two texts are, of 100, wherever in the longer the shorter stands."""
    return max(fuzz.partial_ratio(typed, offered), fuzz.token_set_ratio(typed, offered))


def exactly(words: str, choices: Iterable[Choice]) -> Choice | None:
    """The one choice whose id or label was typed in full."""
    typed = words.strip().casefold()
    found = [choice for choice in choices if typed in (choice.id.casefold(), choice.label.casefold())]
    return found[0] if len(found) == 1 else None
