"""Mends what has one right answer, and nothing else: each change is kept only if it leaves no new problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.model.source import Source, SrcUri
from briefing.rewrite import edits, fixes_form, fixes_keys, fixes_lists, fixes_text, fixes_words
from briefing.rewrite.edits import MARK, Edit
from briefing.rewrite.fixes_view import Ground, View, says_the_same

Fixer = Callable[[View], Iterable[Edit]]

RULES: Mapping[str, Fixer] = {
    "B109": fixes_text.blank_lines_above,
    "B114": fixes_text.colon,
    "B201": fixes_keys.misspelt,
    "B203": fixes_words.no_text,
    "B204": fixes_lists.no_list,
    "B206": fixes_words.no_day,
    "B207": fixes_words.no_date,
    "B208": fixes_words.no_choice,
    "B215": fixes_lists.repeated,
    "B218": fixes_words.number,
    "B301": fixes_words.misspelt_id,
    "B701": fixes_words.no_term,
}
"""What mends the breach of a rule."""
FORMS: Mapping[str, Fixer] = {
    "trailing spaces": fixes_form.trailing_spaces,
    "order of keys": fixes_form.order,
}
"""What changes the writing alone: the front matter says the same before and after."""
MOST_ROUNDS = 100
"""How often a document is gone through; one that needs more has other troubles."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after; equal where nothing in it has one right answer."""

    uri: SrcUri
    before: str
    """All that the file holds, byte order mark and line ends included."""
    after: str
    what: tuple[str, ...]
    """Which rules are kept now, and what else was mended."""
    was_readable: bool = True


def mend(uri: SrcUri, written: str, ground: Ground) -> Mended:
    """A file with all mended that has one right answer."""
    view = first = View(Source(uri, edits.read(written)), ground)
    what: dict[str, None] = {}
    for _ in range(MOST_ROUNDS):
        step = next(_steps(view), None)
        if step is None:
            break
        name, view = step
        what[name] = None
    text, of_file = _of_file(written, view.text)
    return Mended(uri, written, text, (*sorted(what), *of_file), first.parsed is not None)


def _of_file(written: str, text: str) -> tuple[str, tuple[str, ...]]:
    """What is mended of a file as such: a text that a reader sees stays what it is, sign for sign."""
    ends = bool(text.strip()) and not text.endswith("\n")
    done = {
        "byte order mark": written.startswith(MARK),
        "line ends": "\r" in written,
        "last line end": ends,
    }
    return text + "\n" * ends, tuple(name for name, is_done in done.items() if is_done)


def _steps(view: View) -> Iterator[tuple[str, View]]:
    """What can be mended now, each with what comes of it."""
    for names, is_kept in ((RULES, _is_mended), (FORMS, _is_rewritten)):
        for name, fixer in names.items():
            for change in _changes(tuple(fixer(view))):
                new = _with(view, change)
                if new is not None and new.body == view.body and is_kept(name, view, new):
                    yield name, new


def _changes(found: tuple[Edit, ...]) -> Iterator[tuple[Edit, ...]]:
    """All changes of one rule together; where they cannot be made together, one at a time."""
    if found:
        yield found
    if len(found) > 1:
        yield from ((one,) for one in found)


def _with(view: View, change: tuple[Edit, ...]) -> View | None:
    try:
        text = edits.apply(view.text, change)
    except ValueError:
        return None
    return View(replace(view.source, text=text), view.ground) if text != view.text else None


def _is_mended(code: str, before: View, after: View) -> bool:
    """Whether a rule is broken less often and no other more often; or the file can be read, or further."""
    if before.parsed is None:
        return after.parsed is not None or _first_fault(after) > _first_fault(before)
    return _breaches(after, code) < _breaches(before, code) and not after.faults - before.faults


def _breaches(view: View, code: str) -> int:
    return sum(one.code == code for one in view.problems)


def _first_fault(view: View) -> int:
    """The line that keeps a front matter from being read."""
    return min((one.line for one in view.problems), default=0)


def _is_rewritten(name: str, before: View, after: View) -> bool:
    """Whether the front matter says what it said."""
    return says_the_same(before.parsed, after.parsed) and not after.faults - before.faults
