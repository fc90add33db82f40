"""The links in a text that lead to a document, led to the ref that it gets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote

from briefing.convert.converted import Converted
from briefing.convert.handlinks import MAY_BE, SCHEME
from briefing.convert.markdown import Converter
from briefing.convert.places import place_at
from briefing.link.hrefs import SAFE
from briefing.model.ref import Ref
from briefing.model.source import SrcUri
from briefing.rewrite.edits import Edit, apply
from briefing.rewrite.matter import ByHand
from briefing.rewrite.references import Move

Holders = Mapping[str, tuple[Ref, ...]]
"""The documents that have, or had, an id."""


@dataclass(frozen=True, slots=True)
class Way:
    """How texts lead to a document before and after the move."""

    move: Move
    before: Holders
    after: Holders
    old_file: SrcUri
    new_file: SrcUri


class Found(NamedTuple):
    """What may be the target of a link by hand, or a file's name at the end of one's path."""

    start: int
    end: int
    text: str
    """What to write there if it is."""
    is_path: bool = False


def edits(body: str, here: SrcUri, way: Way, converter: Converter) -> tuple[Edit, ...]:
    """The changes of a body, in the file `here`; what shows code, or is escaped, stays as it is.

    Whether something is a link the converter is asked, which is given signs in the place of targets.
    """
    found = (*_by_hand(body, way), *_by_path(body, way))
    if not found:
        return ()
    signs = [f"zq{number}br" for number in range(len(found))]
    signed = (
        Edit(one.start, one.end, f"{sign}.md" if one.is_path else sign)
        for one, sign in zip(found, signs, strict=True)
    )
    led = targets(converter.convert(apply(body, signed)))
    by_hand = {target.removeprefix(SCHEME) for target in led if target.startswith(SCHEME)}
    changes: list[Edit] = []
    for one, sign in zip(found, signs, strict=True):
        if not one.is_path:
            changes += [Edit(*one[:3])] if sign in by_hand else ()
            continue
        before = posixpath.join(posixpath.dirname(way.old_file), f"{sign}.md")
        path = next((path for path in led if _leads(path, here) == before), None)
        changes += [_of_path(body, one, path, here, way)] if path else ()
    return tuple(changes)


def targets(converted: Converted) -> frozenset[str]:
    """What the links and pictures of a text lead to, without the places there."""
    written = (*(link.href for link in converted.links), *(image.src for image in converted.images))
    return frozenset(one.partition("#")[0] for one in written)


def _leads(path: str, here: SrcUri) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path)))


def _by_hand(body: str, way: Way) -> Iterator[Found]:
    for link in re.finditer(MAY_BE, body):
        target = link[1].partition("#")[0]
        kind, _, id_ = unquote(target.strip()).rpartition("/")
        refs = [ref for ref in way.before.get(id_, ()) if not kind or ref.kind == kind]
        if len(refs) != 1:
            continue
        ref = way.move.new if refs[0] == way.move.old else refs[0]
        start = link.start(1) + len(target) - len(target.lstrip())
        # An id alone is enough as long as it is one document's.
        if refs[0] == way.move.old:
            text = ref.id if not kind and way.after.get(ref.id) == (ref,) else str(ref)
            yield Found(start, start + len(target.strip()), text)
        elif not kind and way.after.get(id_) != (ref,):
            yield Found(start, start + len(target.strip()), f"{ref.kind}/{id_}")


def _by_path(body: str, way: Way) -> Iterator[Found]:
    if way.old_file == way.new_file:
        return
    name, new = posixpath.basename(way.old_file), quote(posixpath.basename(way.new_file), safe=SAFE)
    names = "|".join(re.escape(one) for one in sorted({name, quote(name, safe=SAFE)}))
    for one in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", body):
        yield Found(one.start(), one.end(), new, is_path=True)


def _of_path(body: str, found: Found, path: str, here: SrcUri, way: Way) -> Edit:
    """The file's name alone where the new one lies in the same folder, else the whole path."""
    if posixpath.dirname(way.old_file) == posixpath.dirname(way.new_file):
        return Edit(*found[:3])
    folder = path[: path.rindex("/") + 1] if "/" in path else ""
    for written in (folder, unquote(folder)):
        if body[: found.start].endswith(written):
            new = posixpath.relpath(way.new_file, posixpath.dirname(here) or ".")
            return Edit(found.start - len(written), found.end, quote(new, safe=SAFE))
    raise ByHand(place_at(body, found.start))
