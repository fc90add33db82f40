"""Marked sections of a body: how they are read, what of them is released, and what pages show of them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.link.locate import locate
from briefing.model.marking import Audience, Marking
from briefing.model.sections import PLAIN, Slip
from briefing.model.settings import Settings
from briefing.model.source import Address, Source, SrcUri
from briefing.pages import feeds, search
from briefing.parse import fences
from briefing.parse.sections import read
from briefing.pipeline import Build, Checks, Input
from make import TODAY, ref

EXTENSIONS = ("abbr", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences")
CLEAR, GREEN, AMBER, STRICT, _ = Marking
FILES = frozenset(SrcUri(f"docs/articles/{name}.png") for name in ("open", "closed"))
ARTICLE = """---
title: {title}
summary: What happened.
date: 2025-11-03
topics: [trade]
sources: [{{title: A statement}}]
marking: TLP:CLEAR
---
{body}"""
ACTOR = "---\nname: {name}\ntype: person\nmarking: TLP:{marking}\n---\n"


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(EXTENSIONS, {})


def root(**articles: str) -> tuple[Source, ...]:
    """A content of these articles, with two actors whom all may know and one whom few may."""
    files = {
        "docs/topics/trade.md": "---\nname: Trade\nmarking: TLP:CLEAR\n---\n",
        "docs/actors/ann.md": ACTOR.format(name="Ann Lee", marking="CLEAR"),
        "docs/actors/bob.md": ACTOR.format(name="Bob Roe", marking="CLEAR"),
        "docs/actors/cy.md": ACTOR.format(name="Cy Fox", marking="AMBER"),
    }
    files |= {
        f"docs/articles/{id_}.md": ARTICLE.format(title=id_.capitalize(), body=body)
        for id_, body in articles.items()
    }
    return tuple(Source(SrcUri(name), text) for name, text in files.items())


def check(sources: tuple[Source, ...], highest: Marking) -> Checks:
    settings = Settings(marking=CLEAR, audience=Audience("readers", highest))
    return pipeline.check(
        Input(sources, FILES, (), settings, "Briefing Room", TODAY), Converter(EXTENSIONS, {})
    )


def build(highest: Marking, **articles: str) -> Build:
    return pipeline.build(check(root(**articles), highest))


def page(of: Build, address: str) -> Any:
    return of.shown[Address(address)]


TALKS = """Ann Lee came.

::: TLP:AMBER
## Plans

Bob Roe and Cy Fox spoke.[^1] ![Map](closed.png)

[^1]: In secret.
:::

They left. ![Map](open.png)
"""


def test_a_body_without_colons_has_no_sections() -> None:
    assert read("They met: the harbour stays open.\n") is PLAIN


def test_every_line_has_the_highest_marking_that_is_open_there() -> None:
    found = read("a\n::: TLP:AMBER\nb\n:::: TLP:GREEN\nc\n::::\n:::\nd")

    assert [line.marking for line in found.lines] == [None, *[AMBER] * 6, None]
    assert found.markings == (AMBER,)
    assert found.faults == ()


def test_a_fence_may_have_more_colons_and_blanks_after_it() -> None:
    assert read("::::::  TLP:AMBER+STRICT \nx\n:::\t\n").markings == (STRICT,)


def test_what_a_code_block_shows_closes_no_section() -> None:
    found = read("::: TLP:AMBER\n```\n:::\n```\nx\n:::\ny")

    assert [line.marking for line in found.lines] == [*[AMBER] * 6, None]


def test_a_code_block_that_never_ends_is_none() -> None:
    assert read("```\n::: TLP:AMBER\nx\n:::\n").markings == (AMBER,)


@pytest.mark.parametrize(
    "line",
    [
        ":::TLP:AMBER", "::: tlp:amber", " ::: TLP:AMBER", "\t::: TLP:AMBER", "> ::: TLP:AMBER",
        "- ::: TLP:AMBER", "1. ::: TLP:AMBER", "\uff1a\uff1a\uff1a TLP:AMBER", ":: TLP:AMBER",
        ";;; TLP:AMBER", "::: AMBER", ": : : TLP:AMBER", "**::: TLP:AMBER**", "\\::: TLP:AMBER",
        "::: TLP:AMBR", "::: TLP:AMBER:::", "::: TLP:AMBER ::: x", "x ::: TLP:AMBER", "TLP:AMBER :::",
        "\u200b::: TLP:AMBER", ":\u2060:: TLP:AMBER", "\xa0::: TLP:AMBER", "\u2237: TLP:AMBER",
        "x\u2028::: TLP:AMBER", "::: {.tlp-amber}", "::: note", " :::", "| ::: |", "!!! TLP:AMBER",
        "/// TLP:AMBER", ": TLP:AMBER", '=== "TLP:AMBER"', "<p>::: TLP:AMBER</p>", "::: TLP\uff1aAMBER",
    ],
)  # fmt: skip
def test_what_looks_like_a_fence_is_a_fault(line: str) -> None:
    found = read(f"They met.\n\n{line}\n\nMore.\n")

    assert [(fault.line, fault.slip) for fault in found.faults] == [(3, Slip.RESEMBLES)]


@pytest.mark.parametrize(
    "line",
    [
        "TLP:AMBER is for few.", "- TLP:AMBER", "**TLP:AMBER**", "Write `::: TLP:AMBER` on a line.",
        "|:---|:---:|", "std::vector", ":smile::tada:", "::1 and fe80::1", "a: b; c: d", ":   of a term",
        "It was so (TLP:AMBER): they met; they left.", "https://host.example:80/a::b",
    ],
)  # fmt: skip
def test_other_lines_are_none(line: str) -> None:
    assert read(line).faults == ()


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("::: tlp:amber", "TLP:AMBER"),
        (":::AMBER + strict", "TLP:AMBER+STRICT"),
        ("::: TLP:WHITE", "TLP:CLEAR"),
        ("::: note", ""),
    ],
)
def test_a_near_miss_says_what_may_have_been_meant(line: str, label: str) -> None:
    assert fences.meant(line) == label


@pytest.mark.parametrize(
    "bomb",
    [
        ":" * 300_000, ": " * 150_000, "; :" * 100_000, "`" * 300_000, "::: TLP:AMBER\n" * 20_000,
        "```\n" * 50_000, ":tlp" * 80_000, "`a" * 100_000 + "::", " " * 300_000 + ":::",
    ],
)  # fmt: skip
def test_no_line_takes_long_to_read(bomb: str) -> None:
    assert len(read(bomb).lines) in (0, len(bomb.split("\n")))


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("a\n\n::: TLP:AMBER\nb\n:::\n\nc\n", "a\n\nc\n"),
        ("a\n::: TLP:AMBER\nb\n:::\nc\n", "a\n\nc\n"),
        ("a\n\n\n\n::: TLP:AMBER\nb\n:::\n\n::: TLP:AMBER\n:::\n\n\n    c\n", "a\n\n    c\n"),
        ("\n::: TLP:AMBER\nb\n:::\n\nc\n", "c\n"),
        ("a\n\n::: TLP:AMBER\nb\n:::\n", "a\n"),
        ("::: TLP:AMBER\nb\n:::\n", ""),
        ("::: TLP:GREEN\na\n:::: TLP:AMBER\nb\n::::\n:::\n", "::: TLP:GREEN\na\n\n:::\n"),
    ],
)
def test_what_is_left_does_not_tell_what_was_there(body: str, left: str) -> None:
    cut = read(body).cut(GREEN)

    assert cut.body == left
    assert all(
        line == body.split("\n")[number - 1]
        for line, number in zip(left.split("\n"), cut.lines, strict=False)
        if line
    )


@pytest.mark.parametrize("body", ["a\n::: TLP:AMBER\nb\n", "a\n:::\nb\n", "a\n> ::: TLP:AMBER\nb\n"])
def test_of_a_body_that_cannot_be_read_surely_nothing_is_left(body: str) -> None:
    assert read(body).cut(STRICT).body == ""


def test_a_section_is_a_block_under_its_label(converter: Converter) -> None:
    html = converter.convert("a\n::: TLP:AMBER\nb\n:::\nc").html

    assert html.replace("\n", "") == (
        '<p>a</p><section class="br-marked br-marked--amber" role="group" aria-label="TLP:AMBER">'
        '<p class="br-marked__label"><span class="br-tlp br-tlp--amber">TLP:AMBER</span></p>'
        "<p>b</p></section><p>c</p>"
    )


def test_a_note_of_a_section_wears_its_label_at_the_foot_of_the_page(converter: Converter) -> None:
    found = converter.convert("a[^1]\n\n::: TLP:AMBER\nb[^2]\n\n[^2]: Closed.\n:::\n\n[^1]: Open.\n")

    assert '<span class="br-marked__note br-tlp br-tlp--amber">TLP:AMBER </span>Closed.' in found.html
    assert found.html.count("br-marked__note") == 1
    assert [found.prose.marking(found.prose.text.index(word)) for word in ("a", "b", "Closed", "Open")] == [
        None, AMBER, AMBER, None,
    ]  # fmt: skip


def test_labels_are_no_words_of_the_author(converter: Converter) -> None:
    found = converter.convert("::: TLP:AMBER\nb[^2]\n\n[^2]: c\n:::\n")

    assert found.text.split() == ["b", "c"]
    assert all("TLP" not in section.text for section in found.sections)


def test_an_author_cannot_imitate_the_block(converter: Converter) -> None:
    html = converter.convert('<section class="br-marked" markdown="1">\n\n\U0010ffe2\n\nx\n\n</section>').html

    assert "br-marked" not in html
    assert "\U0010ffe2" not in html


@pytest.mark.parametrize(
    "body",
    [
        "<div>\n\n::: TLP:AMBER\n\nx\n\n:::\n\n</div>",
        "::: TLP:AMBER\n<details>\n:::\n\nx",
        "<!--\n::: TLP:AMBER\nx\n:::\n-->",
        "<p title='\n::: TLP:AMBER\nx\n:::\n'>y</p>",
        "::: TLP:AMBER\n: x\n:::",
        "  ```\n```markdown\n::: TLP:AMBER\nx\n:::\n```",
    ],
)
def test_a_section_that_the_html_does_not_hold_is_an_error(converter: Converter, body: str) -> None:
    assert "B506" in {finding.code for finding in converter.convert(body).findings}


def test_html_around_the_whole_of_a_section_may_stand(converter: Converter) -> None:
    found = converter.convert('<div markdown="1">\n\n::: TLP:AMBER\n\nx\n\n:::\n\n</div>')

    assert found.findings == ()
    assert "</section>\n</div>" in found.html


def test_the_text_for_lower_readers_is_converted_anew() -> None:
    public, internal = build(CLEAR, talks=TALKS), build(AMBER, talks=TALKS)

    assert "Plans" not in page(public, "articles/talks/").html
    assert "footnote" not in page(public, "articles/talks/").html
    assert 'aria-label="TLP:AMBER"' in page(internal, "articles/talks/").html


def test_pictures_of_a_section_go_where_it_goes() -> None:
    assert build(CLEAR, talks=TALKS).files == {"docs/articles/open.png"}
    assert build(AMBER, talks=TALKS).files == FILES


def test_the_page_of_a_section_wears_its_marking() -> None:
    assert page(build(CLEAR, talks=TALKS), "articles/talks/").head.marking.label == "TLP:CLEAR"
    assert page(build(STRICT, talks=TALKS), "articles/talks/").head.marking.label == "TLP:AMBER"


def test_a_sentence_of_a_section_marks_the_page_that_shows_it() -> None:
    public, internal = build(CLEAR, talks=TALKS), build(AMBER, talks=TALKS)
    (group,) = page(internal, "actors/bob/").profile.mentions

    assert page(public, "actors/bob/").profile.mentions == ()
    assert [one.marking.label for one in group.items] == ["TLP:AMBER"]
    assert page(internal, "actors/bob/").head.marking.label == "TLP:AMBER"


def test_who_is_named_in_a_section_alone_marks_the_company() -> None:
    (group,) = page(build(AMBER, talks=TALKS), "actors/ann/").profile.mentions
    (bob, cy, _) = page(build(AMBER, talks=TALKS), "actors/ann/").network.nodes

    assert group.items[0].marking is None
    assert (bob.marking.label, cy.marking.label) == ("TLP:AMBER", "TLP:AMBER")


def test_a_reason_out_of_a_section_is_marked() -> None:
    told = build(AMBER, talks=TALKS, later="Bob Roe left.\n", third="Nobody came.\n", fourth="Rain.\n")
    related = {one.document.address: one for one in page(told, "articles/later/").related}

    assert related["articles/talks/"].reasons[0] == "names the same actors: Bob Roe"
    assert related["articles/talks/"].marking.label == "TLP:AMBER"
    assert related["articles/third/"].marking is None
    assert page(told, "articles/later/").head.marking.label == "TLP:AMBER"


def test_an_actor_s_feed_tells_the_marking_of_being_named() -> None:
    told = build(AMBER, talks=TALKS)
    written = feeds.files(told.edition, "https://site.example/")

    assert b"<rights>TLP:AMBER</rights>" in written["actors/bob/feed.xml"]
    assert b"<rights>TLP:CLEAR</rights>" in written["actors/ann/feed.xml"]


def test_search_finds_what_the_audience_may_see() -> None:
    said = {
        highest: "".join(" ".join(one.sentences) for one in search.entries(told.edition, told.texts))
        for highest in (CLEAR, AMBER)
        for told in (build(highest, talks=TALKS),)
    }

    assert "spoke" not in said[CLEAR]
    assert "spoke" in said[AMBER]


def test_an_id_that_a_higher_judgement_takes_is_free_below() -> None:
    """Else a heading `j1_1` would tell that there is a judgement."""
    judged = """---
title: Harbour
summary: It stays open.
date: 2025-11-03
authors: [Desk]
topics: [trade]
sources: [{title: A note}]
marking: TLP:CLEAR
judgements: [{id: j1, text: It reopens., confidence: low, marking: "TLP:AMBER"}]
---
## J1

It holds.
"""
    sources = (*root(), Source(SrcUri("briefs/harbour.md"), judged))

    assert 'id="j1"' in page(pipeline.build(check(sources, CLEAR)), "briefs/harbour/").html
    assert 'id="j1_1"' in page(pipeline.build(check(sources, AMBER)), "briefs/harbour/").html


def test_problems_of_lower_readers_stand_where_the_file_has_them() -> None:
    checks = check(root(talks=f"{TALKS}\nSee [plans](#plans).\n"), STRICT)

    assert [(one.line, one.column, one.code) for one in checks.problems] == [(21, 13, "B306")]
    assert "for readers up to TLP:CLEAR" in checks.problems[0].message


def test_a_text_that_reads_otherwise_without_its_sections_is_an_error() -> None:
    body = "[a]: https://a.example/\n\nSee [a\nb].\n\n::: TLP:AMBER\n[a b]: https://ab.example/\n:::\n"

    assert [one.code for one in check(root(talks=body), CLEAR).problems] == ["B508"]


def test_a_text_knows_whom_it_names_in_its_sections_alone() -> None:
    text = check(root(talks=TALKS), STRICT).texts[ref("articles/talks")]

    assert {(one.ref.id, one.marking) for one in text.mentions} == {
        ("ann", None),
        ("bob", AMBER),
        ("cy", AMBER),
    }
    assert text.held == {ref("actors/bob"): AMBER, ref("actors/cy"): AMBER}


def test_mentions_of_a_section_have_their_place_in_the_source(converter: Converter) -> None:
    prose = converter.convert(TALKS).prose
    found = check(root(talks=TALKS), STRICT).texts[ref("articles/talks")].mentions

    spans = locate(TALKS, prose, found, lambda dyed: converter.convert(dyed).prose)

    assert [TALKS[span.start : span.end] for span in spans if span] == ["Ann Lee", "Bob Roe", "Cy Fox"]
