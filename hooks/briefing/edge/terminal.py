"""What commands say to people: problems in colour on a terminal, plain elsewhere; and the exit codes."""

from __future__ import annotations

import argparse
import errno
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from briefing.edge import clock
from briefing.edge.content import roots
from briefing.edge.content.roots import Root
from briefing.model.problem import Problem
from briefing.model.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

GOOD, PROBLEMS, BROKEN = 0, 1, 2
"""Exit codes: all well, problems found in content, wrong use or a broken tool."""
NO_BREAKS = "\u00a0\u202f"
"""Spaces that French puts before its marks, in names of folders too."""
PLAIN = re.compile(r"[\w./\\:=,@+-]+" if os.name == "nt" else r"[\w./:=,@+%-]+")
"""A word that shells take as it is."""
MEANT_IN_QUOTES = re.compile(r"[\"$`\\!]")
"""Signs that mean something between double quotes too."""
WHY: Mapping[int, str] = {
    errno.EACCES: "may not be read or written by you: change its permissions, or choose another",
    errno.EPERM: "may not be read or written by you: change its permissions, or choose another",
    errno.ENOENT: "is not there: correct the path, or make it first",
    errno.EISDIR: "is a folder, where a file is due: name a file",
    errno.ENOTDIR: "is a file, or lies in one, where a folder is due: name a folder",
    errno.EEXIST: "is there already: choose another name",
    errno.ENOTEMPTY: "is a folder that is not empty: choose another name",
    errno.ENOSPC: "cannot be written, for its disk is full: make room there",
    errno.EROFS: "lies on a disk that cannot be written: choose another place",
    errno.ENAMETOOLONG: "is too long a name for this disk: choose a shorter one",
}
"""What keeps the system from doing as it was told, and what to do; the path stands before it."""
INTERRUPTED = 130
"""As shells count a process that Ctrl-C ended."""


def console(*, to_stderr: bool = False) -> Console:
    """Where to speak: no colour, no wrapping and no guessing where it is not a terminal."""
    from rich.console import Console

    return Console(stderr=to_stderr, highlight=False, soft_wrap=True, markup=False, emoji=False)


def say(text: str) -> None:
    """A line on progress, on standard error."""
    print("\n".join(printable(line, NO_BREAKS) for line in text.split("\n")), file=sys.stderr)


def show(problems: Iterable[Problem], roots: Iterable[Path] = (), *, to_stderr: bool = False) -> None:
    """One line a problem: place, code, what is wrong, what to do in these roots."""
    problems = tuple(problems)
    if not problems:
        return
    from rich.text import Text  # as long as there is nothing to colour, nobody waits for it

    speaker = console(to_stderr=to_stderr)
    for problem in in_roots(problems, roots):
        style = "bold red" if problem.is_error else "yellow"
        line = Text()
        line.append(f"{problem.file}:{problem.line}:{problem.column}: ")
        line.append(f"{problem.severity.value} {problem.code}", style=style)
        line.append(f" {printable(problem.message)}")
        line.append(f" — {printable(problem.remedy)}", style="dim")
        speaker.print(line)


def in_roots(problems: Iterable[Problem], roots: Iterable[Path]) -> tuple[Problem, ...]:
    """The problems, with what their remedies tell to type as it can be typed for these roots."""
    bare, here = typed("new", ()), typed("new", roots)
    return tuple(
        replace(one, remedy=one.remedy.replace(bare, here)) if bare in one.remedy else one for one in problems
    )


def printable(text: str, besides: str = "") -> str:
    """The text without what could steer a terminal or hide in it, but for some characters."""
    return "".join(char if char.isprintable() or char in besides else f"\\u{ord(char):04x}" for char in text)


def count(problems: Sequence[Problem], documents: int) -> str:
    """`77 documents, 1 error, 3 warnings`."""
    errors = sum(problem.count for problem in problems if problem.is_error)
    warnings = sum(problem.count for problem in problems) - errors
    parts = [(documents, "document"), (errors, "error"), (warnings, "warning")]
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in parts)


def roots_of(asked: argparse.Namespace) -> tuple[Path, ...]:
    """The content roots that were asked for, the base first; none where it is this project's."""
    return (*((asked.root,) if asked.root else ()), *(root.path for root in asked.over))


def typed(script: str, roots: Iterable[Path], *words: str | Path) -> str:
    """A command of ours as it can be typed here: `python scripts/check.py --root team briefs/a.md`."""
    of_roots = (word for root in roots for word in ("--root", root))
    return " ".join(("python", f"scripts/{script}.py", *(quoted(one) for one in (*of_roots, *words))))


def to_add(roots: Sequence[Path], *names: str) -> str:
    """How git is told what belongs into the next commit, by its path below the base or this project."""
    where = ("-C", quoted(roots[0])) if roots else ()
    return " ".join(("git", *where, "add", *names))


def quoted(word: str | Path) -> str:
    """A word of a command; a path as seen from here."""
    text = word if isinstance(word, str) else path_here(word)
    if PLAIN.fullmatch(text):
        return text
    return shlex.quote(text) if MEANT_IN_QUOTES.search(text) and os.name != "nt" else f'"{text}"'


def path_here(path: Path) -> str:
    """A path as seen from here, where it lies here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def suggest(what: str, *commands: str) -> None:
    """What to do next, for somebody at a terminal: other programs have no use for it."""
    if sys.stdout.isatty():
        print("\n  ".join((f"Next: {what}", *commands)))


def leave(code: int) -> NoReturn:
    """End the process at once: to take apart all that a build has made, value by value, takes a second."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def in_words(error: Exception) -> str:
    """What an error says; of the system's own, a sentence with the path, and with what to do."""
    if not isinstance(error, OSError) or error.errno is None:
        return str(error)
    if error.filename is None:
        return str(error.strerror)
    path = Path(str(error.filename))
    if error.errno in (errno.EACCES, errno.EROFS):  # what is yet to be made has no permissions of its own
        path = next((one for one in (path, *path.parents) if os.path.lexists(one)), path)
    return f"{printable(str(path))} {WHY.get(error.errno, f'cannot be used: {error.strerror}')}"


class Wrong(Exception):
    """What was asked for cannot be done."""


def write(command: str, work: Callable[[], int], stops: type[Exception]) -> int:
    """The exit code of work that writes; a sentence where it cannot, is stopped half way or broken off."""
    try:
        return work()
    except Wrong as error:
        say(f"{command}: {printable(str(error))}")
        return BROKEN
    except (stops, OSError) as error:
        say(f"Nothing was written: {in_words(error)}")
        return BROKEN
    except EOFError:
        say("\nNothing was written.")
        return BROKEN
    except KeyboardInterrupt:
        say("\nNothing was written.")
        return INTERRUPTED


class Parser(argparse.ArgumentParser):
    """Arguments of a command; wrong use exits with 2, as argparse does of itself."""

    def __init__(self, description: str) -> None:
        super().__init__(description=description, allow_abbrev=False)

    def add_root(self, named: Callable[[str], Root] | None = None) -> None:
        self.add_argument(
            "--root",
            type=named or content_root,
            action="append",
            metavar="DIR",
            help="another content root than this project; each further one lies over the first as an overlay",
        )

    def add_today(self) -> None:
        self.add_argument(
            "--today",
            type=day,
            metavar="DAY",
            help="the day to work on (else SOURCE_DATE_EPOCH's, else today in UTC)",
        )

    def parse_args(self, *args: Any, **kwargs: Any) -> Any:
        """What was asked for; wrong use too where the environment's day is none."""
        asked = super().parse_args(*args, **kwargs)
        if hasattr(asked, "root"):
            asked.root, asked.over = self._roots(asked.root or ())
        try:
            clock.today(getattr(asked, "today", None))
        except ValueError as error:
            self.error(str(error))
        return asked

    def _roots(self, given: Sequence[Root]) -> tuple[Path | None, tuple[Root, ...]]:
        """The base and what lies over it; a file that lay in two of them would be nobody's."""
        for one, other in permutations(given, 2):
            if any(path.samefile(other.path) for path in (one.path, *one.path.parents)):
                self.error(f"content roots cannot lie in each other: {one.name} and {other.name}")
        return (given[0].path, tuple(given[1:])) if given else (None, ())

    def add_audience(self) -> None:
        self.add_argument("--audience", metavar="NAME", help="the readership to build for (else the setting)")

    def error_of_audience(self, name: str, settings: Settings) -> NoReturn:
        """Wrong use: an audience that the settings do not name."""
        names = ", ".join(audience.name for audience in settings.audiences)
        self.error(f"there is no audience {name}; there are: {names}")


def content_root(text: str) -> Root:
    """An existing folder that holds content, or the settings of some."""
    found = new_root(text)
    if not roots.is_begun(found.path):
        raise argparse.ArgumentTypeError(
            f"{text} is no content root: neither docs/ nor briefs/ nor mkdocs.yml lies in it; "
            f"`{typed('new', (), 'site')} DIR` begins one"
        )
    return found


def new_root(text: str) -> Root:
    """An existing folder that content may come into."""
    return roots.named(folder(text), text)


def folder(text: str) -> Path:
    """An existing folder, as an absolute path."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return path.resolve()


def day(text: str) -> date:
    """A day, as YYYY-MM-DD and no other way that Python could read."""
    with suppress(ValueError):
        found = date.fromisoformat(text)
        if found.isoformat() == text:
            return found
    raise argparse.ArgumentTypeError(f"{text} is no day; write YYYY-MM-DD")
