"""What exists already: the documents to choose from, the ids that are taken, the authors who have written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.fields import Scalar
from briefing.model.ref import Kind
from briefing.model.settings import Settings
from briefing.model.source import SrcUri
from briefing.parse.documents import Parsed, Reading, kind_of
from briefing.validate import ids


class Choice(NamedTuple):
    """Something to choose: what is written, and what people know it by."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a new document can name, and what it cannot be called."""

    choices: Mapping[Kind, tuple[Choice, ...]]
    taken: Mapping[Kind, frozenset[str]]
    """Ids, names of files and former ids, whatever their case."""
    authors: tuple[Choice, ...]


def of(reading: Reading, undecoded: Iterable[SrcUri], settings: Settings) -> Known:
    """What the files of a content root hold; files with mistakes count too."""
    lost = (*reading.unreadable, *undecoded)
    return Known(
        choices=MappingProxyType({kind: tuple(sorted(_choices(reading, kind))) for kind in Kind}),
        taken=MappingProxyType({kind: frozenset(_taken(reading, lost, kind)) for kind in Kind}),
        authors=_authors(reading, settings),
    )


def _choices(reading: Reading, kind: Kind) -> Iterator[Choice]:
    for one in reading.parsed:
        if one.kind is kind:
            id_ = ids.written_id(one)
            title = one.tree.data.get("name" if kind.is_profile else "title")
            yield Choice(id_, title.text.strip() if isinstance(title, Scalar) else id_)


def _taken(reading: Reading, lost: Iterable[SrcUri], kind: Kind) -> Iterator[str]:
    for uri in (*(one.uri for one in reading.parsed), *lost):
        if kind_of(uri) is kind:
            yield _folded(ids.name_of(uri))
    for one in reading.parsed:
        if one.kind is kind:
            yield _folded(ids.written_id(one))
            yield from (_folded(old) for old in _texts(one, "former"))


def _folded(id_: str) -> str:
    return unicodedata.normalize("NFKC", id_).casefold()


def _texts(parsed: Parsed, key: str) -> Iterator[str]:
    value = parsed.tree.data.get(key)
    for held in value if isinstance(value, list) else ():
        if isinstance(held, Scalar):
            yield held.text.strip()


def _authors(reading: Reading, settings: Settings) -> tuple[Choice, ...]:
    """Those of the settings, and those whom other documents name."""
    named = {name for one in reading.parsed for name in _texts(one, "authors")} - settings.authors.keys()
    listed = [Choice(id_, name) for id_, name in settings.authors.items()]
    return tuple(sorted((*listed, *(Choice(name, name) for name in named if name))))
