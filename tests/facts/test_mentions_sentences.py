"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from briefing.link.sentences import CUT, LIMIT, Sentences


def around(text: str, words: str) -> str:
    start = text.index(words)
    return Sentences(text, {}).around(start, start + len(words)).text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two Xu. Three.", "Two Xu."),
        ("Is it? Xu said. No!", "Xu said."),
        ("“One.” Xu said.", "Xu said."),
        ("The U.S. officials met Xu. Yes.", "The U.S. officials met Xu."),
        ("In the U.S. The Xu came.", "The Xu came."),
        (
            "Mr. Rao and S. B. Chavan met Xu in No. 10 for 3.5 hours.",
            "Mr. Rao and S. B. Chavan met Xu in No. 10 for 3.5 hours.",
        ),
        ("Acme Inc. Chairman Xu spoke.", "Acme Inc. Chairman Xu spoke."),
        ("It fell 3.5 pct. Xu rose.", "Xu rose."),
        ("He paused… then Xu left.", "He paused… then Xu left."),
        ("First.[1] Xu left.", "First.[1] Xu left."),
        ("एक बात। Xu आया।", "Xu आया।"),
        ("一句。Xu来了。", "Xu来了。"),
        ("One\u2029Xu two\u2029three", "Xu two"),
        ("a\nXu\nb", "a Xu b"),
    ],
)
def test_the_sentence_around_a_name(text: str, sentence: str) -> None:
    assert around(text, "Xu") == sentence


@pytest.mark.parametrize(
    "text", ["X " + "word " * 200, "word " * 200 + "X", "word " * 100 + "X " + "word " * 100]
)
def test_a_long_sentence_is_cut_at_words(text: str) -> None:
    cut = around(text.strip(), "X")

    assert len(cut) <= LIMIT + 2 * len(CUT)
    assert CUT in (cut[0], cut[-1])
    assert set(cut.replace(CUT, " ").split()) == {"X", "word"}


def test_names_stand_where_the_text_only_stands_for_them() -> None:
    sentence = Sentences("A \ufffc b.", {2: "Rajnath Singh"}).around(2, 3)

    assert (sentence.text, sentence.at, sentence.words) == ("A Rajnath Singh b.", 2, "Rajnath Singh")
