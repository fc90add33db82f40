"""The settings of a site, from `extra.briefing`, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.marking import Audience, Marking
from briefing.model.scale import SCALES
from briefing.model.settings import AUDIENCES, Settings
from briefing.validate.nearest import did_you_mean

KEYS = ("marking", "audiences", "audience", "scale", "language", "review", "authors")
LABELS: Mapping[str, Marking] = {marking.value: marking for marking in Marking}

Complaint = tuple[tuple[str, ...], str, str]
"""Where in `extra.briefing`, what is wrong, and what to do."""


def read(given: Mapping[str, Any], audience: str | None = None) -> tuple[Settings, tuple[Complaint, ...]]:
    """The settings, with defaults in place of what is wrong; `audience` is the one asked for, if any."""
    complaints = list(_complaints(given))
    marking = LABELS.get(str(given.get("marking")), Settings().marking)
    audiences = _audiences(given.get("audiences"))
    asked = (
        audience or given.get("audience") or ("internal" if "audiences" not in given else audiences[-1].name)
    )
    chosen = next((one for one in audiences if one.name == asked), None)
    if chosen is None:
        known = ", ".join(one.name for one in audiences)
        complaints.append((("audience",), f"there is no audience `{asked}`", f"write one of: {known}"))
    settings = Settings(
        marking=marking,
        audiences=audiences,
        audience=chosen or min(audiences, key=lambda one: one.highest),
        scale=SCALES.get(str(given.get("scale")), Settings().scale),
        language=str(given.get("language", "en")),
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
        Audience(str(name), LABELS[label])
        for name, label in _mapping(given).items()
        if label in LABELS and LABELS[label] is not Marking.RED
    )
    return named or AUDIENCES


def _complaints(given: Mapping[str, Any]) -> Iterator[Complaint]:
    for key in given:
        if key not in KEYS:
            yield (
                (str(key),),
                f"unknown setting `{key}`",
                did_you_mean(str(key), KEYS) or f"write one of: {', '.join(KEYS)}",
            )
    yield from _label(("marking",), given.get("marking", Marking.AMBER.value))
    for name, label in _mapping(given.get("audiences", {})).items():
        yield from _label(("audiences", str(name)), label)
    for key in ("audiences", "authors"):
        if key in given and not isinstance(given[key], Mapping):
            yield (key,), f"`{key}` must have keys and values", ""
    if given.get("scale", "icd203") not in SCALES:
        yield ("scale",), f"`scale` is `{given['scale']}`", f"write one of: {', '.join(SCALES)}"
    if given.get("review", "optional") not in ("optional", "required"):
        yield ("review",), f"`review` is `{given['review']}`", "write optional or required"
    if not isinstance(given.get("language", "en"), str):
        yield (
            ("language",),
            f"`language` is `{given['language']}`",
            "write a language tag such as en, in quotes",
        )


def _label(path: tuple[str, ...], label: Any) -> Iterator[Complaint]:
    if label not in LABELS or LABELS[label] is Marking.RED:
        labels = ", ".join(name for name, marking in LABELS.items() if marking is not Marking.RED)
        yield path, f"`{label}` is no marking that a site can have", f"write one of: {labels}"
