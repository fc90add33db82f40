"""Tell whether sites that were built on several systems are the same: python .github/same_bytes.py FOLDER

FOLDER holds a folder for each system, with the manifest of the site that it built.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"


def main(argv: Sequence[str]) -> int:
    """Exit code 0 where all are equal, 1 where they differ, 2 where there are not two to compare."""
    found = sorted(Path(argv[0]).glob(f"*/{MANIFEST}")) if argv else []
    if len(found) < 2:
        print(f"there are no two manifests to compare in {' '.join(argv) or 'no folder'}")
        return 2
    first, *others = found
    differences = [
        f"{first.parent.name} and {other.parent.name}: {line}"
        for other in others
        if other.read_bytes() != first.read_bytes()
        for line in compare(json.loads(first.read_bytes()), json.loads(other.read_bytes()))
    ]
    print("\n".join(differences) or f"{len(found)} systems built the same site")
    return 1 if differences else 0


def compare(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    """What differs: files first, for they say most."""
    for name in sorted(one["files"].keys() | other["files"].keys()):
        if one["files"].get(name) != other["files"].get(name):
            yield f"{name} differs, or is missing from one"
    for key in sorted(one.keys() | other.keys()):
        if key != "files" and one.get(key) != other.get(key):
            yield f"{key} of the manifests differs: {one.get(key)} and {other.get(key)}"
    if one == other:
        yield "the manifests say the same in other bytes"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
