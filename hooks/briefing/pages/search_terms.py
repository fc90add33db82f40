"""How much a page is about each word; this depends on its own entries alone, and can be kept with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.pages import spelling
from briefing.pages.search_entry import Entry
from briefing.pages.search_words import findable, words

CALLED, NAMED, TITLE, SUMMARY, HEADING, BODY = 40, 18, 12, 5, 4, 6
"""What a word counts at most: as the whole name, in a name, in the title and so on."""
SPREAD, TYPICAL = 1.5, 400
"""Of a body of the typical number of words, one that stands `SPREAD` times in it counts half of the most."""
MOST = 81


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the places on it."""

    entry: Entry
    places: tuple[Entry, ...]


def pages(entries: Iterable[Entry]) -> Iterator[Page]:
    """The entries, page by page; a page stands before the places on it."""
    page: Entry | None = None
    places: list[Entry] = []
    for entry in entries:
        if entry.is_page:
            if page:
                yield Page(page, tuple(places))
            page, places = entry, []
        else:
            places.append(entry)
    if page:
        yield Page(page, tuple(places))


def terms(page: Page) -> Mapping[str, int]:
    """The words under which a page is found, each with its weight, from 1 to `MOST`."""
    entry, places = page.entry, page.places
    texts = chain(entry.sentences, *(place.sentences for place in places))
    found = _of_body(Counter(findable("\n".join(texts))))
    headings = chain(*((place.title, *place.tags) for place in places), entry.tags)
    for points, said in ((HEADING, "\n".join(headings)), (SUMMARY, entry.summary), (TITLE, entry.title)):
        for word in set(findable(said)):
            found[word] = found.get(word, 0) + points
    for word, points in _of_names(entry.names).items():
        found[word] = min(found.get(word, 0) + points, MOST)
    if entry.boost != 1:
        return {word: int(points * entry.boost) or 1 for word, points in found.items()}
    return found


def _of_body(counts: Mapping[str, int]) -> dict[str, int]:
    size = SPREAD * (0.25 + 0.75 * sum(counts.values()) / TYPICAL)
    points = {count: int(BODY * count / (count + size)) or 1 for count in set(counts.values())}
    return {word: points[count] for word, count in counts.items()}


def _of_names(names: Sequence[str]) -> dict[str, int]:
    """A word that is a whole name counts most: who types `India` means India before its trade deal."""
    found: dict[str, int] = {}
    for name in names:
        parts = words(name)
        points = CALLED if len(parts) == 1 else NAMED + NAMED // (len(parts) or 1)
        otherwise = {part for spelt in spelling.words([name]) for part in words(spelt) if len(part) > 1}
        for word in {*findable(name), *otherwise}:
            found[word] = max(found.get(word, 0), points if word in parts else NAMED)
    return found
