"""What authors write cannot run, fetch, hide the page or stop the build; they are told what was left out."""

from __future__ import annotations

import time

import pytest

from briefing.convert.finding import Finding
from briefing.convert.markdown import Converter


@pytest.fixture(scope="module")
def converter() -> Converter:
    extensions = (
        "attr_list",
        "md_in_html",
        "def_list",
        "tables",
        "toc",
        "pymdownx.superfences",
        "pymdownx.betterem",
    )
    return Converter(extensions, {})


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x7f", "\x9b", "\ufffe", "&#7;"])
def test_a_character_that_no_page_can_carry_is_left_out_of_a_text(converter: Converter, sign: str) -> None:
    found = converter.convert(f"Fees{sign} rise in *May{sign}*.")

    assert found.html == "<p>Fees rise in <em>May</em>.</p>"


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x9b", "\ufffe", "&#7;"])
def test_what_such_a_character_has_torn_is_no_way_around_the_cleaning(
    converter: Converter, sign: str
) -> None:
    found = converter.convert(
        f'<a href="java{sign}script:alert(1)">Fees</a> <img src="data{sign}:text/html,x">'
    )

    assert found.html == "<p>Fees </p>"


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("body", "html", "said"),
    [
        ("a <script>alert(1)</script> b", "<p>a  b</p>", "the element `script`"),
        ('<iframe src="javascript:x"></iframe>', "", "the element `iframe`"),
        ("<svg/onload=alert(1)>", "<p></p>", "the element `svg`"),
        (
            "[x](y.md){: onmouseover=alert }",
            '<p><a href="y.md">x</a></p>',
            "the attribute `onmouseover` of `a`",
        ),
        ('<a href="#" onclick="x()">x</a>', '<p><a href="#">x</a></p>', "the attribute `onclick` of `a`"),
        ("x\n{: .md-header .mine }", '<p class="mine">x</p>', "the class `md-header`"),
        ("x\n{: .br-card }", "<p>x</p>", "the class `br-card`"),
        ("x\n{: .annotate }", "<p>x</p>", "the class `annotate`"),
        ("x\n{: .mermaid }", "<p>x</p>", "the class `mermaid`"),
        ('<p style="color: red">x</p>', "<p>x</p>", "the attribute `style` of `p`"),
        (
            '<a href="x.md" target="_top">x</a>',
            '<p><a href="x.md">x</a></p>',
            "the attribute `target` of `a`",
        ),
        ('<form><input name="q">x</form>', "x", "the element `form`"),
        (
            "![x](https://example.org/x.png)",
            '<p><a href="https://example.org/x.png">x</a></p>',
            "another host",
        ),
        ("![x](//example.org/x.png)", '<p><a href="//example.org/x.png">x</a></p>', "another host"),
        (
            '<img src="/\\example.org/x.png" alt="x">',
            '<p><a href="/\\example.org/x.png">x</a></p>',
            "another host",
        ),
        ("[![x](https://example.org/x.png)](y.md)", '<p><a href="y.md">x</a></p>', "another host"),
        ("![x](data:text/html,x)", "<p>x</p>", "the src `data:text/html,x` of `img`"),
    ],
)
def test_html_that_is_not_published(converter: Converter, body: str, html: str, said: str) -> None:
    converted = converter.convert(body)

    assert converted.html.strip() == html
    assert [finding.code for finding in converted.findings if said in finding.message] == ["B601"]


@pytest.mark.parametrize(
    "body",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](vbscript:x)",
        "[x][y]\n\n[y]: javascript:x",
        '<a href="java&#10;script:x">x</a>',
        "<a href=' javascript:x'>x</a>",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
    ],
)
def test_a_link_that_could_run_is_shown_as_its_text(converter: Converter, body: str) -> None:
    converted = converter.convert(body)

    assert converted.html == "<p>x</p>"
    assert codes(converted.findings) == ["B602"]


def test_small_inline_pictures_are_published(converter: Converter) -> None:
    converted = converter.convert("![x](data:image/png;base64,AAAA)")

    assert converted.html == '<p><img alt="x" src="data:image/png;base64,AAAA"></p>'
    assert converted.findings == ()


def test_columns_keep_their_alignment(converter: Converter) -> None:
    converted = converter.convert("| a |\n|--:|\n| b |")

    assert '<td class="br-right">b</td>' in converted.html
    assert converted.findings == ()


@pytest.mark.parametrize(
    ("cell", "published"),
    [
        ('<td class="x" style="text-align: center">b</td>', '<td class="x br-center">b</td>'),
        ('<td style="text-align: left" title="c" class="x">b</td>', '<td title="c" class="x br-left">b</td>'),
        ('<th style="text-align: justify" scope="col">b</th>', '<th scope="col">b</th>'),
        ('<td style="color: red">b</td>', "<td>b</td>"),
    ],
)
def test_no_style_stands_in_a_page(converter: Converter, cell: str, published: str) -> None:
    converted = converter.convert(f"<table><tr>{cell}</tr></table>")

    assert published in converted.html
    assert "style=" not in converted.html


def test_words_that_look_like_a_style_stay(converter: Converter) -> None:
    converted = converter.convert('Write `<td style="text-align: right">`.')

    assert converted.html == '<p>Write <code>&lt;td style="text-align: right"&gt;</code>.</p>'


def test_a_text_box_is_no_part_of_a_page(converter: Converter) -> None:
    assert converter.convert("<p>a <input> <input type='text'> b</p>").html == "<p>a   b</p>"


def test_a_comment_is_not_published_and_its_author_is_told(converter: Converter) -> None:
    converted = converter.convert("One.\n\nTwo <!-- secret --> three.\n")

    assert "secret" not in converted.html
    assert [(finding.code, finding.line, finding.column) for finding in converted.findings] == [
        ("B603", 3, 5)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "a <!-- open\n\nthe rest",
        "<!-- open\n\nthe rest",
        "<script>\nx\n\nthe rest",
        "<textarea>\n\nthe rest",
        '<div title="x>\n\nthe rest',
        '<a title="x>\n\nthe rest',
        "<style>\n\nthe rest",
        "<plaintext>\n\nthe rest",
        "<title>\n\nthe rest",
        "<div markdown>\n\nthe rest",
        "a <?php x\n\nthe rest",
        "<![CDATA[ x\n\nthe rest",
    ],
)
def test_what_is_never_closed_hides_nothing(converter: Converter, body: str) -> None:
    converted = converter.convert(body)

    assert "the rest" in converted.text


def test_a_tag_full_of_strange_attributes_is_one_finding(converter: Converter) -> None:
    (finding,) = converter.convert("a <b c d e f g>h</b>").findings

    assert finding.message == "the attributes `c`, `d`, `e` and 2 more of `b` are not published"


def test_findings_say_where(converter: Converter) -> None:
    converted = converter.convert("`<b onclick=x>`\n\n- onclick\n- b <b onclick='x'>c</b>\n")

    assert [(finding.line, finding.column) for finding in converted.findings] == [(4, 5)]


@pytest.mark.parametrize(
    "body",
    [
        "a < b and c > d",
        "`<script>`",
        "```html\n<iframe src=x>\n```",
        "    <form>",
        "x {not attributes}",
        "<https://example.org>",
        "<b>bold</b> &copy; <kbd>x</kbd>",
        "| a |\n|:-:|\n| b |",
        '[x](https://e.org "t")',
        "<details open><summary>s</summary>x</details>",
        "x\n{: #own .mine }",
    ],
)
def test_what_is_published_as_written_is_no_finding(converter: Converter, body: str) -> None:
    assert converter.convert(body).findings == ()


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[a](" * 20_000,
        "<a " * 20_000,
        "- " * 4_000 + "x",
        "1. " * 4_000 + "x",
        "a\n:   " * 9_000,
        "a\n=\n" * 9_000,
        '<a b="' * 9_000,
        "[a][" * 9_000,
        "<http://a " * 9_000,
    ],
    ids=lambda body: body[:8],
)
def test_what_would_stop_the_build_is_refused_at_once(converter: Converter, body: str) -> None:
    began = time.process_time()
    converted = converter.convert(body)

    assert time.process_time() - began < 1
    assert codes(converted.findings) == ["B605"]
    assert converted.html == ""


@pytest.mark.parametrize(
    "body",
    [
        ">" * 1_500 + "x",
        "".join("  " * level + "- x\n" for level in range(200)),
        "".join("    " * level + "- x\n" for level in range(300)),
        "|a|\n|-|\n" + "|x" * 3_000 + "|",
        "*a **b " * 8_000,
        "[x](y) " * 4_000,
        "- x\n" * 4_000,
        "> - " * 400 + "x",
        "a  \n" * 4_000,
        "<b>" * 4_000,
        "<div>\n" * 2_000 + "x",
        "*[A]: b\n\n" * 500,
    ],
    ids=lambda body: body[:8],
)
def test_what_is_only_strange_is_converted(converter: Converter, body: str) -> None:
    began = time.process_time()
    converted = converter.convert(body)

    assert time.process_time() - began < 5
    assert "B605" not in codes(converted.findings)


def test_quotes_and_lists_of_senseless_depth_are_brought_back(converter: Converter) -> None:
    assert converter.convert(">" * 100 + "x").html.count("<blockquote>") == 20


def test_a_conversion_that_is_too_deep_is_refused() -> None:
    converter = Converter(("admonition",), {})
    deep = "".join("    " * level + "!!! note\n\n" for level in range(400))

    assert codes(converter.convert(deep).findings) == ["B605"]
    assert converter.convert("!!! note\n    x").text == "x"


@pytest.mark.parametrize("attribute", ["data-tabs", "data-preview", "data-md-component"])
def test_no_attribute_calls_the_scripts_of_the_theme(converter: Converter, attribute: str) -> None:
    # Material looks for a set of tabs in whatever says `data-tabs`, and stops where a part is missing.
    assert converter.convert(f'<p {attribute}="1:1">x</p>').html == "<p>x</p>"


@pytest.mark.parametrize("name", ["mermaid", "lunr"])
def test_no_id_stands_for_a_library_of_the_theme(converter: Converter, name: str) -> None:
    # What bears an id is a variable of that name to every script of the page.
    assert converter.convert(f"### x {{#{name}}}\n\n[y](#{name})").html == (
        f'<h3 id="{name}_1">x</h3>\n<p><a href="#{name}_1">y</a></p>'
    )


@pytest.mark.parametrize(
    "link",
    [
        'class="headerlink" href="#x"',
        'class="footnote-backref" href="#fnref:1"',
        'class="footnote-ref" href="#fn:1"',
    ],
)
def test_words_cannot_be_hidden_as_the_sign_of_a_heading_or_note(converter: Converter, link: str) -> None:
    converted = converter.convert(f"<p><a {link}>Ann Lee</a> came.</p>")

    assert converted.text == "Ann Lee came."
    assert "class=" not in converted.html


@pytest.mark.parametrize("href", ["y.md#x", "y.md", "https://example.org/#fn:1", "#x"])
def test_a_link_to_no_footnote_does_not_pass_for_one(converter: Converter, href: str) -> None:
    # Material looks for the note on this page, and stops where it is not.
    html = converter.convert(f'<p id="x"><a class="a footnote-ref b" href="{href}">z</a></p>').html

    assert html == f'<p id="x"><a class="a b" href="{href}">z</a></p>'
