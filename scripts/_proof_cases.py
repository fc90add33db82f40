"""Small cases of a failure: whatever it does not need is taken out of both contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from _proof_root import Root

NEEDED = frozenset({"title", "name", "summary", "date", "authors", "topics", "type", "marking", "status"})
"""Keys that stay, so that the documents stay what they are."""
T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """Two contents that differ only where an audience cannot see."""

    before: Root
    after: Root

    @property
    def paths(self) -> list[str]:
        both = (self.before, self.after)
        return sorted({path for root in both for path in (*root.texts, *root.files)})

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Each key that could go, with the path of its file."""
        texts = [each for root in (self.before, self.after) for each in root.texts.items()]
        return sorted({(path, key) for path, text in texts for key in text.matter if key not in NEEDED})

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Each paragraph that is no fence of a section, with the path of its file."""
        texts = [each for root in (self.before, self.after) for each in root.texts.items()]
        found = {(path, one) for path, text in texts for one in text.body.split("\n\n")}
        return sorted((path, one) for path, one in found if ":::" not in one)

    def copy(self) -> Case:
        return Case(self.before.copy(), self.after.copy())

    def lines(self) -> Iterator[str]:
        """The case as people read it: each file, and what it was before where that differs."""
        before, after = self.before.all(), self.after.all()
        for path in self.paths:
            if before.get(path) == after.get(path):
                yield from _file(f"{path}:", before[path])
            else:
                yield from _file(f"{path}, before:", before.get(path))
                yield from _file(f"{path}, after:", after.get(path))
        if self.after.laid_over:
            yield f"in an overlay, after: {', '.join(sorted(self.after.laid_over))}"
        if self.before.authors != self.after.authors:
            yield f"authors, before: {self.before.authors}"
            yield f"authors, after: {self.after.authors}"


def _file(title: str, content: bytes | None) -> Iterator[str]:
    yield title
    if content is None:
        yield "| (not there)"
    elif not content.isascii():
        yield f"| ({len(content)} bytes)"
    else:
        yield from (f"| {line}" for line in content.decode("ascii").splitlines() if line)


@dataclass
class Trials:
    """Tells whether a case still fails, so many times."""

    fails: Callable[[Case], bool]
    left: int

    def hold(self, case: Case) -> bool:
        self.left -= 1
        return self.fails(case)


def smaller(case: Case, fails: Callable[[Case], bool], tries: int) -> Case:
    """A case that still fails, and from which little more can be taken out in so many tries."""
    trials = Trials(fails, tries)
    for deed in (_revert, _drop, _empty):
        case = _without(case, case.paths, deed, trials)
    case = _without(case, case.keys, _drop_key, trials)
    return _without(case, case.paragraphs, _drop_paragraph, trials)


def _without(case: Case, atoms: Sequence[T], deed: Callable[[Case, T], None], trials: Trials) -> Case:
    """The case after as many deeds as it bears: in large groups first, then in ever smaller ones."""
    size = len(atoms)
    while size:
        for start in range(0, len(atoms), size):
            if trials.left <= 0:
                return case
            one = case.copy()
            for atom in atoms[start : start + size]:
                deed(one, atom)
            if trials.hold(one):
                case = one
        size //= 2
    return case


def _revert(case: Case, path: str) -> None:
    """Let a file be after the change what it was before."""
    _drop_from(case.after, path)
    if path in case.before.texts:
        case.after.texts[path] = case.before.texts[path]
    if path in case.before.files:
        case.after.files[path] = case.before.files[path]


def _drop(case: Case, path: str) -> None:
    for root in (case.before, case.after):
        _drop_from(root, path)


def _drop_from(root: Root, path: str) -> None:
    root.laid_over.discard(path)
    root.texts.pop(path, None)
    root.files.pop(path, None)


def _empty(case: Case, path: str) -> None:
    for root in (case.before, case.after):
        if path in root.texts:
            root.texts[path].body = ""


def _drop_key(case: Case, at: tuple[str, str]) -> None:
    for root in (case.before, case.after):
        if at[0] in root.texts:
            root.texts[at[0]].matter.pop(at[1], None)


def _drop_paragraph(case: Case, at: tuple[str, str]) -> None:
    for root in (case.before, case.after):
        if at[0] in root.texts:
            text = root.texts[at[0]]
            text.body = "\n\n".join(one for one in text.body.split("\n\n") if one != at[1])
