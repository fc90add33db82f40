"""What is wrong in a document, as a value that every speaker (terminal, MkDocs, CI) shows the same way."""

from __future__ import annotations

from dataclasses import dataclass

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

    @property
    def severity(self) -> Severity:
        return RULES[self.code].severity

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message} — {self.remedy}"


def problem(code: str, file: SrcUri, at: Place, message: str, remedy: str = "") -> Problem:
    """The problem `code` at a place of a file; without a remedy of its own it carries the rule's."""
    return Problem(file, at.line, at.column, code, message, remedy or RULES[code].remedy)
