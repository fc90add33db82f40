"""What becomes of a site of which texts alone have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.edge.kept.last_build import LastBuild
from briefing.model.source import Source, SrcUri
from briefing.pages.manifest import PAGE

if TYPE_CHECKING:
    from briefing.pages.shell import Filling
    from briefing.retelling import Retold, Told


@dataclass(frozen=True, slots=True)
class Step:
    """A text that has changed: what was known of it, what is known now, and its page."""

    uri: SrcUri
    old: Told
    new: Retold
    source: Source
    filling: Filling
    """What its page says in the shell around it."""

    @property
    def address(self) -> str:
        return self.old.ref.address

    @property
    def page(self) -> str:
        """The path of its page's file."""
        return f"{self.address}{PAGE}"


@dataclass(frozen=True, slots=True)
class Patch:
    """What becomes of the site."""

    files: Mapping[str, bytes]
    """Files that are new, or hold something else."""
    gone: frozenset[str]
    steps: Sequence[Step]
    state: LastBuild
    """What the next build may know, but for where things lie."""
