"""A small content root in one file: sections `-- path --`, and what is expected of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SECTION = re.compile(r"^-- (?P<name>.+?) --\n", re.MULTILINE)
BASE = {
    "docs/topics/trade.md": "---\nname: Trade\n---\n",
    "docs/actors/india.md": "---\nname: India\ntype: country\n---\n",
}
"""What every case stands on, unless it has a file of that name itself."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a case shows, its files, and what is expected."""

    fact: str
    files: dict[str, str]
    expected: dict[str, str]

    def write(self, root: Path) -> Path:
        """The content root on disk, byte for byte as the case says."""
        for name, text in (BASE | self.files).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return root


def read(path: Path) -> Case:
    """The case in a file."""
    fact, *rest = SECTION.split(path.read_bytes().decode("utf-8").replace("\r\n", "\n"))
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    expected = {
        name.removeprefix("expect "): text for name, text in sections.items() if name.startswith("expect ")
    }
    files = {name: text for name, text in sections.items() if not name.startswith("expect ")}
    return Case(fact.strip(), files, expected)
