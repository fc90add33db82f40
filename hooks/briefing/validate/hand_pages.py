"""Hand-written pages: their files' names are their addresses, and no two have one address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.model.problem import Problem, problem
from briefing.model.ref import is_id
from briefing.model.source import TOP, Address, SrcUri
from briefing.parse.documents import Parsed
from briefing.validate.few import few

INDEX = "index"
"""The name of a file whose page has the address of its folder."""


def address_of(uri: SrcUri) -> Address:
    """The address of the page made of a hand-written file: `about/markings/` for `docs/about/markings.md`."""
    folder, _, name = uri.removeprefix("docs/").removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name == INDEX else name) if part]
    return Address("".join(f"{part}/" for part in parts))


def check(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Names that make no good address, and files that would have one address."""
    holders: dict[Address, list[SrcUri]] = defaultdict(list)
    for one in parsed:
        if one.kind is not None:
            continue
        address = address_of(one.uri)
        holders[address].append(one.uri)
        for part in address.rstrip("/").split("/") if address else ():
            if not is_id(part):
                yield problem(
                    "B211", one.uri, TOP, f"`{part}` cannot be part of an address", "rename the file"
                )
    for address, uris in sorted(holders.items()):
        for uri in uris if len(uris) > 1 else ():
            others = few(other for other in uris if other != uri)
            what = f"the address `{address}` stands twice: the same in {others}"
            yield problem("B213", uri, TOP, what, "rename one of the files")
