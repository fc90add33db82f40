"""Looks for bytes that break a promise, guided by the code that they reach.

`python tests/fuzzing/run.py parse --runs 100000` needs atheris, which there is for Linux. What it finds it
leaves in `found/`; with `--grow` the corpus keeps what reaches new code. Exit code 0 where nothing was found.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
WORDS = HERE / "words.dict"
SLOWEST = 10
"""Seconds after which a text counts as a hang."""

sys.path[:0] = [str(PROJECT / "hooks"), str(HERE.parent)]
with atheris.instrument_imports(include=["briefing"], enable_loader_override=False):
    from fuzzing.targets import TARGETS


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--runs", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--longest", type=int, default=1_000, metavar="BYTES")
    parser.add_argument("--grow", action="store_true", help="keep what reaches new code in the corpus")
    parser.add_argument(
        "--found", type=Path, default=HERE / "found", metavar="DIR", help="for what breaks one"
    )
    parser.add_argument("--break", dest="broken", metavar="TEXT", help="fail where a text holds this")
    asked = parser.parse_args(argv)
    corpus, found = HERE / "corpus" / asked.target, asked.found / asked.target
    found.mkdir(parents=True, exist_ok=True)
    options = {
        "atheris_runs": asked.runs, "seed": asked.seed, "max_len": asked.longest, "timeout": SLOWEST,
        "dict": WORDS, "artifact_prefix": f"{found}/", "verbosity": 1, "rss_limit_mb": 2_000,
    }  # fmt: skip
    if not asked.grow:  # a folder that is named is written to
        options["seed_inputs"] = ",".join(str(path) for path in sorted(corpus.iterdir()))
    words = [sys.argv[0], *(f"-{key}={value}" for key, value in options.items())]
    atheris.Setup([*words, str(corpus)] if asked.grow else words, target(asked.target, asked.broken))
    atheris.Fuzz()


def target(name: str, broken: str | None) -> Callable[[bytes], None]:
    """A target; with a text in `broken`, one that fails where that text is read."""
    if not broken:
        return TARGETS[name]

    def fail(data: bytes) -> None:
        TARGETS[name](data)
        assert broken.encode() not in data, "broken on purpose"

    return fail


if __name__ == "__main__":
    main(sys.argv[1:])
