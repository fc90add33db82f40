"""What keeps a front matter from being read, in the words of its author and not of a parser.

Nothing is guessed: a slip of the pen is named only if the front matter can be read further once it is mended.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice, product, takewhile
from typing import Any, NamedTuple

import yaml

from briefing.parse import anywhere
from briefing.parse.slip import Finder, Slip, margin

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KEY = r"(?P<before>\s*(?:- +)?)(?P<key>[\w-]+)"
COLON = re.compile(r"\s*(?:- +)?(?P<key>[\w-]+): +(?P<value>[^\s\"'\[{|>].*:(?: .*|$))")
"""A value with a `: ` in it, which YAML takes for a further key."""
VALUE = re.compile(rf"{KEY}: +(?P<value>\S.*)")
ENTRY = re.compile(r"(?P<before>\s*- +)(?P<key>)(?P<value>\S.*)")
GLUED = re.compile(rf"{KEY}:(?=[^\s:/0-9]|(?<=[a-z]:)[0-9])(?P<value>.*)")
"""`date:2025` has lost its space; `12:30` and `C:/desk` are no keys."""
OPENED = re.compile(rf"{KEY}: +(?P<sign>[\"'])(?:(?!(?P=sign)).)*")
"""A line on which a quotation begins and does not end."""
WITHOUT_COLON = re.compile(r"(?P<key>[a-z_]+)(?P<value> +\S.*|)")
LONE = re.compile(r"(?![-#])\S.*")
BULLETED = re.compile(r"(?P<before>\s*)(?P<sign>-(?![-\d\s])|(?:[•·◦‣▪●○]|[–—*](?=\s))\s*)(?P<text>\S.*)")
"""An entry of a list that begins with a hyphen and no space, or with a word processor's bullet."""
LIKE_QUOTES = "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
NEAR = 3
"""How many lines above the place where reading ends may hold the slip."""


class Fault(NamedTuple):
    """Where, counted from 0, a front matter cannot be read, what is wrong and what to do."""

    line: int
    column: int
    message: str
    remedy: str
    code: str = "B105"


def fault(error: yaml.YAMLError, text: str) -> Fault | None:
    """What keeps a text from being read; nothing where the parser names no place."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    lines = text.split("\n")
    last = min(mark.line, len(lines) - 1)
    colon = COLON.match(lines[last])
    if colon:
        key = colon["key"]
        remedy = f"put the {key} in quotes: {key}: {_in_quotes(colon['value'].strip())}"
        if key == "marking":
            remedy = f"write {key}: {re.sub(r': +', ':', colon['value'].strip())}"
        return Fault(mark.line, mark.column, f"`{key}` holds a `: ` and is not in quotes", remedy, "B114")
    begun = _begun(error)
    if (
        begun is not None and begun > last
    ):  # it ends on a line without an end, after which one more is counted
        begun = None
    suspects = tuple(_suspects(lines, last, begun))
    for finders, number in product((anywhere.FINDERS, FINDERS), suspects):
        for slip in (slip for find in finders for slip in find(lines, number)):
            # A quotation that nothing closes hides all that comes after it.
            if _leads_on(lines, slip, slip.line if slip.line == begun else mark.line):
                return Fault(slip.line, slip.column, slip.message, slip.remedy)
    return Fault(
        last,
        mark.column if last == mark.line else 0,
        "this line cannot be read as a key and its value, or as an entry of a list",
        "compare it with the lines around it: `key: value`, and each entry of a list below it as `  - entry`",
    )


def _begun(error: yaml.YAMLError) -> int | None:
    """The line on which something begins that never ends."""
    mark: Any = getattr(error, "context_mark", None)
    context = getattr(error, "context", None) or ""
    return mark.line if mark is not None and ("quoted" in context or "flow" in context) else None


def _suspects(lines: list[str], last: int, begun: int | None) -> Iterator[int]:
    """The lines that may hold the slip: where something never ends, where reading ends, those above.

    What one quotation lacks at its end is closed by the next one's beginning, which may be far below.
    """
    above = (number for number in range(last, -1, -1) if lines[number].strip())
    opened = (number for number in range(last - 1, -1, -1) if OPENED.fullmatch(lines[number]))
    begins = () if begun is None else (begun,)
    yield from dict.fromkeys((*begins, *islice(opened, 1), *islice(above, NEAR + 1)))


def _leads_on(lines: list[str], slip: Slip, reached: int) -> bool:
    """Whether the front matter can be read beyond a line once a slip is mended."""
    mended = [*lines[: slip.line], slip.mended, *lines[slip.line + slip.length :]]
    try:
        for _ in yaml.parse("\n".join(mended), Loader=Loader):
            pass
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)
        return mark is not None and mark.line > reached
    return True


def _glued(lines: list[str], number: int) -> Iterator[Slip]:
    found = GLUED.match(lines[number])
    if found:
        mended = f"{found['before']}{found['key']}: {found['value']}"
        what = f"there is no space after `{found['key']}:`"
        yield Slip(number, found.end("key"), what, f"write {mended.strip()}", mended)


def _unquoted(lines: list[str], number: int) -> Iterator[Slip]:
    """A value that begins as a quotation, a list or a mark of YAML, and goes on as a text."""
    found = VALUE.match(lines[number]) or ENTRY.match(lines[number])
    is_entry = found is not None and found["key"] and found["value"].startswith("- ")
    if not found or not (is_entry or found["value"][0] in "\"'[{*&!|>%@`?,]}"):
        return
    name, value = found["key"], found["value"].rstrip()
    if value[0] in "\"'" and value.count(value[0]) == 1:
        plain = value.strip(f"{value[0]}{LIKE_QUOTES}")
        what = f"the quotation mark {value[0]} that opens here is never closed"
        if value[-1] in LIKE_QUOTES:
            what = f"the text begins with {value[0]} and ends with {value[-1]}, which does not close it"
    else:
        plain = _inner(value)
        said = f"`{name}`" if name else "the entry"
        what = f"{said} begins with {value[0]}, which has a meaning of its own there"
    written = f"{name}: {_in_quotes(plain)}" if name else _in_quotes(plain)
    before = found["before"]
    yield Slip(number, found.start("value"), what, f"put all of it in quotes: {written}", before + written)


def _continued(lines: list[str], number: int) -> Iterator[Slip]:
    """A text of several lines, of which a later one holds a `: ` that is behind no single word."""
    if ": " not in f"{lines[number]} " or re.match(rf"{KEY}:", lines[number]):
        return
    first = next((one for one in range(number - 1, -1, -1) if VALUE.match(lines[one])), number)
    found = VALUE.match(lines[first])
    if found is None or first == number:
        return
    rest = takewhile(lambda line: len(margin(line)) > len(margin(lines[first])), lines[first + 1 :])
    text = (found["value"], *rest)
    if first + len(text) > number:
        written = f"{found['key']}: {_in_quotes(' '.join(' '.join(text).split()))}"
        what = f"`{found['key']}` holds a `: ` on a further line and is not in quotes"
        remedy = f"put all of it in quotes: {written}"
        yield Slip(first, found.start("value"), what, remedy, found["before"] + written, len(text))


def _inner(value: str) -> str:
    """A text without the quotation marks around all of it; those inside remain."""
    is_held = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].replace("''", "'") if is_held else value


def _escapes(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    if '"' in line and "\\" in line:
        what = "in a text between double quotes, \\ begins a special sign"
        column = line.index("\\")
        yield Slip(number, column, what, "write \\\\ for each \\ in it", re.sub(r"\\(?!\")", r"\\\\", line))


def _open_brackets(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number].rstrip()
    for opening, closing, what in (("[", "]", "list"), ("{", "}", "entry")):
        if line.count(opening) > line.count(closing):
            said = f"the {what} that begins with {opening} is not closed"
            remedy = f"put {closing} after its end"
            yield Slip(number, line.index(opening), said, remedy, line + closing)


def _margins(lines: list[str], number: int) -> Iterator[Slip]:
    """A line that begins at a column where no other does."""
    line = lines[number]
    own = len(margin(line))
    columns = dict.fromkeys(column for above in reversed(lines[:number]) for column in _columns(above))
    nearest = sorted((one for one in columns if one != own), key=lambda one: (abs(one - own), -one))
    for column in nearest[:NEAR]:
        what = f"this line begins with {_spaces(own)}, and does not fit what stands above it"
        remedy = f"begin it with {_spaces(column)}" if column else "begin it without spaces"
        yield Slip(number, 0, what, remedy, " " * column + line.lstrip())


def _columns(line: str) -> Iterator[int]:
    """Where a line begins, and where the key of a list's entry does."""
    if line.strip() and not line.lstrip().startswith("#"):
        own = len(margin(line))
        yield own
        dash = re.match(r"- +(?=[\w-]+:)", line[own:])
        if dash:
            yield own + dash.end()


def _spaces(count: int) -> str:
    return f"{count or 'no'} {'space' if count == 1 else 'spaces'}"


def _bullets(lines: list[str], number: int) -> Iterator[Slip]:
    """Entries with a wrong sign: all that stand together, for one alone would not be read."""
    first = last = number
    while first and BULLETED.match(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and BULLETED.match(lines[last + 1]):
        last += 1
    found = [BULLETED.match(line) for line in lines[first : last + 1]]
    entries = [f"{one['before']}- {one['text']}" for one in found if one]
    if found[0] and entries:
        what = f"this entry begins with `{found[0]['sign'].strip()}`, and not with a hyphen and a space"
        remedy = f"write {entries[0].strip()}"
        yield Slip(first, found[0].start("sign"), what, remedy, "\n".join(entries), len(entries))


def _without_colon(lines: list[str], number: int) -> Iterator[Slip]:
    """A line that has no colon, where each has one that is not a list's entry."""
    line = lines[number].rstrip()
    found = WITHOUT_COLON.fullmatch(line)
    below = next((one for one in lines[number + 1 :] if one.strip()), "")
    if found and (len(line.split()) == 2 or (not found["value"] and below.lstrip()[:1] == "-")):
        mended = f"{found['key']}:{found['value']}"
        what = f"there is no colon after `{found['key']}`"
        yield Slip(number, found.end("key"), what, f"write {mended}", mended)
    elif LONE.fullmatch(line) and ": " not in f"{line} ":
        is_apart = number and not lines[number - 1].strip()
        what = "this line is no `key: value`"
        remedy = "begin it with two spaces if it goes on with what stands above it"
        if is_apart:
            remedy = "if the text of the document begins here, put a line `---` above it; else delete it"
        yield Slip(number, 0, what, remedy, "")


def _in_quotes(text: str) -> str:
    """The text in quotation marks that it does not hold itself; else in double ones, with escapes."""
    is_single = ('"' in text or "\\" in text) and "'" not in text
    return f"'{text}'" if is_single else json.dumps(text, ensure_ascii=False)


FINDERS: tuple[Finder, ...] = (
    _glued,
    _open_brackets,
    _escapes,
    _bullets,
    _unquoted,
    _continued,
    _without_colon,
    _margins,
)
"""What to look for in a line, the surest first."""
