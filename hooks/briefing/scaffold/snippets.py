"""Snippets for VS Code: every key with its values, every id, where they can stand, without an extension."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from briefing.model.ref import ID, PROFILES, Kind
from briefing.model.scale import SCALES
from briefing.scaffold.known import Known
from briefing.scaffold.schemas import DAY

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
MATTER = "yaml"
"""Front matter is YAML to VS Code, though it stands in Markdown: there, Markdown's own are not offered."""
ANYWHERE = "markdown,yaml"
TEXTS = "**/{briefs,docs}/**/*.md"
LAST = "→ "
"""How ids begin, as they are many: where nothing is typed yet, VS Code then lists them after the keys."""
FIT = re.compile(rf"(?:\w+/)?{ID.pattern}")
"""Ids that are as they should be: what a file with a mistake calls itself could be an order to the editor."""
TODAY = "${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}"


class Use(NamedTuple):
    """A key where it stands: at the top of documents of a kind, or in an entry of theirs."""

    key: str
    words: tuple[str, ...]
    body: tuple[str, ...]
    entry: str
    kind: Kind
    about: str


def of(schemas: Mapping[Kind, Mapping[str, Any]], known: Known) -> dict[str, Any]:
    """Every snippet by its name, which VS Code shows beside what it offers."""
    uses = sorted(use for kind, schema in schemas.items() for use in _uses(kind, schema))
    return dict(sorted((*_entries(), *_keys(uses), *_ids(known))))


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, body in (("judgement", JUDGEMENT), ("source", SOURCE), ("event", EVENT)):
        about = f"A whole {name}, for the list `{name}s`"
        files = _files([Kind.BRIEF] if name == "judgement" else Kind)
        yield about, _snippet(f"- {name}", body, about, files)


def _uses(kind: Kind, schema: Mapping[str, Any]) -> Iterator[Use]:
    defined = schema["definitions"]
    for name, group in (("", schema), *defined.items()):
        entry = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
        for one in (group, *group.get("anyOf", ())):
            for key, told in one.get("properties", {}).items():
                yield Use(key, _words(told), _body(key, told, defined), entry, kind, told["description"])


def _words(told: Mapping[str, Any]) -> tuple[str, ...]:
    """The words that a key takes one of."""
    return ("true", "false") if told.get("type") == "boolean" else tuple(map(str, told.get("enum", ())))


def _body(key: str, told: Mapping[str, Any], defined: Mapping[str, Any]) -> tuple[str, ...]:
    """The key, and the cursor where its value goes: among what it takes, in a list, or on a line below."""
    is_list = told.get("type") == "array"
    held = told["items"] if is_list else told
    either = (held, *held.get("allOf", ()), *held.get("anyOf", ()))
    groups = [defined[one["$ref"].rpartition("/")[2]] for one in either if "$ref" in one]
    lists = [one.get("enum", ()) for group in groups for one in (group, *group.get("anyOf", ()))]
    ids = [id_ for listed in lists for id_ in listed if FIT.fullmatch(id_)]
    if ids or _words(told):
        chosen = f"${{1|{','.join((*ids, *_words(told)))}|}}"
        return (f"{key}: [{chosen}]" if is_list else f"{key}: {chosen}",)
    if is_list:
        return (f"{key}:", "  - $1")
    if groups:
        return (f"{key}:", "  $1")
    return (f"{key}: {TODAY if told.get('pattern') == DAY['pattern'] else '$1'}",)


def _keys(uses: Sequence[Use]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each key once for what it takes, then with each of its words: these come first after `status: `."""
    for (key, words, body), group in groupby(uses, key=lambda use: (use.key, use.words, use.body)):
        held = list(group)
        files = _files({use.kind for use in held})
        about = f"{_about(held)} {_where(held)}".rstrip()
        yield f"{about} – {key}", _snippet(key, body, about, files)
        for line in (f"{key}: {word}" for word in words):
            yield f"{about} – {line}", _snippet(line, [line], about, files)


def _about(held: Iterable[Use]) -> str:
    """What it says at the top of documents, else in the first entry that has it."""
    return min(held, key=lambda use: (use.entry != "", list(Kind).index(use.kind), use.entry)).about


def _where(held: Iterable[Use]) -> str:
    """`(brief; in event)`; nothing where every document may have it."""
    kinds = [kind.noun for kind in Kind if any(use.kind is kind and not use.entry for use in held)]
    entries = sorted({use.entry for use in held if use.entry})
    parts = (
        ", ".join(kinds) if len(kinds) < len(Kind) else "",
        f"in {', '.join(entries)}" if entries and len(kinds) < len(Kind) else "",
    )
    said = "; ".join(part for part in parts if part)
    return f"({said})" if said else ""


def _ids(known: Known) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in sorted(PROFILES):
        for choice in known.choices[kind]:
            if not FIT.fullmatch(choice.id):
                continue
            about = f"{choice.label} – {kind.noun}"
            ref = f"{kind}/{choice.id}"
            yield f"{about} {choice.id}", _snippet(LAST + choice.id, [choice.id], about, _files(Kind))
            yield f"{about} {ref}", _snippet(LAST + ref, [ref], about, TEXTS, scope=ANYWHERE)


def _snippet(
    prefix: str, body: Sequence[str], description: str, files: str, *, scope: str = MATTER
) -> dict[str, Any]:
    """One snippet; versions of VS Code that know `include` offer it in these files alone."""
    return {
        "scope": scope,
        "include": [files],
        "prefix": prefix,
        "body": list(body),
        "description": description,
    }


def _files(kinds: Iterable[Kind]) -> str:
    """Where documents of these kinds lie."""
    folders = sorted(kind.value if kind is Kind.BRIEF else f"docs/{kind}" for kind in kinds)
    return f"**/{{{','.join(folders)}}}/**/*.md" if len(folders) > 1 else f"**/{folders[0]}/**/*.md"
