"""A document's prose as its checks read it, and what its author has said not to check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.convert.converted import Converted
from briefing.link import texts
from briefing.link.document import Linked
from briefing.link.renditions import Written, written
from briefing.link.texts import Key
from briefing.model.content import AnyDocument
from briefing.model.parts import ProseCheck
from briefing.model.problem import Problem, problem


@dataclass(frozen=True, slots=True)
class Prose:
    """What one document says below its front matter, in plain paragraphs."""

    document: AnyDocument
    paragraphs: tuple[str, ...]
    linked: Linked

    @classmethod
    def of(
        cls, document: AnyDocument, converted: Mapping[Written, Converted], linked: Mapping[Key, Linked]
    ) -> Prose:
        plain = converted[written(document)].prose.plain()
        return cls(document, tuple(filter(str.strip, plain.split("\n"))), linked[document.ref])

    def is_checked(self, check: ProseCheck, words: str) -> bool:
        """Whether the author wants to be told of these words; some have said for what reason they do not."""
        return not any(
            one.check is check and (not one.words or words in one.words)
            for one in self.document.matter.unchecked
        )

    def problem(self, code: str, words: str, message: str, remedy: str = "") -> Problem:
        """Advice on words, where they first stand in the file."""
        return problem(code, self.document.uri, texts.where(self.document, words), message, remedy)
