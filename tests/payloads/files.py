"""Files that are no documents, from hostile hands: names that are payloads, drawings that do more than draw."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from payloads.catalogue import filled

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" {}>{}</svg>'
NAMES = (
    "x' onerror='@run@",
    "x&quot; onerror=@run@ x=&quot;",
    "&lt;img src=x onerror=@run@&gt;",
    "&#60;svg onload=@run@",
    "%22%3E%3Cimg src=x onerror=@run@%3E",
    "%3Cscript%3E@run@",
    "{{ @run@ }}",
    "{% @run@ %}",
    "${@run@}",
    "x{ onclick=@run@ }",
    "x](javascript@run@",
    "x#' onerror='@run@",
    "x;@run@",
    "`@run@`",
    "-@run@",
    "@run@&x=",
    "__config",
    "x,x=@run@",
    "javascript;@run@",
    "x%00@run@",
    "x=@run@",
    "~@run@",
    "!@run@",
    "@@@run@",
)
ELSEWHERE = (
    '"><img src=x onerror=@run@>',
    "javascript:@run@",
    '" onerror="@run@',
    "<svg onload=@run@>",
    "x|@run@",
    "x?@run@",
    "*@run@*",
    "x\\@run@",
    "data:text'html,<script>@run@",
)
"""Names that Windows cannot hold."""
INSIDE = (
    "<script>@run@</script>",
    "<script href='data:text/javascript,@run@'/>",
    "<path onclick='@run@' d='M0 0h9v9z'/>",
    "<image href='x' onerror='@run@'/>",
    "<image href='//far.example/@num@'/>",
    "<use href='//far.example/@num@#x'/>",
    "<use xlink:href='data:image/svg+xml,&lt;svg id=&quot;x&quot; onload=&quot;@run@&quot;/>#x'/>",
    "<a href='javascript:@run@'><path d='M0 0h9v9z'/></a>",
    "<a xlink:href='java&#10;script:@run@'><path d='M0 0h9v9z'/></a>",
    "<animate attributeName='href' values='javascript:@run@'/>",
    "<set attributeName='onmouseover' to='@run@'/>",
    "<a><animate attributeName='href' to='javascript:@run@'/><path d='M0 0h9v9z'/></a>",
    "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:@run@'/></foreignObject>",
    "<style>@@import '//far.example/@num@';</style>",
    "<style>*{{fill:url(//far.example/@num@)}}</style>",
    "<style><![CDATA[@@import '//far.example/@num@';]]></style>",
    "<path style='fill:url(//far.example/@num@#x)' d='M0 0h9v9z'/>",
    "<path fill='ur\\6c(//far.example/@num@)' d='M0 0h9v9z'/>",
    "<filter id='f'><feImage href='//far.example/@num@'/></filter><path filter='url(#f)' d='M0 0h9v9z'/>",
    "<text><textPath href='//far.example/@num@#x'>x</textPath></text>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'>@run@</x:script>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>@run@</x:script>",
    "<img xmlns='http://www.w3.org/1999/xhtml' src='x' onerror='@run@'/>",
    "<handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>@run@</handler>",
    "<discard onbegin='@run@'/>",
    "<animate onbegin='@run@' attributeName='x' dur='1s'/>",
    "<animateMotion onend='@run@' dur='1ms'/>",
    "<math xmlns='http://www.w3.org/1998/Math/MathML' href='javascript:@run@'><mi>x</mi></math>",
    "<switch><script>@run@</script></switch>",
    "<metadata><script xmlns='http://www.w3.org/1999/xhtml'>@run@</script></metadata>",
    "<desc><script xmlns='http://www.w3.org/1999/xhtml'>@run@</script></desc>",
    "<mpath href='//far.example/@num@'/>",
    "<cursor href='//far.example/@num@'/>",
    "<font-face-uri href='//far.example/@num@'/>",
    "<video xmlns='http://www.w3.org/1999/xhtml' src='//far.example/@num@'/>",
    "<link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' href='//far.example/@num@'/>",
    "<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=//far.example/@num@'/>",
    "<linearGradient id='g' href='//far.example/@num@#x'/><path fill='url(#g)' d='M0 0h9v9z'/>",
    "<path mask='url(//far.example/@num@#x)' clip-path='url(//far.example/@num@#y)' d='M0 0h9v9z'/>",
    "<path marker-start='url(&quot;//far.example/@num@#x&quot;)' d='M0 0h9v9z'/>",
    "<style>@@font-face{{font-family:x;src:url('//far.example/@num@')}} text{{font-family:x}}</style><text>x</text>",
    "<style>path{{fill:image-set('//far.example/@num@' 1x)}}</style><path d='M0 0h9v9z'/>",
    "<style>svg{{background:image-set('//far.example/@num@' 1x)}}</style>",
    "<style>svg{{background:image('//far.example/@num@')}}</style>",
    "<style>svg{{background-image:-webkit-image-set('//far.example/@num@' 1x)}}</style>",
    "<path style='background:image-set(&quot;//far.example/@num@&quot; 1x)' d='M0 0h9v9z'/>",
    "<style>@@imp/**/ort '//far.example/@num@';</style>",
    "<style>*{{fill:u/**/rl(//far.example/@num@)}}</style>",
    "<path fill='u/*x*/rl(//far.example/@num@)' d='M0 0h9v9z'/>",
    "<path style='fill:ur/**/l(//far.example/@num@)' d='M0 0h9v9z'/>",
    "<style>/*</style><style>*/@@import '//far.example/@num@';</style>",
    "<style><!-- x -->@@im<!-- y -->port '//far.example/@num@';</style>",
    "<style>@@im<x:y xmlns:x='x'/>port '//far.example/@num@';</style>",
    "<style>@@im<desc>/*</desc>port '//far.example/@num@';</style>",
    "<style>@@\\69mport '//far.example/@num@';</style>",
    "<style>@@namespace x '//far.example/@num@'; svg{{cursor:url( //far.example/@num@ )}}</style>",
    "<style>svg{{background:src('//far.example/@num@')}}</style>",
    "<style>svg{{background:url(\t'//far.example/@num@')}}</style>",
    "<style>@@document url(//far.example/@num@){{}}</style>",
    "<style>svg{{background:cross-fade('//far.example/@num@', red)}}</style>",
)
BEFORE = (
    "<?xml-stylesheet href='//far.example/@num@'?>",
    "<?xml-stylesheet type='text/xsl' href='data:text/xml,x'?>",
    "<!DOCTYPE svg [<!ENTITY x '<script>@run@</script>'>]>",
    "<!DOCTYPE svg SYSTEM '//far.example/@num@'>",
    "<!DOCTYPE html>",
    "<?xml version='1.0' encoding='UTF-7'?>",
    "<!DOCTYPE svg [<!ATTLIST svg onload CDATA '@run@'>]>",
    "<!DOCTYPE svg [<!ENTITY % x SYSTEM '//far.example/@num@'> %x;]>",
)
OPENING = (
    "onload='@run@'",
    "onLoad='@run@'",
    "xmlns:ev='http://www.w3.org/2001/xml-events' ev:onload='@run@'",
    "xml:base='//far.example/@num@'",
    "style='background:url(//far.example/@num@)'",
    "onfocus='@run@' tabindex='0' autofocus='autofocus'",
    "onresize='@run@' onunload='@run@' onerror='@run@'",
    "contentScriptType='text/vbscript'",
    "style='background:image-set(\"//far.example/@num@\" 1x)'",
)
MASKED = (
    (".txt", "<html><body onload=@run@><script>@run@</script></body></html>"),
    (".csv", "=cmd|' /C calc'!A0,<script>@run@</script>"),
    (".json", "</script><script>@run@</script>"),
    (".geojson", '{"x":"<img src=x onerror=@run@>"}'),
    (".tsv", "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>@run@</x:script>"),
    (".png", "<!DOCTYPE html><script>@run@</script>"),
    (".gif", "GIF89a/*<script>@run@</script>*/=1;"),
    (".jpg", "<svg xmlns='http://www.w3.org/2000/svg' onload='@run@'/>"),
    (".webp", "RIFF<script>@run@</script>"),
    (".avif", "<script>@run@</script>"),
    (".bmp", "BM<script>@run@</script>"),
    (".ico", "<html><script>@run@</script></html>"),
    (".rtf", "{\\rtf1 <script>@run@</script>}"),
)
REFUSED = (
    ".html",
    ".htm",
    ".xhtml",
    ".xml",
    ".svgz",
    ".js",
    ".mjs",
    ".css",
    ".xsl",
    ".swf",
    ".mht",
    ".mhtml",
    ".shtml",
    ".hta",
    ".wasm",
    ".webmanifest",
    ".url",
    ".php",
    "",
    ".pdf.html",
    ".png.svg.html",
    ".HTML",
)
"""Endings of files that browsers could run: none is published."""


PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
)
"""One dot."""


def pictures() -> Iterator[str]:
    """Names of pictures that are payloads themselves."""
    for number, name in enumerate((*NAMES, *(ELSEWHERE if os.name != "nt" else ()))):
        yield filled(name, 900_000 + number).replace("/", "-") + ".png"


def drawings() -> Mapping[str, str]:
    """SVG files by name; those that do more than draw are to be refused."""
    whole = [
        *(SVG.format("", filled(one, 910_000 + number).replace("{{", "{").replace("}}", "}")) for number, one in enumerate(INSIDE)),
        *(filled(one, 920_000 + number) + SVG.format("", "") for number, one in enumerate(BEFORE)),
        *(SVG.format(filled(one, 930_000 + number), "") for number, one in enumerate(OPENING)),
    ]  # fmt: skip
    return {f"drawing-{number}.svg": text for number, text in enumerate(whole)}


def masked() -> Mapping[str, str]:
    """Files whose content is not what their names say."""
    return {
        f"masked-{number}{ending}": filled(text, 940_000 + number)
        for number, (ending, text) in enumerate(MASKED)
    }


def refused() -> Mapping[str, str]:
    """Files of types that no site carries."""
    return {
        f"refused-{number}{ending}": filled("<script>@run@</script>", 950_000 + number)
        for number, ending in enumerate(REFUSED)
    }


def article() -> str:
    """A body that shows and links to all of them."""
    lines = [
        f"![p{number}](<{quote(name)}>) [q{number}](<{quote(name)}>)"
        for number, name in enumerate(pictures())
    ]
    lines += [f"![{name}]({name}) [{name}]({name})" for name in (*drawings(), *masked(), *refused())]
    return "\n\n".join(lines) + "\n"


def everything() -> Mapping[str, bytes]:
    """Every file by name."""
    texts = {**drawings(), **masked(), **refused()}
    return {**dict.fromkeys(pictures(), PICTURE), **{name: text.encode() for name, text in texts.items()}}
