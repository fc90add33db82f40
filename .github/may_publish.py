"""Decides whether the site of one audience may be put where everyone reads it: `for-everyone=yes` or `no`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import _environment

_environment.enter()

import os

import yaml

from briefing.model.marking import Marking
from briefing.model.settings import AUDIENCES


class Settings(yaml.SafeLoader):
    """Reads MkDocs' settings without following their tags (`!ENV`, `!!python/name`): those become null."""


Settings.add_multi_constructor("", lambda loader, suffix, node: None)


def highest_marking(audience: str, settings: str) -> Marking | None:
    """The highest marking that an audience of these settings reads; nothing where that is not known."""
    value: object = yaml.load(settings, Loader=Settings)
    for key in ("extra", "briefing", "audiences"):
        value = value.get(key) if isinstance(value, dict) else None
    own = value if isinstance(value, dict) else {}
    label = {known.name: str(known.highest) for known in AUDIENCES} | own
    return next((marking for marking in Marking if marking.value == label.get(audience)), None)


def main(argv: list[str]) -> int:
    if len(argv) != 1:
        print("usage: may_publish.py AUDIENCE", file=sys.stderr)
        return 2
    highest = highest_marking(argv[0], (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    if highest is None:
        print(f"::error::not deployed: mkdocs.yml tells no marking for the audience {argv[0]!r}")
        return 2
    decision = "yes" if highest is Marking.CLEAR else "no"
    print(f"for-everyone={decision}")
    if decision == "no":
        print(f"::warning::not deployed: {argv[0]!r} reads up to {highest}, and Pages is read by everyone")
    if "GITHUB_OUTPUT" in os.environ:
        with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
            output.write(f"for-everyone={decision}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
