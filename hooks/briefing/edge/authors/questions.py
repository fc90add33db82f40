"""Asks on a terminal for what a new document needs: plain lines, words that filter, Enter to accept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from briefing.edge.terminal import printable
from briefing.model import slug
from briefing.model.documents import ActorType, AgreementKind
from briefing.model.marking import Marking
from briefing.model.ref import Kind
from briefing.model.settings import Settings
from briefing.scaffold import ids, matching
from briefing.scaffold.answers import Answers
from briefing.scaffold.known import Choice, Known
from briefing.scaffold.matching import Found

SHOWN = 9
"""How many choices are listed at once."""
NEW = "(new)"
"""What stands beside a name that nobody has been called before."""
ENTER = "Enter takes 1; a number takes another; other words search anew"
GUESSED = "Was one of these meant? A number takes it; Enter takes none; other words search anew"
TYPES: Mapping[Kind, type[StrEnum]] = {Kind.ACTOR: ActorType, Kind.AGREEMENT: AgreementKind}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where questions are put: a terminal, or a test in its place."""

    read: Callable[[str], str]
    say: Callable[[str], None]

    def line(self, question: str, *, default: str = "", check: Callable[[str], str] = lambda _: "") -> str:
        """One line of text; Enter takes the default, where there is one or nothing is needed."""
        while True:
            given = self.read(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
            complaint = check(given)
            if not complaint:
                return given
            self.say(f"  {complaint}")

    def one(self, question: str, choices: Sequence[Choice]) -> str:
        """One of the choices."""
        return self._choose(question, choices, most=1, needed=True)[0]

    def marking(self, settings: Settings) -> str:
        """A marking, by its label alone: a slip must not let more people read."""
        return self._choose(
            f"Marking (Enter: {settings.marking})",
            [
                Choice(label.value, _readers(label, settings), (label.value.removeprefix("TLP:"),))
                for label in Marking
                if label is not Marking.RED
            ],
            most=1,
            needed=True,
            default=settings.marking.value,
            find=matching.by_id,
            remedy=_why_not_red,
        )[0]

    def several(
        self,
        question: str,
        choices: Sequence[Choice],
        *,
        needed: bool = False,
        free: bool = False,
        remedy: Callable[[str], str] = lambda _: "",
    ) -> tuple[str, ...]:
        """Any of the choices; where it is free, also what nobody has been called before."""
        if not choices and not free:
            return ()
        return self._choose(question, choices, needed=needed, free=free, remedy=remedy)

    def documents(self, question: str, known: Known, kind: Kind, *, needed: bool = False) -> tuple[str, ...]:
        """Any of the documents of a kind."""
        return self.several(
            question, known.choices[kind], needed=needed, remedy=lambda name: _to_make(kind, name)
        )

    def _choose(
        self,
        question: str,
        choices: Sequence[Choice],
        *,
        most: int = 0,
        needed: bool = False,
        free: bool = False,
        default: str = "",
        find: Callable[[str, Iterable[Choice]], Found] = matching.find,
        remedy: Callable[[str], str] = lambda _: "",
    ) -> tuple[str, ...]:
        chosen: list[str] = []
        words = ""
        self.say(f"{question}{'' if most else _how(choices, needed=needed)}")
        while True:
            left = [choice for choice in choices if choice.id not in chosen]
            found = find(words, left)
            shown = list(found.choices)
            if free and words and matching.exactly(words, left) is None:
                shown.insert(0 if found.is_guess else min(len(shown), SHOWN - 1), Choice(words, NEW))
            enter = shown[:1] if words and (free or found.is_sure) else []
            self._list(shown, chosen)
            if words and shown:
                self.say(f"  {ENTER if enter else GUESSED}")
            typed = self.read("> ").strip()
            picked = self._picked(typed, enter, shown, left)
            if not typed and not words:
                if default and not chosen:
                    return (default,)
                if chosen or not needed:
                    return tuple(chosen)
                self.say("  At least one is needed.")
            elif picked:
                chosen += [choice.id for choice in picked if choice.id not in chosen]
                words = ""
                if most and len(chosen) >= most:
                    return tuple(chosen[:most])
            else:
                words = typed
                meant = find(words, left)
                can_be = any(map(str.isalpha, typed)) if free else meant.is_sure
                if typed and not can_be:
                    self.say(f"  Nothing is called that: {printable(typed)}{remedy(typed)}")
                    words = words if meant.choices and not free else ""

    @staticmethod
    def _picked(
        typed: str, enter: list[Choice], shown: Sequence[Choice], left: Iterable[Choice]
    ) -> list[Choice]:
        """What a typed line takes: what Enter does, numbers, or one written in full."""
        if not typed:
            return enter
        numbers = typed.replace(",", " ").split()
        if all(number.isdecimal() and 1 <= int(number) <= min(len(shown), SHOWN) for number in numbers):
            return [shown[int(number) - 1] for number in numbers]
        exact = matching.exactly(typed, left)
        return [exact] if exact else []

    def _list(self, shown: Sequence[Choice], chosen: Sequence[str]) -> None:
        if chosen:
            self.say(f"  chosen: {', '.join(map(printable, chosen))}")
        for number, choice in enumerate(shown[:SHOWN], 1):
            label = "" if choice.label == choice.id else f"  {printable(choice.label)}"
            self.say(f"  {number} {printable(choice.id)}{label}")
        more = len(shown) - SHOWN
        if more > 0:
            self.say(f"  … and {more} more: type words to find one")


def _how(choices: Sequence[Choice], *, needed: bool) -> str:
    """What may be typed, for somebody who is asked for the first time."""
    what = "numbers or words" if choices else "a name"
    return f" ({what}, as many as there are; Enter when done{'' if needed else ', or for none'})"


def _to_make(kind: Kind, name: str) -> str:
    """What to do where there is no document of that name yet."""
    return f'; to make it first: new.py {kind.noun} "{printable(name)}"'


def kind(desk: Desk) -> Kind:
    """What is to be made."""
    return Kind(f"{desk.one('What do you want to write?', [Choice(kind.noun, kind.noun) for kind in Kind])}s")


def answers(desk: Desk, given: Answers, known: Known, settings: Settings, today: date) -> Answers:
    """What a document of the kind needs, question by question."""
    kind = given.kind
    said = replace(given, title=_title(desk, given, known))
    said = replace(said, id=given.id or _id(desk, said, known))
    if kind in TYPES:
        offered = [Choice(member.value, member.value) for member in TYPES[kind]]
        said = replace(said, type=desk.one("Which type?", offered))
    if not kind.is_profile:
        said = replace(
            said, date=date.fromisoformat(desk.line("Date", default=today.isoformat(), check=_is_day))
        )
    if kind is Kind.TOPIC:
        return replace(
            said,
            broader=desk.documents("Broader topics", known, Kind.TOPIC),
            marking=desk.marking(settings),
        )
    if kind is Kind.BRIEF:
        said = replace(said, authors=desk.several("Authors", known.authors, needed=True, free=True))
    said = replace(said, topics=desk.documents("Topics", known, Kind.TOPIC, needed=not kind.is_profile))
    if not kind.is_profile:
        said = replace(
            said,
            actors=desk.documents("Actors that it is about", known, Kind.ACTOR),
            agreements=desk.documents("Agreements that it is about", known, Kind.AGREEMENT),
        )
    if kind is Kind.BRIEF:
        said = replace(said, articles=desk.documents("Articles that it rests on", known, Kind.ARTICLE))
    return replace(said, marking=desk.marking(settings))


def _title(desk: Desk, given: Answers, known: Known) -> str:
    """What nothing is called yet, unless it is meant to have the name of another."""
    title = given.title
    while True:
        title = title or desk.line("Name" if given.kind.is_profile else "Title", check=_is_said)
        same = matching.called(title, given.kind, known)
        if not same:
            return title
        desk.say(f"  There is one of that name already: {', '.join(map(printable, same))}")
        if desk.read("Make another of the same name? [y/N] ").strip().casefold() in ("y", "yes"):
            return title
        title = ""


def _id(desk: Desk, said: Answers, known: Known) -> str:
    taken = known.taken[said.kind]
    proposed = slug.free(ids.from_title(said.title, said.kind), taken)
    return desk.line(
        "Id, the last part of its address for ever",
        default=proposed,
        check=lambda id_: ids.why_not(id_, taken),
    )


def _why_not_red(typed: str) -> str:
    """What to say to somebody who holds what must not be written down here."""
    if "red" not in matching.folded(typed).split():
        return ""
    return (
        "; TLP:RED text is for named people and has no place in a shared repository, not even as a draft:\n"
        "  Ctrl-C leaves, with nothing written"
    )


def _readers(label: Marking, settings: Settings) -> str:
    """The audiences that may see what is marked so."""
    names = ", ".join(audience.name for audience in settings.audiences if audience.may_see(label))
    return f"read by: {names or 'no audience'}"


def _is_said(text: str) -> str:
    return "" if text else "This is needed."


def _is_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"{printable(text)} is no day; write year, month and day, as in 2025-11-03"
    return ""
