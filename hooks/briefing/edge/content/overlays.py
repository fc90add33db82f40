"""Content roots laid over the base: read with it as one content, each file known by its own root."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote, urljoin

from briefing.edge.content import configuration, disk
from briefing.edge.content.configuration import OverlaySettings
from briefing.edge.content.disk import Disk
from briefing.edge.content.roots import Root
from briefing.model.overlay import Overlay
from briefing.model.problem import Problem, problem
from briefing.model.settings import Settings
from briefing.model.source import TOP, SrcUri


@dataclass(frozen=True, slots=True)
class Layer:
    """An overlay, read."""

    path: Path
    overlay: Overlay
    edit_uri: str
    """Where its `docs/` folder is edited; nothing where its settings do not say so."""

    def named(self, uri: SrcUri) -> SrcUri:
        """One of its files as problems name it: no file of the base is named so."""
        return SrcUri(f"{self.overlay.name}/{uri}")

    def edit_link(self, from_docs: str) -> str | None:
        """Where a file is edited, given its path as seen from `docs/`."""
        return urljoin(f"{self.edit_uri.rstrip('/')}/", quote(from_docs)) if self.edit_uri else None


@dataclass(frozen=True, slots=True)
class Laid:
    """The base and all that lies over it, as one."""

    disk: Disk
    """Its problems name files below the base, or below the overlay as it was named."""
    layers: tuple[Layer, ...]

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        return tuple(layer.overlay for layer in self.layers)


Found = tuple[Root, Disk, OverlaySettings]
"""An overlay as it was read."""


def lay(base: Disk, roots: Sequence[Root], settings: Settings) -> Laid:
    """The base with each overlay as it lies on the disk."""
    return put_together(
        base, [(root, disk.read(root.path), configuration.of_overlay(root.path, settings)) for root in roots]
    )


def put_together(base: Disk, overlays: Iterable[Found]) -> Laid:
    """The base with each overlay; a path that an earlier root has too is a problem, and not read twice."""
    whole, layers = base, list[Layer]()
    taken = {_on_any_disk(uri): uri for uri in _paths(base)}
    for root, found, own in overlays:
        again = {uri: taken[same] for uri in _paths(found) if (same := _on_any_disk(uri)) in taken}
        left = _without(found, again)
        holds = frozenset(_paths(left))
        layer = Layer(root.path, Overlay(root.name, own.floor, own.marking, holds), own.edit_uri)
        problems = [*left.problems, *own.problems, *_twice(again)]
        layers.append(layer)
        taken |= {_on_any_disk(uri): layer.named(uri) for uri in holds}
        whole = Disk(
            tuple(sorted((*whole.sources, *left.sources), key=lambda source: source.uri)),
            whole.files | left.files,
            tuple(sorted((*whole.unreadable, *left.unreadable))),
            (*whole.problems, *(replace(one, file=layer.named(one.file)) for one in problems)),
            whole.brought,
        )
    return Laid(whole, tuple(layers))


def layer_of(uri: SrcUri, layers: Iterable[Layer]) -> Layer | None:
    """The overlay that a file lies in; nothing for a file of the base."""
    return next((layer for layer in layers if uri in layer.overlay.holds), None)


def named(uri: SrcUri, layers: Iterable[Layer]) -> SrcUri:
    """A file as problems name it."""
    layer = layer_of(uri, layers)
    return layer.named(uri) if layer else uri


def path_of(uri: SrcUri, base: Path, layers: Iterable[Layer]) -> Path:
    """Where a file lies."""
    layer = layer_of(uri, layers)
    return (layer.path if layer else base) / uri


def as_named(problems: Iterable[Problem], layers: Iterable[Layer]) -> Iterator[Problem]:
    """Problems of the one content, with the files of overlays as people look for them."""
    layers = tuple(layers)
    for one in problems:
        layer = layer_of(one.file, layers)
        yield replace(one, file=layer.named(one.file)) if layer else one


def _paths(found: Disk) -> Iterator[SrcUri]:
    yield from (source.uri for source in found.sources)
    yield from found.files
    yield from found.unreadable


def _on_any_disk(uri: SrcUri) -> str:
    """What two paths have in common that some disk, or some web server's, would take for one."""
    return unicodedata.normalize("NFKC", uri).casefold()


def _without(found: Disk, again: Iterable[SrcUri]) -> Disk:
    out = frozenset(again)
    return Disk(
        tuple(source for source in found.sources if source.uri not in out),
        found.files - out,
        tuple(uri for uri in found.unreadable if uri not in out),
        found.problems,
    )


def _twice(again: dict[SrcUri, SrcUri]) -> Iterator[Problem]:
    for uri, other in sorted(again.items()):
        yield problem("B117", uri, TOP, f"another content root has a file of this path: {other}")
