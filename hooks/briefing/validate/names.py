"""Names and aliases: long enough, no other profile's, and known to be shared where they are."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.model.content import AnyDocument, Path
from briefing.model.documents import Agreement, Profile
from briefing.model.fields import Scalar
from briefing.model.problem import Problem, problem
from briefing.parse.documents import Parsed
from briefing.validate.few import few


def short(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Aliases of one letter or none, which would be found in every text."""
    for one in parsed:
        aliases = one.tree.data.get("aliases") if one.kind is not None else None
        for index, alias in enumerate(aliases if isinstance(aliases, list) else ()):
            name = alias.get("name") if isinstance(alias, dict) else alias
            if isinstance(name, Scalar) and len(written := plain(name.text)) < 2:
                what = f"of one letter, `{written}`" if written else "empty"
                yield problem("B403", one.uri, one.tree.places[("aliases", index)], f"an alias is {what}")


def plain(name: str) -> str:
    """A name in one Unicode form and with single spaces, as texts are searched for it."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def shared(documents: Iterable[AnyDocument]) -> Iterator[Problem]:
    """Aliases that are another profile's name, and names that two profiles go by."""
    holders: dict[str, list[tuple[AnyDocument, Path]]] = defaultdict(list)
    for document in documents:
        if isinstance(document.matter, Profile):
            holders[plain(document.matter.name)].append((document, ("name",)))
            for index, alias in enumerate(document.matter.aliases):
                holders[plain(alias.name)].append((document, ("aliases", index)))
        if isinstance(document.matter, Agreement) and document.matter.short:
            holders[plain(document.matter.short)].append((document, ("short",)))
    for name, holding in sorted(holders.items()):
        refs = sorted({document.ref for document, _ in holding})
        named = [document.ref for document, path in holding if path == ("name",)]
        for document, path in holding if len(refs) > 1 else ():
            at = document.places[path]
            bearer = next((ref for ref in named if ref != document.ref), None)
            if path[0] == "aliases" and bearer:
                yield problem("B401", document.uri, at, f"the alias `{name}` is the name of {bearer}")
            else:
                listed = few(str(ref) for ref in refs if ref != document.ref)
                yield problem(
                    "B402", document.uri, at, f"`{name}` is a name of {document.ref} and of {listed}"
                )
