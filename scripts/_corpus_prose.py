"""Prose in a language of our own: its common words are English, the others are invented and can be said."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

VOCABULARY = 20_000
COMMON = (
    "the of and to a in that is was for on with as by at from be this it are or an which not have had were "
    "has but its also been their one all when there into more no if out so up only about after than other "
    "some these two first new between such over any then under where while who each both through before "
    "during against same own most because without within since until among upon along around still here "
    "what how many much less few several further again three last"
)
ONSETS = (
    "b", "b", "br", "c", "ch", "d", "d", "dr", "f", "f", "g", "gr", "h", "k", "l", "l", "m", "m", "n", "n",
    "p", "p", "pr", "r", "r", "s", "s", "sh", "st", "t", "t", "th", "tr", "v", "w",
)  # fmt: skip
VOWELS = ("a", "a", "e", "e", "i", "i", "o", "o", "u", "ai", "ea", "ou")
CODAS = ("", "", "", "", "l", "m", "n", "n", "nd", "nt", "r", "r", "s", "st", "t")


@dataclass(frozen=True, slots=True)
class Language:
    """Words with the weights of all words up to each: the n-th is about 1/n as frequent as the first."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    @classmethod
    def of(cls, chance: random.Random) -> Language:
        invented = dict.fromkeys(COMMON.split())
        while len(invented) < VOCABULARY:
            # Frequent words are short.
            syllables = 1 + len(invented) // 600 if len(invented) < 1_200 else chance.choice((2, 3, 3, 3, 4))
            invented[invent(chance, syllables)] = None
        weights = (1 / (rank + 2.7) for rank in range(VOCABULARY))
        return cls(tuple(invented), tuple(itertools.accumulate(weights)))

    def some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=count)

    def heading(self, chance: random.Random, fewest: int = 3, most: int = 7) -> str:
        """A few words that begin with a capital."""
        return capitalised(" ".join(self.some(chance, chance.randint(fewest, most))))

    def sentence(self, chance: random.Random, length: int, names: Iterable[str] = ()) -> str:
        """One sentence, with the names strewn in."""
        words = self.some(chance, length)
        if length > 14:
            words[length // 2] += ","
        for name in names:
            words.insert(chance.randint(0, len(words)), name)
        return capitalised(" ".join(words)) + "."

    def paragraph(self, chance: random.Random, length: int, names: Sequence[str] = ()) -> str:
        """Sentences that come to about as many words as asked for, with the names among them."""
        lengths: list[int] = []
        while sum(lengths) < length - 5:
            lengths.append(min(chance.randint(8, 26), max(6, length - sum(lengths))))
        count = len(lengths)
        spread = [names[number::count] for number in range(count)]
        sentences = (self.sentence(chance, each, said) for each, said in zip(lengths, spread, strict=True))
        return " ".join(sentences)


def invent(chance: random.Random, syllables: int) -> str:
    """A word that no dictionary has, or only by accident."""
    parts = (
        chance.choice(ONSETS)
        + chance.choice(VOWELS)
        + (chance.choice(CODAS) if last or syllables == 1 else "")
        for last in (number == syllables - 1 for number in range(syllables))
    )
    return "".join(parts)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def body(
    language: Language, chance: random.Random, names: Sequence[str], link: str, *, has_note: bool
) -> str:
    """A document of about 600 words: three sections, a list, a footnote, links, and a box where asked for."""

    def prose(length: int, part: int) -> str:
        return language.paragraph(chance, length, names[part::7])

    words = language.some(chance, 10)
    stressed = f"{capitalised(words[0])} **{words[1]} {words[2]}** {words[3]} {link}."
    source = (
        f"{capitalised(words[4])} [{words[5]} {words[6]}](https://example.org/{chance.randrange(10**6)})."
    )
    box = f'!!! note "{capitalised(words[7])} {words[8]}"\n\n    {prose(30, 7)}\n\n' if has_note else ""
    items = "\n".join(f"- {language.sentence(chance, chance.randint(8, 14))}" for _ in range(4))
    return (
        f"{prose(75, 0)}\n\n"
        f"## {language.heading(chance)}\n\n"
        f"{prose(80, 1)}[^1]\n\n{prose(75, 2)} {stressed}\n\n"
        f"## {language.heading(chance)}\n\n"
        f"{prose(75, 3)}\n\n{items}\n\n{box}{prose(70, 4)}\n\n"
        f"## {language.heading(chance)}\n\n"
        f"{prose(80, 5)} {source}\n\n{prose(70, 6)}\n\n"
        f"[^1]: {language.sentence(chance, 12)}\n"
    )
