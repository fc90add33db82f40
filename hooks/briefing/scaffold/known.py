"""What exists already: the documents to choose from, the ids that are taken, the authors who have written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from briefing.model.fields import Scalar
from briefing.model.ref import Kind
from briefing.model.settings import Settings
from briefing.model.source import SrcUri
from briefing.parse.documents import Parsed, Reading
from briefing.parse.filing import kind_of
from briefing.validate import ids


class Choice(NamedTuple):
    """Something to choose: what is written, and what people know it by."""

    id: str
    label: str
    also: tuple[str, ...] = ()
    """Its other names."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.id, self.label, *self.also)


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
            label = title.text.strip() if isinstance(title, Scalar) else id_
            yield Choice(id_, label, tuple(_other_names(one)))


def _other_names(parsed: Parsed) -> Iterator[str]:
    """Its short name and its aliases, those too that never become links."""
    aliases = parsed.tree.data.get("aliases")
    written = [one.get("name") if isinstance(one, dict) else one for one in _list(aliases)]
    for held in (parsed.tree.data.get("short"), *written):
        if isinstance(held, Scalar):
            yield held.text.strip()


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
    for held in _list(parsed.tree.data.get(key)):
        if isinstance(held, Scalar):
            yield held.text.strip()


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _authors(reading: Reading, settings: Settings) -> tuple[Choice, ...]:
    """Those of the settings, and those whom other documents name."""
    named = {name for one in reading.parsed for name in _texts(one, "authors")} - settings.authors.keys()
    listed = [Choice(id_, name) for id_, name in settings.authors.items()]
    return tuple(sorted((*listed, *(Choice(name, name) for name in named if name))))
