"""Mentions are found again in the source, whatever the Markdown around them."""

from __future__ import annotations

import pytest

from briefing.convert.markdown import Converter
from briefing.link import mentions
from briefing.link.locate import locate
from briefing.link.names import Name, Named, NameTable
from briefing.model.ref import Kind, Ref

NAMES = NameTable.of(
    Named(Ref(Kind.ACTOR, name.split()[-1].lower().strip(".")), name, (Name(name),))
    for name in ("India", "Rajnath Singh", "U.S.", "AT&T")
)


@pytest.fixture(scope="module")
def converter() -> Converter:
    extensions = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
    return Converter((*extensions, "pymdownx.superfences"), {"toc": {"permalink": True}})


def placed(converter: Converter, body: str) -> list[str | None]:
    converted = converter.convert(body)
    found = mentions.find(converted.prose, NAMES, links=converted.links)
    spans = locate(body, converted.prose, found, lambda dyed: converter.convert(dyed).prose)
    return [body[span.start : span.end] if span else None for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India, *India* and **India**.", ["India"] * 3),
        ("# India\n\n`India` then India.", ["India"]),
        ("Rajnath\nSingh", ["Rajnath\nSingh"]),
        ("> Rajnath\n> Singh", ["Rajnath\n> Singh"]),
        ("Rajnath&nbsp;Singh", ["Rajnath&nbsp;Singh"]),
        ("**Rajnath** Singh", ["Rajnath** Singh"]),
        ("in the U.S. today", ["U.S."]),
        ("AT&T grew", ["AT&T"]),
        ("[India][x] said.\n\n[x]: https://example.org/India \"India\"\n", ["India"]),
        ("[India] said.\n\n[India]: https://example.org/India \"India\"\n", [None]),
        ("x[^India] y\n\n[^India]: India said.\n", ["India"]),
        ("the {India} plan", ["India"]),
        ("*[India]: a country\n\nIndia said.\n", ["India"]),
        ("| India | x |\n|---|---|\n| y | Rajnath Singh |\n", ["India", "Rajnath Singh"]),
        ("[[India|the India]] and India", ["India", "India"]),
        ("<p title='India'>India</p>\n\nIndia {: #India }\n", ["India", "India"]),
        ("!!! note \"India\"\n    India said.\n", ["India"]),
        ("```India\nx\n```\n\nIndia", ["India"]),
        ("Term\n:   India said.\n", ["India"]),
    ],
)  # fmt: skip
def test_places_in_the_source(converter: Converter, text: str, expected: list[str | None]) -> None:
    assert placed(converter, text) == expected


def test_offsets_count_code_points(converter: Converter) -> None:
    assert placed(converter, "🛰 and e\u0301: India") == ["India"]


def test_one_word_that_takes_no_dye_leaves_the_others_theirs(converter: Converter) -> None:
    text = "India said.\n\n" + "x <b\ntitle='India'>India</b>\n\n" + "India said."

    assert placed(converter, text) == ["India"] * 3
