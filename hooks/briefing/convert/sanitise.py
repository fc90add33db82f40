"""What of an author's HTML is published: an allow-list, kept by nh3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote

import nh3

from briefing.parse import characters

TAGS = frozenset(
    (
        "a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code",
        "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark",
        "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub",
        "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
        "wbr",
    )
)  # fmt: skip
ANYWHERE = frozenset(
    (
        "class", "id", "title", "lang", "dir", "role", "aria-hidden", "aria-label", "data-title",
    )
)  # fmt: skip
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset({"href"}),
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "del": frozenset({"datetime"}),
        "details": frozenset({"open"}),
        "img": frozenset({"src", "alt", "width", "height", "align", "loading"}),
        "input": frozenset({"name", "checked", "disabled"}),
        "ins": frozenset({"datetime"}),
        "label": frozenset({"for"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"start", "type", "reversed"}),
        "td": frozenset({"colspan", "rowspan", "style"}),
        "th": frozenset({"colspan", "rowspan", "scope", "style"}),
        "time": frozenset({"datetime"}),
    }
)
INPUT_TYPES = frozenset({"checkbox", "radio"})
WITH_CONTENT = frozenset({"script", "style"})
"""Elements whose content goes with them."""

LINK_SCHEMES = frozenset({"http", "https", "mailto", "to"})
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
IGNORED_IN_ADDRESSES = re.compile(r"^[\x00-\x20]+|[\t\r\n]+")
INLINE_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)

# Widgets of Material find their parts by these; every other name with two underscores is Material's own.
WIDGET_ID = re.compile(r"__(?:tabbed|span|codelineno|annotation)[-_]\d")
NOT_IN_IDS = re.compile(r"[^\w:.-]+")
# Material's scripts look for classes of theirs, fetch a drawing library for `mermaid` and make floating notes
# of lists for `annotate`; the last two take what has them out of the text, or hide it.
FOREIGN_CLASS = re.compile(
    r"md-(?!(?:button(?:--primary)?|tag|ellipsis)$)|br-|mermaid$|annotate$|no-js$|js$|tabbed-control|giscus$"
)


def scheme(address: str) -> str:
    """The scheme of an address as a browser reads it, in small letters; none where it is relative."""
    found = SCHEME.match(IGNORED_IN_ADDRESSES.sub("", address))
    return found[1].lower() if found else ""


def is_elsewhere(address: str) -> bool:
    """Whether a browser would ask another host for it."""
    bare = IGNORED_IN_ADDRESSES.sub("", address).replace("\\", "/")
    return bare.startswith("//") or scheme(bare) in {"http", "https"}


def is_allowed(tag: str, attribute: str) -> bool:
    """Whether an element may carry an attribute at all."""
    return (
        attribute in ANYWHERE or attribute in ATTRIBUTES.get(tag, ()) or (tag, attribute) == ("input", "type")
    )


def keep(tag: str, attribute: str, value: str) -> str | None:
    """The value that is published for an allowed attribute, or nothing."""
    match attribute:
        case "class":
            return " ".join(word for word in value.split() if not FOREIGN_CLASS.match(word)) or None
        case "id":
            return anchor(value) if not value.startswith("__") or WIDGET_ID.match(value) else None
        case "for" | "name":
            return value if WIDGET_ID.match(value) else None
        case "type" if tag == "input":
            return value if value in INPUT_TYPES else None
        case "href":
            return _address(value)
        case "src":
            is_kept = not scheme(value) or is_elsewhere(value) or INLINE_IMAGE.match(value)
            return value if is_kept else None
        case _:
            return value


def anchor(written: str) -> str | None:
    """An id that can stand in an address: letters, digits, `_`, `-`, `:` and `.`."""
    return NOT_IN_IDS.sub("-", written) or None


def clean(html: str) -> str:
    """HTML with nothing in it that could run, fetch or pass for the page's own frame, nor break the page."""
    kept = CLEANER.clean(html)
    if not characters.has_unpublished(kept):
        return kept
    whole = characters.REFUSED.sub("", kept)
    # Looked through again: what a sign has torn, such as the name of a scheme, is whole now.
    return CLEANER.clean(whole) if whole != kept else kept


def _address(value: str) -> str | None:
    if value.startswith("#"):
        return f"#{anchor(unquote(value[1:])) or ''}"
    return value if scheme(value) in LINK_SCHEMES | {""} else None


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"*": ANYWHERE, **ATTRIBUTES},
    attribute_filter=keep,
    clean_content_tags=WITH_CONTENT,
    filter_style_properties={"text-align"},
    link_rel=None,
    tag_attribute_values={"input": {"type": INPUT_TYPES}},
    url_schemes={*LINK_SCHEMES, "data"},
)
