"""Signs of Markdown that became nothing are told where they stand; what is meant as it is shown is not."""

from __future__ import annotations

import pytest

from briefing.convert.markdown import Converter
from briefing.model import limits


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(("footnotes", "md_in_html", "tables", "pymdownx.superfences", "pymdownx.tasklist"), {})


@pytest.mark.parametrize(
    ("body", "line", "column", "said"),
    [
        ("The ports are:\n- Chennai\n- Kochi", 2, 1, "a list has no blank line above it"),
        ("The ports are: \n1. **Chennai**\n2. Kochi", 2, 1, "its `1.` inside a paragraph"),
        ("> The ports:\n> * Chennai\n> * Kochi", 2, 1, "a list"),
        ("The port:\n- Chennai", 2, 1, "a list"),
        ("- Chennai\n\nThe ports\n- Chennai, and\n- Kochi", 4, 1, "a list"),
        ("To do\n- [ ] Ask\n- [ ] Tell", 2, 1, "a list"),
        ("See [[actors/india\nand more.", 1, 5, "the hand link `[[actors/india` is not closed"),
        ("[[actors/india]] and [[actors/india].", 1, 22, "the hand link"),
        ("The [words] (https://example.org/a_b).", 1, 11, "a space stands before the address"),
        ("The [words] (harbour.md).", 1, 11, "`harbour.md`"),
        ("The [words](https://example.org/ab\n\nmore", 1, 5, "the link to `https://example.org/ab`"),
        ("Fees rise.[^1]", 1, 11, "the footnote `[^1]` has no text"),
        ("Fees rise.\n\n[^1]: By half.", 3, 1, "nothing refers to the footnote `[^1]`"),
        ("Code:\n\n```python\n- x\n- y\n\nmore", 3, 1, "a code fence is never closed"),
        ("| a | b |\n| c | d |", 1, 1, "a table has no blank line"),
        ("Fees:\n| a | b |\n|---|---|\n| c | d |", 2, 1, "a table has no blank line"),
        ("| a | b |\n|---|---|\n| c | d |\n| e | f | **g** |", 4, 1, "readers do not see `**g**`"),
        ("a | b\n--|--\n1 | 2\n3 | 4 | 5", 4, 1, "3 cells below a head of 2"),
        ("Year\tFee\n2024\t10\n2025\t\t12\n", 1, 1, "a table was pasted with tabs"),
        ("Ports:\n\n•\tChennai\n•\tKochi\n•\tMormugao", 3, 1, "a list is written with `•`"),
        ("— Chennai\n— Kochi", 1, 1, "a list is written with `—`"),
        ("– Chennai\n\n– Kochi", 1, 1, "a list is written with `–`"),
        ("1) Chennai\n2) Kochi\n3) Mormugao", 1, 1, "a list is written with `1)`"),
        ("- India\n  - Chennai\n  - Kochi\n- Oman", 2, 3, "readers see them as one list"),
        ("1. India\n   has ports\n\n   * Chennai", 4, 4, "readers see them as one list"),
        ("Fees rise.[^1]\n\n[^1]: By half.\n[^1]: By a third.", 4, 1, "the footnote `[^1]` is written twice"),
        ("<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> desk", 1, 1, "a conflict of git was left here"),
        ("\tThe two ministers met in Chennai for two days.", 1, 2, "readers see this paragraph as code"),
        ("They met.\n\n    The ministers of both sides then met in Chennai.", 3, 5, "as code"),
        ("The [words](https://example.org “Title”).", 1, 5, "no link"),
    ],
)
def test_a_slip_is_told_where_it_stands(
    body: str, line: int, column: int, said: str, converter: Converter
) -> None:
    (finding,) = converter.convert(body).findings

    assert (finding.code, finding.line, finding.column) == ("B608", line, column)
    assert said in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "The ports are:\n\n- Chennai\n- Kochi",
        "# Ports\n- Chennai\n- Kochi",
        "Chennai\n- a port of the east - is large.",
        "They met in\n2025. Then they left.",
        "The ports:\n\\- Chennai\n\\- Kochi",
        "```\nports:\n- Chennai\n- Kochi\n```",
        "    ports:\n    - Chennai\n    - Kochi",
        "So `a:\n- b\n- c` it is.",
        r"So \[[india and \[a\](b and \[^1] are written.",
        "So `[[india` and `[a](b` and `[^1]` are written.",
        "[[actors/india|the\nrepublic]]",
        "[[1]](https://example.org/)",
        "A statement [1] (https://example.org/).",
        "Fees rise.[^1]\n\n[^1]: By half.",
        "| a | b |\n|---|---|\n| c | d |",
        "The amount |x| is small.",
        "<div markdown>\n\n- Chennai\n\n</div>",
        "| a | b |\n|---|---|\n| c | d | |\n| `e|f` | g\\|h |\n| i |",
        "```\na\tb\nc\td\n```",
        "-\tChennai\n-\tKochi",
        "A tab\there.\n\nAnd\tthere.",
        "– Chennai is a port.\n\nThey met.",
        "— Where did they meet?\n\n— In Chennai.\n\n— When?",
        "<pre>\na\tb\nc\td\n</pre>",
        "<table>\n<tr>\n<td>a</td>\t<td>b</td>\n<td>c</td>\t<td>d</td>\n</tr>\n</table>",
        "- India\n    - Chennai\n- Oman",
        "- India\n - Chennai",
        "- India\n  - Chennai\n    - Docks",
        "  - India\n    - Chennai",
        "India\n  - Chennai is a port.",
        "1) Chennai is a port.",
        "Fees rise.[^1][^2]\n\n[^1]: By half.\n[^2]: By half.",
        "<<<<<<< is how a conflict begins.",
        "    ports = read(folder, of=country, and_all=True, below=it, or_not=False).",
        "- India\n\n    The two ministers met in Chennai for two days.",
    ],
)
def test_what_is_no_slip_is_not_told(body: str, converter: Converter) -> None:
    assert not converter.convert(body).findings


def test_a_list_in_a_comment_is_told_as_a_comment_alone(converter: Converter) -> None:
    found = converter.convert("<!--\n1) Chennai\n2) Kochi\n-->", frozenset()).findings

    assert [one.code for one in found] == ["B603"]


def test_very_many_slips_take_no_long_time(converter: Converter) -> None:
    body = "The port:\n- Chennai\n\n" * (limits.TOLD.most * 5)

    assert len(converter.convert(body).findings) == limits.TOLD.most * 5
