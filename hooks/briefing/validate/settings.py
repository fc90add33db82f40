"""The settings of a site, from `extra.briefing`, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.language import is_language
from briefing.model.marking import Audience, Marking
from briefing.model.scale import SCALES
from briefing.model.settings import AUDIENCES, Settings
from briefing.validate.nearest import did_you_mean

KEYS = ("marking", "audiences", "audience", "scale", "language", "review", "authors")
LABELS: Mapping[str, Marking] = {marking.value: marking for marking in Marking if marking is not Marking.RED}

Complaint = tuple[tuple[str, ...], str, str]
"""Where in `extra.briefing`, what is wrong, and what to do."""


def read(given: Mapping[str, Any], audience: str | None = None) -> tuple[Settings, tuple[Complaint, ...]]:
    """The settings, with defaults in place of what is wrong; `audience` is the one asked for, if any."""
    complaints = list(_complaints(given))
    marking = LABELS.get(str(given.get("marking")), Settings().marking)
    audiences = _audiences(given.get("audiences"))
    asked = given.get("audience", Settings().audience.name) if audience is None else audience
    chosen = next((one for one in audiences if one.name == asked), None)
    if chosen is None:
        known = ", ".join(one.name for one in audiences)
        complaints.append(
            (("audience",), f"there is no audience `{asked}`", f"set `audience` to one of: {known}")
        )
    settings = Settings(
        marking=marking,
        audiences=audiences,
        audience=chosen or min(audiences, key=lambda one: one.highest),
        scale=SCALES.get(str(given.get("scale")), Settings().scale),
        language=_language(given.get("language")) or Settings().language,
        review_required=given.get("review") == "required",
        authors=MappingProxyType(
            {str(id_): str(name) for id_, name in _mapping(given.get("authors")).items()}
        ),
    )
    return settings, tuple(complaints)


def _mapping(value: Any) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}


def _audiences(given: Any) -> tuple[Audience, ...]:
    named = tuple(
        Audience(str(name), LABELS[label]) for name, label in _mapping(given).items() if _is_label(label)
    )
    return named or AUDIENCES


def _complaints(given: Mapping[str, Any]) -> Iterator[Complaint]:
    for key in given:
        if key not in KEYS:
            remedy = did_you_mean(str(key), KEYS) or f"write one of: {', '.join(KEYS)}"
            yield (str(key),), f"unknown setting `{key}`", remedy
    yield from _label(("marking",), given.get("marking", Marking.AMBER.value))
    yield from _named(given, "audiences", "public: TLP:CLEAR")
    yield from _named(given, "authors", "desk: South Asia desk")
    for name, label in _mapping(given.get("audiences")).items():
        yield from _label(("audiences", str(name)), label)
    for id_, name in _mapping(given.get("authors")).items():
        if not isinstance(name, str) or not name.strip():
            yield ("authors", str(id_)), f"the author `{id_}` has no name", "write the name, in quotes"
    if given.get("audiences") == {}:
        yield ("audiences",), "`audiences` names none", "name at least one, or delete the key"
    yield from _choice(given, "scale", tuple(SCALES))
    yield from _choice(given, "review", ("optional", "required"))
    if "language" in given and not _language(given["language"]):
        message = f"`language` is `{given['language']}`, which is no tag of BCP 47"
        yield ("language",), message, "write a language tag such as en, in quotes"


def _language(given: Any) -> str:
    return given if isinstance(given, str) and is_language(given) else ""


def _named(given: Mapping[str, Any], key: str, example: str) -> Iterator[Complaint]:
    if key in given and not isinstance(given[key], Mapping):
        yield (key,), f"`{key}` must have keys and values", f"write them as in `{key}: {{{example}}}`"


def _choice(given: Mapping[str, Any], key: str, words: tuple[str, ...]) -> Iterator[Complaint]:
    if key in given and not (isinstance(given[key], str) and given[key] in words):
        yield (key,), f"`{key}` is `{given[key]}`", f"write one of: {', '.join(words)}"


def _label(path: tuple[str, ...], label: Any) -> Iterator[Complaint]:
    if not _is_label(label):
        remedy = "write TLP:CLEAR" if label == "TLP:WHITE" else f"write one of: {', '.join(LABELS)}"
        yield path, f"`{label}` is no marking that a site can have", remedy


def _is_label(label: Any) -> bool:
    return isinstance(label, str) and label in LABELS
