"""The words of an assessment: how likely (ICD 203, PHIA), how confident, how good a source (Admiralty)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a scale: its words, and the range in per cent that they stand for."""

    index: int  # 1 is the least likely
    terms: tuple[str, ...]
    low: int
    high: int
    printed: str  # the range as the standard prints it

    @property
    def label(self) -> str:
        """All its words: `likely or probable`."""
        return " or ".join(self.terms)


@dataclass(frozen=True, slots=True)
class Scale:
    """A standard's words for likelihood, from the least likely band to the most."""

    id: str
    name: str
    bands: tuple[Band, ...]
    has_rows: bool  # the terms of a band are rows of words, not to be mixed in one product
    forms: tuple[tuple[str, str], ...] = ()  # other printed forms of a term, and the term

    @property
    def terms(self) -> tuple[str, ...]:
        """Every word that an author may write as a likelihood, the least likely first, row by row."""
        rows = max(len(band.terms) for band in self.bands)
        return tuple(band.terms[row] for row in range(rows) for band in self.bands if row < len(band.terms))

    def band_of(self, term: str) -> Band | None:
        """The band of a printed term, or nothing where the scale has no such term."""
        plain = self._plain(term)
        return next((band for band in self.bands if plain in band.terms), None)

    def row_of(self, term: str) -> int | None:
        """Which row of words a term is of, 1 or 2; nothing where the scale has no rows or no such term."""
        band = self.band_of(term)
        return band.terms.index(self._plain(term)) + 1 if self.has_rows and band else None

    def _plain(self, term: str) -> str:
        return dict(self.forms).get(term, term)


ICD203 = Scale(
    "icd203",
    "ICD 203",
    (
        Band(1, ("almost no chance", "remote"), 1, 5, "01-05%"),
        Band(2, ("very unlikely", "highly improbable"), 5, 20, "05-20%"),
        Band(3, ("unlikely", "improbable"), 20, 45, "20-45%"),
        Band(4, ("roughly even chance", "roughly even odds"), 45, 55, "45-55%"),
        Band(5, ("likely", "probable"), 55, 80, "55-80%"),
        Band(6, ("very likely", "highly probable"), 80, 95, "80-95%"),
        Band(7, ("almost certain", "nearly certain"), 95, 99, "95-99%"),
    ),
    has_rows=True,
    forms=(("improbably", "improbable"), ("probably", "probable"), ("almost certainly", "almost certain")),
)

# The gaps between the bands are the standard's own: a number in a gap has no word, and needs none.
PHIA = Scale(
    "phia",
    "PHIA Probability Yardstick",
    (
        Band(1, ("remote chance",), 0, 5, "up to ~5%"),
        Band(2, ("highly unlikely",), 10, 20, "~10-20%"),
        Band(3, ("unlikely",), 25, 35, "~25-35%"),
        Band(4, ("realistic possibility",), 40, 50, "~40 to <50%"),
        Band(5, ("likely", "probable"), 55, 75, "~55-75%"),
        Band(6, ("highly likely",), 80, 90, "~80-90%"),
        Band(7, ("almost certain",), 95, 100, "~95% and up"),
    ),
    has_rows=False,
    forms=(("likely or probable", "likely"),),
)

SCALES: Mapping[str, Scale] = MappingProxyType({scale.id: scale for scale in (ICD203, PHIA)})


class Confidence(StrEnum):
    """How good the basis of a judgement is; it says nothing of how likely the event is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"

    @property
    def marks(self) -> int:
        """How many of three marks are filled."""
        return list(Confidence).index(self) + 1


class Reliability(Enum):
    """How far a source has proved right over time. No order: F is not the worst, but not known."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def words(self) -> str:
        return RELIABILITY_WORDS[self]

    @property
    def is_judged(self) -> bool:
        return self is not Reliability.F


class Credibility(Enum):
    """How credible this one item is. No order: 6 is not the worst, but not known."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6

    @property
    def words(self) -> str:
        return CREDIBILITY_WORDS[self]

    @property
    def is_judged(self) -> bool:
        return self is not Credibility.CANNOT_BE_JUDGED


RELIABILITY_WORDS: Mapping[Reliability, str] = MappingProxyType(
    {
        Reliability.A: "Completely reliable",
        Reliability.B: "Usually reliable",
        Reliability.C: "Fairly reliable",
        Reliability.D: "Not usually reliable",
        Reliability.E: "Unreliable",
        Reliability.F: "Reliability cannot be judged",
    }
)
CREDIBILITY_WORDS: Mapping[Credibility, str] = MappingProxyType(
    {
        Credibility.CONFIRMED: "Confirmed by other sources",
        Credibility.PROBABLY_TRUE: "Probably true",
        Credibility.POSSIBLY_TRUE: "Possibly true",
        Credibility.DOUBTFUL: "Doubtful",
        Credibility.IMPROBABLE: "Improbable",
        Credibility.CANNOT_BE_JUDGED: "Truth cannot be judged",
    }
)


def likelihood_words(scale: Scale) -> tuple[str, ...]:
    """The words of a scale that tell a likelihood wherever they stand; not `remote`, which islands can be."""
    return tuple(term for term in (*scale.terms, *dict(scale.forms)) if term != "remote")


CONFIDENCE_WORDS = (
    *(f"{level} confidence" for level in (*Confidence, "medium")),
    *(f"confidence is {level}" for level in (*Confidence, "medium")),
    "highly confident",
    "moderately confident",
)
REMOTE = (
    "remote chance",
    "remote possibility",
    "remote likelihood",
    "chance is remote",
    "chances are remote",
)


def _finder(words: Iterable[str]) -> re.Pattern[str]:
    # Longest first: "very unlikely" is found whole. Underscores are Markdown's emphasis, not letters.
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    choice = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in ordered)
    # Probable cause is a standard of proof, no likelihood.
    return re.compile(rf"(?<![^\W_])(?!probable\s+cause)(?:{choice})(?![^\W_])", re.IGNORECASE)


ESTIMATIVE = _finder(
    (*(word for scale in SCALES.values() for word in likelihood_words(scale)), *REMOTE, *CONFIDENCE_WORDS)
)


def find_estimative(text: str) -> tuple[str, ...]:
    """The words of likelihood and confidence in a text, of any scale, each once and as it stands there."""
    return tuple(dict.fromkeys(" ".join(found[0].split()) for found in ESTIMATIVE.finditer(text)))
