"""What each document tells of events: its own entries, and the dates of agreements as events of theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.graph.order import published
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Agreement
from briefing.model.edtf import Edtf
from briefing.model.marking import Marking
from briefing.model.parts import Basis, Event
from briefing.model.ref import Ref


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's words on one event."""

    key: str
    """Equal for all that tell the same event; part of its address."""
    teller: AnyDocument
    entry: Event
    is_generated: bool = False

    @property
    def marking(self) -> Marking:
        return self.entry.marking or self.teller.marking

    @property
    def is_whole(self) -> bool:
        """Whether it writes the event out; else it only points to one that another document wrote out."""
        return bool(self.entry.date and self.entry.title)

    @property
    def is_expectation(self) -> bool:
        """Whether it was told before the event: so it says, or its document is older than the event."""
        date, day = self.entry.date, published(self.teller)
        return self.entry.basis is Basis.EXPECTED or bool(date and day and date.earliest > day)

    @property
    def weight(self) -> tuple[bool, bool, bool, tuple[int, ...], bool, int, Ref]:
        """Whose words count first: documents, reports, the finer date, the earlier."""
        date, day = self.entry.date, published(self.teller)
        return (
            self.is_generated,
            not self.is_whole,
            self.is_expectation,
            date.sort_key[1:] if date else (),
            self.entry.basis is not Basis.REPORTED,
            day.toordinal() if day else 9**9,
            self.teller.ref,
        )


def collect(content: Content) -> Iterator[Telling]:
    """Every telling, the entries of each document in their order."""
    for document in content.documents.values():
        stems: Counter[str] = Counter()
        for entry in document.matter.events:
            key = entry.id or _key(document.ref, entry.date, stems)
            yield Telling(key, document, entry)
        if isinstance(document.matter, Agreement):
            yield from _of_agreement(document, document.matter)


STEPS = (("signed", "signed"), ("in_force", "in force"), ("expires", "expires"))


def _of_agreement(document: AnyDocument, matter: Agreement) -> Iterator[Telling]:
    for key, words in STEPS:
        date: Edtf | None = getattr(matter, key)
        if date:
            id_ = f"{document.ref.id}-{key.replace('_', '-')}"
            entry = Event.model_construct(
                id=id_,
                date=date,
                title=f"{matter.name} {words}",
                place=matter.place if key == "signed" else None,
                actors=matter.parties,
                agreements=(document.ref.id,),
                basis=Basis.EXPECTED if key == "expires" else Basis.REPORTED,
            )
            yield Telling(id_, document, entry, is_generated=True)


def _key(teller: Ref, date: Edtf | None, stems: Counter[str]) -> str:
    """A key for an event without an id; two hyphens in a row, which no id has, keep it apart from all ids.

    Those of one date are numbered; `stems` counts them.
    """
    stem = f"{teller.kind.noun}--{teller.id}--{re.sub('[^0-9X]+', '-', date.text if date else '').strip('-')}"
    stems[stem] += 1
    return f"{stem}--{stems[stem]}" if stems[stem] > 1 else stem
