"""The names that payloads are made of: elements, handlers, attributes that lead somewhere, spellings of schemes."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Every word of a text."""
    return tuple(text.split())


HTML = words(
    """a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code
    col colgroup data datalist dd del details dfn dialog div dl dt em embed fencedframe fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li
    link main map mark menu meta meter nav noscript object ol optgroup option output p param picture portal pre
    progress q rp rt ruby s samp script search section select selectedcontent slot small source span strong
    style sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video
    wbr"""
)
OBSOLETE = words(
    """acronym applet basefont bgsound big blink center command content dir element font frame frameset image
    isindex keygen layer ilayer listing marquee menuitem multicol nextid nobr noembed noframes nolayer plaintext
    rb rtc server shadow spacer strike tt xml xmp xss-x"""
)
SVG = words(
    """a animate animateColor animateMotion animateTransform circle clipPath cursor defs desc discard ellipse
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
    feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter
    font font-face font-face-src font-face-uri foreignObject g glyph glyphRef handler hatch hatchpath hkern
    image line linearGradient listener marker mask mesh metadata missing-glyph mpath path pattern polygon
    polyline prefetch radialGradient rect script set solidcolor stop style svg switch symbol tbreak text
    textPath title tref tspan unknown use video view vkern"""
)
MATHML = words(
    """abs annotation annotation-xml apply ci cn csymbol maction maligngroup malignmark math menclose merror
    mfenced mfrac mglyph mi mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow
    ms mscarries msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover none semantics share"""
)
VOID = words(
    """area base basefont bgsound br col command embed frame hr image img input keygen link meta nextid param
    source spacer track wbr"""
)

HANDLERS = words(
    """onabort onactivate onafterprint onafterscriptexecute onafterupdate onanimationcancel onanimationend
    onanimationiteration onanimationstart onariarequest onautocomplete onautocompleteerror onauxclick
    onbeforeactivate onbeforecopy onbeforecut onbeforedeactivate onbeforeeditfocus onbeforeinput onbeforematch
    onbeforepaste onbeforeprint onbeforescriptexecute onbeforetoggle onbeforeunload onbeforexrselect onbegin
    onblur onbounce oncancel oncanplay oncanplaythrough oncellchange onchange onclick onclose oncommand
    oncontentvisibilityautostatechange oncontextlost oncontextmenu oncontextrestored oncontrolselect oncopy
    oncuechange oncut ondataavailable ondatasetchanged ondatasetcomplete ondblclick ondeactivate ondevicemotion
    ondeviceorientation ondrag ondragend ondragenter ondragexit ondragleave ondragover ondragstart ondrop
    ondurationchange onemptied onend onended onerror onerrorupdate onfilterchange onfinish onfocus onfocusin
    onfocusout onformdata onfullscreenchange onfullscreenerror ongamepadconnected ongesturechange ongestureend
    ongesturestart ongotpointercapture onhashchange onhelp oninput oninvalid onkeydown onkeypress onkeyup
    onlanguagechange onlayoutcomplete onload onloadeddata onloadedmetadata onloadend onloadstart onlosecapture
    onlostpointercapture onmessage onmessageerror onmousedown onmouseenter onmouseleave onmousemove onmouseout
    onmouseover onmouseup onmousewheel onmove onmoveend onmovestart onmozfullscreenchange onoffline ononline
    onorientationchange onoutofsync onoverscroll onpagehide onpagereveal onpageshow onpageswap onpaste onpause
    onplay onplaying onpointercancel onpointerdown onpointerenter onpointerleave onpointermove onpointerout
    onpointerover onpointerrawupdate onpointerup onpopstate onprogress onpropertychange onratechange
    onreadystatechange onrejectionhandled onrepeat onreset onresize onresizeend onresizestart onrowenter
    onrowexit onrowsdelete onrowsinserted onscroll onscrollend onscrollsnapchange onscrollsnapchanging onsearch
    onsecuritypolicyviolation onseek onseeked onseeking onselect onselectionchange onselectstart onshow
    onslotchange onstalled onstart onstop onstorage onsubmit onsuspend onsynchrestored ontimeerror ontimeupdate
    ontoggle ontouchcancel ontouchend ontouchmove ontouchstart ontrackchange ontransitioncancel ontransitionend
    ontransitionrun ontransitionstart onunhandledrejection onunload onurlflip onvolumechange onwaiting
    onwebkitanimationend onwebkitanimationiteration onwebkitanimationstart onwebkitfullscreenchange
    onwebkitmouseforcechanged onwebkitmouseforcedown onwebkitplaybacktargetavailabilitychanged
    onwebkittransitionend onwebkitwillrevealbottom onwheel onzoom"""
)
CARRIERS = ("b", "img", "details", "td", "summary", "time", "input", "ruby")
"""Elements that are published, for handlers to hang on."""

LEADING = words(
    """a:href a:ping a:xlink:href applet:archive applet:code applet:codebase area:href audio:src base:href
    bgsound:src blockquote:cite body:background body:onload button:formaction command:icon del:cite
    embed:src fencedframe:src form:action frame:longdesc frame:src head:profile html:manifest iframe:longdesc
    iframe:src iframe:srcdoc image:href img:dynsrc img:longdesc img:lowsrc img:src img:srcset img:usemap
    input:formaction input:src ins:cite isindex:action layer:src link:href link:imagesrcset menuitem:icon
    meta:content object:archive object:classid object:codebase object:data param:value portal:src q:cite
    script:href script:src script:xlink:href source:src source:srcset table:background tbody:background
    td:background th:background tr:background track:src video:poster video:src xml:src svg:xml:base
    math:xlink:href math:href"""
)
"""Element and attribute, of all attributes that hold an address."""

SCHEMES = (
    "javascript:@run@", "JaVaScRiPt:@run@", "JAVASCRIPT:@run@", " javascript:@run@", "\tjavascript:@run@",
    "java\tscript:@run@", "java\nscript:@run@", "java\rscript:@run@", "javascript\t:@run@", "javascript\n:@run@",
    "\x01javascript:@run@", "\x0cjavascript:@run@", "\x1fjavascript:@run@", "\u00a0javascript:@run@",
    "\u2028javascript:@run@", "\ufeffjavascript:@run@", "\u200bjavascript:@run@", "java\u00adscript:@run@",
    "java\u200dscript:@run@", "java\x7fscript:@run@", "jav\u0131script:@run@", "java\u017fcript:@run@",
    "\uff4a\uff41\uff56\uff41\uff53\uff43\uff52\uff49\uff50\uff54:@run@", "javascript\uff1a@run@",
    "&#106;avascript:@run@", "&#x6a;avascript:@run@", "&#0000106avascript:@run@", "&#X6A&#X61vascript:@run@",
    "java&Tab;script:@run@", "java&NewLine;script:@run@", "javascript&colon;@run@", "&lpar;javascript:@run@",
    "java&#x0A;script:@run@", "java&#13;script:@run@", "&#1;javascript:@run@", "&#8203;javascript:@run@",
    "%6aavascript:@run@", "javascript%3a@run@", "%0ajavascript:@run@", "java%0ascript:@run@",
    "java%00script:@run@", "javascript://%0a@run@", "javascript://far.example/%0d%0a@run@",
    "javascript:/*--></title></style></textarea>*/@run@", "javascript:void @run@", "javascript:'<b>'+@run@",
    "javascript:%74rip(@num@)", "javascript:&#116;rip(@num@)", "javascript:\\u0074rip(@num@)",
    "javascript:javascript:@run@", "x:javascript:@run@", "feed:javascript:@run@", "view-source:javascript:@run@",
    "jar:javascript:@run@!/", "livescript:@run@", "mocha:@run@", "vbscript:trip(@num@)", "VBScript:MsgBox @num@",
    "vb&#115;cript:@run@", "data:text/html,<script>@run@</script>", "data:text/html;base64,@b64@",
    "DATA:TEXT/HTML;BASE64,@b64@", "data:,@run@", "data:;base64,@b64@", "data:image/svg+xml,<svg onload=@run@>",
    "data:image/svg+xml;base64,@b64@", "data:image/png,<script>@run@</script>", "data:text/xml,<x onload=@run@/>",
    "data:application/xhtml+xml,<script>@run@</script>", "data:text/javascript,@run@", "data:text/css,*{}",
    "da\tta:text/html,<script>@run@</script>", "blob:https://far.example/@num@", "blob:null/@num@",
    "filesystem:https://far.example/temporary/@num@", "file:///etc/passwd", "file://far.example/share/@num@",
    "about:blank#@run@", "chrome://settings/#@num@", "ms-its:mhtml:x!@num@", "intent://x#Intent;S.x=@num@;end",
    "//far.example/@num@", "///far.example/@num@", "/\\far.example/@num@", "\\\\far.example/@num@",
    "\\/far.example/@num@", "/\t/far.example/@num@", "/\n/far.example/@num@", "http:far.example/@num@",
    "https:/far.example/@num@", "https:\\\\far.example/@num@", "h\nttps://far.example/@num@",
    "https://far.example/@num@?x=<script>@run@</script>", "https://far.example\\@@127.0.0.1/@num@",
    "ftp://far.example/@num@", "ws://far.example/@num@", "?x=@run@", "#@run@", "/@num@", "../../../../@num@",
    "./javascript:@run@", "to:javascript:@run@", "to://far.example/@num@", "TO:actors/x@num@", "mailto:a@b?body=@run@",
)  # fmt: skip

THEIR_NAMES = words(
    """__config __drawer __search __toc __palette __palette_0 __palette_1 __md_scope __md_hash __md_get __md_set
    __consent __announce __tabs __tooltip_0 __source __outdated __proto__ constructor prototype toString valueOf
    hasOwnProperty body head cookie location domain referrer documentElement defaultView forms images links
    scripts children childNodes firstChild nodeName attributes querySelector querySelectorAll getElementById
    getElementsByTagName createElement addEventListener currentScript write open close title readyState
    styleSheets activeElement implementation parentNode self top parent window document frames opener name
    origin history navigator fetch alert eval setTimeout localStorage sessionStorage performance crypto URL
    mermaid lunr document$ location$ target$ keyboard$ viewport$ component$ alert$ progress$ header footer main
    nav navigation content search toc br-title br-judgements br-foot br-page md-header"""
)
"""Names that the page, the theme's scripts or the browser use themselves."""
