"""A box before a task is named by what is to be done: who does not see the line beside it hears it."""

from __future__ import annotations

import re

import pytest

from briefing.convert.markdown import Converter

INPUT = re.compile(r"<input[^>]*>")
LABEL = re.compile(r' aria-label="([^"]*)"')


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(("md_in_html", "footnotes", "pymdownx.tasklist", "pymdownx.tabbed"), {})


def labels(html: str) -> list[str | None]:
    """The name of every box, where it has one."""
    return [found[1] if (found := LABEL.search(box)) else None for box in INPUT.findall(html)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("- [ ] Ask **them** about [the fee](fee.md)\n- [x] Done", ["Ask them about the fee", "Done"]),
        ("- [ ] One\n    - [x] Part of it\n- [ ] Two", ["One", "Part of it", "Two"]),
        ("- [x] A first line\n  and a second\n\n    More.\n", ["A first line and a second"]),
        ('- [ ] "Fish & chips" < 5', ["&quot;Fish &amp; chips&quot; &lt; 5"]),
        ("- [ ] Said[^1]\n\n[^1]: There.", ["Said"]),
        ("- [ ] `code` > words", ["code &gt; words"]),
        ("- [ ] ![](x.png)", ["Task"]),
        ('<input type="checkbox" disabled> Signed', ["Signed"]),
    ],
)
def test_a_box_has_the_name_of_its_task(converter: Converter, body: str, said: list[str]) -> None:
    assert labels(converter.convert(body).html) == said


@pytest.mark.parametrize(
    "body",
    ['<input type="checkbox" aria-label="Seen"> yes', '<input type="checkbox" title="Seen"> yes'],
)
def test_a_name_that_an_author_gave_stays(converter: Converter, body: str) -> None:
    html = converter.convert(body).html

    assert '="Seen"' in html
    assert 'aria-label="yes"' not in html


def test_the_parts_of_a_tab_box_have_labels_of_their_own(converter: Converter) -> None:
    html = converter.convert('=== "A"\n    One\n\n=== "B"\n    Two\n').html

    assert labels(html) == [None, None]


def test_a_name_adds_nothing_to_the_prose(converter: Converter) -> None:
    assert converter.convert("- [ ] Ask them").text == "Ask them"
