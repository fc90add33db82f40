"""What rules say, in words for people at a terminal: one in full, or all of them in a list."""

from __future__ import annotations

from briefing.model.codes import GROUPS, RULES, Rule
from briefing.validate.nearest import did_you_mean


def explain(code: str) -> str | None:
    """All there is to say of a rule, whatever the case of its code; nothing where there is none."""
    rule = RULES.get(code.strip().upper())
    return _in_full(rule) if rule else None


def unknown(code: str) -> str:
    """What to tell whoever asks for a rule that does not exist."""
    meant = did_you_mean(code.strip().upper(), RULES)
    return f"there is no rule {code}; {f'{meant} ' if meant else ''}`--explain` alone lists all"


def listed() -> str:
    """Every rule in a line, below what its group is about."""
    return "\n\n".join("\n".join((heading, *_lines(prefix))) for prefix, heading in GROUPS.items())


def _lines(prefix: str) -> tuple[str, ...]:
    return tuple(
        f"  {rule.code}  {rule.severity.value:7}  {rule.title}"
        for rule in RULES.values()
        if rule.code.startswith(prefix)
    )


def _in_full(rule: Rule) -> str:
    consequence = "an error: nothing is built" if rule.is_error else "a warning: the build goes on"
    return "\n".join(
        (
            f"{rule.code}  {rule.title} ({consequence})",
            f"  why         {rule.why}",
            f"  what to do  {rule.remedy}",
            f"  example     {rule.example}",
            f"  mended      {rule.mended}",
        )
    )
