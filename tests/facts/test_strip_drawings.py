"""SVG drawings keep what they draw; what editors and their authors note in them goes."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote

import pytest

import pictures
from briefing.edge.tool import TOOL
from briefing.model.refusal import Refusal
from briefing.model.source import SrcUri
from briefing.strip import files
from briefing.strip.stripped import Stripped

NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"'
)
WORD = pictures.TEXT


def svg(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NAMESPACES} {attributes}>{inside}</svg>".encode()


def strip(inside: str, attributes: str = "") -> str:
    found = files.strip(SrcUri("map.svg"), svg(inside, attributes))
    assert isinstance(found, Stripped), found
    return found.data.decode("utf-8")


def refused(data: bytes) -> str:
    found = files.strip(SrcUri("map.svg"), data)
    assert isinstance(found, Refusal)
    return found.reason


@pytest.mark.parametrize(
    "inside",
    [
        f"<!-- {WORD} -->",
        f"<metadata><rdf:RDF><cc:Work>{WORD}</cc:Work></rdf:RDF></metadata>",
        f"<title>{WORD}</title>",
        f"<desc>{WORD}</desc>",
        f"<g><title>{WORD}</title><path d='M0 0h1'/></g>",
        f'<sodipodi:namedview inkscape:document-name="{WORD}"/>',
        f'<g inkscape:label="{WORD}"><path d="M0 0h1"/></g>',
        f'<path d="M0 0h1" id="{WORD}" class="{WORD}"/>',
        f'<path d="M0 0h1" data-name="{WORD}" aria-label="{WORD}" note="{WORD}"/>',
        f'<path d="M0 0h1" sodipodi:absref="C:/{WORD}/a.png" xlink:title="{WORD}"/>',
        f"<g>{WORD}<path d='M0 0h1'/>{WORD}</g>",
        f"<style>/* {WORD} */ path {{ fill: red }}</style><path d='M0 0h1'/>",
        f"<path style='fill:red;/* {WORD} */' d='M0 0h1'/>",
        f"<g display='none'><text>{WORD}</text></g>",
        f"<g style='opacity:1; display : none'><text>{WORD}</text></g>",
        f"<defs><text id='a'>{WORD}</text></defs>",
        f"<defs><g id='b'><use href='#a'/></g><text id='a'>{WORD}</text></defs>",
    ],
)
def test_what_is_not_drawn_goes(inside: str) -> None:
    assert WORD not in strip(inside)


def test_files_on_the_author_s_disk_go() -> None:
    found = strip("<path d='M0 0h1'/>", f'sodipodi:docname="{WORD}.svg" inkscape:export-filename="/{WORD}"')

    assert WORD not in found


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h1" fill="red" />',
        '<text x="1" y="2">Two <tspan font-weight="bold">words</tspan> more</text>',
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red" /></linearGradient></defs>'
        '<rect width="9" height="9" fill="url(#g)" />',
        '<style>.a { fill: red }</style><path class="a" d="M0 0h1" />',
        '<g display="none"><path id="p" d="M0 0h1" /></g><use href="#p" />',
        '<text xml:space="preserve">a  b</text>',
        '<marker id="m"><path d="M0 0h1" /></marker><path d="M0 0h1" marker-end="url(#m)" />',
    ],
)
def test_what_is_drawn_stays(inside: str) -> None:
    assert re.sub(r"^<svg [^>]*>|</svg>$", "", strip(inside)) == inside


def test_a_stripped_drawing_stays_as_it_is() -> None:
    once = strip("<title>x</title><path id='p' d='M0 0h1'/><use xlink:href='#p'/>").encode()

    assert files.strip(SrcUri("map.svg"), once) == Stripped(once, ())


@pytest.mark.parametrize("name", ["photo.jpg", "plain.png", "film.gif", "exact.webp"])
def test_pictures_inside_are_stripped_too(name: str) -> None:
    type_ = {"jpg": "jpeg"}.get(name[-3:], name.rpartition(".")[2])
    data = pictures.MADE[name]()
    stripped = files.strip(SrcUri(name), data)
    assert isinstance(stripped, Stripped)

    for packed in (f";base64,{base64.b64encode(data).decode()}", f",{quote(data)}"):
        found = strip(f'<image href="data:image/{type_}{packed}"/>')

        held = base64.b64decode(re.findall(r";base64,([^\"]+)", found)[0])
        assert held == stripped.data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (svg("<script>1</script>"), "element `script`"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "no PNG"),
        (svg('<image href="data:image/png;base64,A"/>'), "cannot be read"),
        (svg("<path style=\"fill: url('data:image/png;base64,AAAA')\"/>"), "a style of it holds a picture"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "entities"),
        (b'<?xml version="1.0" encoding="no-such-thing"?>' + svg(""), "no-such-thing"),
        (svg("")[:-3], "not well-formed"),
        (b"<g/>", "no SVG drawing"),
        (svg("<g>" * 300 + "</g>" * 300), "nested"),
        (bytes(30_000_000), "at most"),
    ],
)
def test_what_cannot_be_trusted_is_refused(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_drawings_in_other_encodings_become_utf_8() -> None:
    written = '<?xml version="1.0" encoding="UTF-16"?>' + svg("<text>é</text>").decode()

    found = files.strip(SrcUri("map.svg"), written.encode("utf-16"))

    assert isinstance(found, Stripped)
    assert "<text>é</text>" in found.data.decode("utf-8")


def test_the_tool_s_own_drawing_comes_through() -> None:
    assert isinstance(
        files.strip(SrcUri("favicon.svg"), (TOOL / "docs/assets/favicon.svg").read_bytes()), Stripped
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<style>@imp/**/ort '//evil.example/x.css';</style>",
        "<style>.a{fill:u/* */rl(//evil.example/x)}</style>",
        '<path fill="u/**/rl(//evil.example/x)"/>',
        '<path style="background:image-/**/set(&quot;//evil.example/x&quot; 1x)"/>',
    ],
)
def test_what_asks_for_another_file_once_its_comments_are_gone_is_refused(inside: str) -> None:
    assert "asks for another file" in refused(svg(inside))
