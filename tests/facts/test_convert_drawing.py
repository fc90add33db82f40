"""An SVG file that is published draws, and does nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.convert import drawing

FAVICON = Path(__file__).parents[2] / "docs" / "assets" / "favicon.svg"


def svg(inside: str, *, attributes: str = "", before: str = "") -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {spaces} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h1" style="fill:#fff;filter:url(#blur)"/>',
        '<use xlink:href="#part"/><use href="#part"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a{fill:url(#paint)} .b{font:12px serif}</style>",
        '<x:view xmlns:x="http://www.inkscape.org/namespaces/inkscape" x:file="C:\\map.svg"/>',
        "<text>said &lt;script&gt; on 5 May, C:\\maps</text>",
    ],
)
def test_a_drawing_may_be_published(inside: str) -> None:
    assert drawing.fault(svg(inside)) == ""


def test_what_drawing_programs_write_first_is_no_fault() -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )

    assert (
        drawing.fault(svg("", before=f'<?xml version="1.0" encoding="UTF-8"?><!-- made by hand -->{doctype}'))
        == ""
    )
    assert drawing.fault(FAVICON.read_bytes()) == ""


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', "script"),
        ('<path onclick="alert(1)"/>', "onclick"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "foreignObject"),
        ('<g><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></g>', "script"),
        ('<a xlink:href="javascript:alert(1)"/>', "javascript:"),
        ('<a href=" java&#10;script:alert(1)"/>', "java"),
        ('<a href="https://evil.example/"/>', "https://evil.example/"),
        ('<use href="other.svg#part"/>', "other.svg"),
        ('<image href="data:image/svg+xml,%3Csvg/%3E"/>', "data:image/svg+xml"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "set"),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', "animate"),
        ("<style>@import 'https://evil.example/x.css';</style>", "style"),
        ("<style>.a{fill:url(https://evil.example/x)}</style>", "style"),
        ("<style>.a{fill:\\75rl(https://evil.example/x)}</style>", "style"),
        ("<style>.a{fill:u<desc/>rl(https://evil.example/x)}</style>", "style"),
        ('<path fill="url(//evil.example/x)"/>', "fill"),
        ("<style>svg{background:image-set('//evil.example/x' 1x)}</style>", "style"),
        ("<style>svg{background:-webkit-image-set('//evil.example/x' 1x)}</style>", "style"),
        ('<path style="mask:image( &quot;//evil.example/x&quot;)"/>', "style"),
        ("<style>svg{background:src('//evil.example/x')}</style>", "style"),
        ("<style>svg{background:cross-fade('//evil.example/x', red)}</style>", "style"),
        ('<a href="#x" ping="//evil.example/"/>', "evil.example"),
        ('<path style="fill:URL( &quot;https://evil.example/x&quot; )"/>', "style"),
        ('<path fill="\\75rl(https://evil.example/x)"/>', "fill"),
        ("<p", "well-formed"),
    ],
)  # fmt: skip
def test_a_drawing_that_does_more_is_refused(inside: str, said: str) -> None:
    assert said in drawing.fault(svg(inside))


def test_a_drawing_brings_no_entities_and_no_style_sheet() -> None:
    entity = '<!DOCTYPE svg [<!ENTITY a "b">]>'

    assert "entities" in drawing.fault(svg("&a;", before=entity))
    assert "xml-stylesheet" in drawing.fault(
        svg("", before='<?xml-stylesheet href="https://evil.example/x.css"?>')
    )


def test_a_page_under_the_name_of_a_drawing_is_refused() -> None:
    assert drawing.fault(b"<html><script>alert(1)</script></html>") == "it holds the element `html`"
    assert drawing.fault(b'<html xmlns="http://www.w3.org/1999/xhtml"/>') == "it holds the element `html`"


@pytest.mark.parametrize("encoding", ["ISO-2022-JP", "UTF-7", "rot13", "hz", "koi8-r", "unicode_escape", "x"])
def test_a_drawing_is_written_so_that_every_reader_sees_the_same_signs(encoding: str) -> None:
    # To a browser the first two signs open Japanese text, to our reader what follows is a comment.
    hidden = "<desc>\x1b$B<!--\x1b(B</desc><script>alert(1)</script><desc>--></desc>"

    assert encoding in drawing.fault(svg(hidden, before=f"<?xml version='1.0' encoding='{encoding}'?>"))


@pytest.mark.parametrize("encoding", ["UTF-8", "utf-8", "us-ascii", "ISO-8859-1"])
def test_drawings_are_written_in_the_encodings_of_drawing_programs(encoding: str) -> None:
    assert drawing.fault(svg("", before=f"<?xml version='1.0' encoding='{encoding}'?>")) == ""
