"""Build the site: check every document, build for one audience, and switch the new site in."""

from __future__ import annotations

from _environment import enter

enter()

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from briefing.edge import mkdocs_run, switch, terminal
from briefing.edge.assemble import Checked, check
from briefing.edge.configuration import TOOL


RARELY = (100_000, 50, 1_000)
"""How seldom Python looks for dead cycles: nearly all that a build makes lives until its end."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 for a new site, 1 where content keeps it from being built, 2 for wrong use."""
    parser = terminal.Parser(__doc__ or "")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where the site goes (else site/ in the content root)"
    )
    parser.add_argument("--strict", action="store_true", help="warnings stop the build as errors do")
    parser.add_audience()
    parser.add_root()
    parser.add_today()
    asked = parser.parse_args(argv)
    gc.set_threshold(*RARELY)
    root = asked.root or TOOL
    out = (asked.out or root / "site").absolute()
    if is_content(out, root):
        parser.error(f"{out} is or holds content; the site needs a folder of its own")
    terminal.say(f"Reading {root}")
    checked = check(root, audience=asked.audience, today=asked.today)
    if asked.audience and checked.audience.name != asked.audience:
        names = ", ".join(audience.name for audience in checked.configuration.settings.audiences)
        parser.error(f"there is no audience {asked.audience}; there are: {names}")
    terminal.show(checked.problems, to_stderr=True)
    terminal.say(terminal.count(checked.problems, checked.checks.document_count))
    if checked.has_errors or (asked.strict and checked.problems):
        stands = f" The last good site stands in {out}." if out.exists() else ""
        terminal.say(f"Nothing was built: mend this first.{stands}")
        return terminal.PROBLEMS
    return build(checked, out, strict=asked.strict)


def is_content(out: Path, root: Path) -> bool:
    """Whether a folder is, holds or lies in a place that the build reads from."""
    content = [root / "docs", root / "briefs", TOOL / "docs", TOOL / "hooks", TOOL / "scripts"]
    return any(out == place or place in out.parents or out in place.parents for place in content)


def build(checked: Checked, out: Path, *, strict: bool) -> int:
    """Build beside the old site and switch the new one in."""
    audience = checked.audience
    terminal.say(f"Building for {audience.name} (up to {audience.highest})")
    try:
        with switch.staged(out) as folder:
            warnings = mkdocs_run.run(checked, folder)
            if strict and warnings:
                raise MkDocsException(f"{warnings} warning(s) of MkDocs, with --strict")
    except (switch.NotASite, MkDocsException, OSError) as error:
        terminal.say(f"Nothing was built: {error}")
        return terminal.BROKEN
    print(
        f"The site is in {out}. Open {out / 'index.html'}, or run `python scripts/serve.py` while you write."
    )
    return terminal.GOOD


if __name__ == "__main__":
    sys.exit(main())
