"""Words as search compares them."""

import pytest

from briefing.pages.search_words import findable, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Talks, again", ["the", "talks", "again"]),
        ("Łukasz Żółć in Kraków", ["lukasz", "zolc", "in", "krakow"]),
        ("O’Brien and India's ministers'", ["obrien", "and", "india", "ministers"]),
        ("U.S.-India, e.g. at 3.5 km", ["us", "india", "eg", "at", "3", "5", "km"]),
        ("S. Jaishankar", ["s", "jaishankar"]),
        ("snake_case F-35", ["snake", "case", "f", "35"]),
        ("Straße AT&T", ["strasse", "at", "t"]),
        ("美国 and 한국", ["美", "国", "and", "한국"]),
        ("e\u0301tude ﬁnal so\u00adft", ["etude", "final", "soft"]),
        ("’ — …", []),
    ],
)
def test_a_text_falls_into_plain_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_what_stands_behind_an_apostrophe_is_found_by_itself() -> None:
    assert findable("L’accord d'Alma: don't") == ["laccord", "dalma", "dont", "accord", "alma"]


def test_no_word_is_longer_than_any_word_is() -> None:
    assert [len(word) for word in words("x" * 90)] == [40, 40, 10]


def test_two_words_with_a_hyphen_are_found_as_one() -> None:
    assert findable("De-risking the e-trade") == ["de", "risking", "the", "e", "trade", "derisking", "etrade"]
