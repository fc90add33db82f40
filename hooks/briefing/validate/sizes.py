"""Names: not so many, and none so long, that the search for them could not bear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model import limits
from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Agreement, Profile, Topic
from briefing.model.problem import Problem, problem


def check(documents: Iterable[AnyDocument]) -> Iterator[Problem]:
    """Profiles with too many names or too long ones, and the one with which all names are too many."""
    total = 0
    for document in documents:
        if isinstance(document.matter, Profile):
            lists = dict(_lists(document.matter))
            yield from _of_profile(document, lists)
            before, total = total, total + sum(map(len, lists.values()))
            if before <= limits.ALL_NAMES.most < total:
                what = f"with this profile there are more than {limits.ALL_NAMES.most} names"
                at = document.places[("name",)]
                yield problem("B110", document.uri, at, what, "take out names that no text uses")


def _lists(profile: Profile) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "name", (profile.name,)
    yield "aliases", tuple(alias.name for alias in profile.aliases)
    yield "not", profile.not_
    if isinstance(profile, Topic):
        yield "hidden", profile.hidden
    if isinstance(profile, Agreement) and profile.short:
        yield "short", (profile.short,)


def _of_profile(document: AnyDocument, lists: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    for key, names in lists.items():
        if len(names) > limits.NAMES.most:
            what = f"`{key}` has {len(names)} entries, {limits.NAMES.most} at most"
            yield problem("B110", document.uri, document.places[(key,)], what, "keep those that texts use")
        for index, name in enumerate(names):
            if len(name) > limits.NAME.most:
                path: Path = (key, index)
                what = f"a name has {len(name)} characters, {limits.NAME.most} at most"
                yield problem("B110", document.uri, document.places[path], what, "give its shorter form")
