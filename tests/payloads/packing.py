"""Packs many payloads into few bodies, so that none of them takes another's markup away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.convert import sanitise
from briefing.convert.handlinks import SCHEME
from briefing.convert.markdown import Converter
from payloads.catalogue import Payload

Pack = tuple[Payload, ...]
BY_HAND = SCHEME.removesuffix(":")


def body(pack: Sequence[Payload]) -> str:
    """One payload after the other, each with a mark behind it."""
    return "\n\n".join(f"{one.text}\n\n{mark(one)}" for one in pack) + "\n"


def mark(payload: Payload) -> str:
    """HTML of our own: where it is still HTML when the page is made, that of the next payload is, too."""
    return f"<em>zqm{payload.number}</em>"


@dataclass(frozen=True, slots=True)
class Alone:
    """What becomes of a payload that has a body to itself."""

    payload: Payload
    swallows: bool
    """Whether it takes away what follows it."""
    leads: tuple[str, ...]
    """The documents that it links to by hand."""


def alone(payload: Payload, converter: Converter) -> Alone:
    """A payload, tried by itself."""
    converted = converter.convert(body((payload,)))
    by_hand = (one.href for one in converted.links if sanitise.scheme(one.href) == BY_HAND)
    leads = tuple(href.removeprefix(SCHEME).partition("#")[0] for href in by_hand)
    return Alone(payload, mark(payload) not in converted.html, leads)


def packs(tried: Sequence[Alone], size: int, converter: Converter) -> Iterator[Pack]:
    """Bodies of at most `size` payloads; one that swallows what follows stands in a body of its own."""
    rest = [one.payload for one in tried if not one.swallows]
    for start in range(0, len(rest), size):
        yield from _apart(tuple(rest[start : start + size]), converter)
    yield from ((one.payload,) for one in tried if one.swallows)


def _apart(pack: Pack, converter: Converter) -> Iterator[Pack]:
    if len(pack) == 1 or _all_live(pack, converter):
        yield pack
        return
    middle = len(pack) // 2
    yield from _apart(pack[:middle], converter)
    yield from _apart(pack[middle:], converter)


def _all_live(pack: Pack, converter: Converter) -> bool:
    """Whether every mark is an element of the page; a page whose HTML is all shown as text has none."""
    html = converter.convert(body(pack)).html
    return all(mark(one) in html for one in pack)
