"""The search index as small files, of which a query loads few.

`search/directory.json` lists all others. `words/` holds the vocabulary, for beginnings of words and for
slips; `terms/` which pages have a word and how much they are about it, both by stretches of the alphabet;
`cards/` what the list of results shows of each page; `texts/` what it shows of the first few, and what
phrases are looked for in. All but the directory are named after what they hold, so that browsers keep them.

A page is a number: profiles come first, then documents from the oldest to the newest, so that a new document
leaves the numbers of the others as they are.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from briefing.pages import from_disk
from briefing.pages.search_entry import Entry
from briefing.pages.search_terms import Page, pages, terms

FOLDER = "search/"
DIRECTORY = f"{FOLDER}directory.json"
ENTRIES = f"{FOLDER}search_index.json"
"""Not one of them, but the search plugin's own file, which other tools read."""
SIGNS = "".join(char for char in map(chr, range(33, 127)) if not char.isdigit() and char not in '"\\')
"""How numbers are written: no digits, which could pass for years, and nothing that JSON must escape."""
HALF = len(SIGNS) // 2
BITS, MASK = 7, 127
FAR = HALF << BITS
PAIRS = tuple(sign + weight for sign in SIGNS[:HALF] for weight in SIGNS.ljust(MASK + 1))
"""A short step and a weight, as they are written."""
LEAST, MOST = 16_000, 40_000
"""Characters of a stretch of the alphabet; between the two, what a word is decides whether it is the last."""
ONE_IN = 16
CARDS = 16
"""Pages whose cards share a file."""
TEXTS = 56_000
"""Bytes of a file of texts, on average over the site."""
KINDS: Mapping[str, str] = MappingProxyType(
    {"actor": "a", "agreement": "g", "article": "r", "brief": "b", "topic": "t", "page": "p"}
)
NAME = 10
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")

File = tuple[str, bytes]
"""A file of the index: its path below the site, and what it holds."""


class Index(NamedTuple):
    """What all files are made of."""

    pages: Sequence[Page]
    """Each at the place that is its number."""
    size: int
    """The bytes of all texts."""


def files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """The whole index: path below the site, and content."""
    return dict(made(entries)[1])


def made(entries: Iterable[Entry]) -> tuple[Index, Iterator[File]]:
    """The index of a site, and its files one by one: together they would take much memory."""
    found = sorted(pages(entries), key=_order)
    texts = [as_json(text(page)) for page in found]
    index = Index(found, sum(map(len, texts)))
    return index, _files(index, texts)


def _files(index: Index, texts: list[bytes]) -> Iterator[File]:
    found = index.pages
    directory: dict[str, object] = {"kinds": "".join(KINDS[page.entry.kind] for page in found)}
    directory["texts"] = yield from _by_number("texts", together(index.size, len(found)), texts)
    del texts  # the words need the room
    directory["cards"] = yield from _by_number("cards", CARDS, [as_json(card(page)) for page in found])
    postings = _postings(map(terms, found))
    vocabulary = sorted(postings, key=as_browsers_sort)
    for folder, told in (("words", digest), ("terms", written)):
        rows: list[list[str]] = []
        for one in stretches((word, told(postings[word])) for word in vocabulary):
            content = as_json(one)
            rows.append([next(iter(one)), name_of(content)])
            yield path(folder, name_of(content)), content
        directory[folder] = rows
    yield DIRECTORY, as_json(directory)


def _by_number(folder: str, each: int, shown: Sequence[bytes]) -> Generator[File, None, dict[str, object]]:
    """What is shown of pages, in files of so many; the directory's word of it comes last."""
    names: list[str] = []
    for start in range(0, len(shown), each):
        content = b"[%b]" % b",".join(shown[start : start + each])
        names.append(name_of(content))
        yield path(folder, names[-1]), content
    return {"each": each, "files": names}


def as_scripts(files: Iterable[File]) -> Iterator[File]:
    """The same index for pages that a browser opens from a disk: it loads scripts from there, and no data."""
    return ((f"{path.removesuffix('.json')}.js", from_disk.script(content)) for path, content in files)


def name_of(content: bytes) -> str:
    """The name that a file has by what it holds, in letters alone: digits can pass for years."""
    return hashlib.sha256(content).hexdigest()[:NAME].translate(LETTERS)


def put(made: dict[str, bytes], folder: str, value: object) -> str:
    """The name of a file that is put to those made."""
    content = as_json(value)
    name = name_of(content)
    made[path(folder, name)] = content
    return name


def path(folder: str, name: str) -> str:
    """Where a file of the index lies below the site."""
    return f"{FOLDER}{folder}/{name}.json"


def stretches(values: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The words in their order, cut where a word says so: a change then moves few of the cuts."""
    stretch: dict[str, str] = {}
    size = 0
    for word, value in values:
        stretch[word] = value
        size += len(word) + len(value) + 6
        if _ends(word, size):
            yield stretch
            stretch, size = {}, 0
    if stretch:
        yield stretch


def is_whole(stretch: Mapping[str, str]) -> bool:
    """Whether a stretch ends where it does because its last word says so."""
    size = sum(len(word) + len(value) + 6 for word, value in stretch.items())
    return not stretch or _ends([*stretch][-1], size)


def _ends(word: str, size: int) -> bool:
    return size > MOST or (size > LEAST and not zlib.crc32(word.encode()) % ONE_IN)


def as_browsers_sort(word: str) -> bytes:
    """JavaScript compares the halves of what UTF-16 writes in two."""
    return word.encode("utf-16-be")


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _order(page: Page) -> tuple[str, str]:
    return page.entry.day, page.entry.location


def _postings(weights: Iterable[Mapping[str, int]]) -> dict[str, array[int]]:
    """Of each word the pages that have it: the page's number, and its weight in the last `BITS`."""
    found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for number, one in enumerate(weights):
        here = number << BITS
        for word, weight in one.items():
            found[word].append(here + weight)
    return found


def written(posting: Sequence[int]) -> str:
    """Each page as the distance from the one before, and its weight as one sign."""
    parts: list[str] = []
    expected = 0
    for one in posting:
        step = one - expected
        expected = (one | MASK) + 1
        while step >= FAR:
            more, rest = divmod(step >> BITS, HALF)
            parts.append(SIGNS[HALF + rest])
            step = more << BITS | step & MASK
        parts.append(PAIRS[step])
    return "".join(parts)


def read(text: str) -> list[int]:
    """The posting that was `written` so."""
    found: list[int] = []
    at = expected = 0
    while at < len(text):
        gap, worth = 0, 1
        while (sign := SIGNS.index(text[at])) >= HALF:
            gap, worth, at = gap + (sign - HALF) * worth, worth * HALF, at + 1
        one = expected + ((gap + sign * worth) << BITS) + SIGNS.index(text[at + 1])
        found.append(one)
        expected, at = (one | MASK) + 1, at + 2
    return found


def digest(posting: Sequence[int]) -> str:
    """Of a word, its greatest weight and how common it is."""
    return SIGNS[max(map(MASK.__and__, posting))] + SIGNS[min(len(posting), len(SIGNS)) - 1]


def card(page: Page) -> list[object]:
    """Where it is, and after that of what language where it is not the site's; then what is shown of it."""
    entry = page.entry
    return [f"{entry.location} {entry.language}".rstrip(), entry.title, entry.summary, *entry.tags]


def text(page: Page) -> list[object]:
    """The text before the first heading, then place by place: anchor, title, tags and text."""
    places = [
        [place.location.partition("#")[2], place.title, list(place.tags), "\n".join(place.sentences)]
        for place in page.places
    ]
    return ["\n".join(page.entry.sentences), *places]


def size(text: object) -> int:
    """The bytes that a page's text takes in a file."""
    return len(as_json(text))


def together(total: int, pages: int) -> int:
    """How many pages share a file of texts, given the bytes of all."""
    mean = total / (pages or 1)
    return max(1, min(CARDS, round(TEXTS / (mean or 1))))
