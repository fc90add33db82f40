"""Snippets for VS Code: every key and its values, every id, in Markdown and without an extension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model.ref import PROFILES, Kind
from briefing.model.scale import SCALES
from briefing.scaffold import keys
from briefing.scaffold.known import Known

LIKELIHOODS = ",".join(SCALES["icd203"].terms[:7])
JUDGEMENT = (
    "- id: ${1:short-id}",
    "  text: ${2:the event, without a word of likelihood or confidence}",
    f"  likelihood: ${{3|{LIKELIHOODS}|}}",
    "  confidence: ${4|low,moderate,high|}",
    '  horizon: "${5:2027}"',
    "  basis: ${6:why the confidence is what it is}",
)
SOURCE = (
    "- title: ${1:what it is called}",
    "  id: ${2:short-id}",
    "  publisher: ${3:who published it}",
    "  url: ${4:https://}",
    "  date: ${5:2025-11-03}",
    "  reliability: ${6|A,B,C,D,E,F|}",
    "  credibility: ${7|1,2,3,4,5,6|}",
)
EVENT = ("- date: ${1:2025-11-03}", "  title: ${2:what happened, in one line}", "  place: ${3:where}")


def of(schemas: Mapping[Kind, Mapping[str, Any]], known: Known) -> dict[str, Any]:
    """Every snippet by its name."""
    return dict(sorted((*_entries(), *_keys(schemas), *_ids(known))))


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, body in (("judgement", JUDGEMENT), ("source", SOURCE), ("event", EVENT)):
        yield f"entry {name}", _snippet(name, list(body), f"A whole {name}, for the list `{name}s`")


def _keys(schemas: Mapping[Kind, Mapping[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in sorted({key for kind in Kind for key in keys.of(kind)}):
        holders = [kind for kind in Kind if key in keys.of(kind)]
        told = schemas[holders[0]]["properties"][key]
        where = "" if len(holders) == len(Kind) else f" ({', '.join(kind.noun for kind in holders)})"
        yield (
            f"key {key}",
            _snippet(key, [f"{key}: {_place(told)}"], f"{told.get('description', key)}{where}"),
        )


def _place(told: Mapping[str, Any]) -> str:
    """Where the cursor goes: into the choices, into a list, or after the colon."""
    if "enum" in told:
        return f"${{1|{','.join(str(one) for one in told['enum'])}|}}"
    return (
        "[$1]"
        if told.get("type") == "array" and "$ref" in told["items"] and "-id" in told["items"]["$ref"]
        else "$1"
    )


def _ids(known: Known) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in sorted(PROFILES):
        for choice in known.choices[kind]:
            about = f"{kind.noun}: {choice.label}"
            yield f"id {kind}/{choice.id}", _snippet(choice.id, [choice.id], about)
            yield (
                f"reference {kind}/{choice.id}",
                _snippet(f"{kind}/{choice.id}", [f"{kind}/{choice.id}"], about),
            )


def _snippet(prefix: str, body: list[str], description: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": description}
