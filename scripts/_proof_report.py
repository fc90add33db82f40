"""What a proof found: for each audience what was tried and how much of it, and what leaked where."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from _proof_root import Files
from _proof_search import excerpt


@dataclass(frozen=True)
class Leak:
    """Something of what is above an audience's marking that its site tells."""

    file: str
    """In the site."""
    offset: int
    what: str
    seen: str
    """What stands around the place."""
    instead: str = ""
    """What stands there in the other site."""
    case: tuple[str, ...] = ()
    """The smallest case found: what was changed, and the content."""


@dataclass
class Step:
    """One part of the proof for one audience."""

    name: str
    audience: str
    numbers: dict[str, int] = field(default_factory=dict)
    leaks: list[Leak] = field(default_factory=list)

    def count(self, **more: int) -> None:
        for name, number in more.items():
            self.numbers[name] = self.numbers.get(name, 0) + number

    def count_site(self, site: Files) -> None:
        self.count(sites=1, files=len(site), bytes=sum(map(len, site.values())))

    @property
    def is_proven(self) -> bool:
        return not self.leaks


def difference(one: Files, other: Files) -> Leak | None:
    """The first place where two sites are not the same, byte for byte and in the same order."""
    for name in one.keys() | other.keys():
        if name not in one or name not in other:
            lone = min(one.keys() ^ other.keys())
            which = "before" if lone in one else "after"
            held = (one if lone in one else other)[lone]
            return Leak(lone, 0, f"the file is there only {which} the change", excerpt(held, 0))
    for name, data in one.items():
        if data != other[name]:
            at = _first_difference(data, other[name])
            return Leak(name, at, "the bytes differ", excerpt(data, at), excerpt(other[name], at))
    if list(one) != list(other):
        place = next(at for at, names in enumerate(zip(one, other, strict=True)) if names[0] != names[1])
        return Leak(
            list(one)[place], 0, "the order of the files differs", list(one)[place], list(other)[place]
        )
    return None


def _first_difference(one: bytes, other: bytes) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def as_json(steps: Sequence[Step], seed: int, root: str) -> str:
    """One object: what was asked for, every step with its numbers, and whether all is proven."""
    whole = {
        "seed": seed,
        "root": root,
        "proven": all(step.is_proven for step in steps),
        "steps": [asdict(step) for step in steps],
    }
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, indent=1)


def as_text(steps: Sequence[Step], seed: int, root: str) -> str:
    """Lines for people: an audience after the other, a line a step, leaks in full."""
    return "\n".join(_lines(steps, seed, root))


def _lines(steps: Sequence[Step], seed: int, root: str) -> Iterator[str]:
    yield f"Proof that nothing leaks: seed {seed}, content root {root}"
    for audience in dict.fromkeys(step.audience for step in steps):
        yield f"{audience}:"
        for step in (one for one in steps if one.audience == audience):
            numbers = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in step.numbers.items())
            yield f"  {'holds' if step.is_proven else 'FAILS'}: {step.name} ({numbers})"
            for leak in step.leaks:
                yield from _of_leak(leak)
    failed = sum(not step.is_proven for step in steps)
    yield f"NOT PROVEN: {failed} of {len(steps)} steps failed." if failed else "Proven: every step holds."


def _of_leak(leak: Leak) -> Iterator[str]:
    yield f"    {leak.file}, byte {leak.offset}: {leak.what}"
    yield f"      there stands: {leak.seen}"
    if leak.instead:
        yield f"      in the other: {leak.instead}"
    yield from (f"      {line}" for line in leak.case)
