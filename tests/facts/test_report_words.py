"""Texts beside each other: which words went, and which came."""

from __future__ import annotations

from briefing.report import reading, words
from briefing.report.shapes import Fate, Words

GONE, SAME, NEW = Fate.GONE, Fate.SAME, Fate.NEW


def test_of_a_paragraph_that_was_rewritten_the_words_are_told() -> None:
    (paragraph,) = words.compare(("The pact was signed in Delhi.",), ("The pact is signed in Delhi.",))

    assert paragraph == (
        Words(SAME, "The pact"),
        Words(GONE, "was"),
        Words(NEW, "is"),
        Words(SAME, "signed in Delhi."),
    )


def test_paragraphs_that_stayed_are_not_told() -> None:
    old = ("One stays.", "Two goes away.", "Three stays.")
    new = ("One stays.", "Three stays.", "Four is here now.")

    assert words.compare(old, new) == (
        (Words(GONE, "Two goes away."),),
        (Words(NEW, "Four is here now."),),
    )


def test_a_paragraph_of_other_words_is_another_paragraph() -> None:
    assert words.compare(("Fees rise in May.",), ("Nobody came.",)) == (
        (Words(NEW, "Nobody came."),),
        (Words(GONE, "Fees rise in May."),),
    )


def test_the_same_text_has_no_differences() -> None:
    assert words.compare(("One.", "Two."), ("One.", "Two.")) == ()


def test_a_paragraph_without_end_is_told_as_a_whole() -> None:
    old, new = "a " * 4_000, "b a " * 2_000

    assert words.compare((old,), (new,)) == ((Words(GONE, old), Words(NEW, new)),)


def test_very_many_paragraphs_are_told_one_by_one() -> None:
    old, new = tuple(f"old {n}" for n in range(2_500)), ("new",)

    assert len(words.compare(old, new)) == 2_501


def test_readers_read_paragraphs_headings_rows_and_listings() -> None:
    html = (
        "<h2>Fees</h2><p>They <em>rise</em>\nin May &amp; June.</p><ul><li>one</li><li>two</li></ul>"
        "<table><tr><th>a</th><td>b</td></tr></table><pre><code>x\n y</code></pre>"
        '<p><img src="m.png" alt="A map"></p>'
    )

    assert reading.paragraphs(html) == (
        "Fees",
        "They rise in May & June.",
        "one",
        "two",
        "a | b",
        "x",
        "y",
        "[A map]",
    )
