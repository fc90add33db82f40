"""What the documents of one level refer to, and the values that keys want which keep a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.model.marking import ORDER, Marking

LEVELS = tuple(marking for marking in ORDER if marking is not Marking.RED)
NEVER = 9
"""The level of words that no audience may see: those of drafts."""


def label(level: int) -> str:
    """The marking of a level, as it is written; that of drafts is the lowest."""
    return str(LEVELS[0 if level == NEVER else level])


@dataclass(frozen=True)
class Ground:
    """What documents of one level may refer to: a plain document of each kind, and a second of some."""

    level: int
    ids: Mapping[str, str]

    def reference(self, key: str, place: str) -> Any:
        """The value of a key that leads somewhere or keeps a form; nothing for free text."""
        ids = self.ids
        values: dict[str, Any] = {
            "topics": [ids["topics"]],
            "actors": [ids["actors"]],
            "agreements": [ids["agreements"]],
            "articles": [ids["articles"]],
            "see_also": [f"agreements/{ids['agreements']}"],
            "about": [f"actors/{ids['actors']}"],
            "parties": [ids["actors"]],
            "broader": [ids["topics"]],
            "related": [ids["related"]],
            "part_of": ids["actors"],
            "of": ids["actors"],
            "for": ids["actors"],
            "actor": ids["actors"],
            "cites": f"articles/{ids['articles']}#{ids['source']}",
            "replaces": f"{ids['briefs']}#{ids['judgement']}",
            "supersedes": ids["briefs"] if place.startswith("briefs") else [ids["agreements"]],
            "language": "en",
            "country": "IN",
            "wikidata": "Q1",
            "likelihood": "likely",
            "scale": "icd203",
            "status": "draft" if self.level == NEVER else "published",
            "binding": True,
            "term": "P10Y",
        }
        return values.get(key)
