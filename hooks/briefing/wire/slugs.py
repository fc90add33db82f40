"""What wires and desks print above a text for their machines: numbers, slugs, versions, notes to editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.wire import agencies

VERSION = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|new|complete)?[ -]?(?:lead|ld|urgent|writethru|update|take)(?:[ -]?\d{1,2})?"
)
"""Which of several versions a text is: `2nd lead`, `1st Ld-Writethru`, `Update 1`."""
SLUG = re.compile(
    r"(?-i:[a-z]\d{4})(?:\s.*)?"  # a0512 r a BC-Harbor
    r"|(?:(?:AP|UPI|AFP|DPA|R) )?(?-i:[A-Z]\d{3,4}[A-Z]{0,3})"  # A143WX, UPI A042
    r"|BC-\S+|(?:[a-z] [a-z] )?(?:BC|AM|PM)-.*(?:,\s?a?\d{3,4}|\bwritethru|\bld|\bbjt|\btake \d).*"
    r"|(?-i:[a-z]{2,4}) \d{4} .{2,60}"  # dpa 0312 Europe Rhine
    r"|(?-i:[A-Z]{2,4}\d{1,3}(?: [A-Z]{2,}(?:-[A-Z0-9]+)+){1,2})"  # DEL41 NAT-NURSES-PANEL
    r"|(?-i:[A-Z]{2,4}\d{1,3} [A-Z]+-(?:\d(?:ST|ND|RD|TH))?A?L*LD(?: [A-Z][A-Z-]*){1,4})"  # DEL38 DEF-LD
    rf"|\S+,{VERSION}(?:,\S*)?|{VERSION}(?:-writethru)?"  # Laos-dam,2ndlead
    r"|(?-i:[A-Z]{3,5}(?:-[A-Z0-9]{2,4}){1,2}-\d{2,4}(?:-\d{2,4})?)"  # JPRS-SEA-93-021
    r"|(?-i:[A-Z]{2,4}/[A-Z\d/]*\d+[A-Z\d/]*)|release no\.?:?\s\S*\d\S*"  # SC/9999
    r"|\((?:adds?|corrects|updates|recasts|repeats|refiles|rewrites|releads|clarifies|removes|fixes)\b.*\)"
    r"|eds?(?:itors?)?(?:['’]s?)?(?: note)?\s*:.*|attention\s*[-–—].*"
    r"|\(?(?:urgent|bulletin|flash|alert|breaking(?: news)?|news ?alert|advisory|precede)\)?[.!:]*",
    re.IGNORECASE,
)
KEYWORD = re.compile(r"[A-Z]{3,12}(?:[-/][A-Z]{2,12})*")
"""The one word by which a desk calls a text; it stands right below a number."""
OPENS = re.compile(
    r"(?:UPDATE|WRAPUP|REFILE|RPT|REPEAT|CORRECTED|CORRECTED-\(OFFICIAL\))(?: \d{1,2})?-(?=\S)"
    rf"|(?i:\((?:{VERSION}|urgent|corrected|updated)\)\s*)"
    r"|(?:URGENT|BULLETIN|FLASH|NEWS ?ALERT)\s*[:-]\s*(?=\S)"
    rf"|\([A-Z][\w-]{{1,8}}\) - (?:[\w ]+ - )?(?i:{VERSION})\s*[:-]\s*",
)
"""How a wire says above a title that it has sent the text before: no part of the title."""
CLOSES = re.compile(
    rf"\s+(?:\((?:{VERSION}|corrected|updated|urgent)\)|(?:[-–—]|//)\s*{VERSION})$", re.IGNORECASE
)
CARET = re.compile(r"\^(?P<text>.*?)[<=]?$|(?P<ended>.*\S)\s+=$")
"""Signs for typesetters round a line of a head: `^Talks Resume<`, `Shipping resumes =`."""


def is_one(line: str) -> bool:
    """Whether a line of a head is for machines and editors."""
    return len(line) <= 200 and SLUG.fullmatch(line) is not None


def is_keyword(line: str, above: str) -> bool:
    """Whether a line is the word by which a desk calls the text, below its number."""
    return KEYWORD.fullmatch(line) is not None and is_one(above) and not agencies.is_known(line)


def parted(title: str) -> tuple[str, tuple[str, ...]]:
    """A title, and what says which version of the text it stands on."""
    found = []
    while (opening := OPENS.match(title)) and opening.end() < len(title):
        found.append(opening[0].strip())
        title = title[opening.end() :]
    if closing := CLOSES.search(title):
        found.append(closing[0].strip())
        title = title[: closing.start()]
    return title, tuple(found)


def unmarked(lines: Sequence[str]) -> Iterator[str]:
    """The lines without the signs of typesetters."""
    for line in lines:
        marked = CARET.fullmatch(line.strip())
        yield (marked["text"] or marked["ended"] or "") if marked else line
