"""The search index says the same as a look at every page, whatever the pages are."""

import json
import re
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.pages import search_files, search_update
from briefing.pages.search_entry import Entry, sentences
from briefing.pages.search_files import BITS, HALF, SIGNS, Index
from briefing.pages.search_terms import Page, pages, terms
from briefing.pages.search_update import Change
from briefing.pages.search_words import findable, words

TEXT = st.text(st.sampled_from("abcdeéłßÅ’'.- \n美한🙂"), max_size=30)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    found: list[Entry] = []
    for number in range(draw(st.integers(0, 12))):
        day = draw(st.sampled_from(["", "2024-05-01", "2025-11-03"]))
        names = tuple(draw(st.lists(TEXT, max_size=2)))
        found.append(Entry(f"p/{number}/", draw(TEXT), (draw(TEXT),), (), names, 1, draw(TEXT), "actor", day))
        if draw(st.booleans()):
            found.append(Entry(f"p/{number}/#a", draw(TEXT), (draw(TEXT),)))
    return found


def read(written: str) -> list[tuple[int, int]]:
    """The pages and weights behind a word, as the browser reads them."""
    found: list[tuple[int, int]] = []
    signs = iter(written)
    expected = 0
    for sign in signs:
        step, scale, value = 0, 1, SIGNS.index(sign)
        while value >= HALF:
            step += (value - HALF) * scale
            scale *= HALF
            value = SIGNS.index(next(signs))
        expected += step + value * scale
        found.append((expected, SIGNS.index(next(signs))))
        expected += 1
    return found


def stored(files: dict[str, bytes], directory: dict[str, list[list[str]]], folder: str) -> dict[str, str]:
    """What the files of the directory hold, which must be in order and overlap nowhere."""
    found: dict[str, str] = {}
    rows = directory[folder]
    assert rows == sorted(rows, key=lambda row: row[0].encode("utf-16-be"))
    for first, name in rows:
        content = json.loads(files[f"search/{folder}/{name}.json"])
        assert min(content, key=lambda word: word.encode("utf-16-be")) == first
        found |= content
    return found


@given(entries())
def test_every_word_leads_to_the_pages_that_have_it_and_to_no_other(given_entries: list[Entry]) -> None:
    files = search_files.files(given_entries)

    directory = json.loads(files["search/directory.json"])
    inside = {word: read(written) for word, written in stored(files, directory, "terms").items()}
    in_order = sorted(pages(given_entries), key=lambda page: (page.entry.day, page.entry.location))
    looked_at = [terms(page) for page in in_order]
    words = {word for one in looked_at for word in one}
    assert inside == {
        word: [(number, one[word]) for number, one in enumerate(looked_at) if word in one] for word in words
    }
    assert stored(files, directory, "words").keys() == words


@given(entries())
def test_the_order_of_pages_changes_no_byte(given_entries: list[Entry]) -> None:
    turned = [entry for page in reversed(list(pages(given_entries))) for entry in (page.entry, *page.places)]

    assert search_files.files(turned) == search_files.files(given_entries)


@given(entries())
def test_texts_and_cards_stand_in_files_by_the_numbers_of_their_pages(given_entries: list[Entry]) -> None:
    index, made = search_files.made(given_entries)
    files = dict(made)

    directory = json.loads(files["search/directory.json"])
    for folder, shown in (("texts", search_files.text), ("cards", search_files.card)):
        held = [json.loads(files[f"search/{folder}/{name}.json"]) for name in directory[folder]["files"]]
        assert [one for file in held for one in file] == [shown(page) for page in index.pages]
        assert all(len(file) == directory[folder]["each"] for file in held[:-1])
    assert index.size == sum(len(search_files.as_json(search_files.text(page))) for page in index.pages)


@given(st.lists(st.tuples(st.integers(0, 200_000), st.integers(1, 81)), unique_by=lambda one: one[0]))
def test_what_is_written_can_be_read(posting: list[tuple[int, int]]) -> None:
    posting.sort()

    assert read(search_files.written([number << BITS | weight for number, weight in posting])) == posting


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, search_files.MASK - 46)), max_size=30))
def test_what_is_written_of_a_word_can_be_read_back(pages_and_weights: list[tuple[int, int]]) -> None:
    posting = sorted((page << BITS) + weight for page, weight in dict(pages_and_weights).items())

    assert search_files.read(search_files.written(posting)) == posting


WORDS = st.lists(st.sampled_from([f"w{number}é" for number in range(60)]), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_an_index_brought_up_to_date_is_one_made_anew(texts: list[list[str]], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_files, "LEAST", 40)
        patch.setattr(search_files, "MOST", 160)
        patch.setattr(search_files, "ONE_IN", 3)
        patch.setattr(search_files, "TEXTS", 300)
        old, made = search_files.made(page_of(number, words) for number, words in enumerate(texts))
        files = dict(made)
        numbers = data.draw(st.sets(st.integers(0, len(texts) - 1), min_size=1))
        new = {number: told(old.pages[number], data.draw(WORDS)) for number in sorted(numbers)}
        changes = [Change(number, old.pages[number], page) for number, page in new.items()]

        updated = search_update.update(files.__getitem__, changes, old.size)

        entries = [new.get(number, page).entry for number, page in enumerate(old.pages)]
        whole, anew = search_files.made(entries)
        if updated is None:
            assert together(whole) != together(old)
        else:
            kept = {name: content for name, content in files.items() if name not in updated.gone}
            assert kept | dict(updated.files) == dict(anew)
            assert updated.size == whole.size


def together(index: Index) -> int:
    return search_files.together(index.size, len(index.pages))


def page_of(number: int, words: list[str]) -> Entry:
    return Entry(f"p/{number:03}/", f"P{number}", (" ".join(words),))


def told(page: Page, words: list[str]) -> Page:
    return Page(replace(page.entry, sentences=(" ".join(words),)), page.places)


@given(st.text(st.sampled_from("aeé_1.!?' \n\t\v\u2028"), max_size=30))
def test_a_sentence_ends_after_a_word_and_its_stop_and_at_every_line_break(paragraph: str) -> None:
    ends = re.compile(r"(?<=\w\w[.!?])\s+|\n")

    assert sentences([paragraph]) == tuple(line.replace("\v", "") for line in ends.split(paragraph) if line)


@given(st.text(st.sampled_from(f"{string.ascii_letters}{string.punctuation}189 \n"), max_size=100))
def test_words_are_the_same_whatever_stands_beside_them(text: str) -> None:
    assert words(f"{text} 美") == [*words(text), "美"]
    assert set(findable(f"{text} 美")) == {*findable(text), "美"}


@given(st.lists(st.sampled_from(["a", "s", "'", "-", "_", " ", "abc", "x" * 39]), max_size=12))
def test_apostrophes_and_long_words_are_the_same_whatever_stands_beside_them(parts: list[str]) -> None:
    text = "".join(parts)

    assert words(f"{text} 美") == [*words(text), "美"]
    assert sorted(findable(f"{text} 美")) == sorted([*findable(text), "美"])


@given(st.text(st.sampled_from("aUS.' \n"), max_size=20))
def test_letters_with_dots_are_one_word(text: str) -> None:
    joined = re.sub(r"\b(?:[a-z]\.){2,}", lambda found: found[0].replace(".", ""), text.lower())

    assert words(text) == words(joined)
