"""Write licences.json anew: the licence, and the needs, of every library in the locks, as installed here.

Where a library does not say its licence as an SPDX expression, the table keeps what somebody has looked up
and written there.
"""

from __future__ import annotations

from _environment import enter

enter(dev=True)

import json
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing

from briefing.edge import terminal
from briefing.edge.delivery import lock
from briefing.edge.tool import TOOL

Line = Mapping[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for a table with every library, 1 where a licence must be looked up by a person."""
    terminal.Parser(__doc__ or "").parse_args(argv)
    file = TOOL / lock.LICENCES
    table = made_anew(json.loads(file.read_text(encoding="utf-8")) if file.exists() else {})
    file.write_text(json.dumps(table, sort_keys=True, indent=1) + "\n", encoding="utf-8", newline="\n")
    unknown = [name for name, line in table.items() if not line["licence"]]
    for name in unknown:
        terminal.say(f"{lock.LICENCES}: {name} does not say its licence in SPDX's words: write it there")
    return terminal.PROBLEMS if unknown else terminal.GOOD


def made_anew(old: Mapping[str, Line]) -> dict[str, Line]:
    """A line for each library of the locks; what is not installed here stays as it was."""
    names = sorted({one[0] for one in lock.pinned((TOOL / lock.DEV).read_text(encoding="utf-8"))})
    return {name: _line(name, old.get(name, {"licence": "", "requires": []}), names) for name in names}


def _line(name: str, old: Line, names: Sequence[str]) -> Line:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return old
    needed = [one for one in told.get_all("Requires-Dist") or [] if "extra ==" not in one]
    requires = sorted({lock.normal(one) for one in needed} & set(names))
    own = (word for key in ("License-Expression", "License") for word in told.get_all(key) or [])
    return {
        "licence": next((one for one in (*own, old["licence"]) if is_spdx(one)), ""),
        "requires": requires,
    }


def is_spdx(text: str) -> bool:
    """Whether a text is an SPDX expression, to the letter."""
    try:
        return str(get_spdx_licensing().parse(text, validate=True)) == text
    except ExpressionError:
        return False


if __name__ == "__main__":
    sys.exit(main())
