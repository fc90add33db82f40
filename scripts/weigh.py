"""Name the files that are too large for a repository: it keeps what it has taken in for ever."""

# A hook before every commit: it needs no library, so it waits for no environment.
from __future__ import annotations

import sys
from pathlib import Path

MOST = 5_000_000
"""Bytes: a long paper with pictures is smaller."""


def main(argv: list[str]) -> int:
    """Exit code 1 where one of the files is too large."""
    sizes = {name: Path(name).stat().st_size for name in argv if Path(name).is_file()}
    too_large = {name: size for name, size in sorted(sizes.items()) if size > MOST}
    for name, size in too_large.items():
        print(
            f"{name}: {size / 1e6:.1f} MB, {MOST / 1e6:.0f} at most — make it smaller (fewer pages, pictures "
            "in screen size), or link to where it can be read"
        )
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
