"""Names of documents and published files that not every system can keep."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from briefing.model.problem import Problem, problem
from briefing.model.ref import DEVICES
from briefing.model.source import TOP, SrcUri

FORBIDDEN = re.compile(r'[<>:"\\|?*]')


def problems(paths: Mapping[SrcUri, str]) -> Iterator[Problem]:
    """What Windows could not keep, or would take for one; paths are those below the site or the content."""
    first: dict[str, SrcUri] = {}
    for uri, path in sorted(paths.items()):
        fault = next((why for name in path.split("/") if (why := _fault(name))), None)
        alike = first.setdefault(unicodedata.normalize("NFC", path).casefold(), uri)
        if fault:
            yield problem("B120", uri, TOP, fault)
        if alike != uri:
            yield problem("B120", uri, TOP, f"its name differs from that of {alike} by case alone")


def _fault(name: str) -> str | None:
    """What keeps a file or folder from having a name in Windows."""
    if name.partition(".")[0].strip().casefold() in DEVICES:
        return f"`{name}` is the name of a device in Windows"
    if found := FORBIDDEN.search(name):
        return f"`{name}` holds {found[0]}, which Windows forbids"
    if name.endswith((".", " ")):
        return f"`{name}` ends in a dot or a blank, which Windows drops"
    return None
