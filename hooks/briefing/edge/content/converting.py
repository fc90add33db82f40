"""Converts many texts in as many processes as there are cores."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from briefing.convert.converted import Converted
from briefing.convert.markdown import Converter, Text
from briefing.edge import processes


class Sharing(Converter):
    """Converts what a plain converter does, and shares longer lists out."""

    def all(self, texts: Collection[Text]) -> Mapping[Text, Converted]:
        def converted(part: Sequence[Text]) -> dict[Text, Converted]:
            return {text: self.convert(*text) for text in part}

        parts = processes.spread(converted, tuple(texts))
        found = {text: one for part in parts for text, one in part.items()}
        return {text: found[text] for text in texts}
