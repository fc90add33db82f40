"""Texts that are spared steps of a conversion come out as if they had not been."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, InlineProcessor, SimpleTagInlineProcessor

from briefing.convert.contents import Contents
from briefing.convert.handlinks import HandLinks
from briefing.convert.idle_steps import OF_LINES, OF_TREES, IdleSteps
from briefing.convert.plain_blocks import PlainBlocks
from briefing.convert.plain_text import LINK, PlainText

ROOT = Path(__file__).parents[2]
EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
)  # fmt: skip
Shortcut = Callable[[], Extension]
SHORTCUTS = (PlainText, PlainBlocks, IdleSteps, Contents)
PIECES = st.sampled_from(
    [
        "word", "two words", "One", "# One\n", "## One\n", "# Côte & <b>d</b>\n", "*em*", "**strong**",
        "_low_", "`code`", "[a](b.md)", "![i](j.png)", "<b>x</b>", "&amp;", "a & b", "\\*", "\\", "  \n",
        "\n", "\n\n", "- item\n", "# head\n", "## head #", "# a \\", "#", "####### seven", "[^1]",
        "[^1]: note\n", "> quote\n", "| a | b |\n|---|---|\n| c | d |\n", "a | b\n-|-\n",
        "*[US]: United States\n", "US", "term\n: text\n", "{: .x }", "{", "[[a]]", "[[a|b]](c.md)", "[[",
        "http://x.org/a_b", "<http://x.org>", "<me@x.org>", "snake_case_word", "2 * 3 * 4", "    code\n",
        "![", "]", "[a][b]", "![a][b]", "[b]: <x.md> 'T'\n", "3. three", "3 ships", "\n3. ", "\n3 ships",
        '"quoted"', "(round)", "“curly”", "\n=====\n", "\n---\n", "***", "\n    ", "\n        ", "\t",
        "\r\n", "\n \n", " ", "\x02", "\x03", "\x0249\x03", "\u2028", "\u0085", "\ufffc", "[TOC]",
        "\n\n[TOC]\n\n", "~~~\nx\n~~~\n", "```py\ncode *x*\n```\n", "> ```\n> x\n> ```\n", "~~",
        "!!! note\n\n    in it\n", '??? note "T"\n    in it\n', "- [ ] task\n", "<div markdown>",
        "<div markdown title='&#2;49&#3;{: .x}'>", "</div>", "<!-- c -->", "<p>", "x<y", "&#123;",
        "# h {: data-toc-label='Y' }\n", "<h2 id=a>x</h2>", ":   def", "a. b",
    ]
)  # fmt: skip
BODIES = st.tuples(st.sampled_from(("", " ", "\n", "\n\n")), st.lists(PIECES, max_size=30)).map(
    lambda drawn: drawn[0].join(drawn[1])
)
DOCUMENTS = sorted(path for folder in ("docs", "briefs") for path in (ROOT / folder).rglob("*.md"))


def made(*more: Extension, permalink: bool = False) -> Markdown:
    toc = {"permalink": permalink}
    return Markdown(extensions=[*EXTENSIONS, HandLinks(), *more], extension_configs={"toc": toc})


@cache
def both(shortcut: Shortcut, *, permalink: bool) -> tuple[Markdown, Markdown]:
    return made(permalink=permalink), made(shortcut(), permalink=permalink)


def results(shortcut: Shortcut, body: str, *, permalink: bool) -> Iterator[str]:
    for markdown in both(shortcut, permalink=permalink):
        yield markdown.reset().convert(body)


@pytest.mark.parametrize("shortcut", SHORTCUTS)
@given(body=BODIES, permalink=st.booleans())
def test_a_shortcut_leads_where_the_whole_way_does(shortcut: Shortcut, body: str, permalink: bool) -> None:
    whole, short = results(shortcut, body, permalink=permalink)

    assert short == whole


@pytest.mark.parametrize("shortcut", SHORTCUTS)
def test_so_it_does_for_every_document_here(shortcut: Shortcut) -> None:
    for path in DOCUMENTS:
        whole, short = results(shortcut, path.read_text(encoding="utf-8"), permalink=False)

        assert short == whole, path


@given(st.text(st.sampled_from("a![]^( \n")))
def test_brackets_are_found_where_the_library_finds_them(text: str) -> None:
    library = InlineProcessor(LINK_RE).getCompiledRegExp()

    assert [found.span() for found in LINK.finditer(text)] == [
        found.span() for found in library.finditer(text)
    ]


def test_patterns_are_left_out_whose_signs_a_text_does_not_have() -> None:
    markdown = made(PlainText())

    markdown.convert("Some *words* and a [[link]].")

    left = [type(pattern).__name__ for pattern in markdown.treeprocessors["inline"].inlinePatterns]  # type: ignore[attr-defined]
    assert "HandLinkProcessor" in left
    assert "BacktickInlineProcessor" not in left


def test_all_patterns_are_kept_beside_one_that_is_not_known() -> None:
    class Marks(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~)(\w+)~", "mark"), "mark", 50)

    assert made(Marks(), PlainText()).convert("Some ~words~.") == "<p>Some <mark>words</mark>.</p>"


def test_signs_of_emphasis_that_another_extension_brings_are_known() -> None:
    markdown = Markdown(extensions=["pymdownx.betterem", "pymdownx.tilde", PlainText()])

    assert markdown.convert("Some ~~words~~.") == "<p>Some <del>words</del>.</p>"


def test_paragraphs_are_sought_among_all_beside_a_kind_that_is_not_known() -> None:
    class Shout(ParagraphProcessor):
        def test(self, parent: object, block: str) -> bool:
            return block.startswith("HEY")

        def run(self, parent: object, blocks: list[str]) -> None:
            blocks[0] = blocks[0].removeprefix("HEY ")
            super().run(parent, blocks)  # type: ignore[arg-type]

    class Shouts(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            md.parser.blockprocessors.register(Shout(md.parser), "shout", 90)

    markdown = made(Shouts(), PlainBlocks())

    assert markdown.convert("HEY you") == "<p>you</p>"
    assert "plain_block" not in markdown.parser.blockprocessors


def test_paragraphs_and_headings_are_spared_with_the_extensions_of_the_site() -> None:
    assert "plain_block" in made(PlainBlocks()).parser.blockprocessors


def test_every_step_that_may_be_left_out_is_one_of_the_site() -> None:
    markdown = made()
    steps = {
        type(step) for registry in (markdown.preprocessors, markdown.treeprocessors) for step in registry
    }

    assert {*OF_LINES, *OF_TREES} <= steps


def test_a_contents_list_is_made_where_its_marker_stands_and_nowhere_else() -> None:
    markdown = made(Contents())

    assert '<li><a href="#one">One</a></li>' in markdown.convert("[TOC]\n\n# One")
    assert markdown.reset().convert("# One") == '<h1 id="one">One</h1>'
    assert "One" not in markdown.toc  # type: ignore[attr-defined]
