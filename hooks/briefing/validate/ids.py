"""Ids: well formed, free, and each at one document only, whatever the case or Unicode form."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import AnyDocument
from briefing.model.fields import Scalar
from briefing.model.problem import Problem, problem
from briefing.model.ref import ID_LIMIT, RESERVED, Kind, is_id
from briefing.model.source import TOP, Place, SrcUri
from briefing.parse.documents import Parsed
from briefing.validate.few import few


def written_id(parsed: Parsed) -> str:
    """The id that the front matter gives, else the file's name."""
    given = parsed.tree.data.get("id")
    return given.text.strip() if isinstance(given, Scalar) else name_of(parsed.uri)


def name_of(uri: SrcUri) -> str:
    return uri.rpartition("/")[2].removesuffix(".md")


def place_of_id(parsed: Parsed) -> Place:
    return parsed.tree.places[("id",)] if "id" in parsed.tree.data else TOP


def form(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Ids that no address can have, that stand for something else, or that are too long."""
    for one in parsed:
        if one.kind is not None:
            yield from _form(one, written_id(one))


def _form(parsed: Parsed, id_: str) -> Iterator[Problem]:
    at = place_of_id(parsed)
    shown = id_ if len(id_) <= ID_LIMIT else f"{id_[:40]}…"
    shown = shown.encode("unicode_escape").decode("ascii") if not shown.isprintable() else shown
    if len(id_) > ID_LIMIT:
        yield problem(
            "B211", parsed.uri, at, f"the id `{shown}` is too long: {len(id_)} characters, {ID_LIMIT} at most"
        )
    elif id_.casefold() in RESERVED:
        yield problem("B212", parsed.uri, at, f"the id `{shown}` is reserved")
    elif not is_id(id_):
        yield problem("B211", parsed.uri, at, f"the id `{shown}` is not well formed")


def twice(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Ids of one kind that are the same on some disk: each file names the others."""
    holders: dict[tuple[Kind, str], list[Parsed]] = defaultdict(list)
    for one in parsed:
        if one.kind is not None:
            holders[one.kind, unicodedata.normalize("NFKC", written_id(one)).casefold()].append(one)
    for (kind, _), several in sorted(holders.items()):
        for one in several if len(several) > 1 else ():
            others = few(other.uri for other in several if other is not one)
            yield problem(
                "B213",
                one.uri,
                place_of_id(one),
                f"the {kind.noun} id `{written_id(one)}` stands twice: the same in {others}",
            )


def former(documents: Iterable[AnyDocument], taken: Mapping[tuple[Kind, str], SrcUri]) -> Iterator[Problem]:
    """Old ids that cannot lead on, since they are malformed, in use, or claimed by another document."""
    claimed: dict[tuple[Kind, str], SrcUri] = {}
    for document in documents:
        for index, old in enumerate(document.matter.former):
            key = (document.ref.kind, old)
            at = document.places[("former", index)]
            holder = taken.get(key) or claimed.get(key)
            if old in document.matter.former[:index]:
                continue
            if old in RESERVED:
                yield problem("B212", document.uri, at, f"the former id `{old}` is reserved")
            elif not is_id(old):
                yield problem("B211", document.uri, at, f"the former id `{old}` is not well formed")
            elif holder is not None:
                yield problem("B304", document.uri, at, f"the former id `{old}` is taken by {holder}")
            claimed.setdefault(key, document.uri)
