"""Wire text to what a draft is made of: what the text says of itself, and what may be made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from briefing.model.ref import Kind, Ref
from briefing.parse import characters
from briefing.wire import agencies, date_line, events, head, ids, names, paragraphs, remnants, stamps
from briefing.wire.above import Head
from briefing.wire.days import Written
from briefing.wire.events import Event
from briefing.wire.names import Known
from briefing.wire.remnants import Swept

PERMITTED = re.compile(r"permission (?:from|of) ([^.]+)")
AFTER_TEXT = re.compile(r"\x03|\x1a|&#3;")
WIDE = re.compile(r"[ \t]{40,}")
"""No indent is wider; what searches for spaces need not meet thousands of them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One wire text, taken apart."""

    id: str
    title: str | None
    deck: tuple[str, ...]
    place: str | None
    day: date | None
    day_is_assumed: bool
    """Whether its year is that of the day of filing."""
    day_words: str | None
    filed: date | None
    byline: str | None
    agency: str | None
    dateline: str | None
    paragraphs: tuple[str, ...]
    removed: tuple[str, ...]
    named: tuple[Ref, ...]
    unknown_names: tuple[str, ...]
    events: tuple[Event, ...]
    untold: tuple[str, ...]
    """Words for dates that could not be told, for the day of the text is not known."""
    warnings: tuple[str, ...]

    def ids(self, kind: Kind) -> list[str]:
        """The ids of the profiles of a kind that it names."""
        return [ref.id for ref in self.named if ref.kind is kind]


def read(text: str, known: Known, filed: date | None = None) -> Draft:
    """The draft of a text; a ValueError says that there is none in it."""
    lines = _lines(text)
    if not any(line.strip() for line in lines):
        raise ValueError("it is empty")
    above, body, taken = head.read(lines)
    swept = remnants.sweep(paragraphs.of(body, taken))
    if not swept.kept and above.title is None:
        raise ValueError("there is no text in it, only what agencies leave around one")
    above, kept = stamps.found(above, swept.kept)
    removed = tuple(one for one in swept.kept if one not in kept)
    swept = Swept(kept, (*removed, *swept.removed))
    written = _year_from_head(above)
    day, is_assumed = _day(written, filed)
    whole = "\n\n".join(filter(None, (above.title, *above.deck, *swept.kept)))
    told = events.find(swept.kept, day or (filed if written is None else None))
    made = (
        ids.of(above.title)
        if above.title
        else ids.of(ids.WIRE, above.place, day.isoformat() if day else None)
    )
    return Draft(
        id=made.id,
        title=above.title,
        deck=above.deck,
        place=above.place,
        day=day,
        day_is_assumed=is_assumed,
        day_words=written.words if written else None,
        filed=filed,
        byline=above.byline or _credited(swept.removed),
        agency=above.agency or _signed(swept.removed),
        dateline=above.dateline,
        paragraphs=swept.kept,
        removed=(*above.removed, *swept.removed),
        named=known.named_in(whole, day),
        unknown_names=names.unknown((*above.deck, *swept.kept), known),
        events=told.events,
        untold=told.untold,
        warnings=tuple(_warnings(above, written, day, filed, is_cut=made.is_cut)),
    )


def _lines(text: str) -> list[str]:
    """Lines without signs that no page can carry, whatever ends them."""
    plain = re.sub(r"\r+\n|\r|\v|\f|\x85|\u2028|\u2029", "\n", AFTER_TEXT.sub("\n", text))
    return WIDE.sub(" " * 40, characters.published(plain.replace("\u00a0", " "))).split("\n")


def _year_from_head(above: Head) -> Written | None:
    """The day of the text: the dateline's, with the year of another day of the head where it has none."""
    if not above.written:
        return None
    first = above.written[0]
    stated = next((one.whole for one in above.written[1:] if one.whole), None)
    if first.year is None and stated:
        near = min(
            filter(None, (first.not_after(stated), first.not_before(stated))),
            key=lambda day: abs(day - stated),
        )
        return Written(first.words, first.start, first.month, first.day, near.year, first.weekday)
    if first.year is None:
        agreeing = next((one for one in above.unclear if date_line.agrees(one, first)), None)
        return replace(first, year=int(agreeing[-4:])) if agreeing else first
    return first


def _day(written: Written | None, filed: date | None) -> tuple[date | None, bool]:
    """The day of the text, and whether its year was taken from the day of filing."""
    if written is None:
        return None, False
    if written.whole:
        return written.whole, False
    day = written.not_after(filed) if filed else None
    return day, day is not None


def _signed(removed: tuple[str, ...]) -> str | None:
    """The agency that signed off, or whose permission a syndicator names."""
    for line in removed:
        permitted = PERMITTED.search(line)
        if permitted:
            return agencies.called(permitted[1])
        writer = remnants.credit(line)
        if agency := agencies.signing(line) or (writer.agency if writer else None):
            return agency
    return None


def _credited(removed: tuple[str, ...]) -> str | None:
    """Who wrote, where it stands below the text."""
    return next((found.names for line in removed if (found := remnants.credit(line))), None)


def _warnings(
    above: Head, written: Written | None, day: date | None, filed: date | None, *, is_cut: bool
) -> list[str]:
    found = []
    if above.title is None:
        found.append("the text has no headline: write the title")
    if is_cut:
        found.append(
            f"the title is long ({len(above.title or '')} signs): the file name was cut, shorten the title"
        )
    if written is None:
        found += [
            f"{figures} is a day in one of two months: the date stays open" for figures in above.unclear
        ] or ["the text gives no date: it stays open"]
    elif day is None:
        found.append(f"the text says {written.words} and gives no year: the date stays open")
    elif filed and written.year is None:
        found.append(
            f"the text says {written.words} and gives no year: {day.year} follows from the day of filing"
        )
    if written and day and written.weekday is not None and written.weekday != day.weekday():
        found.append(f"{day} is a {day:%A}, and the text says {written.words}: check the date")
    if filed and day and day > filed:
        found.append(f"the text is of {day}, after the day of filing: check the date")
    return found
