"""Makes clean HTML fit for its page: one title, no id twice, no style in it, no picture from another host."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection

from briefing.convert import sanitise, tasks

FRAME_IDS = frozenset(
    (
        "content", "footer", "header", "lunr", "main", "mermaid", "nav", "navigation", "search", "title",
        "toc", "top",
    )
)  # fmt: skip
"""Ids that belong to the page around a body or its scripts, besides those that begin with `br-` and `__`."""
FRAME_PREFIXES = ("br-", "__")

# The sanitiser writes every attribute in double quotes, and `<` and `>` in them as entities.
ID = re.compile(r' id="([^"]*)"')
TAG_WITH_ANCHOR = re.compile(r'<[a-z][^>]*? (?:id|href="#|for="|name=")[^>]*>')
ANCHOR = re.compile(r' (id|for|href)="(#?)([^"]*)"')
HEADING = re.compile(r"(</?h)([1-5])\b")
INPUT_WITHOUT_TYPE = re.compile(r'<input(?![^>]* type=")[^>]*>')
LINK_TO_NOTHING = re.compile(r'<a(?=[ >])(?![^>]* href=")([^>]*)>(.*?)</a>', re.DOTALL)
SIGNS = re.compile(r"\b(?:footnote-ref|footnote-backref|headerlink)\b")
SIGN = re.compile(rf'(<a(?=[^>]* class="[^"]*{SIGNS.pattern})[^>]*>)(.*?)</a>', re.DOTALL)
TRUE_SIGN = re.compile(
    r'<a (?:class="footnote-ref" href="#fn:[^>]*>\d+|class="footnote-backref" href="#fnref[^>]*>↩\ufe0e?'
    r'|class="headerlink" href="#[^>]*>¶)</a>'
)
IMAGE = re.compile(r"<img[^>]*>")
SRC = re.compile(r' src="([^"]*)"')
STYLED = re.compile(r'<t[dh](?=(?: [^>]*)? style=")[^>]*>')
STYLE = re.compile(r' style="(?:text-align:(left|right|center))?[^"]*"')
CLASS = re.compile(r' class="([^"]*)"')
ALT = re.compile(r' alt="([^"]*)"')


def tidy(body: str, taken: Collection[str] = ()) -> str:
    """The body with headings below the page's own, ids unlike those taken, and only pictures of this site."""
    if "<h1" in body:
        body = HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) + 1}", body)
    if "<input" in body:
        body = tasks.named(INPUT_WITHOUT_TYPE.sub("", body))
    if "<a" in body:
        body = LINK_TO_NOTHING.sub(_without_link, body)
        body = SIGN.sub(_sign, body)
    if "<img" in body:
        body = IMAGE.sub(_image, body)
    if ' style="' in body:
        body = STYLED.sub(_aligned, body)
    ids = ID.findall(body)
    if len(ids) != len(set(ids)) or any(_is_frame(one, taken) for one in ids):
        body = _Anchors(body, taken).renamed()
    return body


def _without_link(link: re.Match[str]) -> str:
    """What a link holds, and what else but an address it carries: links do not stand in each other."""
    return f"<span{link[1]}>{link[2]}</span>" if link[1] else link[2]


def _sign(link: re.Match[str]) -> str:
    """A link that only looks like the sign of a note or heading as the plain link that it is.

    Material looks for the note of a sign and stops where there is none, and the words of a sign are no prose.
    """
    if TRUE_SIGN.fullmatch(link[0]):
        return link[0]
    return f"{CLASS.sub(_without_sign, link[1])}{link[2]}</a>"


def _without_sign(names: re.Match[str]) -> str:
    kept = " ".join(name for name in names[1].split() if not SIGNS.fullmatch(name))
    return f' class="{kept}"' if kept else ""


def _image(tag: re.Match[str]) -> str:
    """An image of the site as it is; a link in the place of one from another host."""
    src, alt = SRC.search(tag[0]), ALT.search(tag[0])
    if src is None:
        return html.escape(html.unescape(alt[1]), quote=False) if alt else ""
    if not sanitise.is_elsewhere(html.unescape(src[1])):
        return tag[0]
    words = html.escape(html.unescape((alt[1] if alt else "") or src[1]), quote=False)
    before = tag.string[: tag.start()]
    is_in_link = before.rfind("<a ") > before.rfind("</a>")
    return words if is_in_link else f'<a href="{src[1]}">{words}</a>'


def _aligned(tag: re.Match[str]) -> str:
    """A cell with its alignment as a class: the site's policy lets no style stand in a page."""
    aligned = STYLE.search(tag[0])
    plain = STYLE.sub("", tag[0])
    if aligned is None or not aligned[1]:
        return plain
    own = CLASS.search(plain)
    words = f"{own[1]} br-{aligned[1]}" if own else f"br-{aligned[1]}"
    return f'{CLASS.sub("", plain)[:-1]} class="{words}">'


def _is_frame(id_: str, taken: Collection[str]) -> bool:
    is_widget = sanitise.WIDGET_ID.match(id_)
    return id_ in taken or id_ in FRAME_IDS or (id_.startswith(FRAME_PREFIXES) and not is_widget)


class _Anchors:
    """Gives new names to ids that another element or the page around has, and follows them in links."""

    def __init__(self, body: str, taken: Collection[str]) -> None:
        self._body = body
        self._taken = taken
        self._used = set(ID.findall(body))
        self._seen: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._moved = {id_: self._fresh(id_) for id_ in ID.findall(body) if _is_frame(id_, taken)}
        self._latest: dict[str, str] = {}

    def renamed(self) -> str:
        return TAG_WITH_ANCHOR.sub(lambda tag: ANCHOR.sub(self._anchor, tag[0]), self._body)

    def _anchor(self, attribute: re.Match[str]) -> str:
        name, sign, id_ = attribute.groups()
        if name == "id":
            return f' id="{self._own(id_)}"'
        if name == "href" and not sign:
            return attribute[0]
        # A permalink stands inside its heading, so the latest bearer of the id is the one that it means.
        return f' {name}="{sign}{self._latest.get(id_) or self._moved.get(id_, id_)}"'

    def _own(self, id_: str) -> str:
        own = self._moved.get(id_, id_)
        if own in self._seen:
            own = self._fresh(own)
        self._seen.add(own)
        self._latest[id_] = own
        return own

    def _fresh(self, id_: str) -> str:
        stem = f"at-{id_}" if id_.startswith(FRAME_PREFIXES) else id_
        fresh = stem
        while fresh in self._used or _is_frame(fresh, self._taken):
            self._counts[stem] += 1
            fresh = f"{stem}_{self._counts[stem]}"
        self._used.add(fresh)
        return fresh
