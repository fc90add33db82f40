"""Pages that are opened from a disk: links lead to files, and nothing else of a page changes."""

from __future__ import annotations

import json
import re

import pytest

from briefing.edge.tool import TOOL
from briefing.pages import from_disk

HEADER = '<header class="br-head br-head--wide"><h1 id="br-title">Zürich — "quays" &amp; more</h1></header>'


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("../actors/india/", "../actors/india/index.html"),
        ("../actors/india/?h=a%2F#roles", "../actors/india/index.html?h=a%2F#roles"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../#why", "../index.html#why"),
        ("feed.xml", "feed.xml"),
        ("../data/events.csv", "../data/events.csv"),
        ("a..", "a.."),
        ("#why", "#why"),
        ("?lanes=actor", "?lanes=actor"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("./a:b/", "./a:b/index.html"),
    ],
)
def test_an_address_leads_to_the_file_of_a_folder_of_this_site(written: str, leads_to: str) -> None:
    assert from_disk.address(written) == leads_to


@pytest.mark.parametrize(
    ("html", "becomes"),
    [
        ('<a class="x" href="../b/">B</a>', '<a class="x" href="../b/index.html">B</a>'),
        ('<a title="a > b" href="../b/">B</a>', '<a title="a > b" href="../b/index.html">B</a>'),
        ('<a xlink:href="../b/"><g/></a>', '<a xlink:href="../b/index.html"><g/></a>'),
        ('<a href="../b/?x=1&amp;y=2">B</a>', '<a href="../b/index.html?x=1&amp;y=2">B</a>'),
        (
            '<meta http-equiv="refresh" content="0; url=../../b/">',
            '<meta http-equiv="refresh" content="0; url=../../b/index.html">',
        ),
    ],
)
def test_links_of_every_kind_lead_to_files(html: str, becomes: str) -> None:
    assert from_disk.page(f"<p>{html}</p>") == f"<p>{becomes}</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<code>&lt;a href="../b/"&gt;</code>',
        '<p>href="../b/" in a text</p>',
        "<p title='<a href=\"../b/\">'>x</p>",
        '<script type="application/json">{"x": "<a href=\\"../b/\\">"}</script>',
        '<title><a href="../b/"></title>',
        '<!-- <a href="../b/"> -->',
        '<a data-href="../b/">x</a>',
        '<img src="../b/"><link rel="canonical" href="../b/">',
        '<meta name="description" content="0; url=../b/">',
        '<a href="../b/',
    ],
)
def test_what_is_no_link_stays_as_it_is(html: str) -> None:
    assert from_disk.page(html) == html


def test_a_page_that_was_given_its_links_keeps_them() -> None:
    once = from_disk.page('<a href="../b/">B</a> <a href="..">Up</a>')

    assert from_disk.page(once) == once


def test_the_head_of_a_page_is_a_script_that_hands_it_over() -> None:
    script = from_disk.head(f"<main>{HEADER}<p>Text</p><header></header></main>").decode("ascii")

    assert json.loads(script.removeprefix("briefingFile(").removesuffix(");\n")) == HEADER


def test_a_page_without_a_head_hands_over_nothing() -> None:
    assert from_disk.head("<p>Moved</p>") == b'briefingFile("");\n'


def test_cards_look_for_the_same_head_and_the_same_pages() -> None:
    script = (TOOL / "docs/assets/js/previews.js").read_text(encoding="utf-8")
    (head,) = re.findall(r"HEAD = /(.+)/;", script)
    (kinds,) = re.findall(r"KINDS = /\^\(\?:(.+?)\)", script)

    assert head.replace("[^]", ".").replace("\\/", "/") == from_disk.HEAD.pattern
    assert all(from_disk.HEADED.fullmatch(f"{kind}/x/index.html") for kind in kinds.split("|"))
    assert f'"{from_disk.HEAD_FILE}"' in script
