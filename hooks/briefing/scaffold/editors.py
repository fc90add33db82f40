"""The files that tell an editor which keys, values and ids there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from briefing.model.ref import Kind
from briefing.model.source import SrcUri
from briefing.scaffold import schemas, snippets
from briefing.scaffold.known import Known

TOP = ".vscode"
FOLDER = f"{TOP}/schemas"
SNIPPETS = SrcUri(f"{TOP}/briefing.code-snippets")


def files(known: Known) -> Mapping[SrcUri, str]:
    """Every generated file by its path below the content root."""
    by_kind = {kind: schemas.of(kind, known) for kind in Kind}
    told = {SrcUri(f"{FOLDER}/{kind.noun}.json"): _json(schema) for kind, schema in by_kind.items()}
    told[SrcUri(f"{FOLDER}/page.json")] = _json(schemas.page())
    told[SNIPPETS] = _json(snippets.of(by_kind, known))
    return told


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
