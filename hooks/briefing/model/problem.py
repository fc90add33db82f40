"""What is wrong in a document, as a value that every speaker (terminal, MkDocs, CI) shows the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.model import limits
from briefing.model.codes import RULES, Severity
from briefing.model.source import Place, SrcUri


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, which rule it breaks, what is wrong, and what to do."""

    file: SrcUri
    line: int
    column: int
    code: str
    message: str
    remedy: str
    count: int = 1
    """How many it stands for."""

    @property
    def severity(self) -> Severity:
        return RULES[self.code].severity

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def without_words(self) -> Problem:
        """The same, told by its rule alone: for those who may not see all that its words quote and name."""
        rule = RULES[self.code]
        return replace(self, message=f"{rule.title[:1].lower()}{rule.title[1:]}", remedy=rule.remedy)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message} — {self.remedy}"


LONGEST = 1_000
"""Characters of a message: some quote what an author wrote, and that can be of any length."""


def problem(code: str, file: SrcUri, at: Place, message: str, remedy: str = "") -> Problem:
    """The problem `code` at a place of a file; without a remedy of its own it carries the rule's."""
    return Problem(file, at.line, at.column, code, _cut(message), _cut(remedy or RULES[code].remedy))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In order; of very many problems of one code in one file the first, and a last that counts the rest."""
    ordered = sorted(problems)
    seen: Counter[tuple[SrcUri, str]] = Counter()
    listed: list[Problem] = []
    first_left_out: dict[tuple[SrcUri, str], Problem] = {}
    for one in ordered:
        kind = (one.file, one.code)
        seen[kind] += one.count
        if seen[kind] <= limits.TOLD.most:
            listed.append(one)
        else:
            first_left_out.setdefault(kind, one)
    for kind, one in first_left_out.items():
        more = seen[kind] - limits.TOLD.most
        what = f"and {more} more of {one.code} from here on"
        remedy = "mend those above, then check again"
        listed.append(Problem(one.file, one.line, one.column, one.code, what, remedy, more))
    return tuple(sorted(listed))
