"""What a document takes over from another of its kind, and where the two say different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from briefing.model.content import AnyDocument
from briefing.model.documents import Profile
from briefing.model.fields import Scalar, day
from briefing.model.source import Place, SrcUri
from briefing.parse.documents import Parsed
from briefing.rewrite.matter import Add, Change, Extend, Put
from briefing.rewrite.references import OF_ITSELF, is_of
from briefing.validate.names import plain

LABEL = re.compile(r"^[ ]{0,3}(\*?\[[^\]\n]+\]):", re.MULTILINE)
"""The definition of a link, a note or an abbreviation, which holds in all of a text."""
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|!&~^=])")
APART = frozenset({"id", "name", "former", "updated", "aliases"})
"""Keys of which two documents may well say different things."""
OF_THE_WHOLE = frozenset({"status", "marking", "language"})
"""Keys that hold for the whole document, and something else where they are not written."""
SHOWN = 80


class Obstacle(NamedTuple):
    """Why nothing is written: where it is, what it is, and what to do."""

    file: SrcUri
    at: Place
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents that become one; its references lead to the one that stays already."""

    document: AnyDocument
    parsed: Parsed

    @property
    def data(self) -> Mapping[str, Any]:
        return self.parsed.tree.data


@dataclass(frozen=True, slots=True)
class Merging:
    """The document that stays, and the one that goes into it."""

    kept: Side
    gone: Side

    def changes(self) -> Iterator[Change]:
        """What the front matter of the one that stays takes over."""
        yield from self._names()
        for key, value in self.gone.data.items():
            if key in APART or key in OF_THE_WHOLE:
                continue
            if isinstance(value, list):
                items = tuple(item for item in value if self._is_new(key, item))
                yield from [Extend(key, items)] if items else ()
            elif key not in self.kept.data:
                yield Add(key, value)
        yield from self._updated()
        old, new = self.gone.document, self.kept.document
        former = [*old.matter.former, old.ref.id]
        yield Extend(
            "former", tuple(Scalar(id_) for id_ in former if id_ not in (*new.matter.former, new.ref.id))
        )

    def obstacles(self, *, append: bool) -> Iterator[Obstacle]:
        """Where both say different things, of which only an author knows which holds."""
        kept, gone = self.kept.document, self.gone.document
        pairs: list[tuple[str, object, object]] = [
            ("status", kept.matter.status, gone.matter.status),
            ("marking", kept.marking, gone.marking),
            ("language", kept.language, gone.language),
        ]
        for key, mine, other in pairs:
            if mine != other:
                yield self._differ((key,), (key,), str(mine), str(other))
        for key, value in self.gone.data.items():
            yield from self._clashes(key, value)
        yield from self._texts(append=append)

    def body(self) -> str:
        """The text below the front matter: that of the one that stays, then the other's under its name."""
        mine, other = self.kept.parsed.body, self.gone.parsed.body
        if not other.strip() or other.strip() == mine.strip():
            return mine
        if not mine.strip():
            return other
        heading = MARKDOWN.sub(r"\\\1", self.gone.document.title)
        return f"{mine.rstrip()}\n\n## {heading}\n\n{other.lstrip()}"

    def _texts(self, *, append: bool) -> Iterator[Obstacle]:
        mine, other = self.kept.parsed.body, self.gone.parsed.body
        if self.body() in (mine, other):
            return
        at = Place(self.gone.parsed.body_line, 1)
        if not append:
            what = f"it has a text below its front matter, and so has {self.kept.document.uri}"
            remedy = "give --append to put it below the other under a heading, or delete one of the two"
            yield Obstacle(self.gone.document.uri, at, what, remedy)
        for label in sorted({*LABEL.findall(mine)} & {*LABEL.findall(other)}):
            what = f"`{label}` is defined here and in {self.kept.document.uri}"
            yield Obstacle(self.gone.document.uri, at, what, "give one of the two another label")

    def _clashes(self, key: str, value: Any) -> Iterator[Obstacle]:
        if key in APART - {"aliases"} or key in OF_THE_WHOLE:
            return
        mine = self.kept.data.get(key)
        if isinstance(value, list) and isinstance(mine, list):
            for index, item in enumerate(value):
                other = _rival(key, item, mine)
                if other is not None:
                    yield self._differ((key, other), (key, index), _shown(mine[other]), _shown(item))
            return
        if mine is not None and _bare(mine) != _bare(value):
            yield self._differ((key,), (key,), _shown(mine), _shown(value))
        elif mine is None and isinstance(value, Scalar) and is_of(value.text, str(self.kept.document.ref)):
            at = self.gone.parsed.tree.places[(key,)]
            what = f"`{key}` names the document that this one goes into, which cannot name itself there"
            yield Obstacle(self.gone.document.uri, at, what, "delete it")

    def _differ(self, mine: tuple[Any, ...], other: tuple[Any, ...], said: str, there: str) -> Obstacle:
        places = self.gone.parsed.tree.places
        where = f"{self.gone.document.uri}:{places[other].line}"
        return Obstacle(
            self.kept.document.uri,
            self.kept.parsed.tree.places[mine],
            f"`{mine[0]}` is {said}, and {there} in {where}",
            "make the two the same, or delete the one that does not hold",
        )

    def _is_new(self, key: str, item: Any) -> bool:
        """Whether an item is to be taken over: it is not there yet, nor the document itself."""
        mine, own = self.kept.data.get(key, ()), str(self.kept.document.ref)
        if key in OF_ITSELF and isinstance(item, Scalar) and is_of(item.text, own):
            return False
        return _bare(item) not in map(_bare, mine) and not _only_points(item, mine)

    def _names(self) -> Iterator[Change]:
        """The name and the aliases of the one that goes, as aliases."""
        kept, gone = self.kept.document.matter, self.gone.document.matter
        if not (isinstance(kept, Profile) and isinstance(gone, Profile)):
            return
        known = {plain(name) for name in (kept.name, *(alias.name for alias in kept.aliases))}
        taken = list[Any]()
        for item in (Scalar(gone.name), *self.gone.data.get("aliases", ())):
            name = plain(_name(item))
            taken += [item] if name not in known else []
            known.add(name)
        yield from [Extend("aliases", tuple(taken))] if taken else ()

    def _updated(self) -> Iterator[Change]:
        """The later day of the two."""
        mine, other = self.kept.data.get("updated"), self.gone.data.get("updated")
        if other is not None and mine is None:
            yield Add("updated", other)
        elif other is not None and day(other) > day(mine):
            yield Put(("updated",), other)


def _rival(key: str, item: Any, among: Sequence[Any]) -> int | None:
    """The entry that goes by the same name or id and says something else."""
    for index, one in enumerate(among):
        if _bare(one) == _bare(item) or not (isinstance(one, dict) or isinstance(item, dict)):
            continue
        if key == "aliases" and plain(_name(one)) == plain(_name(item)):
            return index
        ids = [_bare(entry.get("id")) for entry in (one, item) if isinstance(entry, dict)]
        if len(ids) == 2 and ids[0] is not None and ids[0] == ids[1] and item.keys() != {"id"}:
            return index
    return None


def _only_points(item: Any, among: Sequence[Any]) -> bool:
    """Whether an entry says no more than the id of one that is there."""
    return (
        isinstance(item, dict)
        and item.keys() == {"id"}
        and any(isinstance(one, dict) and _bare(one.get("id")) == _bare(item["id"]) for one in among)
    )


def _name(alias: Any) -> str:
    found = alias["name"] if isinstance(alias, dict) else alias
    return str(found.text)


def _bare(value: Any) -> Any:
    """What a value says, however it is written."""
    match value:
        case Scalar():
            return value.text.strip()
        case dict():
            return {key: _bare(held) for key, held in value.items()}
        case list():
            return [_bare(held) for held in value]
    return value


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        text = ", ".join(f"{key}: {_bare(held)}" for key, held in entries)
    else:
        text = str(_bare(value))
    return f"`{text if len(text) <= SHOWN else f'{text[:SHOWN]}…'}`"
