"""What becomes of Markdown: headings, ids, links by hand, sections and prose."""

from __future__ import annotations

import pickle

import pytest

from briefing.convert.converted import Converted, Heading, Section
from briefing.convert.markdown import Converter

EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
)  # fmt: skip


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(EXTENSIONS, {"toc": {"permalink": True}})


def hrefs(converted: Converted) -> list[str]:
    return [link.href for link in converted.links]


def test_markdown_becomes_html(converter: Converter) -> None:
    assert converter.convert("A *word*.").html == "<p>A <em>word</em>.</p>"


def test_extensions_are_found_by_their_names_without_a_search_in_all_that_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("markdown.util.get_installed_extensions")

    converter = Converter(EXTENSIONS, {"toc": {"permalink": True}})

    assert "<table>" in converter.convert("| a |\n|---|\n| b |\n").html


def test_an_extension_is_found_by_its_class_too() -> None:
    converter = Converter(("markdown.extensions.tables:TableExtension",), {})

    assert "<table>" in converter.convert("| a |\n|---|\n| b |\n").html


@pytest.mark.parametrize("name", ["unheard_of", "unheard.of", "briefing.convert.code"])
def test_what_is_no_extension_is_refused(name: str) -> None:
    with pytest.raises((ImportError, AttributeError), match=name.split(".")[0]):
        Converter((name,), {})


def test_nothing_survives_to_the_next_document(converter: Converter) -> None:
    first = "# Here\n\nThe US[^1] and [x].\n\n[^1]: Note.\n[x]: https://example.org\n\n*[US]: United States\n"
    second = "## Here\n\nThe US[^1] and [x]."
    alone = Converter(EXTENSIONS, {"toc": {"permalink": True}}).convert(second)

    converter.convert(first)

    assert converter.convert(second) == alone


def test_a_conversion_gives_the_same_whatever_came_before(converter: Converter) -> None:
    body = "## A\n\n```py\nx = 1\n```\n\n- [ ] one\n\nNote[^1].\n\n[^1]: It.\n"

    assert converter.convert(body) == converter.convert(body)


def test_a_title_in_the_body_and_all_below_it_go_one_level_down(converter: Converter) -> None:
    headings = converter.convert("# One\n\n## Two\n\n###### Six\n").headings

    assert [heading.level for heading in headings] == [2, 3, 6]


def test_headings_stay_where_there_is_no_title_among_them(converter: Converter) -> None:
    headings = converter.convert("## Two\n\n### Three *here* & `there`\n").headings

    assert headings == (Heading(2, "two", "Two"), Heading(3, "three-here-there", "Three here & there"))


def test_ids_of_the_page_are_left_to_the_page(converter: Converter) -> None:
    converted = converter.convert("## Search\n\n## J1\n\nSee [it](#search).\n", taken={"j1"})

    assert [heading.id for heading in converted.headings] == ["search_1", "j1_1"]
    assert hrefs(converted) == ["#search_1", "#j1_1", "#search_1"]


def test_ids_of_the_site_s_own_frame_are_left_to_it(converter: Converter) -> None:
    converted = converter.convert("## BR 1\n\nText.\n{: #__search }\n\n<p id='__drawer'>x</p>\n")

    assert converted.ids == {"at-br-1"}


def test_no_id_stands_twice(converter: Converter) -> None:
    converted = converter.convert("## A {#x}\n\n## B {#x}\n\n<p id='x'>c</p>\n\n[to](#x)\n")

    assert sorted(converted.ids) == ["x", "x_1", "x_2"]
    assert converted.html.count('id="x') == 3
    assert hrefs(converted)[:2] == ["#x", "#x_1"]


def test_sections_hold_all_words_below_their_heading(converter: Converter) -> None:
    converted = converter.convert("Lead[^1].\n\n## A & B\n\n- one\n- `two`\n\n    code\n\n[^1]: Note.\n")

    assert converted.sections == (
        Section("", "", "Lead."),
        Section("a-b", "A & B", "one two code Note."),
    )


def test_the_text_is_prose_alone(converter: Converter) -> None:
    body = '## Head\n\nOne &amp; *two*.\n\n    code\n\n!!! note "Title"\n    In it.\n\n| A |\n|---|\n| b |\n'

    assert converter.convert(body).text == "One & two.\nIn it.\nA\nb"


@pytest.mark.parametrize(
    ("body", "href", "words"),
    [
        ("[[actors/rajnath-singh]]", "to:actors/rajnath-singh", "\ufffc"),
        ("[[india]]", "to:india", "\ufffc"),
        ("[[india|the *republic*]]", "to:india", "the <em>republic</em>"),
        ("[[india|the\nrepublic]]", "to:india", "the\nrepublic"),
        ("| a |\n|---|\n| [[india\\|it]] |", "to:india", "it"),
        ("[the republic](to:actors/india)", "to:actors/india", "the republic"),
        ("**[[india]]**", "to:india", "\ufffc"),
        ("[[briefs/first#j1|it]]", "to:briefs/first#j1", "it"),
        ("[[Rajnath Singh]]", "to:Rajnath Singh", "\ufffc"),
        ("[[1]](https://example.org)", "https://example.org", "[1]"),
    ],
)
def test_links_by_hand(converter: Converter, body: str, href: str, words: str) -> None:
    converted = converter.convert(body)

    (link,) = converted.links
    assert (link.href, converted.html[link.opening.end : link.closing.start]) == (href, words)


@pytest.mark.parametrize(
    "body",
    [
        "`[[india]]`",
        "```\n[[india]]\n```",
        "    [[india]]",
        r"\[[india]]",
        r"\[\[india\]\]",
        "[[]]",
        "[[ ^1]]",
        "[[a\nb]]",
    ],
)
def test_what_is_no_link_by_hand_stays_text(converter: Converter, body: str) -> None:
    converted = converter.convert(body)

    assert converted.links == ()
    assert "[[" in converted.html


def test_the_sign_that_stands_for_a_name_is_no_author_s(converter: Converter) -> None:
    assert converter.convert("a\ufffcb").html == "<p>ab</p>"


def test_what_was_converted_can_go_to_another_process(converter: Converter) -> None:
    converted = converter.convert("## A\n\n[[india]] and ![x](y.png).\n")

    assert pickle.loads(pickle.dumps(converted)) == converted


def test_an_empty_body_is_an_empty_text(converter: Converter) -> None:
    assert converter.convert("") == Converted()


def test_an_abbreviation_is_no_link(converter: Converter) -> None:
    body = "The US and [it](x.md).\n\n*[US]: United States\n"

    assert '<abbr title="United States">US</abbr>' in converter.convert(body).html
