"""SVG drawings: the shapes, their looks and the words that are drawn; no notes, names or hidden layers."""

from __future__ import annotations

import base64
import binascii
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from briefing.convert import drawing
from briefing.convert.drawing import SVG
from briefing.strip import gif, jpeg, png, webp
from briefing.strip.stripped import Stripped, Unsure, broken, stripped
from briefing.strip.svg_names import ATTRIBUTES

MOST_BYTES = 20_000_000
DEEPEST = 200
XLINK, XML = "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
UNDRAWN = frozenset({"metadata", "title", "desc"})
WRITTEN = frozenset({"text", "tspan", "textPath", "a"})
"""Elements whose words are drawn; those of a link are where it stands in a text."""
REFERENCE = re.compile(r"#([^\s\"')#;,>{}:.\[]+)")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
NOT_SHOWN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
DATA = re.compile(r"\s*data:image/(png|jpeg|gif|webp)(?:;[^,;]*)*?(;base64)?,", re.IGNORECASE)
INSIDE = re.compile(r"data:", re.IGNORECASE)
MOST_ROUNDS = 20


def strip(data: bytes) -> Stripped:
    """The drawing alone, written anew."""
    if len(data) > MOST_BYTES:
        raise Unsure(f"it has {len(data)} bytes, {MOST_BYTES} at most", "make it simpler, or save it as PNG")
    fault = drawing.fault(data)
    if fault:
        raise Unsure(fault)
    root = _read(data)
    removed = {"comments and notes"} if b"<!--" in data else set[str]()
    _leave_notes(root, removed)
    _leave_unseen(root, removed)
    names = _referred(root)
    styled = any(_local(element.tag) == "style" for element in root.iter())
    known = ATTRIBUTES if styled else ATTRIBUTES - {"class"}
    for element in root.iter():
        _leave_attributes(element, known, names, removed)
        element.tag = _local(element.tag)
    root.set("xmlns", SVG)
    if any("xlink:href" in element.attrib for element in root.iter()):
        root.set("xmlns:xlink", XLINK)
    written = ET.tostring(root, encoding="utf-8")
    fault = drawing.fault(written)  # without a comment in its middle, a word can be another
    if fault:
        raise Unsure(fault)
    return stripped(written, removed)


def _read(data: bytes) -> ET.Element:
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise broken(f"it is not well-formed XML ({error})") from error
    if root.tag != f"{{{SVG}}}svg":
        raise Unsure("it is no SVG drawing, whatever its name says")
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            raise Unsure(f"it is nested more than {DEEPEST} deep", "make it simpler, or save it as PNG")
        waiting += [(child, depth + 1) for child in element]
    return root


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _leave_notes(root: ET.Element, removed: set[str]) -> None:
    """Take out what is not drawn: elements of editors, descriptions, words between shapes."""
    for parent in list(root.iter()):
        for child in list(parent):
            if not child.tag.startswith(f"{{{SVG}}}") or _local(child.tag) in UNDRAWN:
                removed.add("comments and notes")
                _cut(parent, child)
        name = _local(parent.tag)
        if name == "style":
            shorter = COMMENT.sub("", parent.text or "")
            removed |= {"comments and notes"} if shorter != parent.text else set()
            parent.text = _plain(shorter)
        elif name not in WRITTEN:
            parent.text = None
        if name not in WRITTEN:
            removed |= _leave_tails(parent)


def _leave_tails(parent: ET.Element) -> set[str]:
    found = any((child.tail or "").strip() for child in parent)
    for child in parent:
        child.tail = None
    return {"comments and notes"} if found else set()


def _cut(parent: ET.Element, child: ET.Element) -> None:
    """Take a child out; the words behind it stay where they were."""
    at = list(parent).index(child)
    if at:
        before = parent[at - 1]
        before.tail = (before.tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)


def _leave_unseen(root: ET.Element, removed: set[str]) -> None:
    """Take out hidden layers and definitions that nothing refers to, and then what only they referred to."""
    for _ in range(MOST_ROUNDS):
        names = _referred(root)
        unseen = [
            (parent, child)
            for parent in root.iter()
            for child in parent
            if _is_unseen(parent, child) and not _is_referred(child, names)
        ]
        if not unseen:
            return
        removed.add("hidden parts")
        for parent, child in unseen:
            _cut(parent, child)


def _is_unseen(parent: ET.Element, child: ET.Element) -> bool:
    hidden = child.get("display") == "none" or NOT_SHOWN.search(child.get("style", "")) is not None
    return _local(child.tag) != "style" and (hidden or _local(parent.tag) == "defs")


def _is_referred(element: ET.Element, names: frozenset[str]) -> bool:
    holds_style = any(_local(one.tag) == "style" for one in element.iter())
    return holds_style or any(one.get("id") in names for one in element.iter())


def _referred(root: ET.Element) -> frozenset[str]:
    """All ids that something in the drawing points to."""
    return frozenset(name for written in _referring(root) for name in REFERENCE.findall(written))


def _referring(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        yield from (value for value in element.attrib.values() if "#" in value)
        if _local(element.tag) == "style":
            yield element.text or ""


def _leave_attributes(
    element: ET.Element, known: frozenset[str], names: frozenset[str], removed: set[str]
) -> None:
    """Keep the attributes by which the element is drawn."""
    kept: dict[str, str] = {}
    for written, value in element.attrib.items():
        space, _, name = written.removeprefix("{").rpartition("}")
        if space == XLINK and name == "href":
            kept["xlink:href"] = _picture(value, removed)
        elif space == XML and name in ("space", "lang"):
            kept[f"xml:{name}"] = value[:20]
        elif not space and name in known and (name != "id" or value in names):
            kept[name] = _picture(value, removed) if name == "href" else _plain(value)
        else:
            removed.add("names and notes of the editor")
    element.attrib.clear()
    element.attrib.update(kept)


def _plain(value: str) -> str:
    if INSIDE.search(value):
        raise Unsure(
            "a style of it holds a picture", "put the picture into an element `image`, or save it as PNG"
        )
    return COMMENT.sub("", value)


def _picture(value: str, removed: set[str]) -> str:
    """The address of a part of the drawing as it is; a picture inside it stripped like any other."""
    found = DATA.match(value)
    if not found:
        return value
    type_, packed = found[1].lower(), unquote_to_bytes(value[found.end() :])
    try:
        data = base64.b64decode(packed) if found[2] else packed
    except binascii.Error as error:
        raise broken("a picture inside it cannot be read") from error
    one = {"png": png.strip, "jpeg": jpeg.strip, "gif": gif.strip, "webp": webp.strip}[type_](data)
    removed |= set(one.removed)
    return f"data:image/{type_};base64,{base64.b64encode(one.data).decode('ascii')}"
