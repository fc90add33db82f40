"""Names as readers type them."""

import pytest

from briefing.pages import spelling


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("José Müller-Groß", "Jose Muller-Gross"),
        ("Søren Ærø", "Soren AEro"),
        ("O’Brien", "O'Brien"),
        ("Ra‘ad ʿAbd", "Ra'ad 'Abd"),
        ("Indo‑Pacific", "Indo-Pacific"),
        ("İstanbul ılık", "Istanbul ilik"),
        ("한국", "한국"),
        ("Đặng Þór Œuvre", "Dang Thor OEuvre"),
    ],
)
def test_a_name_folds_to_what_a_plain_keyboard_types(name: str, typed: str) -> None:
    assert spelling.fold(name) == typed


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Łukasz", "łukasz"),
        ("Łukasz", "lukasz"),
        ("Conan O’Brien", "o’brien"),
        ("Conan O’Brien", "o'brien"),
        ("Conan O’Brien", "obrien"),
        ("Conan O’Brien", "brien"),
        ("Al-Assad", "assad"),
        ("Al-Assad", "alassad"),
        ("U.S.", "us"),
        ("AT&T", "at&t"),
    ],
)
def test_a_name_is_looked_up_in_many_spellings(name: str, word: str) -> None:
    assert word in spelling.words([name])


def test_no_word_holds_what_the_index_takes_for_markup() -> None:
    assert spelling.words(["<b>Ann</b>"]) == ("/b", "ann", "b")
