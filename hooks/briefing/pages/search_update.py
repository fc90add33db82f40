"""The search index after a few texts have changed: as if it were made anew, with few of its files read."""

from __future__ import annotations

import json
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from briefing.pages import search_entry, search_files
from briefing.pages.search_entry import Sectioned
from briefing.pages.search_files import BITS, DIRECTORY, as_browsers_sort, as_json, path
from briefing.pages.search_terms import Page, terms

Read = Callable[[str], bytes]
"""Gives what a file of the index holds, by its path below the site."""
Postings = Mapping[str, Mapping[int, int | None]]
"""Of each word that changes the pages by their numbers, with their new weights; none where a page lost it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page as search knows it, and which of its sentences and places are not of its text."""

    page: Page
    before: int
    """Sentences that stand before those of the text."""
    sections: int
    """Places that are sections of the text."""

    @classmethod
    def of(cls, page: Page, text: Sectioned) -> Told:
        """A page with the text that it has."""
        own = len(search_entry.sentences(search_entry.lead(text)))
        return cls(page, len(page.entry.sentences) - own, sum(bool(one.id) for one in text.sections))

    def retold(self, text: Sectioned) -> Told:
        """The page with another text."""
        entry = self.page.entry
        sentences = (*entry.sentences[: self.before], *search_entry.sentences(search_entry.lead(text)))
        sections = tuple(search_entry.sections(entry.location, text, entry.boost))
        places = (*sections, *self.page.places[self.sections :])
        return Told(Page(replace(entry, sentences=sentences), places), self.before, len(sections))


class Change(NamedTuple):
    """A page of the index, by its number there, before and after."""

    number: int
    old: Page
    new: Page


class Updated(NamedTuple):
    """What the index has now: files that are new or others, those that are gone, the bytes of all texts."""

    files: Mapping[str, bytes]
    gone: frozenset[str]
    size: int


def update(read: Read, changes: Iterable[Change], size: int) -> Updated | None:
    """The index after these changes; `size` is the bytes of all texts before.

    Nothing where so much has changed that other pages share files.
    """
    changes = tuple(changes)
    old: dict[str, Any] = json.loads(read(DIRECTORY))
    after = size + sum(_size(change.new) - _size(change.old) for change in changes)
    each = old["texts"]["each"]
    if search_files.together(after, len(old["kinds"])) != each:
        return None
    made: dict[str, bytes] = {}
    new = {**old, "texts": {"each": each, "files": _texts(read, changes, old["texts"], made)}}
    new["terms"], digests = _terms(read, _weights(changes), old["terms"], made)
    new["words"] = _recut(read, "words", old["words"], digests, made)
    gone = _paths(old) - _paths(new)
    return Updated({**made, DIRECTORY: as_json(new)}, gone, after)


def _size(page: Page) -> int:
    return search_files.size(search_files.text(page))


def _texts(
    read: Read, changes: Iterable[Change], old: Mapping[str, Any], made: dict[str, bytes]
) -> list[str]:
    files: list[str] = list(old["files"])
    by_file: defaultdict[int, list[Change]] = defaultdict(list)
    for change in changes:
        by_file[change.number // old["each"]].append(change)
    for at, inside in by_file.items():
        texts = json.loads(read(path("texts", files[at])))
        for change in inside:
            texts[change.number % old["each"]] = search_files.text(change.new)
        files[at] = search_files.put(made, "texts", texts)
    return files


def _weights(changes: Iterable[Change]) -> Postings:
    """What changes in the postings of which words."""
    found: defaultdict[str, dict[int, int | None]] = defaultdict(dict)
    for change in changes:
        old, new = terms(change.old), terms(change.new)
        for word in old.keys() | new.keys():
            if old.get(word) != new.get(word):
                found[word][change.number] = new.get(word)
    return found


Stretches = list[list[str]]
"""The files of a folder of words: the first word of each, and its name."""


def _terms(
    read: Read, changed: Postings, old: Stretches, made: dict[str, bytes]
) -> tuple[Stretches, dict[str, str | None]]:
    """The files of postings, and what the vocabulary is to say of the words whose postings are others."""
    held: dict[str, str] = {}
    for at in {_at(old, word) for word in changed}:
        held |= json.loads(read(path("terms", old[at][1])))
    written: dict[str, str | None] = {}
    digests: dict[str, str | None] = {}
    for word, pages in changed.items():
        posting = _posting(search_files.read(held.get(word, "")), pages)
        written[word] = search_files.written(posting) if posting else None
        digests[word] = search_files.digest(posting) if posting else None
    return _recut(read, "terms", old, written, made), digests


def _posting(posting: list[int], pages: Mapping[int, int | None]) -> list[int]:
    kept = [one for one in posting if one >> BITS not in pages]
    for number, weight in pages.items():
        if weight is not None:
            insort(kept, (number << BITS) + weight)
    return kept


def _at(stretches: Stretches, word: str) -> int:
    """The stretch in which a word stands, or would."""
    firsts = [as_browsers_sort(first) for first, _ in stretches]
    return max(bisect_right(firsts, as_browsers_sort(word)) - 1, 0)


def _recut(
    read: Read, folder: str, old: Stretches, values: Mapping[str, str | None], made: dict[str, bytes]
) -> Stretches:
    """The stretches with these words changed, cut anew up to where an old cut holds again."""
    changed: defaultdict[int, dict[str, str | None]] = defaultdict(dict)
    for word, value in values.items():
        changed[_at(old, word)][word] = value
    new: Stretches = []
    at = 0
    while at < len(old):
        if at not in changed:
            new.append(old[at])
            at += 1
            continue
        words: dict[str, str] = {}
        pieces: list[dict[str, str]] = []
        while at < len(old) and (at in changed or not pieces or not search_files.is_whole(pieces[-1])):
            words |= _edited(json.loads(read(path(folder, old[at][1]))), changed.get(at, {}))
            pieces = list(search_files.stretches(words.items()))
            at += 1
        new += [[next(iter(piece)), search_files.put(made, folder, piece)] for piece in pieces]
    return new


def _edited(words: Mapping[str, str], changed: Mapping[str, str | None]) -> dict[str, str]:
    whole = {**words, **changed}
    kept = {word: value for word, value in whole.items() if value is not None}
    return {word: kept[word] for word in sorted(kept, key=as_browsers_sort)}


def _paths(directory: Mapping[str, Any]) -> frozenset[str]:
    """The files that a directory names."""
    by_word = {path(folder, name) for folder in ("words", "terms") for _, name in directory[folder]}
    by_number = {path(folder, name) for folder in ("cards", "texts") for name in directory[folder]["files"]}
    return frozenset(by_word | by_number)
