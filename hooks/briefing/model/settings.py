"""What a site is set to: `extra.briefing` of mkdocs.yml, with what holds where nothing is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.model.marking import Audience, Marking
from briefing.model.scale import SCALES, Scale

AUDIENCES = (
    Audience("public", Marking.CLEAR),
    Audience("partners", Marking.GREEN),
    Audience("internal", Marking.AMBER_STRICT),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one build."""

    marking: Marking = Marking.AMBER
    audiences: tuple[Audience, ...] = AUDIENCES
    audience: Audience = AUDIENCES[-1]
    scale: Scale = SCALES["icd203"]
    language: str = "en"
    review_required: bool = False
    authors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The printed name of each author id."""
    preview: bool = False
    """Whether drafts and documents in review are shown: in `serve.py` alone."""
    papers: bool = False
    """Whether each brief is there as a PDF, too: with `build.py --pdf` alone."""
