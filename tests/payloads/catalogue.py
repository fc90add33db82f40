"""The list of all payloads, each with a number by which it tells that it ran."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from payloads import markup, mutation, prose, texts

FAR = "far.example"
"""The host that payloads ask; no request may go there."""


@dataclass(frozen=True, slots=True)
class Payload:
    """One thing that a hostile author writes, and where."""

    number: int
    place: str
    """`body`, or the field: `briefs.judgements.text`."""
    family: str
    text: str
    """With every `@run@` and the like filled in."""


def bodies() -> tuple[Payload, ...]:
    """What is written into bodies; no two are alike."""
    written = itertools.chain(markup.every(), mutation.every(), prose.every())
    different = dict((text, family) for family, text in written)
    return tuple(
        Payload(number, "body", family, filled(text, number))
        for number, (text, family) in enumerate(different.items(), 1)
    )


class Texts:
    """Deals out payloads of one line, each to one field; the whole list goes round and round."""

    def __init__(self, first: int) -> None:
        self.dealt: list[Payload] = []
        self._numbers = itertools.count(first)
        self._texts = itertools.cycle(texts.every())

    def deal(self, place: str) -> Payload:
        """The next payload, and a word of its own before or behind it, which tells it from all others."""
        number, text = next(self._numbers), next(self._texts)
        written = f"zq{number} {text}" if number % 2 else f"{text} zq{number}"
        payload = Payload(number, place, "text", filled(written, number))
        self.dealt.append(payload)
        return payload


def filled(text: str, number: int) -> str:
    """A payload that tells its number when it runs."""
    call = f"trip({number})"
    script = base64.b64encode(f"<script>{call}</script>".encode()).decode("ascii")
    signs: Iterable[tuple[str, str]] = (
        ("@@", "\ue000"), ("@run@", call), ("@num@", str(number)), ("@b64@", script), ("\ue000", "@"),
    )  # fmt: skip
    for sign, instead in signs:
        text = text.replace(sign, instead)
    return text


def chosen(several: Iterable[Payload], share: int) -> Iterator[Payload]:
    """One payload of every so many; no family is left out as they stand one after the other."""
    return itertools.islice(several, 0, None, share)
