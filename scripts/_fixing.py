"""What `check.py --fix` does: shows what can be mended, asks, and writes it."""

from __future__ import annotations

import sys
from collections.abc import Callable

from briefing.edge import terminal
from briefing.edge.authors import mending
from briefing.edge.authors.mending import Proposal
from briefing.edge.authors.replacing import Changed
from briefing.edge.content import overlays
from briefing.edge.content.assemble import Checked
from briefing.rewrite import edits


def fix(checked: Checked, concerns: Callable[[str], bool], *, is_sure: bool) -> int:
    """Show what can be mended, and write it if that is agreed to; 2 where nobody can be asked."""
    try:
        found = mending.propose(checked, concerns)
        show(checked, found)
        if not found.mended:
            return terminal.GOOD
        if not is_sure and not (sys.stdin.isatty() and sys.stdout.isatty()):
            terminal.say("Nothing was written: where there is no terminal to ask on, agree with --yes")
            return terminal.BROKEN
        if not is_sure and not is_agreed(len(found.mended)):
            terminal.say("Nothing was written.")
            return terminal.GOOD
        mending.write(checked, found.mended)
    except (Changed, OSError) as error:
        terminal.say(f"Nothing was written: {terminal.in_words(error)}")
        return terminal.BROKEN
    return terminal.GOOD


def show(checked: Checked, found: Proposal) -> None:
    """Each change, line by line, and what is changed besides."""
    for one in found.mended:
        file = overlays.named(one.uri, checked.layers)
        for line in edits.diff(one.before, one.after, file, file):
            print(terminal.printable(line))
        print(f"{file}: {', '.join(one.what)}")
    for uri in found.left:
        file = overlays.named(uri, checked.layers)
        terminal.say(f"{file} is left as it is: mended, it would have a new problem")


def is_agreed(files: int) -> bool:
    what = "this file" if files == 1 else f"these {files} files"
    try:
        return input(f"Write {what}? [y/N] ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        print()
        return False
