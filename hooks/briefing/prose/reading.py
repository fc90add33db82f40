"""A document's prose as its checks read it, and what its author has said not to check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.convert.converted import Converted
from briefing.link import texts
from briefing.link.document import Linked
from briefing.link.mentions import BY_HAND
from briefing.link.renditions import Written, written
from briefing.link.texts import Key
from briefing.model.content import AnyDocument
from briefing.model.parts import ProseCheck
from briefing.model.problem import Problem, problem

LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Prose:
    """What one document says below its front matter, in plain paragraphs."""

    document: AnyDocument
    paragraphs: tuple[str, ...]
    by_hand: tuple[tuple[tuple[int, int], ...], ...]
    """What links by hand to profiles say, in each of the paragraphs."""
    linked: Linked

    @classmethod
    def of(
        cls, document: AnyDocument, converted: Mapping[Written, Converted], linked: Mapping[Key, Linked]
    ) -> Prose:
        whole, text = converted[written(document)].prose, linked[document.ref]
        spans = [
            (len(whole.plain(0, one.start)), len(whole.plain(0, one.end)))
            for one in text.mentions
            if one.reason == BY_HAND
        ]
        lines = [line for line in LINE.finditer(whole.plain()) if line[0].strip()]
        by_hand = (_within(line.start(), line.end(), spans) for line in lines)
        return cls(document, tuple(line[0] for line in lines), tuple(by_hand), text)

    def is_checked(self, check: ProseCheck, words: str) -> bool:
        """Whether the author wants to be told of these words; some have said for what reason they do not."""
        return not any(
            one.check is check and (not one.words or words in one.words)
            for one in self.document.matter.unchecked
        )

    def problem(self, code: str, words: str, message: str, remedy: str = "") -> Problem:
        """Advice on words, where they first stand in the file."""
        return problem(code, self.document.uri, texts.where(self.document, words), message, remedy)


def _within(start: int, end: int, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans that begin in a stretch, counted from where that begins."""
    return tuple((one - start, other - start) for one, other in spans if start <= one < end)
