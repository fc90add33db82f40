"""The opening of a wire text: `NEW DELHI, Nov 1 (Reuters) -`, with all that may be missing from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from briefing.wire import agencies, days, head_days, places
from briefing.wire.days import Written

REACH = 140
"""No dateline is longer."""


class Strength(IntEnum):
    """How surely some words are a dateline, and no part of a title or sentence."""

    WEAK = 1
    """A word in capitals and a colon, a city and a dash."""
    FAIR = 2
    """A place in capitals and a dash, a city with its state."""
    STRONG = 3
    """A date or an agency stands in it."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by whom a text was filed, as far as its first words say so."""

    words: str
    end: int
    """Where the text goes on."""
    strength: Strength
    place: str | None = None
    written: Written | None = None
    agency: str | None = None


# A dash with space on one side at least, or two; a colon; older wires' underscore; an arrow of feeds.
SEPARATOR = re.compile(
    r"\s*(?:--+|[—–―])\s*|\s+[-_|»]\s*|-\s+|(?<=\w)\s*:\s+|(?<=[)\]/.])\s*[-:]\s*|(?<=/)\.\s+|(?<=[)\]])\s+"
)
TIGHT = re.compile(r"(?<=[A-Z.])-(?=[A-Z“\"])")
"""A lost space: `WASHINGTON, DC-Today`."""
BRACKETED = re.compile(
    r"\((?P<round>[^()]{2,40})\)|(?<![^\W\d_])/(?P<slashes>[^/\s][^/]{1,30})/\.?(?![^\W\d_])"
)
"""An agency or a day between signs; slashes between letters part cities: `BEIRUT/CAIRO/AMMAN`."""
COUNTRY = re.compile(r"\[[^\[\]]{2,30}\]")
BARE_AGENCY = re.compile(
    r"[,.]?\s+(?P<agency>Reuters?|AP|AFP|UPI|PTI|ANI|IANS|Xinhua|TASS|AAP|APP|Kyodo|Bernama|Yonhap|dpa|DPA|EFE)\s*$"
)
LAST_AGENCY = re.compile(r",\s+(?P<agency>[A-Z]{2,8})\s*$")
"""An agency in capitals behind a comma: `Tehran, IRNA`."""
LONE_WEEKDAY = re.compile(rf",\s*{days.WEEKDAY}\s*$")
DASH = re.compile(r"\s[-–—_]\s|--")
FIGURES = re.compile(r"(?<![\w/.-])(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\w/-])")
"""A day in figures that may be read in two ways."""
UNKNOWN = "?"
"""What cannot be a place."""
LOOSE = " ,.;-–—_"


def find(text: str) -> Dateline | None:
    """The dateline with which a text begins: of several readings the longest."""
    lead = len(text) - len(text.lstrip())
    best: Dateline | None = None
    for start, end, is_tight in _separators(text[: lead + REACH], lead):
        read = _read(text[lead:start], text[start:end], text[end : end + 60], is_tight=is_tight)
        if read:
            best = Dateline(text[lead:end].strip(), end, *read)
    return best


def alone(text: str) -> Dateline | None:
    """A line that is nothing but place and date: `Washington, D.C., November 1, 2025`."""
    if len(text) > REACH or DASH.search(text):
        return None
    read = _read(text.strip(), " - ", "", is_tight=False)
    if read is None or read[0] is not Strength.STRONG or read[2] is None:
        return None
    return Dateline(text.strip(), len(text), *read)


def _separators(text: str, lead: int) -> Iterator[tuple[int, int, bool]]:
    found = [(*match.span(), False) for match in SEPARATOR.finditer(text, lead)]
    found += [(*match.span(), True) for match in TIGHT.finditer(text, lead)]
    return iter(sorted(one for one in found if one[0] > lead))


_Read = tuple[Strength, str | None, Written | None, str | None]


def _read(head: str, separator: str, rest: str, *, is_tight: bool) -> _Read | None:
    """What a head says before its separator; nothing where it is no dateline."""
    place, written, agency = _apart(places.bracketed(head) or head)
    is_strong = written is not None or agency is not None
    if written is None and separator.isspace():
        return None  # without a dash, only an agency's brackets after a date end a dateline
    if separator.isspace() and agency is None:
        return None
    if not place:
        known = agency is not None and (written is not None or agencies.is_known(agency))
        return (Strength.STRONG, None, written, agency and agencies.called(agency)) if known else None
    city, *regions = [part.strip() for part in place.split(",")]
    if len(regions) > 2 or not places.could_be_one(city) or places.is_label(city):
        return None
    if not all(places.could_be_one(region) for region in regions):
        return None
    if is_strong:
        if not _fits_a_place(city, regions, written, agency):
            return None
        return Strength.STRONG, places.called(city), written, agency and agencies.called(agency)
    strength = _of_place_alone(city, regions, separator, rest, is_tight=is_tight)
    return (strength, places.called(city), None, None) if strength else None


def _fits_a_place(city: str, regions: list[str], written: Written | None, agency: str | None) -> bool:
    """A date or a known agency makes a place of any short name; other brackets only of a sure one."""
    if places.in_capitals(city) or places.is_city(city):
        return True
    return (written is not None or agencies.is_known(agency or "")) and (
        bool(regions) or len(city.split()) <= 3
    )


def _apart(head: str) -> tuple[str, Written | None, str | None]:
    """Place, date and agency, whatever their order."""
    if not any(head_days.find(head)):
        head = FIGURES.sub(" , ", head)
    written, agency = _in_brackets(head)
    if agency == UNKNOWN:
        return UNKNOWN, None, None
    bare = COUNTRY.sub(" ", BRACKETED.sub(" ", head))
    if bare != head and not agency and not written and "/" in head:
        bare = head
        agency = None
    if (
        "/" in head
        and agency
        and "(" not in head
        and not agencies.is_known(agency)
        and bare.strip(LOOSE) == ""
    ):
        return UNKNOWN, None, None
    lone = BARE_AGENCY.search(bare.rstrip(LOOSE))
    if (
        lone is None
        and (last := LAST_AGENCY.search(bare.rstrip(LOOSE)))
        and agencies.is_known(last["agency"])
    ):
        lone = last
    if lone and agency is None:
        agency, bare = lone["agency"], bare[: lone.start()]
    for day in head_days.find(bare):
        written = written or day
        bare = bare.replace(day.words, " , ", 1)
    bare = LONE_WEEKDAY.sub("", re.sub(r"-{2,}", " ", bare).rstrip(LOOSE))
    if any(char.isdecimal() for char in bare):
        return UNKNOWN, None, None
    parts = (
        re.sub(r"\s+", " ", part).strip(" ;-–—_") for part in re.split(r",|(?<=[a-zA-Z]{3})\.(?=\s|$)", bare)
    )
    return ", ".join(part for part in parts if part), written, agency


def _in_brackets(head: str) -> tuple[Written | None, str | None]:
    """The date and the agency between brackets or slashes; of several names a known agency, else the last."""
    written: Written | None = None
    names: list[str] = []
    for bracketed in BRACKETED.finditer(head):
        words = (bracketed["round"] or bracketed["slashes"]).strip()
        day = next(head_days.find(words), None)
        if day and day.words.strip() == words:
            written = day
        elif any(char.isupper() for char in words) or agencies.is_known(words):
            names.append(words)
        else:
            return None, UNKNOWN
    if len(names) == 1 and places.is_region(names[0]) and not agencies.is_known(names[0]):
        names = []
    return written, next(filter(agencies.is_known, names), names[-1] if names else None)


def _of_place_alone(
    city: str, regions: list[str], separator: str, rest: str, *, is_tight: bool
) -> Strength | None:
    """How surely a place without date and agency opens a text."""
    if not any(char.islower() for char in rest[:40]) or not _may_open(rest):
        return None
    is_district = places.called(city) != city.strip() and not places.in_capitals(city)
    is_known = places.is_city(city) and (not regions or all(map(places.is_region, regions)))
    has_region = bool(regions) and all(map(places.is_region, regions))
    if is_tight and not (has_region or is_district):
        return None
    if has_region or (is_district and is_known) or (places.in_capitals(city) and is_known):
        return Strength.FAIR
    if ":" in separator:
        return Strength.WEAK if is_known or places.in_capitals(city) else None
    if places.in_capitals(city):
        return Strength.FAIR if not regions else Strength.WEAK
    return Strength.WEAK if is_known else None


def _may_open(rest: str) -> bool:
    """Whether a sentence may begin so: with a capital, a figure or a quotation mark."""
    first = rest.lstrip(" \t'\"“‘«[(")[:1]
    return first.isupper() or first.isdecimal() or first in "$€£#"
