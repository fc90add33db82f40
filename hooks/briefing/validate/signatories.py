"""Who signed an agreement: each entry names somebody, by id or by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.content import Document
from briefing.model.documents import Agreement
from briefing.model.problem import Problem, problem


def check(agreements: Iterable[Document[Agreement]]) -> Iterator[Problem]:
    """Entries that say for whom somebody signed, and not who."""
    for agreement in agreements:
        for index, one in enumerate(agreement.matter.signatories):
            if one.actor is None and one.name is None:
                at = agreement.places[("signatories", index)]
                message = f"`signatories[{index + 1}]` names nobody"
                yield problem("B202", agreement.uri, at, message, "add `actor:` or `name:`")
