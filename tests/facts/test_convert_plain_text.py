"""Texts that are spared the search for inline markup come out as if they had not been."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from briefing.convert.handlinks import HandLinks
from briefing.convert.plain_text import PlainText

EXTENSIONS = ("abbr", "attr_list", "def_list", "footnotes", "tables", "toc", "pymdownx.betterem")
PIECES = st.sampled_from(
    [
        "word", "two words", "*em*", "**strong**", "_low_", "`code`", "[a](b.md)", "![i](j.png)", "<b>x</b>",
        "&amp;", "a & b", "\\*", "  \n", "\n", "\n\n", "- item\n", "# head\n", "[^1]", "[^1]: note\n",
        "> quote\n", "| a | b |\n|---|---|\n| c | d |\n", "*[US]: United States\n", "US", "term\n: text\n",
        "{: .x }", "[[a]]", "http://x.org/a_b", "<http://x.org>", "snake_case_word", "2 * 3 * 4",
        "    code\n", "![", "]",
    ]
)  # fmt: skip


def with_and_without() -> tuple[Markdown, Markdown]:
    plain = Markdown(extensions=[*EXTENSIONS, HandLinks()])
    return plain, Markdown(extensions=[*EXTENSIONS, HandLinks(), PlainText()])


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_the_result_is_that_of_the_whole_search(body: str) -> None:
    plain, spared = with_and_without()

    assert spared.convert(body) == plain.convert(body)


def test_it_does_nothing_beside_a_pattern_that_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.convert.plain_text.KNOWN", ("backtick",))
    plain, spared = with_and_without()

    assert spared.convert("Some words\n\nand *more*.") == plain.convert("Some words\n\nand *more*.")
