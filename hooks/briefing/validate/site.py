"""What a content root's own mkdocs.yml may set: open keys, and values that run nothing and ask nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from briefing.model.content import Path
from briefing.model.fields import Scalar, Tag
from briefing.model.language import is_language
from briefing.model.problem import Problem, problem
from briefing.model.source import SrcUri
from briefing.parse.tree import Tree
from briefing.validate.nearest import did_you_mean
from briefing.validate.settings import LABELS

WEB = re.compile(r"(?:https?://[^\s<>\"'\\^`{|}\[\]]+)?", re.IGNORECASE)
PATH = re.compile(r"(?!/|[^/]*:)(?!.*\.\.)[\w./ -]+")
EDIT = re.compile(r"(?:https?://|(?![^/]*:))[^\s<>\"'\\`]*", re.IGNORECASE)
# MkDocs fills these two in, each as it is or quoted.
TEMPLATE = re.compile(rf"(?={EDIT.pattern}$)(?:[^{{}}]|\{{path(?:_noext)?(?:!q)?\}})*", re.IGNORECASE)
ADDRESS = re.compile(r"[\w.-]+:\d{1,5}")
COLOURS = re.compile(r"[\w ():/-]*")

Check = Callable[[Scalar], str]
"""What is wrong with a value; nothing where it is good."""


def _text(form: re.Pattern[str], due: str) -> Check:
    def check(value: Scalar) -> str:
        if value.tag is Tag.NOTHING:
            return ""
        if value.tag is not Tag.TEXT:
            return f'put it in quotes: "{value.text}"'
        return "" if form.fullmatch(value.text.strip()) else f"write {due}"

    return check


def _name(value: Scalar) -> str:
    return "write the name of the site" if not value.text.strip() else LINE(value)


def _language(value: Scalar) -> str:
    good = value.tag is Tag.TEXT and is_language(value.text)
    return "" if good else "write a language tag such as en, in quotes"


def _word(*words: str) -> Check:
    return lambda value: "" if value.text in words else f"write {' or '.join(words)}"


LINE = _text(re.compile(r"[^\n]*"), "one line of text")
LINK = _text(WEB, "the whole address, https://…")
EDIT_LINK = _text(EDIT, "a path such as edit/main/docs/, or an address of the web")
EDIT_TEMPLATE = _text(TEMPLATE, "a path or address with {path} in it, and nothing else in braces")
IMAGE = _text(PATH, "the path of an image below docs/")
COLOUR = _text(COLOURS, "a plain word of Material's palette")

KEYS: Mapping[str, Check | None] = {
    "site_name": _name, "site_description": LINE, "site_author": LINE, "site_url": LINK,
    "copyright": _text(re.compile(r"[^<>\n]*"), "one line of text without HTML"),
    "repo_url": LINK, "repo_name": LINE, "edit_uri": EDIT_LINK, "edit_uri_template": EDIT_TEMPLATE,
    "remote_branch": LINE, "remote_name": LINE,
    "dev_addr": _text(ADDRESS, "HOST:PORT, such as 127.0.0.1:8000"),
    "extra": None, "theme": None,
}  # fmt: skip
"""What a content root may set; all else is code or shape, and comes from the tool."""
THEME: Mapping[str, Check | None] = {
    "name": _word("material"), "language": _language, "direction": _word("ltr", "rtl"),
    "logo": IMAGE, "favicon": IMAGE, "palette": None,
}  # fmt: skip
PALETTE: Mapping[str, Check | None] = {
    "media": COLOUR, "scheme": COLOUR, "primary": COLOUR, "accent": COLOUR, "toggle": None,
}  # fmt: skip
TOGGLE: Mapping[str, Check | None] = {"icon": COLOUR, "name": COLOUR}
EXTRA: Mapping[str, Check | None] = {"briefing": None}
OVERLAY: Mapping[str, Check | None] = {"edit_uri": LINK, "extra": None}
"""What an overlay may set of itself; for all else the base's settings hold."""
OVERLAY_SETTINGS: Mapping[str, Check | None] = {"marking": _word(*LABELS)}


def check(tree: Tree, uri: SrcUri) -> Iterator[Problem]:
    """Keys that only the tool can set, and values that a page could not carry."""
    yield from _keys(tree, uri, (), KEYS)
    yield from _keys(tree, uri, ("extra",), EXTRA)
    theme = tree.data.get("theme")
    if not (isinstance(theme, Scalar) and theme.text == "material"):
        yield from _keys(tree, uri, ("theme",), THEME)
    for path in _palettes(tree):
        yield from _keys(tree, uri, path, PALETTE)
        yield from _keys(tree, uri, (*path, "toggle"), TOGGLE)
    settings = _at(tree.data, ("extra", "briefing"))
    if settings is not None and not isinstance(settings, dict):
        yield _no_keys(tree, uri, ("extra", "briefing"))


def check_overlay(tree: Tree, uri: SrcUri) -> Iterator[Problem]:
    """Keys of an overlay's mkdocs.yml that the base alone can set, and values that are none."""
    for path, known in (((), OVERLAY), (("extra",), EXTRA), (("extra", "briefing"), OVERLAY_SETTINGS)):
        yield from _keys(tree, uri, path, known, by="an overlay")


def _palettes(tree: Tree) -> Iterator[Path]:
    """Where the palettes stand: Material takes one, or a list of them."""
    path = ("theme", "palette")
    several = _at(tree.data, path)
    yield from ((*path, index) for index in range(len(several))) if isinstance(several, list) else (path,)


def _keys(
    tree: Tree, uri: SrcUri, path: Path, known: Mapping[str, Check | None], *, by: str = "a content root"
) -> Iterator[Problem]:
    """The keys at a path, where it is there at all; a key without a check is looked into elsewhere."""
    held = _at(tree.data, path)
    if held is not None and not isinstance(held, dict):
        yield _no_keys(tree, uri, path)
    for key, value in held.items() if isinstance(held, dict) else ():
        at, name = tree.places[(*path, key)], _dotted((*path, key))
        if key not in known:
            remedy = did_you_mean(key, known) or f"delete it; {by} may set here: {', '.join(sorted(known))}"
            yield problem("B902", uri, at, f"`{name}` cannot be set by {by}", remedy)
        elif (test := known[key]) and not isinstance(value, Scalar):
            yield problem("B901", uri, at, f"`{name}` must be one text")
        elif test and (remedy := test(value)):
            yield problem("B901", uri, at, f"`{name}` cannot be `{value.text}`", remedy)


def _no_keys(tree: Tree, uri: SrcUri, path: Path) -> Problem:
    return problem(
        "B901",
        uri,
        tree.places[path],
        f"`{_dotted(path)}` must have keys and values",
        "write `key: value` lines",
    )


def _at(data: Any, path: Path) -> Any:
    for step in path:
        there = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        data = data[step] if there else None
    return data


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)
