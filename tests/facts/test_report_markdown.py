"""The report as Markdown and as JSON: what authors write is text in it, whatever it looks like."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import make
from briefing.report import as_json, as_markdown
from compared import report, side

OWN = frozenset(
    {"p", "del", "ins", "span", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
) | frozenset({"h1", "h2", "h3", "strong", "details", "summary"})
"""The elements that a report is made of."""
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details><b>out</b>",
    "[click](https://example.org)",
    "![pixel](https://example.org/p.png)",
    "<https://example.org>",
    "https://example.org www.example.org me@example.org",
    "[x]: https://example.org",
    "`code` *stars* _lines_ ~~gone~~ **bold**",
    "| a | b |",
    "| --- | --- |",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "> [!NOTE]",
    "---",
    "===",
    "```",
    "    code",
    "&lt;b&gt; &amp; &#60;",
    "\\<b>",
    "$x$",
    "a\nb\n\nc",
    "[^1]",
    "<!-- open",
    "<ins>",
    "%20 --> ]]>",
)


class Reader(HTMLParser):
    """Notes the elements of a page, their attributes and the text between."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def rendered(markdown: str) -> Reader:
    reader = Reader()
    reader.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
    return reader


def in_every_field(written: str) -> str:
    """A report on a brief that says some words wherever it can."""
    line = " ".join(written.split()) or "x"
    brief = make.brief(
        "harbour",
        title=line,
        summary=line,
        question=line,
        judgements=[make.judgement(text=line, basis=line)],
        sources=[{"title": line, "note": line}],
        events=[{"date": "2025", "title": line, "place": line}],
        changes=[{"date": "2025-11-08", "note": line}],
    )
    other = make.brief("harbour", title="Before", summary="Before.")
    html = f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>"
    texts = {"briefs/harbour": make.Text(html=html)}
    found = report(side(other), side(brief, texts=texts))
    return as_markdown.form(found)


@pytest.mark.parametrize("written", HOSTILE)
def test_nothing_that_an_author_writes_becomes_markup(written: str) -> None:
    page = rendered(in_every_field(written))

    assert page.tags <= OWN
    assert page.attributes == []
    assert " ".join(written.split()) in page.text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1))
def test_any_text_shows_as_itself(written: str) -> None:
    page = rendered(f"| a | b |\n| --- | --- |\n| {as_markdown.text(written)} | x |\n")

    assert page.tags <= OWN
    assert page.attributes == []
    assert " ".join(page.text.split()) == " ".join(f"a b {written} x".split())


@given(st.text(st.sampled_from("<>*_`~[]()!|#-+=1.)&;:/@w \\$a\n"), min_size=1))
def test_any_signs_show_as_themselves(written: str) -> None:
    page = rendered(f"start\n\n{as_markdown.text(written)}\n\nend\n")

    assert page.tags <= OWN
    assert "".join(page.text.split()) == "".join(f"start{written}end".split())


@pytest.mark.parametrize("written", ["@octocat", "a@b.example", "x#12", "#12", ":smile:"])
def test_forges_find_no_people_issues_or_pictures_in_it(written: str) -> None:
    """They look for them in stretches of text between tags."""
    page = rendered(as_markdown.text(written))

    assert "".join(page.pieces).strip() == written
    assert written not in (piece.strip() for piece in page.pieces)


def test_signs_that_turn_a_line_around_are_left_out() -> None:
    assert as_markdown.text("a\u202eb\u0007c") == "abc"


def test_a_summary_stays_within_what_forges_take() -> None:
    words = " ".join(f"word{n}" for n in range(300))
    briefs = [make.brief(f"b{n}", question=words, source_summary=words) for n in range(1_000)]

    told = as_markdown.form(report(side(), side(*briefs)))

    assert len(told.encode()) < 1_000_000
    assert "Too long to be told here" in told


def test_one_line_says_how_much_there_is() -> None:
    told = as_markdown.form(
        report(side(make.topic("trade")), side(make.topic("trade"), make.article("talks")))
    )

    assert "Documents: 1 new; 1 link gained; " in told


def test_a_report_on_nothing_says_so() -> None:
    assert "Nothing changes for these readers." in as_markdown.form(report(side(), side()))


def test_the_json_form_has_a_version_and_all_that_the_report_has() -> None:
    found = json.loads(as_json.form(report(side(), side(make.article("talks")))))

    assert found["version"] == 1
    assert found["documents"][0]["name"] == "articles/talks"
    assert found["documents"][0]["state"] == "new"
    assert found["problems"] == {"told": [], "untold": 0, "errors": 0}
    assert set(found) == {
        "version", "summary", "base", "commit", "audience", "marking", "documents", "site", "gained", "lost",
        "events", "first_seen", "problems", "mended", "pages", "files", "notes",
    }  # fmt: skip
