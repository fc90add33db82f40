"""The types of front-matter values: each takes what the author wrote, or says which rule it breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefing.model import duration, edtf, edtf_advice, limits, wording
from briefing.model.duration import Duration
from briefing.model.edtf import Edtf
from briefing.model.language import is_country, is_language
from briefing.model.marking import Marking

OR_DELETE = ", or delete the key"
"""What else to do about an empty key, where none must stand."""
BULLET = re.compile(r"[•·◦‣▪●○]|[–—*]\s")
"""How entries of a list begin that were copied from a word processor."""
E = TypeVar("E", bound=Enum)


class Tag(StrEnum):
    """What YAML takes an unquoted value for."""

    TEXT = "text"
    NUMBER = "a number"
    FLAG = "yes or no"
    DAY = "a date"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value of the front matter as it was written, and what YAML takes it for."""

    text: str
    tag: Tag = Tag.TEXT

    def __reduce__(self) -> tuple[type[Scalar], tuple[str, Tag]]:
        # What is kept of a content root holds very many, and this is read in a third of the time.
        return Scalar, (self.text, self.tag)


def broken(code: str, message: str, remedy: str = "") -> PydanticCustomError:
    """What a field's check raises: the rule that is broken; the message follows the key's name."""
    return PydanticCustomError("rule", "{message}", {"code": code, "message": message, "remedy": remedy})


def scalar(value: Any) -> Scalar:
    """A single value, whether it comes from a file or from code."""
    if isinstance(value, Scalar):
        return value
    if isinstance(value, str):
        return Scalar(value)
    given = "a list" if isinstance(value, list) else "keys and values"
    raise broken(
        "B203", f"must be one text, not {given}", "write one text; put it in quotes if it has brackets"
    )


def text(value: Any) -> str:
    """Text that YAML takes for text too, without white space at its ends."""
    found = scalar(value)
    if found.tag is Tag.NOTHING:
        raise broken("B203", "is empty where text is due", f"write the text{OR_DELETE}")
    if found.tag is not Tag.TEXT:
        raise broken(
            "B203",
            f"must be text, but YAML reads `{found.text}` as {found.tag.value}",
            f'put it in quotes: "{found.text}"',
        )
    if not found.text.strip():
        raise broken("B210", "is empty")
    return found.text.strip()


def line(value: Any) -> str:
    """Text of one line."""
    found = text(value)
    if "\n" in found:
        raise broken("B210", "must be one line of text")
    if len(found) > limits.LINE.most:
        raise broken("B110", f"has {len(found)} characters, {limits.LINE.most} at most", "say it shorter")
    return found


def title(value: Any) -> str:
    """One line of text; a number may pass, and is warned about where content is checked."""
    found = scalar(value)
    return line(Scalar(found.text) if found.tag is Tag.NUMBER else found)


def prose(value: Any) -> str:
    """Text of any length as one paragraph."""
    return " ".join(text(value).split())


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]+([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?"
    r"[ ]*(Z|z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?"
)


def day(value: Any) -> date:
    """A day of the calendar; of a moment with a zone, the day as written."""
    written = scalar(value).text.strip()
    if not written:
        raise broken("B206", "is empty where a day is due")
    moment = MOMENT.fullmatch(written)
    if moment and not moment[5]:
        raise broken("B214", f"has a time without a zone: `{written}`")
    if moment and (int(moment[2]) > 23 or int(moment[3]) > 59 or int(moment[4] or 0) > 60):
        raise broken("B206", f"has no time of the day: `{written}`")
    if not moment and not DAY.fullmatch(written):
        meant = edtf_advice.meant(written) or ""
        remedy = f"write {meant}" if DAY.fullmatch(meant) else ""
        raise broken("B206", f"is not a day: `{written}`", remedy)
    try:
        return date.fromisoformat(moment[1] if moment else written)
    except ValueError:
        raise broken("B206", f"is not a day of the calendar: `{written}`") from None


def when(value: Any) -> Edtf:
    """A date as precise as its source."""
    written = scalar(value).text.strip()
    try:
        return edtf.parse(written)
    except edtf.Unread as error:
        what = f"cannot be read as a date: {edtf_advice.quoted(written)}"
        raise broken("B207", what, error.remedy) from None
    except ValueError as error:
        raise broken("B207", f"is no date: {error}") from None


def flag(value: Any) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    found = scalar(value)
    if found.text not in ("true", "false"):
        raise broken("B209", f"must be true or false, not `{found.text}`")
    return found.text == "true"


def term(value: Any) -> Duration:
    """A duration of ISO 8601: P10Y."""
    written = text(value)
    try:
        return duration.parse(written)
    except ValueError as error:
        raise broken("B221", f"is no duration: {error}", "write it as ISO 8601 does: P10Y, P6M") from None


def marking(value: Any) -> Marking:
    """A label of TLP 2.0; RED is refused."""
    written = text(value)
    if written == Marking.RED.value:
        raise broken("B501", "is TLP:RED")
    if written == "TLP:WHITE":
        raise broken("B208", "is `TLP:WHITE`, which TLP 2.0 calls `TLP:CLEAR`", "write TLP:CLEAR")
    meant = BEFORE_LABEL.sub("TLP:", written.upper())
    if meant != written and meant in LABELS:
        raise broken("B208", f"is `{written}`, which is not one of: {', '.join(LABELS)}", f"write {meant}")
    return choice(Marking, leaving=(Marking.RED,))(written)


BEFORE_LABEL = re.compile(r"^(?:TLP)?[\s:_-]*")
LABELS = tuple(label.value for label in Marking if label is not Marking.RED)


def choice(of: type[E], *, leaving: tuple[E, ...] = ()) -> Callable[[Any], E]:
    """A check that gives one of an enumeration's members by its printed word."""
    members = {str(member.value): member for member in of if member not in leaving}

    def check(value: Any) -> E:
        written = scalar(value).text.strip()
        if written not in members:
            what = f"is `{written}`, which is not" if written else "is empty; it must be"
            meant = wording.same(written, members)
            remedy = f"write {meant}" if meant else ""
            raise broken("B208", f"{what} one of: {', '.join(members)}", remedy)
        return members[written]

    return check


def url(value: Any) -> str:
    """An http or https address."""
    written = line(value)
    if not re.fullmatch(r"https?://[^\s<>\"\\^`{|}]+", written, re.IGNORECASE):
        raise broken("B220", f"is not an address of the web: `{written}`")
    return written


def code(is_good: Callable[[str], object], form: str) -> Callable[[Any], str]:
    """A check for the codes of another body; `form` says how they look."""

    def check(value: Any) -> str:
        found = scalar(value)
        # `no` is Norwegian and NO is Norway; YAML takes both for a denial.
        written = text(value) if found.tag in (Tag.FLAG, Tag.NOTHING) else found.text.strip()
        if not is_good(written):
            raise broken("B221", f"is `{written}`, which is not {form}", f"write {form}")
        return written

    return check


def items(value: Any) -> Any:
    """A list, or the problem that there is none."""
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, Scalar) and value.tag is Tag.NOTHING:
        raise broken("B204", "is empty where a list is due", f"write the list{OR_DELETE}")
    if not isinstance(value, Scalar):
        raise broken("B204", "must be a list")
    remedy = f"write [{value.text}]"
    if value.text.startswith("-"):
        remedy = "put a space after the hyphen of each entry: `- entry`"
    elif BULLET.match(value.text):
        remedy = "begin each entry with a hyphen and a space: `- entry`"
    raise broken("B204", "must be a list", remedy)


def plain(check: Callable[[Any], Any], schema: Mapping[str, Any]) -> tuple[Any, Any]:
    """The two marks that make a check a field type, with what editors are told of it."""
    return PlainValidator(check), WithJsonSchema(dict(schema))


STRING: Mapping[str, Any] = {"type": "string"}

Text = Annotated[str, *plain(text, STRING)]
Line = Annotated[str, *plain(line, STRING)]
Title = Annotated[str, *plain(title, STRING)]
Prose = Annotated[str, *plain(prose, STRING)]
Day = Annotated[date, *plain(day, {"type": "string", "format": "date"})]
When = Annotated[Edtf, *plain(when, {"type": ["string", "integer"]})]
Flag = Annotated[bool, *plain(flag, {"type": "boolean"})]
Term = Annotated[Duration, *plain(term, {"type": "string", "pattern": "^P"})]
Label = Annotated[Marking, *plain(marking, {"enum": [m.value for m in Marking if m is not Marking.RED]})]
Url = Annotated[str, *plain(url, {"type": "string", "format": "uri"})]
Language = Annotated[str, *plain(code(is_language, "a BCP 47 tag such as en or he"), STRING)]
Country = Annotated[str, *plain(code(is_country, "a code of two capitals of ISO 3166 such as IN"), STRING)]
Wikidata = Annotated[
    str, *plain(code(re.compile(r"Q[1-9][0-9]*").fullmatch, "an item id of Wikidata such as Q668"), STRING)
]
Several = BeforeValidator(items)
Lines = Annotated[tuple[Line, ...], Several]
OneOrMore = Annotated[
    tuple[Line, ...], BeforeValidator(lambda v: [v] if isinstance(v, Scalar | str) else items(v))
]
Proses = Annotated[tuple[Prose, ...], Several]
