"""The search index as files: what each word weighs, and how that is written."""

import json
from collections.abc import Mapping

from briefing.pages import search_files
from briefing.pages.search_entry import Entry
from briefing.pages.search_files import SIGNS
from briefing.pages.search_terms import BODY, CALLED, HEADING, MOST, SUMMARY, TITLE, Page, terms

INDIA = Entry("actors/india/", "India", names=("India", "Republic of India"), kind="actor")
TALKS = Entry(
    "articles/talks/", "Talks", ("They met.",), summary="India met.", kind="article", day="2025-11-03"
)
PLACE = Entry("articles/talks/#why", "Why now", ("Trade grew.",))


def weights(entry: Entry, *places: Entry) -> Mapping[str, int]:
    return terms(Page(entry, places))


def read(files: Mapping[str, bytes], folder: str) -> dict[str, str]:
    """All words of the files in a folder."""
    found: dict[str, str] = {}
    for path, content in files.items():
        if path.startswith(f"search/{folder}/"):
            found |= json.loads(content)
    return found


def test_a_word_counts_by_where_it_stands() -> None:
    found = weights(TALKS, PLACE)

    assert found["talks"] == TITLE
    assert found["india"] == SUMMARY
    assert found["why"] == HEADING
    assert 1 <= found["trade"] <= BODY
    assert found["met"] == SUMMARY + found["they"]


def test_a_word_that_is_a_whole_name_counts_more_than_one_within_a_name() -> None:
    found = weights(INDIA)

    assert found["india"] == CALLED + TITLE
    assert CALLED > found["republic"] > TITLE


def test_names_are_found_as_they_are_typed() -> None:
    found = weights(Entry("actors/x/", "X", names=("Conan O’Brien", "Al-Assad")))

    assert {"conan", "obrien", "brien", "al", "assad", "alassad"} <= found.keys()


def test_a_word_weighs_more_the_more_often_it_is_said_and_never_more_than_can_be_written() -> None:
    once = weights(Entry("a/b/", "B", ("harbour and more",)))["harbour"]
    often = weights(Entry("a/b/", "B", ("harbour " * 50,)))["harbour"]
    everywhere = Entry("a/b/", "B", ("b " * 500,), ("b",), ("B",), summary="b")

    assert once < often <= BODY
    assert weights(everywhere)["b"] <= MOST < len(SIGNS)


def test_what_holds_no_longer_weighs_half() -> None:
    whole = weights(Entry("a/b/", "Harbour"))["harbour"]

    assert weights(Entry("a/b/", "Harbour", boost=0.5))["harbour"] == whole // 2


def test_profiles_come_first_and_the_newest_document_last() -> None:
    old = Entry("briefs/old/", "Old", kind="brief", day="2024-01-01")

    files = search_files.files([TALKS, old, INDIA])

    assert json.loads(files["search/directory.json"])["kinds"] == "abr"


def test_the_pages_of_a_word_are_written_as_steps_and_weights() -> None:
    entries = [
        Entry(f"a/{number:04}/", "Harbour" if number in (0, 1, 60, 3000) else "x") for number in range(3001)
    ]

    written = read(search_files.files(entries), "terms")["harbour"]

    weight = SIGNS[TITLE]
    far = SIGNS[41 + 2939 % 41] + SIGNS[41 + 2939 // 41 % 41] + SIGNS[2939 // 41**2]
    assert (
        written == f"{SIGNS[0]}{weight}{SIGNS[0]}{weight}{SIGNS[41 + 58 % 41]}{SIGNS[1]}{weight}{far}{weight}"
    )


def test_cards_and_texts_hold_what_is_shown() -> None:
    files = search_files.files([TALKS, PLACE])

    (card,) = (json.loads(content) for path, content in files.items() if "/cards/" in path)
    (text,) = (json.loads(content) for path, content in files.items() if "/texts/" in path)
    assert card == [["articles/talks/", "Talks", "India met."]]
    assert text == [["They met.", ["why", "Why now", [], "Trade grew."]]]


def test_hidden_names_are_in_no_file_that_is_shown() -> None:
    topic = Entry("topics/sea/", "Sea", names=("Sea", "indopacific"), kind="topic")

    found = {
        path.split("/")[1]
        for path, content in search_files.files([topic]).items()
        if b"indopacific" in content
    }

    assert {"words", "terms"} <= found <= {"words", "terms", "directory.json"}


def test_a_changed_text_leaves_most_files_as_they_are() -> None:
    entries = [
        Entry(
            f"a/{number:04}/",
            f"Page {number}",
            (" ".join(f"w{(number * 7 + at) % 997}" for at in range(300)),),
        )
        for number in range(300)
    ]
    changed = [
        *entries[:150],
        Entry("a/0150/", "Page 150", (f"{entries[150].sentences[0]} w1",)),
        *entries[151:],
    ]

    before, after = search_files.files(entries), search_files.files(changed)

    assert len(before.keys() ^ after.keys()) <= 8 < len(before) // 3


def test_a_name_holds_no_digit_and_follows_the_content() -> None:
    one, other = search_files.files([TALKS]), search_files.files([INDIA])

    names = {
        path.rpartition("/")[2].partition(".")[0] for path in {*one, *other} if path != search_files.DIRECTORY
    }
    assert all(name.isalpha() for name in names)
    assert one.keys() & other.keys() == {search_files.DIRECTORY}


def test_as_scripts_the_files_hand_over_the_same() -> None:
    files = search_files.files([TALKS])

    scripts = dict(search_files.as_scripts(files.items()))

    assert {path.replace(".json", ".js") for path in files} == scripts.keys()
    for path, content in files.items():
        assert scripts[path.replace(".json", ".js")] == b"briefingFile(%b);\n" % content
