"""Canaries: words planted in every field are found where they may be read, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import _proof_canaries as canaries
import _proof_sites as sites
from _proof_canaries import WORD, YEAR, Planted
from _proof_ground import LEVELS
from _proof_report import Leak, Step, difference
from _proof_root import Files
from _proof_search import Search, excerpt
from _proof_sites import BUNDLED, Press
from _proof_visible import visible
from briefing.model.marking import Audience

UNSHOWN = re.compile(
    r"(?:.*\.)?(?:id|not|withdrawn_because)|id of source|id of author"
    r"|.*\.unchecked\..+|.*\.events\.(?:dates\.)?sources\.(?:note|origin|publisher|url)|stray"
)
"""Fields that no page prints here: ids of parts, what only checks read, what withdrawn documents say …

A new field that no reader sees is added here, for the proof asks where its words are.
"""
SIZES = re.compile(r"manifest\.json|assets/VENDORED\.json|.*(?:sbom|bom|cdx)[^/]*")
"""Files of sums and sizes, which hold numbers that are no years."""
OURS = (".html", ".xml", ".json", ".ics", ".gz")
HIDDEN_NAMES = "topics.hidden"
"""Misspellings, for search alone."""
SEARCH = "search/"
MOST = 20
"""Leaks that are told of one site."""


@dataclass(frozen=True)
class Watch:
    """Searches sites for the words of a planted root."""

    planted: Planted
    by_year: bool = True
    """Whether no other content says years of those centuries."""
    search: Search = field(default_factory=lambda: Search(WORD))

    def step(self, name: str, audience: Audience, site: Files, *, shows: bool = True) -> Step:
        """Everything that a site says which it must not; where it `shows` the root, also what is missing."""
        step = Step(name, audience.name)
        step.count_site(site)
        highest = LEVELS.index(audience.highest)
        found: set[str] = set()
        leaks: list[Leak] = []
        for file, hit in self.search.site(site):
            found.add(hit.word)
            if int(hit.word[2]) > highest:
                place = self.planted.places.get(hit.word, "a word that was cut")
                way = f" ({hit.way})" if hit.way else ""
                leaks.append(Leak(file, hit.offset, f"{hit.word} of {place}{way}", hit.around))
        leaks += self._misspellings(site, highest)
        leaks += years(site, highest) if self.by_year else ()
        held = {word for word in self.planted.places if int(word[2]) > highest}
        step.count(words_above=len(held), fields_above=len({self.planted.places[word] for word in held}))
        if shows:
            may_see = self.planted.places.keys() - held
            step.count(words_that_may_be_seen=len(may_see), of_them_found=len(may_see & found))
            leaks += list(self._missing(may_see - found))
        step.leaks += leaks[:MOST]
        return step

    def _missing(self, words: set[str]) -> Iterator[Leak]:
        """What may be seen and is not there, though it should be: then the search proves nothing."""
        for word in sorted(words):
            place = self.planted.places[word]
            if not UNSHOWN.fullmatch(place):
                yield Leak("(nowhere)", 0, f"{word} of {place} may be seen and was not found", "")

    def _misspellings(self, site: Files, highest: int) -> Iterator[Leak]:
        words = [
            word.encode()
            for word, place in self.planted.places.items()
            if place == HIDDEN_NAMES and int(word[2]) <= highest
        ]
        for name, data in site.items():
            if not name.removeprefix(BUNDLED).startswith(SEARCH):
                found = next((word for word in words if word in data), None)
                if found:
                    at = data.index(found)
                    yield Leak(name, at, "a hidden name of a topic is shown", excerpt(data, at, len(found)))


def years(site: Files, highest: int) -> Iterator[Leak]:
    """Years of fields above the marking, in all that is written by us."""
    for name, data in site.items():
        if (name.endswith(OURS) or "." not in name) and not SIZES.fullmatch(name.removeprefix(BUNDLED)):
            for found in YEAR.finditer(data):
                if int(found[1]) - 5 > highest:
                    yield Leak(
                        name, found.start(), "a year of what is above", excerpt(data, found.start(), 4)
                    )


@dataclass(frozen=True)
class Canaries:
    """The planted root, through the pure stages and through whole builds."""

    press: Press
    planted: Planted

    def pure(self, audiences: Sequence[Audience]) -> list[Step]:
        """Nothing is found that may not be seen; and without it, the same site is made."""
        watch, files = Watch(self.planted), self.planted.root.all()
        checked = self.press.check(files, self.planted.root.authors)
        errors = [str(one) for one in checked.problems if one.is_error]
        steps = []
        for audience in audiences:
            site = self.press.site(checked, audience)
            step = watch.step("a word in every field", audience, site)
            step.leaks += [
                Leak("(content)", 0, f"the planted content has an error: {one}", "") for one in errors[:3]
            ]
            low = visible(files, audience, self.press.settings.marking)
            below = self.press.site(self.press.check(low, self.planted.root.authors), audience)
            leak = difference(site, below)
            step.leaks += [leak] if leak else []
            steps.append(step)
        return steps

    def built(self, audiences: Sequence[Audience], say: Callable[[str], None]) -> list[Step]:
        """The same in the files that build.py writes, the theme's and the search plugin's among them."""
        canaries.take_the_tools_pages(self.planted)
        watch, layers = Watch(self.planted), self.planted.root.layers(self.press.settings)
        steps = []
        for audience in audiences:
            say(f"A word in every field, built for {audience.name}")
            with TemporaryDirectory(prefix="briefing-proof-") as folder:
                site = sites.built(layers, audience, Path(folder), papers=self.press.papers)
            steps.append(watch.step("a word in every field, built", audience, site))
        return steps
