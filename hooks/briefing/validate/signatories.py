"""Who signed an agreement: each entry names one actor, by id or by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.content import Document
from briefing.model.documents import Agreement
from briefing.model.problem import Problem, problem


def check(agreements: Iterable[Document[Agreement]]) -> Iterator[Problem]:
    """Entries that name nobody, and entries that name somebody twice."""
    for agreement in agreements:
        for index, one in enumerate(agreement.matter.signatories):
            at, name = agreement.places[("signatories", index)], f"`signatories[{index + 1}]`"
            if one.actor is None and one.name is None:
                yield problem("B202", agreement.uri, at, f"{name} names nobody", "add `actor:` or `name:`")
            elif one.actor is not None and one.name is not None:
                message = f"{name} has both `actor` and `name`"
                yield problem(
                    "B205", agreement.uri, at, message, "keep `actor` where there is a profile, else `name`"
                )
