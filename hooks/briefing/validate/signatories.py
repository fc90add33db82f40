"""Who signed an agreement: each entry names one, by id or by name, and the party signed for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.content import Document
from briefing.model.documents import Agreement
from briefing.model.parts import Signatory
from briefing.model.problem import Problem, problem
from briefing.validate.few import few


def check(agreements: Iterable[Document[Agreement]]) -> Iterator[Problem]:
    """Entries that do not say who signed, or for whom, and those for somebody who is no party."""
    for agreement in agreements:
        for index, one in enumerate(agreement.matter.signatories):
            yield from _who(agreement, index, one)
            yield from _for_whom(agreement, index, one)


def _who(agreement: Document[Agreement], index: int, one: Signatory) -> Iterator[Problem]:
    name, path = f"`signatories[{index + 1}]`", ("signatories", index)
    if one.actor is None and one.name is None:
        at = agreement.places[path]
        yield problem("B202", agreement.uri, at, f"{name} names nobody", "add `actor:` or `name:`")
    if one.actor is not None and one.name is not None:
        at = agreement.places[(*path, "name")]
        yield problem("B223", agreement.uri, at, f"{name} has both `actor` and `name`", "delete `name`")


def _for_whom(agreement: Document[Agreement], index: int, one: Signatory) -> Iterator[Problem]:
    path, parties = ("signatories", index), agreement.matter.parties
    # An id alone is an entry too, and says no more than who signed.
    has_keys = any((*path, key) in agreement.places.of for key in ("actor", "name", "as"))
    if one.party is None and has_keys:
        what = f"`signatories[{index + 1}].for` is missing"
        yield problem("B202", agreement.uri, agreement.places[path], what, "add `for:` and the party's id")
    if one.party is not None and parties and one.party not in parties:
        what = f"`{one.party}` is not among the parties: {few(f'`{party}`' for party in parties)}"
        yield problem("B315", agreement.uri, agreement.places[(*path, "for")], what)
