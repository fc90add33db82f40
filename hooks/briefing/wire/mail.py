"""Headers of letters and newsgroups above a text: what they say of it, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parsedate

from briefing.wire import days
from briefing.wire.days import Written

FIELD = re.compile(
    r"(?P<name>from|to|cc|bcc|subject|date|sent|reply-to|sender|message-id|newsgroups|path|organization|lines"
    r"|keywords|priority|approved|references|in-reply-to|xref|distribution|followup-to|expires|received"
    r"|return-path|delivered-to|importance|attachments?|summary|nntp-posting-\w+|mime-version|content-[\w-]+"
    r"|slugword|[ax]category|format|x-[\w-]+|list-[\w-]+)\s*:(?:\s+(?P<value>.*))?",
    re.IGNORECASE,
)
SENT_ON = re.compile(r"[-_*\s]*(?:begin )?(?:forwarded|original) message[-_:*\s]*|[-_]{10,}", re.IGNORECASE)
ANSWERS = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*|\[[\w .-]{2,20}\]\s*)+", re.IGNORECASE)
"""What letters put before a subject."""
TELLING = frozenset({"from", "subject", "newsgroups", "message-id"})
"""One of these stands above every letter; dates and sources stand above other texts too."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the headers say, and the lines below them."""

    lines: tuple[str, ...]
    subject: str | None = None
    written: Written | None = None
    removed: tuple[str, ...] = ()


def opened(lines: Sequence[str]) -> Letter:
    """The text of a letter; of one that was sent on, the text and headers of the first sender."""
    letter = Letter(tuple(lines))
    while further := _headers(letter.lines):
        letter = Letter(
            further.lines,
            further.subject or letter.subject,
            further.written or letter.written,
            (*letter.removed, *further.removed),
        )
    return letter


def _headers(lines: Sequence[str]) -> Letter | None:
    """The headers with which some lines begin."""
    at, end = 0, len(lines)
    while at < end and (not lines[at].strip() or SENT_ON.fullmatch(lines[at])):
        at += 1
    removed = [line.strip() for line in lines[:at] if line.strip()]
    fields: dict[str, str] = {}
    name = ""
    while at < end and lines[at].strip():
        field = FIELD.fullmatch(lines[at].strip())
        if field:
            name = field["name"].casefold()
            fields.setdefault(name, (field["value"] or "").strip())
        elif name and lines[at][:1] in " \t":
            fields[name] += f" {lines[at].strip()}"
        else:
            break
        removed.append(lines[at].strip())
        at += 1
    if len(fields) < 2 or not TELLING & fields.keys() or not fields.get("from", "-"):
        return None
    subject = ANSWERS.sub("", fields.get("subject", ""), count=1) or None
    written = _sent(fields.get("date") or fields.get("sent") or "")
    return Letter(_unquoted(lines[at:]), subject, written, tuple(removed))


def _sent(value: str) -> Written | None:
    """The day of a header; letters once wrote years with two figures, and their standard says which."""
    found = next((one for one in days.find(value) if one.year), None)
    parts = None if found else parsedate(value)
    if not parts:
        return found
    year, month, day = parts[:3]
    return Written(value, 0, month, day, year)


def _unquoted(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the sign of a quotation, where all of them have it."""
    if any(line.strip() and not line.startswith(">") for line in lines):
        return tuple(lines)
    return tuple(re.sub(r"^> ?", "", line) for line in lines)
